"""Formula parts: Office Math as it is drawn: fractions, scripts, roots, brackets, sums (ECMA-376 Part 1, 22.1).

What this module does not know is written in one line, as one would type it (`formulas`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from docgen.pdf.reading.formulas import linear, sign
from docgen.pdf.reading.inline_writer import InlineWriter
from docgen.pdf.reading.properties import properties
from docgen.pdf.reading.wordml import Element, M, child, children, descendants, name_of, on_off, space_of
from docgen.pdf.reading.wordml import text_attribute as attribute
from docgen.pdf.source import Alignment, EquationPart, Fenced, Fraction, Overlay, Raised, Root, RunFormat, Text

Parts = tuple[EquationPart, ...]

# Levels: a formula on a line of its own, one in the text, its scripts, the scripts of those; with their type sizes.
DISPLAY, INLINE, _SCRIPT = 0, 1, 2
_SIZES = (1.0, 1.0, 0.73, 0.6)
_UP, _DOWN = 0.36, 0.2  # of scripts, in em of what they stand beside
_OVER, _UNDER = 1.1, 0.9  # of limits above and below
_PLACES: dict[str, Alignment] = {"left": "start", "right": "end"}
_BARE = frozenset({"oMath", "oMathPara", "box", "phant", "sdt", "sdtContent", "ins", "moveTo"})
_SILENT = frozenset({"ctrlPr", "del", "moveFrom", "bookmarkStart", "bookmarkEnd", "sdtPr", "sdtEndPr"})


@dataclass(slots=True)
class FormulaReader:
    """Reads formulas for a paragraph. `is_linear`: some of it had to be written in one line."""

    out: InlineWriter
    is_linear: bool = False

    def parts(self, element: Iterable[Element] | None, level: int) -> Parts:
        """What the children of an element come to."""
        found: list[EquationPart] = []
        for item in () if element is None else element:
            found += self._item(item, level)
        return tuple(found)

    def formula(self, element: Element, level: int) -> Parts:
        """A whole formula. What holds something that is not drawn is written as text, which lines may break."""
        found: list[EquationPart] = []
        for item in element:
            inner = FormulaReader(self.out)
            parts = inner.formula(item, level) if name_of(item) in _BARE else inner.parts([item], level)
            self.is_linear = self.is_linear or inner.is_linear
            found += parts if not inner.is_linear or name_of(item) in _BARE else self._typed(item, level)
        return tuple(found)

    def _item(self, item: Element, level: int) -> Parts:
        name = name_of(item)
        if name in _SILENT or name.endswith("Pr"):
            return ()
        if name in _BARE or (name == "e" and space_of(item) == M):
            return self.parts(item, level)
        if name == "r" and space_of(item) == M:
            return self._run(item, level)
        known = _KNOWN.get(name) if space_of(item) == M else None
        return self._typed(item, level) if known is None else known(self, item, level)

    def _typed(self, item: Element, level: int) -> Parts:
        text = linear(item)
        self.is_linear = self.is_linear or bool(text)
        return (Text(text, self.format(item, level)),) if text else ()

    def _run(self, run: Element, level: int) -> Parts:
        """Letters are italic unless the run says otherwise (m:sty), digits, signs and 汉字 are not."""
        text = "".join(item.text or "" for item in descendants(run, "t", M))
        look, how = child(run, "rPr", M), self.format(run, level)
        style = attribute(child(look, "sty", M), "val", M, "i")
        leans = "i" in style and child(look, "nor", M) is None
        found: list[EquationPart] = []
        for is_letter, letters in groupby(text, lambda char: char.isalpha() and ord(char) < 0x500):
            found.append(
                Text("".join(letters), replace(how, italic=leans and is_letter, bold=how.bold or "b" in style))
            )
        return tuple(found)

    def format(self, element: Element, level: int) -> RunFormat:
        """The look of an element's first run, or of what Word keeps for it, in the size of its level."""
        direct = properties(next(descendants(element, "rPr"), None))
        found = self.out.properties({name: value for name, value in direct.items() if name != "i"})
        made = self.out.format(found)
        return replace(made, size=round(made.size * _SIZES[level], 2))

    def part(self, element: Element, name: str, level: int) -> Parts:
        """What a named child comes to."""
        return self.parts(child(element, name, M), level)


def _below(level: int) -> int:
    """The level of a fraction's numbers."""
    return min(level + 1, 3)


