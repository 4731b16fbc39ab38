"""Formulas: Office Math that is not drawn, as one line of text: no letter of it is lost (ECMA-376 Part 1, 22.1)."""

from __future__ import annotations

from collections.abc import Callable

from docgen.pdf.reading.wordml import Element, M, child, children, name_of, space_of, text_attribute

_SILENT = frozenset({"rPr", "ctrlPr"})


def linear(element: Element) -> str:
    """The text of a formula as one would type it: (a+b)/c, x^2, √(x)."""
    if name_of(element) == "t" and space_of(element) == M:
        return element.text or ""
    made = _MADE.get(name_of(element))
    if made is not None and space_of(element) == M:
        return made(element)
    if name_of(element) in _SILENT or name_of(element).endswith("Pr"):
        return ""
    return "".join(linear(item) for item in element)


def _part(element: Element, name: str, grouped: bool = True) -> str:
    """A part; in brackets when more than one thing stands in it."""
    found = child(element, name, M)
    text = "" if found is None else linear(found)
    return f"({text})" if grouped and len(text) > 1 and not text.isalnum() else text


def sign(element: Element, name: str, default: str) -> str:
    """A sign that the properties of an element name; `default` where they name none."""
    found = child(child(element, f"{name_of(element)}Pr", M), name, M)
    return text_attribute(found, "val", M, default) if found is not None else default


def _script(element: Element) -> str:
    below, above = _part(element, "sub"), _part(element, "sup")
    return _part(element, "e") + (f"_{below}" if below else "") + (f"^{above}" if above else "")


def _fenced(element: Element) -> str:
    inside = sign(element, "sepChr", "|").join(linear(item) for item in children(element, "e", M))
    return sign(element, "begChr", "(") + inside + sign(element, "endChr", ")")


def _sum(element: Element) -> str:
    below, above = _part(element, "sub"), _part(element, "sup")
    marks = (f"_{below}" if below else "") + (f"^{above}" if above else "")
    return sign(element, "chr", "∫") + marks + _part(element, "e", grouped=False)


def _root(element: Element) -> str:
    return f"{_part(element, 'deg', grouped=False)}√{_part(element, 'e')}"


def _matrix(element: Element) -> str:
    rows = [", ".join(linear(item) for item in children(row, "e", M)) for row in children(element, "mr", M)]
    return "; ".join(rows)


_MADE: dict[str, Callable[[Element], str]] = {
    "f": lambda element: f"{_part(element, 'num')}/{_part(element, 'den')}",
    "sSup": _script,
    "sSub": _script,
    "sSubSup": _script,
    "d": _fenced,
    "nary": _sum,
    "rad": _root,
    "m": _matrix,
    "eqArr": lambda element: "; ".join(linear(item) for item in children(element, "e", M)),
    "func": lambda element: f"{_part(element, 'fName', grouped=False)} {_part(element, 'e')}",
}
