"""Tables: sheets whose headings are resolved to attributes, whatever file they came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from docgen.diagnostics import Diagnostic, Place, closest
from docgen.intake.books import CAMPAIGN, RECORDS, Book
from docgen.intake.codes import report, shown
from docgen.intake.rows import Row
from docgen.intake.schema import attribute_of, headings, part_of, slots
from docgen.model.fields import Record

_MOST_SUGGESTED = 100
"""So many unknown names are compared with the known ones; who has more has a fault of another kind."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one kind of record.

    `absent` holds required attributes that have no column at all, `lost` those whose column was misheaded: both
    are reported already.
    """

    place: Place
    rows: tuple[Row, ...] = ()
    absent: frozenset[str] = frozenset()
    lost: frozenset[str] = frozenset()


@dataclass(slots=True)
class Tables:
    """All sheets of the data, by attribute of the book's root, with the faults found on the way.

    A file has one sheet of a kind; the files beside the main one add theirs to it (see `join`).
    """

    file: str
    sheets: dict[str, list[Sheet]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    mistaken: set[str] = field(default_factory=set)
    """Parts that an unknown sheet was probably meant to be: reported there, not as missing."""
    book: Book = CAMPAIGN

    def part(self, name: str, place: Place, note: str = "") -> str | None:
        """The part that a sheet's name means; None after reporting an unknown or repeated one."""
        part = part_of(name, self.book.sheets)
        if part is None:
            self._unknown_sheet(name, place, note)
        elif part in self.sheets:
            self._repeated(part, place)
            return None
        return part

    def _repeated(self, part: str, place: Place) -> None:
        self.diagnostics.append(report("DATA-003", place, f"{shown(RECORDS[part].sheet)}已经有了", "一种只能有一张"))

    def add(self, part: str, sheet: Sheet) -> None:
        """Take in a sheet of the file."""
        self.sheets[part] = [sheet]

    def join(self, other: Tables) -> None:
        """Add the sheets of a file beside this one; a form, which there is once, is not added to."""
        self.diagnostics += other.diagnostics
        self.mistaken |= other.mistaken
        for part, sheets in other.sheets.items():
            if RECORDS[part].single and part in self.sheets:
                self._repeated(part, sheets[0].place)
            else:
                self.sheets.setdefault(part, []).extend(sheets)

    def _unknown_sheet(self, name: str, place: Place, note: str) -> None:
        known = {record.sheet: part for part, record in self.book.sheets.items()}
        near = closest(name, known) if len(self.diagnostics) < _MOST_SUGGESTED else None
        if near:
            self.mistaken.add(known[near])
        remedy = f"改成“{near}”，或删掉它" if near else f"可用的名称：{'、'.join(known)}，或删掉这张表"
        self.diagnostics.append(report("DATA-002", place, f"没有叫{shown(name)}的工作表{note}", "", remedy))


@dataclass(slots=True)
class Columns:
    """The headings of a sheet as they are met: attribute of each, faults, and what misheaded ones stood for."""

    record: type[Record]
    diagnostics: list[Diagnostic]
    attributes: dict[str, Place] = field(default_factory=dict)
    mistaken: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    """What was found wrong in earlier rows, for data whose every row has its own keys."""

    def resolve(self, heading: str, place: Place) -> str | None:
        """The attribute that a heading means; None after reporting an unknown or repeated one."""
        attribute = attribute_of(self.record, heading)
        if attribute is None:
            self.diagnostics.append(self._unknown(heading, place))
            return None
        if attribute in self.attributes:
            first = self.attributes[attribute].address
            self.diagnostics.append(report("DATA-005", place, f"{shown(heading)}与 {first} 重复", "一栏只能有一个"))
            return None
        self.attributes[attribute] = place
        return attribute

    def _unknown(self, heading: str, place: Place) -> Diagnostic:
        known = {slot.heading: name for name, slot in slots(self.record).items()}
        near = closest(heading, known) if len(self.diagnostics) < _MOST_SUGGESTED else None
        if near:
            self.mistaken.add(known[near])
        remedy = f"改成“{near}”，或删掉它" if near else f"可用的栏目：{'、'.join(known)}，或删掉这一栏"
        return report("DATA-004", place, f"没有叫{shown(heading)}的栏目", "", remedy)

    @property
    def lost(self) -> frozenset[str]:
        """Attributes that a misheaded column was probably meant for."""
        return frozenset(self.mistaken) - self.attributes.keys()

    def absent(self, place: Place) -> frozenset[str]:
        """Required attributes without a column; reports those that no misheaded column explains."""
        missing = [slot for name, slot in slots(self.record).items() if slot.required and name not in self.attributes]
        for slot in missing:
            if slot.attribute not in self.mistaken:
                self.diagnostics.append(self._missing(slot.heading, place))
        return frozenset(slot.attribute for slot in missing)

    def _missing(self, heading: str, place: Place) -> Diagnostic:
        kind = "项目" if self.record.single else "列"
        return report("DATA-006", place, f"缺少必填的{kind}“{heading}”", "", f"补上“{heading}”并填写")


def sheet_of(columns: Columns, place: Place, rows: Iterable[Row]) -> Sheet:
    """A sheet once all its headings are resolved."""
    return Sheet(place, tuple(rows), columns.absent(place), columns.lost)


def known_headings(record: type[Record], texts: Iterable[str]) -> int:
    """How many of the texts are headings of the record."""
    return sum(1 for text in texts if attribute_of(record, text))


def all_headings(record: type[Record]) -> str:
    """The headings for a message."""
    return "、".join(headings(record))
