"""Names: by which the rows of other sheets refer to a record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from docgen.diagnostics import closest
from docgen.intake.books import RECORDS
from docgen.intake.drafts import Draft
from docgen.intake.schema import FORMER_NAMES, slots, unique_attributes
from docgen.intake.tables import Tables

_MOST_COMPARED = 1_000
"""Among more names than this something near is found for anything, and finding it takes long."""

_MOST_SUGGESTED = 200
"""So many different misspelt names are compared; who has more has a fault of another kind."""


@dataclass(slots=True)
class Known:
    """The names that a reference may give, in order."""

    names: dict[str, None]
    _nearest: dict[str, str | None] = field(default_factory=dict)

    def closest(self, name: str) -> str | None:
        """The name that was probably meant."""
        if name not in self._nearest:
            if len(self.names) > _MOST_COMPARED or len(self._nearest) >= _MOST_SUGGESTED:
                return None
            self._nearest[name] = closest(name, self.names)
        return self._nearest[name]


@dataclass(slots=True)
class Names:
    """The names of every sheet, collected when first asked for."""

    drafts: Mapping[str, list[Draft]]
    tables: Tables
    _known: dict[tuple[str, ...], Known | None] = field(default_factory=dict)

    def of(self, targets: tuple[str, ...]) -> Known | None:
        """The names of one or several sheets; None when a faulty or repeated cell may hide one."""
        if targets not in self._known:
            self._known[targets] = self._collect(targets)
        return self._known[targets]

    def _collect(self, targets: tuple[str, ...]) -> Known | None:
        found: dict[str, None] = {}
        for target in targets:
            rows = self.drafts.get(target, [])
            if target in self.tables.mistaken or _uncertain(target, rows):
                return None
            found |= dict.fromkeys(_names(target, rows))
        return Known(found)


def _uncertain(target: str, rows: list[Draft]) -> bool:
    """Whether a faulty cell hides a name, or one of two equal ones has overwritten the name that is missed."""
    naming = _naming(target)
    if any(not draft.faulty.isdisjoint(naming) for draft in rows):
        return True
    unique = unique_attributes(RECORDS[target])
    columns = ([value for draft in rows if (value := draft.values.get(name))] for name in unique)
    return any(len(set(values)) < len(values) for values in columns)


def _naming(target: str) -> tuple[str, ...]:
    """The fields whose values mean the record: the unique ones, then the former names."""
    record = RECORDS[target]
    return unique_attributes(record) + ((FORMER_NAMES,) if FORMER_NAMES in slots(record) else ())


def _names(target: str, rows: list[Draft]) -> Iterator[str]:
    for name in _naming(target):
        for draft in rows:
            value = draft.values.get(name)
            if isinstance(value, tuple):
                yield from value
            elif value:
                yield str(value)
