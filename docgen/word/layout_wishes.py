"""What `版式()` asks of its paragraph, from the mark's text to the attributes of WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterable

_SIDES = {"左空": "left", "右空": "right", "首行": "firstLine"}


def wishes_of(insides: Iterable[str]) -> dict[str, float]:
    """Name → number, from what stands between the marks: `左空=32;行距=28`; a later wish wins."""
    items = (item.partition("=") for inside in insides for item in inside.split(";"))
    return {name: float(value) for name, _, value in items if name}


def asked_indent(wishes: dict[str, float]) -> dict[str, str]:
    """The attributes of `w:ind` that are wished for."""
    asked = {_SIDES[name]: value for name, value in wishes.items() if name in _SIDES}
    if asked.get("firstLine", 0) < 0:
        asked["hanging"] = -asked.pop("firstLine")
    found: dict[str, str] = {}
    for side, points in asked.items():
        # A style's indent in characters would win over the points.
        found |= {side: str(round(points * 20)), f"{side}Chars": "0"}
    return found


def asked_spacing(wishes: dict[str, float]) -> dict[str, str]:
    """The attributes of `w:spacing`."""
    return {"line": str(round(wishes["行距"] * 20)), "lineRule": "exact"} if "行距" in wishes else {}


def asked_of_run(wishes: dict[str, float]) -> list[tuple[str, str]]:
    """The properties of a run with their values, in the schema's order."""
    found = [("w", str(round(wishes["缩放"])))] if "缩放" in wishes else []
    size = str(round(wishes["字号"] * 2)) if "字号" in wishes else ""
    return found + ([("sz", size), ("szCs", size)] if size else [])
