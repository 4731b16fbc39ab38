"""Gaps: what faulty cells left out of a campaign, so that one fault is not reported a second time by a rule."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.diagnostics import Place
from docgen.model.fields import Record


@dataclass(frozen=True)
class Gaps:
    """Sheets that lost rows (attributes of `Campaign`) and cells whose value is unknown."""

    sheets: frozenset[str] = frozenset()
    cells: frozenset[Place] = frozenset()

    def lacks(self, record: Record, attribute: str) -> bool:
        """Whether the field's value is a stand-in, because its cell is faulty."""
        return record.place(attribute) in self.cells


NO_GAPS = Gaps()
