"""The data sheets of the blank workbook: a form or a table for each kind of record, made from its declaration."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from docgen.intake.blank_styles import FORMATS, HEADING, LINES, OPTIONAL_FILL, REQUIRED_FILL, TEXT, WRAPPED, set_up_page
from docgen.intake.books import RECORDS
from docgen.intake.schema import Slot, slots, targets_of, unique_attributes
from docgen.intake.sheetxml import column_letters
from docgen.intake.written import as_cell
from docgen.model.fields import Kind, Record

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.comments import Comment
    from openpyxl.worksheet.worksheet import Worksheet

_LAST_ROW = 5000
"""Drop-downs reach so far down."""

_FORM_WIDTHS = (20, 50, 56)


_NOTES = {
    Kind.PERCENT: "带上百分号写；不带百分号、又不大于 1 的数分不清是百分数还是比例，不收",
    Kind.DAY: "写 2024-02-26 或 2024年2月26日；不写年份就用基本信息的年度",
    Kind.MOMENT: "写 2024-05-10 15:00 或 2024年5月10日15时30分；不写年份就用基本信息的年度",
    Kind.MONTH: "写 2024-02 或 2024年2月",
}
"""What a writer must know of a kind beside its name."""


def add_form(sheet: Worksheet, record: type[Record], records: Iterable[Record]) -> None:
    """项目, 内容, 说明: a line per field."""
    filled = next(iter(records), None)
    for column, (heading, width) in enumerate(zip(("项目", "内容", "说明"), _FORM_WIDTHS, strict=True), 1):
        _style_heading(sheet.cell(1, column, heading), required=False)
        sheet.column_dimensions[column_letters(column - 1)].width = width
    for row, slot in enumerate(slots(record).values(), 2):
        _style_heading(sheet.cell(row, 1, slot.heading), required=slot.required)
        sheet.cell(row, 1).comment = _comment(slot)
        _put(sheet.cell(row, 2), filled, slot)
        sheet.cell(row, 3, f"{slot.description}；例：{slot.example}" if slot.example else slot.description)
        for column in (2, 3):
            sheet.cell(row, column).alignment, sheet.cell(row, column).font = WRAPPED(), TEXT()
        sheet.cell(row, 2).border = LINES()
        _validate(sheet, slot, f"B{row}")
    _set_up(sheet)


def add_table(sheet: Worksheet, record: type[Record], records: Iterable[Record]) -> None:
    """A heading row, then a row per record."""
    for column, slot in enumerate(slots(record).values(), 1):
        letters = column_letters(column - 1)
        heading = sheet.cell(1, column, slot.heading)
        _style_heading(heading, required=slot.required)
        heading.comment = _comment(slot)
        dimension = sheet.column_dimensions[letters]
        # Room for the heading itself: each 汉字 is two characters wide.
        dimension.width = max(slot.column.width, 2 * len(slot.heading) + 3)
        dimension.number_format = FORMATS[slot.column.kind]
        dimension.alignment, dimension.font = WRAPPED(), TEXT()
        _validate(sheet, slot, f"{letters}2:{letters}{_LAST_ROW}")
    for row, filled in enumerate(records, 2):
        for column, slot in enumerate(slots(record).values(), 1):
            _put(sheet.cell(row, column), filled, slot)
    _set_up(sheet)


def _put(cell: Cell | MergedCell, record: Record | None, slot: Slot) -> None:
    """The value with its format; text that begins with = + - @ stays text."""
    value = as_cell(record, slot) if record is not None else None
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    cell.number_format = FORMATS[slot.column.kind]
    cell.alignment, cell.font = WRAPPED(), TEXT()


def _style_heading(cell: Cell | MergedCell, *, required: bool) -> None:
    cell.font, cell.border = HEADING(), LINES()
    cell.fill = REQUIRED_FILL() if required else OPTIONAL_FILL()
    cell.alignment = WRAPPED()


def _comment(slot: Slot) -> Comment:
    from openpyxl.comments import Comment

    need = "必填" if slot.required else "可不填"
    note = _NOTES.get(slot.column.kind)
    kind = f"{slot.column.kind.value}；{note}" if note else slot.column.kind.value
    example = f"例：{slot.example}\n" if slot.example else ""
    text = f"{slot.description}\n填写：{kind}\n{example}（{need}）"
    return Comment(text, "docgen", height=120, width=280)


def _validate(sheet: Worksheet, slot: Slot, cells: str) -> None:
    """A drop-down where the cell holds one of a known list."""
    from openpyxl.worksheet.datavalidation import DataValidation

    formula = _list_formula(slot)
    if formula is None:
        return
    validation = DataValidation(type="list", formula1=formula, allow_blank=True)
    # A name may also be given in its other form (full, short or former): the list of another sheet only helps.
    validation.showErrorMessage = not slot.column.refers_to
    validation.errorTitle, validation.error = "不在选项之内", "请从列表里选"
    if others := targets_of(slot.column.refers_to)[1:]:
        named = "、".join(f"“{RECORDS[part].sheet}”" for part in others)
        validation.showInputMessage = True
        validation.promptTitle, validation.prompt = slot.heading, f"列表之外，也可以写{named}表里的名称"
    sheet.add_data_validation(validation)
    validation.add(cells)


def _list_formula(slot: Slot) -> str | None:
    """What a drop-down offers. It cannot join two sheets: of several that may be referred to, it offers the first."""
    kind = slot.column.kind
    if kind is Kind.CHOICE and slot.choices:
        return '"' + ",".join(choice.value for choice in slot.choices) + '"'
    if kind is Kind.YES_NO:
        return '"是,否"'
    if kind is Kind.TEXT and slot.column.refers_to:
        return _names_of(RECORDS[targets_of(slot.column.refers_to)[0]])
    return None


def _names_of(record: type[Record]) -> str:
    """The range of the names by which other sheets refer to a record."""
    attribute = unique_attributes(record)[-1]
    sheet, letters = f"'{record.sheet}'!", column_letters(list(slots(record)).index(attribute))
    cells = f"{sheet}${letters}$2:${letters}${_LAST_ROW}"
    if not slots(record)[attribute].required:
        return cells
    # As long as the names are: a list with empty cells at its end opens there.
    return f"OFFSET({sheet}${letters}$2,0,0,MAX(1,COUNTA({cells})),1)"


def _set_up(sheet: Worksheet) -> None:
    """The heading stays in sight on the screen and is repeated on every page."""
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    set_up_page(sheet)
