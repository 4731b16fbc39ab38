"""A paragraph: w:p → Paragraph, every property resolved."""

from __future__ import annotations

from dataclasses import dataclass, replace

from docgen.pdf.reading.borders import PATTERN, has_stripes
from docgen.pdf.reading.decimal_cells import at_decimal_stop
from docgen.pdf.reading.drop_caps import drop_cap
from docgen.pdf.reading.formula_parts import alone
from docgen.pdf.reading.frames import is_drop_cap
from docgen.pdf.reading.indents import CharacterWidths
from docgen.pdf.reading.inlines import InlineReader
from docgen.pdf.reading.list_items import list_item, with_list
from docgen.pdf.reading.list_labels import list_label, with_legacy_stop
from docgen.pdf.reading.paragraph_format import paragraph_format, undrawn_features
from docgen.pdf.reading.properties import fold, properties
from docgen.pdf.reading.run_format import is_hidden
from docgen.pdf.reading.scope import Scope
from docgen.pdf.reading.styles import Style
from docgen.pdf.reading.undrawn import REVISED
from docgen.pdf.reading.wordml import Element, Properties, child, descendants, on_off, text_attribute
from docgen.pdf.source import Bookmark, Break, Inline, Listed, Paragraph, RunFormat, Text

_SHOWN = 12  # characters of a paragraph that its place quotes


@dataclass(frozen=True, slots=True)
class _Mark:
    """The paragraph mark: its format, whether it is hidden."""

    format: RunFormat
    hidden: bool
    direct: Properties


def paragraph(element: Element, scope: Scope) -> Paragraph | None:
    """The paragraph; None for one that is hidden, mark and all."""
    ppr = child(element, "pPr")
    direct = properties(ppr)
    style = scope.facts.styles.paragraph(text_attribute(child(ppr, "pStyle")))
    item = list_item(direct, style, scope.facts.numbering)
    own = (style.paragraph, direct) if item is None else (with_list(style, direct, item),)
    found = fold(scope.facts.styles.paragraph_defaults, scope.table_paragraph, *own)
    place = _place(element, scope)
    mark = _mark(child(ppr, "rPr"), style, scope, place)
    inlines = InlineReader(scope, style.run, place).read(element)
    if scope.facts.flow.mark_below_break and _ends_page(inlines):
        inlines = (*inlines, Text("\u200b", mark.format))  # the paragraph mark has a line of its own there
    if mark.hidden and not any(not isinstance(one, Bookmark) for one in inlines):
        return None
    _note(found, direct, inlines, scope, place)
    character = _characters(found, inlines, mark.format, scope)
    format_ = paragraph_format(found, style.name, mark.format, character, scope.grid_pitch, scope.facts.theme)
    lone = alone(element)
    if lone is not None:
        format_ = replace(format_, alignment=lone, first_line=0.0)
    dropped = drop_cap(found, inlines) if "framePr" in found else None
    if dropped is not None:
        return Paragraph(format_, (), place, drop=dropped)
    if item is None:
        return Paragraph(format_, at_decimal_stop(inlines, format_) if scope.in_cell else inlines, place)
    begin, label = list_label(item, mark.direct, style, scope, place)
    listed = None if label is None else Listed(item.num.abstract, item.number, item.level.format)
    return Paragraph(with_legacy_stop(format_, item.level), begin + inlines, place, label, listed)


def _ends_page(inlines: tuple[Inline, ...]) -> bool:
    last = inlines[-1] if inlines else None
    return isinstance(last, Break) and last.kind == "page"


def _mark(rpr: Element | None, style: Style, scope: Scope, place: str) -> _Mark:
    look = scope.facts.looks.of(rpr, scope.table_run, style.run)
    direct, found = look.direct, look.found
    if any(name in direct for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange")):
        scope.note(REVISED, place)
    return _Mark(scope.facts.looks.format_of(found), is_hidden(found), direct)


def _characters(found: Properties, inlines: tuple[Inline, ...], mark: RunFormat, scope: Scope) -> CharacterWidths:
    text = next((item.format.size for item in inlines if isinstance(item, Text)), mark.size)
    extra = _between_characters(found, scope)
    return CharacterWidths(text + extra, scope.facts.styles.normal_size + extra)


def _between_characters(found: Properties, scope: Scope) -> float:
    """What the character grid adds to a character of an indent."""
    snaps = on_off(found.get("snapToGrid"), default=True)
    return scope.char_grid.extra if scope.char_grid is not None and snaps else 0.0


def _place(element: Element, scope: Scope) -> str:
    if not scope.numbered:
        return scope.place
    scope.count.paragraphs += 1
    text = "".join(item.text or "" for item in descendants(element, "t")).strip()
    quoted = f"“{text[:_SHOWN]}{'……' if len(text) > _SHOWN else ''}”" if text else ""
    return f"{scope.place}第{scope.count.paragraphs}段{quoted}"


def _note(found: Properties, direct: Properties, inlines: tuple[Inline, ...], scope: Scope, place: str) -> None:
    undrawn = scope.facts.undrawn
    undrawn.paragraph(found, place)
    for feature in undrawn_features(found):
        scope.note(feature, place)
    if has_stripes(found.get("shd", {})):
        scope.note(PATTERN, place)
    if is_drop_cap(found) and drop_cap(found, inlines) is None:
        scope.note("首字下沉", place)
    if "pPrChange" in direct:
        scope.note(REVISED, place)