def _small(level: int) -> int:
    """The level of scripts."""
    return min(max(level + 1, _SCRIPT), 3)


def _fraction(reader: FormulaReader, item: Element, level: int) -> Parts:
    if attribute(child(child(item, "fPr", M), "type", M), "val", M, "bar") != "bar":
        return reader._typed(item, level)
    above, below = reader.part(item, "num", _below(level)), reader.part(item, "den", _below(level))
    return (Fraction(above, below, reader.format(item, level)),)


def _script(reader: FormulaReader, item: Element, level: int) -> Parts:
    size = reader.format(item, level).size
    above, below = (reader.part(item, name, _small(level)) for name in ("sup", "sub"))
    layers = tuple((Raised(part, rise * size),) for part, rise in ((above, _UP), (below, -_DOWN)) if part)
    raised: Parts = (Overlay(layers, "left"),) if len(layers) > 1 else tuple(part for layer in layers for part in layer)
    return (*reader.part(item, "e", level), *raised)


def _root(reader: FormulaReader, item: Element, level: int) -> Parts:
    degree = reader.part(item, "deg", 3)
    if on_off({"val": attribute(child(child(item, "radPr", M), "degHide", M), "val", M, "0")}):
        degree = ()
    return (Root(reader.part(item, "e", level), degree, reader.format(item, level)),)


def _fenced(reader: FormulaReader, item: Element, level: int) -> Parts:
    how = reader.format(item, level)
    inside: list[EquationPart] = []
    for number, part in enumerate(children(item, "e", M)):
        between = sign(item, "sepChr", "|") if number else ""
        inside += [*([Text(between, how)] if between else []), *reader.parts(part, level)]
    begin, end = Text(sign(item, "begChr", "("), how), Text(sign(item, "endChr", ")"), how)
    if all(isinstance(part, Text) for part in inside):
        return tuple(part for part in (begin, *inside, end) if not isinstance(part, Text) or part.text)
    return (Fenced(begin, tuple(inside), end),)


def _sum(reader: FormulaReader, item: Element, level: int) -> Parts:
    """A sum or integral. Its limits stand above and below where the formula has a line of its own and says so."""
    how = reader.format(item, level)
    place = attribute(child(child(item, "naryPr", M), "limLoc", M), "val", M, "subSup")
    stacked = level == DISPLAY and place == "undOvr"
    above, below = (reader.part(item, name, _small(level)) for name in ("sup", "sub"))
    rises = (_OVER, -_UNDER) if stacked else (_UP, -_DOWN)
    limits = [(Raised(part, rise * how.size),) for part, rise in zip((above, below), rises, strict=True) if part]
    operator: Parts = (Text(sign(item, "chr", "∫"), how),)
    inner = reader.part(item, "e", level)
    if stacked:
        return (Overlay((operator, *limits), "center"), *inner)
    return (*operator, *((Overlay(tuple(limits), "left"),) if limits else ()), *inner)


def _limit(reader: FormulaReader, item: Element, level: int) -> Parts:
    how, rise = reader.format(item, level), _OVER if name_of(item) == "limUpp" else -_UNDER
    limit = Raised(reader.part(item, "lim", _small(level)), rise * how.size)
    return (Overlay((reader.part(item, "e", level), (limit,)), "center"),)


def _function(reader: FormulaReader, item: Element, level: int) -> Parts:
    space = Text(" ", reader.format(item, level))
    return (*reader.part(item, "fName", level), space, *reader.part(item, "e", level))


_KNOWN: dict[str, Callable[[FormulaReader, Element, int], Parts]] = {
    "f": _fraction,
    **dict.fromkeys(("sSup", "sSub", "sSubSup"), _script),
    "rad": _root,
    "d": _fenced,
    "nary": _sum,
    **dict.fromkeys(("limLow", "limUpp"), _limit),
    "func": _function,
}


def alone(paragraph: Element) -> Alignment | None:
    """Where a formula stands that has a line of its own (m:oMathPara); None for a paragraph that is no such line."""
    items = [item for item in paragraph if name_of(item) not in ("pPr", "bookmarkStart", "bookmarkEnd", "proofErr")]
    if not items or any(name_of(item) != "oMathPara" or space_of(item) != M for item in items):
        return None
    return _PLACES.get(attribute(child(child(items[0], "oMathParaPr", M), "jc", M), "val", M), "center")
