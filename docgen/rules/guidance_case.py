"""What every rule about a 指导意见 is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.diagnostics import Place
from docgen.model.fields import Kind, Record, column_of
from docgen.model.gaps import NO_GAPS, Gaps
from docgen.model.guidance import Guidance

_WRITTEN = (Kind.TEXT, Kind.PROSE)


@dataclass(frozen=True, slots=True)
class Written:
    """A text of the data and the cell where it stands."""

    sheet: str
    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class GuidanceCase:
    """The guidance under check, and what is unknown in it: rules stay silent about that."""

    guidance: Guidance
    gaps: Gaps = NO_GAPS

    def knows(self, record: Record, *attributes: str) -> bool:
        """Whether none of the fields is a stand-in for a faulty cell."""
        return not any(self.gaps.lacks(record, name) for name in attributes)

    def whole(self, part: str) -> bool:
        """Whether no row of the sheet was lost."""
        return part not in self.gaps.sheets

    def written(self) -> Iterator[Written]:
        """Every text that a writer has typed, in the order of the sheets."""
        for record in self.guidance.records():
            for name, field in type(record).model_fields.items():
                text = getattr(record, name)
                if column_of(field).kind in _WRITTEN and text and self.knows(record, name):
                    yield Written(record.sheet, record.place(name), text)
