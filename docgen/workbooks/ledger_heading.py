"""What stands above the ledger's rows: title, whose it is and as of when, figures, totals, what the colours mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.model.ledger import Problem
from docgen.wording.shares import percent_text
from docgen.workbooks.cells import put, put_across
from docgen.workbooks.ledger_rows import DAYS
from docgen.workbooks.ledger_table import NOTE, TITLE, TOTALS, LedgerTable
from docgen.workbooks.looks import Look
from docgen.workbooks.places import letters

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from docgen.workbooks.looks import Looks

_DAY_COLUMN = 6
AS_OF = f"${letters(_DAY_COLUMN)}${NOTE + 1}"
"""The cell of the day: the rules of the rows compare with it."""


def put_heading(sheet: Worksheet, table: LedgerTable, looks: Looks) -> None:
    """Title, note and totals: the rows above the headings."""
    last = len(table.columns) - 1
    sheet.set_row(TITLE, 34)
    put_across(sheet, (TITLE, 0, TITLE, last), table.title, looks(Look.TITLE))
    sheet.set_row(NOTE, 30)
    put_across(sheet, (NOTE, 0, NOTE, _DAY_COLUMN - 1), f"单位：{table.issuer}", looks(Look.NOTE))
    put_across(sheet, (NOTE, _DAY_COLUMN, NOTE, _DAY_COLUMN + 1), table.progress.as_of, looks(Look.LONG_DAY))
    put_across(sheet, (NOTE, _DAY_COLUMN + 2, NOTE, last), summary_line(table), looks(Look.NOTE))
    _put_totals(sheet, table, looks)


def summary_line(table: LedgerTable) -> str:
    """The month's figures in one line, as the other documents give them."""
    county = table.progress.county
    if not county.all_found:
        return "到这一天没有发现问题"
    return (
        f"本月发现{len(county.found)}个、销号{len(county.closed)}个；"
        f"累计发现{len(county.all_found)}个、销号{len(county.all_closed)}个"
        f"（按时{len(county.all_closed_in_time)}个）；"
        f"未销号{len(county.open)}个，其中逾期{len(county.overdue)}个、临期{len(county.due_soon)}个；"
        f"销号率{percent_text(county.rate)}"
    )


def _put_totals(sheet: Worksheet, table: LedgerTable, looks: Looks) -> None:
    """The totals follow the filter; their values are written, too, for programs that do not calculate."""
    region = table.region
    sheet.set_row(TOTALS, 36)
    for column in range(len(table.columns)):
        put(sheet, TOTALS, column, None, looks(Look.CELL, Look.TOTAL))
    put(sheet, TOTALS, 0, "合计", looks(Look.CELL, Look.LABEL, Look.TOTAL))
    for heading in (*map(Problem.heading, ("number", "completed", "closed")), DAYS):
        column = region.number(heading)
        total = sum(row[column] is not None for row in table.rows)
        formula = f"=SUBTOTAL(103,{region.column(heading)})"
        sheet.write_formula(TOTALS, column, formula, looks(Look.CELL, Look.PIECES, Look.TOTAL).format, total)
    left, right = (region.number(Problem.heading(name)) for name in ("description", "measures"))
    put_across(sheet, (TOTALS, left, TOTALS, right), _legend(table), looks(Look.CELL, Look.NOTE, Look.SMALL))


def _legend(table: LedgerTable) -> str:
    return (
        f"红：逾期；黄：{table.due_soon_days}天内到期；绿底灰字：已销号。"
        f"“{table.state}”按日期推定，“状态”“进展”照数据所填"
    )
