"""Guidance: a 指导意见 issued under a 印发通知, with the list of 挂牌县 and the table of 挂牌村 as its two 附件."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from docgen.model.fields import Record
from docgen.model.listed import County, Tally
from docgen.model.opinion import Notice, Passage


@dataclass(frozen=True, slots=True)
class Prefecture:
    """The listed counties of a prefecture; its name is "" for those directly under the province."""

    name: str
    counties: tuple[County, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """The listed counties of a province, by prefecture."""

    name: str
    prefectures: tuple[Prefecture, ...]

    @property
    def count(self) -> int:
        """How many counties."""
        return sum(len(prefecture.counties) for prefecture in self.prefectures)


@dataclass(frozen=True)
class Guidance:
    """A 指导意见 with its notice and attachments. One attribute per sheet; `SHEETS` maps them to their records."""

    notice: Notice
    passages: tuple[Passage, ...] = ()
    counties: tuple[County, ...] = ()
    tallies: tuple[Tally, ...] = ()

    def records(self) -> Iterator[Record]:
        """Every record, sheet by sheet."""
        yield self.notice
        for part in fields(self)[1:]:
            yield from getattr(self, part.name)

    @property
    def regions(self) -> tuple[Region, ...]:
        """The counties by province and prefecture, each in the order of its first row."""
        found: dict[str, dict[str, list[County]]] = {}
        for county in self.counties:
            found.setdefault(county.region, {}).setdefault(county.prefecture, []).append(county)
        return tuple(
            Region(name, tuple(Prefecture(place, tuple(rows)) for place, rows in parts.items()))
            for name, parts in found.items()
        )

    @property
    def county_count(self) -> int:
        """挂牌县数: as stated, or the rows."""
        return len(self.counties) if self.notice.county_count is None else self.notice.county_count

    @property
    def village_count(self) -> int:
        """挂牌村数: as stated, or the sum of the rows."""
        stated = self.notice.village_count
        return sum(tally.whole for tally in self.tallies) if stated is None else stated

    @property
    def populous_count(self) -> int:
        """贫困人口村数: as stated, or the sum of the column."""
        stated = self.notice.populous_count
        return sum(tally.populous for tally in self.tallies) if stated is None else stated

    @property
    def poor_count(self) -> int:
        """贫困发生率村数: as stated, or the sum of the column."""
        stated = self.notice.poor_count
        return sum(tally.poor for tally in self.tallies) if stated is None else stated


SHEETS: dict[str, type[Record]] = {
    "notice": Notice,
    "passages": Passage,
    "counties": County,
    "tallies": Tally,
}
"""Attribute of `Guidance` → record, in the order of the sheets."""
