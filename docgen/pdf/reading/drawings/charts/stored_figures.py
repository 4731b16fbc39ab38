"""Stored figures: the numbers and texts that a chart's part keeps of its sheet (ECMA-376 Part 1, 21.2.2)."""

from __future__ import annotations

from docgen.pdf.reading.drawings.charts.number_texts import number_text
from docgen.pdf.reading.wordml import A, Element, child, children, descendants, name_of, whole

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_MOST = 5000  # figures of a series


def value_of(element: Element | None, default: str = "") -> str:
    """The val of an element."""
    return default if element is None else element.get("val", default)


def _cache(holder: Element | None) -> Element | None:
    """What Word stored of a c:val, c:cat or c:tx."""
    for name in ("numCache", "strCache", "numLit", "strLit", "multiLvlStrCache"):
        found = None if holder is None else next(descendants(holder, name, C), None)
        if found is not None:
            return next(descendants(found, "lvl", C), found)
    return None


def _stored(cache: Element | None) -> list[str | None]:
    """The stored texts in their places."""
    found = {whole(point.get("idx")): child(point, "v", C) for point in children(cache, "pt", C)}
    count = max([whole(value_of(child(cache, "ptCount", C))), *(place + 1 for place in found)], default=0)
    texts = (found.get(place) for place in range(min(count, _MOST)))
    return [None if one is None else one.text or "" for one in texts]


def figures_of(holder: Element | None) -> tuple[tuple[float | None, ...], str]:
    """The figures, and how they are written."""
    cache = _cache(holder)
    return tuple(float_of(text) for text in _stored(cache)), _code(cache)


def _code(cache: Element | None) -> str:
    found = child(cache, "formatCode", C)
    return "General" if found is None else found.text or "General"


def float_of(text: str | None) -> float | None:
    """A number that a chart can measure by."""
    try:
        found = float(text or "")
    except ValueError:
        return None
    return found if abs(found) < 1e300 else None


def texts_of(holder: Element | None, code: str = "") -> list[str] | None:
    """The names of categories, numbers and dates as `code`, or their own format, writes them; None for none stored."""
    cache = _cache(holder)
    if cache is None:
        return None
    return [_written(text, code or _code(cache), name_of(cache)) for text in _stored(cache)]


def _written(text: str | None, code: str, kind: str) -> str:
    value = float_of(text) if kind.startswith("num") else None
    return (text or "") if value is None else number_text(value, code)


def text_of(holder: Element | None) -> str:
    """A text that is typed, or stored from a cell."""
    rich = child(holder, "rich", C)
    if rich is not None:
        lines = ["".join(item.text or "" for item in descendants(line, "t", A)) for line in children(rich, "p", A)]
        return "\n".join(lines)
    stored = _stored(_cache(holder))
    return "".join(text or "" for text in stored) or (_value_text(child(holder, "v", C)))


def _value_text(element: Element | None) -> str:
    return "" if element is None else element.text or ""
