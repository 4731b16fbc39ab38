"""Build: tables → campaign or guidance, with all diagnostics at once and no fault reported twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from docgen.diagnostics import Diagnostic, Diagnostics, Place
from docgen.intake.books import RECORDS
from docgen.intake.cells import Cell
from docgen.intake.codes import report
from docgen.intake.convert import convert
from docgen.intake.drafts import Draft, Drafter, record_of
from docgen.intake.links import dangling, repetitions
from docgen.intake.rows import Row, TextRow
from docgen.intake.schema import slots
from docgen.intake.tables import Sheet, Tables
from docgen.model.basics import Basics
from docgen.model.campaign import Campaign
from docgen.model.fields import Record
from docgen.model.gaps import Gaps
from docgen.model.guidance import Guidance
from docgen.model.opinion import Notice


@dataclass(frozen=True)
class Built:
    """`draft` is for cross-checks: rows with unknown required cells are left out, unknown values of its form (基本信息,
    印发通知) are stand-ins."""

    draft: Campaign | Guidance | None
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
    form = _form(tables, site, issue_date)
    year = next((draft.values.get("year") for draft in site.drafts.get(tables.book.form, ())), None)
    for part, sheets in tables.sheets.items():
        for sheet in sheets if part != tables.book.form else ():
            _records(part, sheet, year, site)
    site.diagnostics += [*repetitions(site.drafts), *dangling(site.drafts, tables)]
    parts = {part: tuple(records) for part, records in site.records.items()}
    root = tables.book.root(form, **parts) if form else None
    gaps = Gaps(frozenset(site.sheets), frozenset(site.cells))
    return Built(root, gaps, tuple(Diagnostics(site.diagnostics).sorted()))


def _lacking(tables: Tables) -> Iterator[Diagnostic]:
    """The needed sheets that are missing or empty."""
    for part in tables.book.needed:
        record, sheets = RECORDS[part], tables.sheets.get(part, [])
        if not sheets and part not in tables.mistaken:
            yield report("DATA-001", Place(tables.file, (999,)), f"缺少工作表“{record.sheet}”", "", record.purpose)
        elif sheets and not any(sheet.rows or sheet.absent for sheet in sheets):
            yield report("DATA-009", sheets[0].place, f"“{record.sheet}”里一行内容也没有", "至少应有一行")


def _form(tables: Tables, site: _Site, issue_date: date | None) -> Basics | Notice | None:
    """基本信息 or 印发通知 with stand-ins for unknown values; None when the sheet lacks or has nothing to read."""
    part = tables.book.form
    kind = RECORDS[part]
    sheet = next(iter(tables.sheets.get(part, ())), None)
    if sheet is None or not sheet.rows:
        return None
    row = _dated(sheet.rows[0], kind, issue_date)
    # The year completes the dates of its own sheet, so it is read first and alone.
    year_cell = row.cell("year")
    year_alone = TextRow(row.place, {"year": year_cell} if year_cell else {})
    year = Drafter(kind, sheet, None, []).draft(year_alone).values.get("year")
    draft = Drafter(kind, sheet, year, site.diagnostics, yearless="year" not in slots(kind)).draft(row)
    site.drafts[part] = [draft]
    form = record_of(draft, site.diagnostics) or _stood_in(draft)
    site.cells |= draft.faulty_places()
    assert isinstance(form, Basics | Notice)
    if issue_date and form.printing_date and form.printing_date < issue_date:
        # Issued anew, printed anew: the option moves both days.
        form = form.overruled("printing_date", issue_date, Place.of_option("--date"))
    return form


def _dated(row: Row, kind: type[Record], issue_date: date | None) -> Row:
    """The row with the day of issue given by the caller."""
    if issue_date is None:
        return row
    cells = {name: cell for name in slots(kind) if (cell := row.cell(name))}
    return TextRow(row.place, cells | {"issue_date": Cell(issue_date, Place.of_option("--date"))})


def _stood_in(draft: Draft) -> Record:
    """The record with examples for the unknown required values; only for rules, which ask the gaps first."""
    values = dict(draft.values)
    for name, slot in slots(draft.record).items():
        if name in draft.faulty and slot.required:
            values[name] = convert(Cell(slot.example, draft.places[name]), slot, None)
    return draft.record(**values).located(draft.places)


def _records(part: str, sheet: Sheet, year: int | None, site: _Site) -> None:
    drafter = Drafter(RECORDS[part], sheet, year, site.diagnostics)
    drafts, records = site.drafts.setdefault(part, []), site.records.setdefault(part, [])
    for draft in drafter.drafts(sheet.rows):
        drafts.append(draft)
        _keep(part, draft, records, site)
    if sheet.absent:
        site.sheets.add(part)


def _keep(part: str, draft: Draft, records: list[Record], site: _Site) -> None:
    """Add the record, or remember that the sheet lost a row."""
    record = record_of(draft, site.diagnostics)
    if record is None:
        site.sheets.add(part)
    else:
        records.append(record)
        if not draft.faulty:
            draft.values = vars(record)  # the same values: a long ledger need not hold them twice
    if draft.faulty:
        site.cells |= draft.faulty_places()
