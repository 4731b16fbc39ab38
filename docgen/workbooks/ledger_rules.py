"""What the ledger's sheet does while somebody works in it: colours by rule, drop-downs, dates that are dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from docgen.model.ledger import Problem, State
from docgen.workbooks.ledger_heading import AS_OF
from docgen.workbooks.ledger_table import LedgerTable
from docgen.workbooks.looks import Look

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from docgen.workbooks.looks import Looks

_EARLIEST = date(2000, 1, 1)
"""The model knows no campaign before it."""


def add_colours(sheet: Worksheet, table: LedgerTable, looks: Looks) -> None:
    """Closed rows grey on green, overdue ones red, those due soon amber: by rules, which follow every edit."""
    region = table.region
    closed, limit = (region.cell(Problem.heading(name)) for name in ("closed", "deadline"))
    state = region.cell(table.state)
    open_until = f'{closed}="",{state}<>"{State.CLOSED}",{limit}<>""'
    rules = (
        (f'=OR({closed}<>"",{state}="{State.CLOSED}")', Look.CLOSED),
        (f"=AND({open_until},{limit}<{AS_OF})", Look.OVERDUE),
        (f"=AND({open_until},{limit}>={AS_OF},{limit}<={AS_OF}+{table.due_soon_days})", Look.DUE_SOON),
    )
    for criteria, look in rules:
        sheet.conditional_format(
            region.all, {"type": "formula", "criteria": criteria, "format": looks(look).format, "stop_if_true": True}
        )


def add_choices(sheet: Worksheet, table: LedgerTable) -> None:
    """Drop-downs for the closed lists; dates where dates belong."""
    for column in table.columns:
        cells = table.region.column(column.heading)
        if column.choices:
            _allow(sheet, cells, "请从列表里选", validate="list", source=list(column.choices))
        elif column.look is Look.DAY:
            _allow(sheet, cells, "请填日期，如 2024-4-30", validate="date", criteria=">=", value=_EARLIEST)


def _allow(sheet: Worksheet, cells: str, message: str, **rule: object) -> None:
    sheet.data_validation(cells, {**rule, "error_title": "内容不对", "error_message": message})
