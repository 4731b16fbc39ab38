"""Build: tables → campaign, with all diagnostics at once and no fault reported twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from docgen.diagnostics import Diagnostic, Diagnostics, Place
from docgen.intake.cells import Cell
from docgen.intake.codes import report
from docgen.intake.convert import convert
from docgen.intake.drafts import Draft, Drafter, record_of
from docgen.intake.links import dangling, repetitions
from docgen.intake.schema import NEEDED, slots
from docgen.intake.tables import Row, Sheet, Tables
from docgen.model.basics import Basics
from docgen.model.campaign import SHEETS, Campaign
from docgen.model.fields import Record
from docgen.model.gaps import Gaps

_BASICS = "basics"


@dataclass(frozen=True)
class Built:
    """`draft` is for cross-checks: rows with unknown required cells are left out, unknown 基本信息 are stand-ins."""

    draft: Campaign | None
    gaps: Gaps
    diagnostics: tuple[Diagnostic, ...]


@dataclass(slots=True)
class _Site:
    """What grows while building."""

    diagnostics: list[Diagnostic]
    drafts: dict[str, list[Draft]] = field(default_factory=dict)
    records: dict[str, list[Record]] = field(default_factory=dict)
    sheets: set[str] = field(default_factory=set)
    cells: set[Place] = field(default_factory=set)


def build(tables: Tables, issue_date: date | None = None) -> Built:
    """Every record that can be built; `issue_date` takes the place of the 成文日期 in the data."""
    site = _Site([*tables.diagnostics, *_lacking(tables)])
    site.sheets |= tables.mistaken
    basics = _basics(tables, site, issue_date)
    year = next((draft.values.get("year") for draft in site.drafts.get(_BASICS, ())), None)
    for part, sheet in tables.sheets.items():
        if part != _BASICS:
            _records(part, sheet, year, site)
    site.diagnostics += [*repetitions(site.drafts), *dangling(site.drafts, tables)]
    parts = {part: tuple(records) for part, records in site.records.items()}
    campaign = Campaign(basics, **parts) if basics else None  # type: ignore[arg-type]
    gaps = Gaps(frozenset(site.sheets), frozenset(site.cells))
    return Built(campaign, gaps, tuple(Diagnostics(site.diagnostics).sorted()))


def _lacking(tables: Tables) -> Iterator[Diagnostic]:
    """The needed sheets that are missing or empty."""
    for part in NEEDED:
        record, sheet = SHEETS[part], tables.sheets.get(part)
        if sheet is None and part not in tables.mistaken:
            yield report("DATA-001", Place(tables.file, (999,)), f"缺少工作表“{record.sheet}”", "", record.purpose)
        elif sheet is not None and not sheet.rows and not sheet.absent:
            yield report("DATA-009", sheet.place, f"“{record.sheet}”里一行内容也没有", "至少应有一行")


def _basics(tables: Tables, site: _Site, issue_date: date | None) -> Basics | None:
    """基本信息 with stand-ins for unknown values; None when the sheet lacks or has nothing to read."""
    sheet = tables.sheets.get(_BASICS)
    if sheet is None or not sheet.rows:
        return None
    row = _dated(sheet.rows[0], issue_date)
    # The year completes the dates of its own sheet, so it is read first and alone.
    year_alone = Row(row.place, {"year": row.cells["year"]} if "year" in row.cells else {})
    year = Drafter(Basics, sheet, None, []).draft(year_alone).values.get("year")
    draft = Drafter(Basics, sheet, year, site.diagnostics).draft(row)
    site.drafts[_BASICS] = [draft]
    basics = record_of(draft, row.cells, site.diagnostics) or _stood_in(draft)
    site.cells |= draft.faulty_places()
    assert isinstance(basics, Basics)
    if issue_date and basics.printing_date and basics.printing_date < issue_date:
        # Issued anew, printed anew: the option moves both days.
        basics = basics.overruled("printing_date", issue_date, Place.of_option("--date"))
    return basics


def _dated(row: Row, issue_date: date | None) -> Row:
    """The row with the day of issue given by the caller."""
    if issue_date is None:
        return row
    return Row(row.place, {**row.cells, "issue_date": Cell(issue_date, Place.of_option("--date"))})


def _stood_in(draft: Draft) -> Record:
    """The record with examples for the unknown required values; only for rules, which ask the gaps first."""
    values = dict(draft.values)
    for name, slot in slots(draft.record).items():
        if name in draft.faulty and slot.required:
            values[name] = convert(Cell(slot.example, draft.places[name]), slot, None)
    return draft.record(**values).located({**draft.places, "": draft.place})


def _records(part: str, sheet: Sheet, year: int | None, site: _Site) -> None:
    drafter = Drafter(SHEETS[part], sheet, year, site.diagnostics)
    drafts, records = site.drafts.setdefault(part, []), site.records.setdefault(part, [])
    for row in sheet.rows:
        draft = drafter.draft(row)
        drafts.append(draft)
        _keep(part, draft, row.cells, records, site)
    if sheet.absent:
        site.sheets.add(part)


def _keep(part: str, draft: Draft, cells: Mapping[str, Cell], records: list[Record], site: _Site) -> None:
    """Add the record, or remember that the sheet lost a row."""
    record = record_of(draft, cells, site.diagnostics)
    if record is None:
        site.sheets.add(part)
    else:
        records.append(record)
    site.cells |= draft.faulty_places()
