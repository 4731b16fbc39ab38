"""填写说明: the first sheet of the blank workbook, for the person who fills it in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from docgen.intake.blank_styles import HEADING, OPTIONAL_FILL, REQUIRED_FILL, TEXT, TITLE, WRAPPED, set_up_page
from docgen.intake.schema import GUIDE, NEEDED
from docgen.model.campaign import SHEETS
from docgen.model.references import REFERENCES

if TYPE_CHECKING:
    from openpyxl.styles import Font
    from openpyxl.worksheet.worksheet import Worksheet

_RULES = (
    ("必填与可不填", "列名底色为橙色的必填，灰色的可不填；鼠标停在列名上，可看说明和例子。"),
    ("不要改动", "不要改工作表名和列名；行可以随意增减，列可以调换次序，空行不碍事。"),
    ("不要合并", "不要合并单元格，不要写合计行：合计由程序计算。"),
    ("日期", "写 2024-02-26 或 2024年2月26日；不写年份（2月26日）就用基本信息里的年度。月份写 2024-02 或 2024年2月。"),
    ("百分数", "带上百分号写，如 2.3%。"),
    ("名单", "几个人、几个单位之间用顿号隔开；人名里的空格不会拆开名字。"),
    ("电话", "手机写 11 位；固定电话写区号-号码，如 0000-1234567。"),
    ("数还没有定", "“挂牌村数”一类的格子可以先写 XX，正文就印 XX。"),
    ("分段", "成段的文字可以分段：在单元格里按 Alt+Enter 换行，空格缩进会自动去掉。"),
    ("引用", "成段的文字里可以写花括号引用，如 {年度}、{办公室}：改了数据，文字跟着变。可用的名称见下。"),
    ("检查", "填好后运行 docgen validate，所有问题一次列出，每个都指明单元格。"),
)


def add_guide(sheet: Worksheet) -> None:
    """Fill the sheet: rules, the purpose of every sheet, the names for references."""
    sheet.title = GUIDE
    sheet.column_dimensions["A"].width = 20
    sheet.column_dimensions["B"].width = 96
    _line(sheet, ("怎样填这本工作簿", ""), TITLE)
    for rule in _RULES:
        _line(sheet, rule)
    _line(sheet, ("", ""))
    _line(sheet, ("工作表", "填什么"), HEADING)
    for part, record in SHEETS.items():
        need = "（必有内容）" if part in NEEDED else ""
        _line(sheet, (record.sheet, f"{record.purpose}{need}"))
        sheet.cell(sheet.max_row, 1).fill = REQUIRED_FILL() if part in NEEDED else OPTIONAL_FILL()
    _line(sheet, ("", ""))
    _line(sheet, ("可引用的名称", "代表什么"), HEADING)
    for name, meaning in REFERENCES.items():
        _line(sheet, (f"{{{name}}}", meaning))
    set_up_page(sheet)


def _line(sheet: Worksheet, texts: tuple[str, str], font: Callable[[], Font] = TEXT) -> None:
    sheet.append(list(texts))
    for cell in sheet[sheet.max_row]:
        cell.font = font()
        cell.alignment = WRAPPED()
