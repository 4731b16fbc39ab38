"""填写说明: the first sheet of the blank workbook, for the person who fills it in."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import TYPE_CHECKING

from docgen.intake.blank_styles import GROWING, HEADING, OPTIONAL_FILL, REQUIRED_FILL, TEXT, TITLE, WRAPPED, set_up_page
from docgen.intake.schema import GUIDE, NEEDED
from docgen.model.campaign import SHEETS
from docgen.model.references import REFERENCES

if TYPE_CHECKING:
    from openpyxl.styles import Font
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTH = 96
"""Of the column of texts, in half-width characters."""

_APART = (
    "问题台账、月度评估这样按行增加的表，可以另存成 .xlsx 或 .csv，与本工作簿放在同一文件夹，文件名以表名开头，"
    "如 问题台账-3月.csv、月度评估2024.xlsx：各文件的行接在本工作簿的行后面，编号仍不能重复。"
    "命令后面写文件夹，才会一起读；写明一个文件，就只读这一个。"
)
_RULES = (
    ("必填与可不填", "列名底色为橙色的必填，灰色的可不填；鼠标停在列名上，可看说明和例子。"),
    ("不要改动", "不要改工作表名和列名；行可以随意增减，列可以调换次序，空行不碍事。"),
    ("不要合并", "不要合并单元格，不要写合计行：合计由程序计算。"),
    ("日期", "写 2024-02-26 或 2024年2月26日；不写年份（2月26日）就用基本信息里的年度。月份写 2024-02 或 2024年2月。"),
    ("日期和时间", "写 2024-05-10 15:00 或 2024年5月10日15时30分；下午3时写成 15:00 更稳妥。"),
    ("百分数", "带上百分号写，如 2.3%。"),
    ("改过名的", "乡镇或单位改了名，原来的名称写进“曾用名”：各表里原来的写法照样认得。"),
    ("名单", "几个人、几个单位之间用顿号隔开；人名里的空格不会拆开名字。"),
    ("电话", "手机写 11 位；固定电话写区号-号码，如 0000-1234567。"),
    ("数还没有定", "“挂牌村数”一类的格子可以先写 XX，正文就印 XX。"),
    ("分段", "成段的文字可以分段：在单元格里按 Alt+Enter 换行，空格缩进会自动去掉。"),
    ("引用", "成段的文字里可以写花括号引用，如 {年度}、{办公室}：改了数据，文字跟着变。可用的名称见下。"),
    ("分开存放", _APART),
    ("检查", "填好后运行 docgen validate，所有问题一次列出，每个都指明单元格。"),
)


def add_guide(sheet: Worksheet) -> None:
    """Fill the sheet: rules, the purpose of every sheet, the names for references."""
    sheet.title = GUIDE
    sheet.column_dimensions["A"].width = 20
    sheet.column_dimensions["B"].width = _WIDTH
    _line(sheet, ("怎样填这本工作簿", ""), TITLE)
    for rule in _RULES:
        _line(sheet, rule)
    _line(sheet, ("", ""))
    _line(sheet, ("工作表", "填什么"), HEADING)
    for part, record in SHEETS.items():
        need = "（必有内容，橙色标签）" if part in NEEDED else "（督战中随时增加，蓝色标签）" if part in GROWING else ""
        _line(sheet, (record.sheet, f"{record.purpose}{need}"))
        sheet.cell(sheet.max_row, 1).fill = REQUIRED_FILL() if part in NEEDED else OPTIONAL_FILL()
    _line(sheet, ("", ""))
    _line(sheet, ("可引用的名称", "代表什么"), HEADING)
    for name, meaning in REFERENCES.items():
        _line(sheet, (f"{{{name}}}", meaning))
    set_up_page(sheet)


def _line(sheet: Worksheet, texts: tuple[str, str], font: Callable[[], Font] = TEXT) -> None:
    sheet.append(list(texts))
    row = sheet.max_row
    for cell in sheet[row]:
        cell.font = font()
        cell.alignment = WRAPPED()
    # Not every program makes rows as high as their text by itself.
    sheet.row_dimensions[row].height = max(ceil(_half_widths(texts[1]) / _WIDTH), 1) * 1.4 * (font().size or 11)


def _half_widths(text: str) -> int:
    return sum(1 if character.isascii() else 2 for character in text)
