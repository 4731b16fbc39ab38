"""List labels: the number or bullet that stands before a paragraph's text (ECMA-376 Part 1, 17.9)."""

from __future__ import annotations

from dataclasses import replace

from docgen.pdf.numbers.number_formats import knows
from docgen.pdf.reading.inline_writer import InlineWriter
from docgen.pdf.reading.list_items import ListItem
from docgen.pdf.reading.numbering import Level
from docgen.pdf.reading.properties import fold
from docgen.pdf.reading.run_format import is_hidden
from docgen.pdf.reading.scope import Scope
from docgen.pdf.reading.styles import Style
from docgen.pdf.reading.wordml import Properties
from docgen.pdf.source import Inline, Label, ParagraphFormat, TabStop, Text

_BULLET = "•"  # for a picture


def list_label(
    item: ListItem, mark: Properties, style: Style, scope: Scope, place: str
) -> tuple[tuple[Inline, ...], Label | None]:
    """Count a paragraph, and give what its text begins with; `mark` are the direct properties of its mark."""
    level = item.level
    text = scope.lists.next(item.num, item.number)
    for part in _formats(item):
        if not knows(part):
            scope.facts.undrawn.note_once(f"编号格式 {part}（写成阿拉伯数字）", place)
    if level.picture:
        scope.note("图片项目符号（画成 •）", place)
        text = _BULLET
    out = InlineWriter(scope, style.run, place)
    found = _format(out, mark, level.run)
    if not text or is_hidden(found):
        return (), None
    out.text(text, found)
    label = Label("".join(one.text for one in out.inlines if isinstance(one, Text)), level.alignment)
    if level.suffix == "tab":
        out.tab(found)
    elif level.suffix == "space":
        out.text(" ", found)
    return tuple(out.inlines), label


def with_legacy_stop(how: ParagraphFormat, level: Level) -> ParagraphFormat:
    """Word 6 gave the number a room of its own instead of a hanging indent: a stop at the end of that room."""
    if not level.legacy:
        return how
    return replace(how, tabs=(*how.tabs, TabStop(how.left + how.first_line + level.legacy)))


def _formats(item: ListItem) -> list[str]:
    """The number formats that the label is written in."""
    shown = [number for number in item.num.levels if f"%{number + 1}" in item.level.text]
    return [item.num.levels[number].format for number in shown]


def _format(out: InlineWriter, mark: Properties, level: Properties) -> Properties:
    """The mark's look with the level's on top. Word does not underline a number because its mark is underlined."""
    found = out.properties(fold(mark, level))
    if "u" not in level:
        found.pop("u", None)
    return found
