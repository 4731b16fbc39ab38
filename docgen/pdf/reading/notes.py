"""Footnotes and endnotes: footnotes.xml, endnotes.xml and how a section counts them (ECMA-376 Part 1, 17.11)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from docgen.pdf.reading.fields import OpenFields, unpaired_marks
from docgen.pdf.reading.package import Package, Part
from docgen.pdf.reading.wordml import Element, child, children, descendants, text_attribute, whole
from docgen.pdf.source import ENDNOTE_RULES, FOOTNOTE_RULES, Block, Note, NoteRules, NoteSeparators

if TYPE_CHECKING:
    from docgen.pdf.reading.scope import Scope

Kind = Literal["footnote", "endnote"]
KINDS: dict[str, Kind] = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
SEPARATORS = {"separator": False, "continuationSeparator": True}
NAMES: dict[Kind, str] = {"footnote": "脚注", "endnote": "尾注"}
_DEFAULTS: dict[Kind, NoteRules] = {"footnote": FOOTNOTE_RULES, "endnote": ENDNOTE_RULES}
_PLACES: dict[str, Literal["page", "text", "section", "document"]] = {
    "pageBottom": "page",
    "beneathText": "text",
    "sectEnd": "section",
    "docEnd": "document",
}
_RESTARTS: dict[str, Literal["never", "section", "page"]] = {
    "continuous": "never",
    "eachSect": "section",
    "eachPage": "page",
}


def note_rules(owner: Element | None, kind: Kind, above: NoteRules | None = None) -> NoteRules:
    """The rules that a w:footnotePr or w:endnotePr inside `owner` gives, on top of those `above`."""
    found, rules = child(owner, f"{kind}Pr"), above or _DEFAULTS[kind]
    if found is None:
        return rules
    first = text_attribute(child(found, "numStart"))
    place = _PLACES.get(text_attribute(child(found, "pos")), rules.place)
    return NoteRules(
        format=text_attribute(child(found, "numFmt")) or rules.format,
        start=whole(first, rules.start),
        restart=_RESTARTS.get(text_attribute(child(found, "numRestart")), rules.restart),
        place=rules.place if kind == "endnote" and place in ("page", "text") else place,
    )


@dataclass(slots=True)
class Notes:
    """The notes of a document: read where the text refers to them, counted in that order."""

    package: Package
    main: Part
    _parts: dict[Kind, Part | None] = field(default_factory=dict)
    _elements: dict[tuple[Kind, str], Element] = field(default_factory=dict)
    _count: dict[Kind, int] = field(default_factory=dict)
    _inside: bool = False

    def referred(self, mark: Element, kind: Kind, scope: Scope, place: str) -> Note | None:
        """The note that a reference in the text means; None, with a warning, for one that is not there."""
        part = self._part(kind)
        element = self._elements.get((kind, text_attribute(mark, "id")))
        where = "注释里的" if self._inside else "" if scope.has_notes else "文本框、页眉或页脚里的"
        if part is None or element is None or where:
            scope.note(f"{where or '没有内容的'}{NAMES[kind]}", place)
            return None
        number = self._count[kind] = self._count.get(kind, 0) + 1
        self._inside = True
        blocks = self._blocks(element, part, f"{NAMES[kind]}{number}", scope)
        self._inside = False
        return Note(kind, number, blocks)

    def separators(self, kind: Kind, scope: Scope) -> NoteSeparators:
        """What stands above the notes; nothing of it in a file without notes."""
        part = self._part(kind)
        if part is None:
            return NoteSeparators()
        found = {text_attribute(item, "type"): item for item in children(part.root, kind)}
        place = f"{NAMES[kind]}分隔线"
        notice = found.get("continuationNotice")
        if notice is not None and any((text.text or "").strip() for text in descendants(notice, "t")):
            scope.note(f"{NAMES[kind]}接续页上的说明文字", "全文")
        short, long = (
            self._blocks(found[name], part, place, scope) if name in found else ()
            for name in ("separator", "continuationSeparator")
        )
        return NoteSeparators(short, long)

    def _part(self, kind: Kind) -> Part | None:
        if kind not in self._parts:
            part = self._parts[kind] = self.package.related(self.main, f"{kind}s")
            for item in [] if part is None else children(part.root, kind):
                if text_attribute(item, "type", default="normal") == "normal":
                    self._elements[kind, text_attribute(item, "id")] = item
        return self._parts[kind]

    def _blocks(self, element: Element, part: Part, place: str, scope: Scope) -> tuple[Block, ...]:
        inner = replace(
            scope,
            part=part,
            fields=OpenFields(unpaired_marks(element)),
            place=place,
            numbered=False,
            count=type(scope.count)(),
            lists=type(scope.lists)(),
            table_paragraph={},
            table_run={},
        )
        return scope.blocks(element, inner)
