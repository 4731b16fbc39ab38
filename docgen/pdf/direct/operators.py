"""Operators: a content stream in the making, with the state of the graphics so that nothing is said twice."""

from __future__ import annotations

from docgen.pdf.decimals import number
from docgen.pdf.direct.syntax import color, numbers

_INITIAL = {
    "Tc": "0 Tc",
    "Tz": "100 Tz",
    "Tr": "0 Tr",
    "rg": "0 0 0 rg",
    "RG": "0 0 0 RG",
    "j": "0 j",
    "J": "0 J",
    "d": "[] 0 d",
    "w": "1 w",
}

_CAPS = {"": 0, "round": 1, "square": 2}
_JOINS = {"": 0, "round": 1, "bevel": 2}


class Operators:
    """Collects operators. `marks`: whether content is marked, as tagged documents need it."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._state = dict(_INITIAL)
        self._saved: list[dict[str, str]] = []
        self.opened = ""

    def add(self, operator: str) -> None:
        """An operator that leaves the state as it is."""
        self.parts.append(operator)

    def set(self, key: str, operator: str) -> None:
        """An operator of the state, written when it changes something."""
        if self._state.get(key) != operator:
            self._state[key] = operator
            self.parts.append(operator)

    def fill_color(self, value: str) -> None:
        """The colour of areas and characters."""
        self.set("rg", f"{color(value)} rg")

    def stroke(self, value: str, width: float, dash: tuple[float, ...] = (), *, cap: str = "", join: str = "") -> None:
        """How lines are drawn, their ends and corners too."""
        self.set("RG", f"{color(value)} RG")
        self.set("w", f"{number(width)} w")
        self.set("d", f"[{numbers(*dash)}] 0 d")
        self.set("j", f"{_JOINS[join]} j")
        self.set("J", f"{_CAPS[cap]} J")

    def save(self) -> None:
        """Open a group of operators that change the state for themselves."""
        self.mark("")
        self._saved.append(dict(self._state))
        self.parts.append("q")

    def restore(self) -> None:
        """Close the group."""
        self.mark("")
        self._state = self._saved.pop()
        self.parts.append("Q")

    def mark(self, opening: str) -> None:
        """Open marked content; neighbours with one mark share it. "" closes what is open."""
        if opening != self.opened:
            if self.opened:
                self.parts.append("EMC")
            if opening:
                self.parts.append(opening)
            self.opened = opening

    def data(self) -> bytes:
        """The content stream."""
        return "\n".join(self.parts).encode("latin-1")
