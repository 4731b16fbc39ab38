"""Numbers of documents (文号, 编号, 期号): continuous within a year, never given twice, the same again on a re-run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from docgen.model.settings import DocumentKind


@dataclass(frozen=True, slots=True, order=True)
class Occasion:
    """What a number is given for: the kind of document, the month ("2024-04", "" for none), the party ("" for none)."""

    kind: str
    month: str = ""
    party: str = ""

    @classmethod
    def of(cls, kind: DocumentKind, month: date | None = None, party: str = "") -> Occasion:
        """The occasion of a campaign's document."""
        return cls(str(kind), f"{month:%Y-%m}" if month else "", party)

    def __str__(self) -> str:
        return "，".join(part for part in (self.kind, self.month, self.party) if part)


@dataclass(frozen=True, slots=True, order=True)
class Number:
    """A number of a series (代字 or 刊名) in a year, and what it was given for."""

    series: str
    year: int
    serial: int
    occasion: Occasion


@dataclass(slots=True)
class Numbers:
    """All numbers given so far. `of` gives the next one, or the same again; `given` is what is new since reading."""

    known: list[Number] = field(default_factory=list)
    given: list[Number] = field(default_factory=list)
    _serials: dict[tuple[str, int], int] = field(default_factory=dict)
    _by_occasion: dict[tuple[str, Occasion], Number] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number in self.known:
            self._remember(number)

    def of(self, series: str, year: int, occasion: Occasion) -> Number:
        """The number of an occasion in a series; a new one follows the highest of the year."""
        if found := self._by_occasion.get((series, occasion)):
            return found
        return self._give(Number(series, year, self._serials.get((series, year), 0) + 1, occasion))

    def in_turn(self, series: str, occasions: Iterable[tuple[int, Occasion]]) -> Number:
        """The number of the last of several occasions (year, occasion), given to the earlier ones first."""
        last: Number | None = None
        for year, occasion in occasions:
            last = self.of(series, year, occasion)
        assert last is not None
        return last

    def reserve(self, number: Number) -> Number | None:
        """Enter a number that the data states.

        Returns what contradicts it: the number's other owner, or the other number of its occasion.
        """
        own = self._by_occasion.get((number.series, number.occasion))
        if own is not None:
            return None if own == number else own
        stated = (number.series, number.year, number.serial)
        for item in self:
            if (item.series, item.year, item.serial) == stated:
                return item
        self._give(number)
        return None

    def __iter__(self) -> Iterator[Number]:
        yield from self.known
        yield from self.given

    def _give(self, number: Number) -> Number:
        self.given.append(number)
        self._remember(number)
        return number

    def _remember(self, number: Number) -> None:
        key = (number.series, number.year)
        self._serials[key] = max(self._serials.get(key, 0), number.serial)
        self._by_occasion[(number.series, number.occasion)] = number
