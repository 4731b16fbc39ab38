"""The content of a run: text, tabs, breaks, symbols, drawings and note marks (ECMA-376 Part 1, 17.3.3)."""

from __future__ import annotations

from collections.abc import Callable

from docgen.pdf.reading.drawings import DRAWINGS
from docgen.pdf.reading.inline_writer import InlineWriter
from docgen.pdf.reading.notes import KINDS, SEPARATORS
from docgen.pdf.reading.position_tabs import position_tab
from docgen.pdf.reading.wordml import Element, Properties, is_on, name_of, text_attribute
from docgen.pdf.source import NoteNumber, NoteReference, PageField, Separator

Show = Callable[[Element, Properties, InlineWriter], None]


def show(item: Element, found: Properties, out: InlineWriter) -> bool:
    """Write what an element of a run shows, in the format `found`; whether this module knows it."""
    known = _SHOWN.get(name_of(item))
    if known is not None:
        known(item, found, out)
    return known is not None


def _text(item: Element, found: Properties, out: InlineWriter) -> None:
    out.stored(item, found)


def _tab(_: Element, found: Properties, out: InlineWriter) -> None:
    out.tab(found)


def _break(item: Element, found: Properties, out: InlineWriter) -> None:
    out.line_break(item, found)


def _hyphen(item: Element, found: Properties, out: InlineWriter) -> None:
    out.text("\u2011" if name_of(item) == "noBreakHyphen" else "\u00ad", found)


def _position_tab(item: Element, found: Properties, out: InlineWriter) -> None:
    out.inlines.append(position_tab(item, out.format(found)))


def _symbol(item: Element, found: Properties, out: InlineWriter) -> None:
    out.symbol(text_attribute(item, "font"), text_attribute(item, "char"), found)


def _page_number(_: Element, found: Properties, out: InlineWriter) -> None:
    out.inlines.append(PageField("PAGE", out.format(found)))


def _drawing(item: Element, _: Properties, out: InlineWriter) -> None:
    # Few documents hold drawings; what reads them is not loaded for the others.
    from docgen.pdf.reading.drawings.shown import shown

    out.inlines.extend(shown(item, out.scope, out.place))


def _note(mark: Element, found: Properties, out: InlineWriter) -> None:
    note = out.scope.facts.notes.referred(mark, KINDS[name_of(mark)], out.scope, out.place)
    if note is not None:
        custom = is_on(text_attribute(mark, "customMarkFollows", default="0"))
        out.scope.facts.undrawn.run(found, out.place)
        out.inlines.append(NoteReference(note, out.format(found), custom))


def _note_number(_: Element, found: Properties, out: InlineWriter) -> None:
    out.inlines.append(NoteNumber(out.format(found)))


def _separator(item: Element, found: Properties, out: InlineWriter) -> None:
    out.inlines.append(Separator(out.format(found), SEPARATORS[name_of(item)]))


_SHOWN: dict[str, Show] = {
    "t": _text,
    "tab": _tab,
    "br": _break,
    "cr": _break,
    "noBreakHyphen": _hyphen,
    "softHyphen": _hyphen,
    "ptab": _position_tab,
    "sym": _symbol,
    "pgNum": _page_number,
    "footnoteRef": _note_number,
    "endnoteRef": _note_number,
    **dict.fromkeys(DRAWINGS, _drawing),
    **dict.fromkeys(KINDS, _note),
    **dict.fromkeys(SEPARATORS, _separator),
}
