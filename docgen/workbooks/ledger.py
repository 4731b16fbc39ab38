"""问题台账 of a month as a workbook: the problems found up to a day, and the figures that the other documents give."""

from __future__ import annotations

from collections.abc import Callable

from docgen.errors import DataError
from docgen.model.campaign import Campaign
from docgen.model.facts import MonthProgress
from docgen.model.ledger import Problem
from docgen.model.settings import DocumentKind
from docgen.wording.dates import month_range
from docgen.workbooks.book import Book, workbook
from docgen.workbooks.cells import put_across
from docgen.workbooks.column import Rows
from docgen.workbooks.ledger_heading import put_heading
from docgen.workbooks.ledger_rows import LedgerRows
from docgen.workbooks.ledger_rules import add_choices, add_colours
from docgen.workbooks.ledger_table import HEAD, LedgerTable
from docgen.workbooks.looks import Look
from docgen.workbooks.page import set_up_page
from docgen.workbooks.summary import add_summary
from docgen.workbooks.table import put_heads, put_rows, refuse_too_many, set_widths

_STILL = 2
"""序号 and 问题编号 stay in sight."""


def ledger_title(campaign: Campaign, progress: MonthProgress) -> str:
    """云岭县脱贫攻坚挂牌督战问题台账（2024年4月）."""
    basics = campaign.basics
    return f"{basics.county}{basics.campaign}问题台账（{month_range(progress.month, progress.month)}）"


def ledger_workbook(
    campaign: Campaign, progress: MonthProgress, *, due_soon_days: int, value_of: Callable[[str], str]
) -> bytes:
    """The ledger as it stands at the end of `progress.as_of`: every problem found so far, closed ones included.

    `due_soon_days` is 临期天数 in force, `value_of` what `{名称}` in a long text stands for. Raises DataError with
    every cell that a workbook cannot hold.
    """
    table = LedgerTable(
        title=ledger_title(campaign, progress),
        issuer=campaign.setting(DocumentKind.LEDGER).issuer or campaign.basics.office,
        progress=progress,
        rows=_rows(campaign, progress, value_of),
        due_soon_days=due_soon_days,
    )

    def fill(book: Book) -> None:
        _add_ledger(book, table)
        add_summary(book, table)

    return workbook(table.title, table.issuer, progress.as_of, fill)


def _rows(campaign: Campaign, progress: MonthProgress, value_of: Callable[[str], str]) -> Rows:
    found = LedgerRows(campaign, progress.county.all_found, progress.as_of, value_of)
    if found.faults:
        raise DataError(
            f"问题台账有 {len(found.faults)} 格写不下，没有生成工作簿", "按上面各条改好再运行", found.faults
        )
    refuse_too_many(found.rows, HEAD + 1, Problem.sheet)
    return found.rows


def _add_ledger(book: Book, table: LedgerTable) -> None:
    sheet, looks, region = book.sheet(Problem.sheet), book.looks, table.region
    widths = set_widths(sheet, table.columns, table.rows)
    put_heading(sheet, table, looks)
    put_heads(sheet, HEAD, table.columns, looks)
    put_rows(sheet, HEAD + 1, table.columns, table.rows, widths, looks)
    if not table.rows:
        put_across(sheet, region.row(region.first), "到这一天没有发现问题", looks(Look.CELL, Look.LABEL))
    sheet.autofilter(HEAD, 0, region.last, len(table.columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": region.all})
    add_choices(sheet, table)
    add_colours(sheet, table, looks)
    set_up_page(sheet, HEAD, still=_STILL)
