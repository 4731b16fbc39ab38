"""Rows of a table in a template source: cells, how they are joined, what stands behind the last `|`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from docgen.errors import TemplateError
from docgen.word.blocks import TAG, Cell, Row, Tag, Text
from docgen.word.source_styles import MARK, styled

_KEEPS_NEXT, _WHOLE = "{连下行}", "{不拆行}"
_HEIGHT = re.compile(r"\{行高=([^{}|]*)\}")
_MARKS = re.compile(rf"\|((?:\s*(?:{_HEIGHT.pattern}|{_KEEPS_NEXT}|{_WHOLE}))+)$")
_LEFT, _UP = "<", "^"  # a cell that is joined to the one at its left, or above
_HIGHEST = 225  # mm: the 版心
_PARAGRAPH = "<p>"  # in a cell: the next paragraph
_LABEL = "# "  # in a form: a label


def read_row(lines: list[str], index: int, name: str, count: int, above: Sequence[Row], *, form: bool) -> Row:
    """The row in line `index`, of `count` cells as the first row; `above` are those that its cells may be joined to."""
    place = f"{name} 第{index + 1}行"
    texts, marks = cells_of(lines[index]), _without_marks(lines[index].strip())[1]
    if len(texts) != count:
        raise TemplateError(
            f"{place}有 {len(texts)} 格，这张表的第一行有 {count} 格", "每行的格数要一样；并到左边的格写 <"
        )
    if texts[0] == _LEFT:
        raise TemplateError(f"{place}的第一格写的是 <", "第一格左边没有格可以并")
    cells = tuple(_spanned(texts, place, form=form))
    for cell in cells:
        _check_joined(cell, above, place)
    return Row(cells, _height(marks, place), keeps_next=_KEEPS_NEXT in marks, whole=_WHOLE in marks)


def _without_marks(line: str) -> tuple[str, str]:
    """The line without the marks behind its last `|`, and these."""
    found = _MARKS.search(line)
    return (line[: found.start() + 1], found[1]) if found else (line, "")


def _height(marks: str, place: str) -> float:
    """What `{行高=…}` says; 0 without one."""
    found = _HEIGHT.search(marks)
    if found is None:
        return 0.0
    text = found[1].strip()
    if not text.isdecimal() or not 0 < int(text) <= _HIGHEST:
        raise TemplateError(f"{place}的行高写的是“{text}”", f"写毫米数，1 到 {_HIGHEST} 的整数")
    return float(text)


def _spanned(texts: tuple[str, ...], place: str, *, form: bool) -> list[Cell]:
    """The cells, each with those that are joined to it from the right."""
    cells: list[Cell] = []
    for column, text in enumerate(texts):
        if text == _LEFT:
            cells[-1] = replace(cells[-1], span=cells[-1].span + 1)
        elif text == _UP:
            cells.append(Cell((), column, merge="continue"))
        else:
            cells.append(Cell(_paragraphs(text, place, form=form), column))
    return cells


def _paragraphs(text: str, place: str, *, form: bool) -> tuple[Text | Tag, ...]:
    pieces = [piece.strip() for piece in text.split(_PARAGRAPH)]
    return tuple(_paragraph(piece, place, form=form, alone=len(pieces) == 1) for piece in pieces) if text else ()


def _paragraph(piece: str, place: str, *, form: bool, alone: bool) -> Text | Tag:
    tag = TAG.fullmatch(piece)
    if tag is not None and not alone:
        return Tag(tag[1])
    if piece.startswith(MARK):
        return styled(piece, place)
    if form and piece.startswith(_LABEL):
        return Text("表单标签", piece.removeprefix(_LABEL).strip())
    return Text("", piece)


def _check_joined(cell: Cell, above: Sequence[Row], place: str) -> None:
    """A cell joined upward needs a cell above that is as wide."""
    if cell.merge != "continue":
        return
    if not above:
        raise TemplateError(f"{place}的第{cell.column + 1}格写的是 ^", "上面没有行可以并；表头和正文的格不能并在一起")
    if not any((other.column, other.span) == (cell.column, cell.span) for other in above[-1].cells):
        raise TemplateError(
            f"{place}的第{cell.column + 1}格并到上面，上面的格不一样宽",
            "上下相并的格左右要对齐，横向并几格就都写几个 <",
        )


def cells_of(line: str) -> tuple[str, ...]:
    """The texts between the `|` of a line, without what stands behind the last one."""
    # A `|` inside a tag is Jinja's filter sign, not a cell's edge.
    plain, _ = _without_marks(line.strip())
    protected = re.sub(r"\{[{%].*?[%}]\}", lambda match: match[0].replace("|", "\0"), plain)
    inner = protected.removeprefix("|").removesuffix("|")
    return tuple(cell.strip().replace("\0", "|") for cell in inner.split("|"))
