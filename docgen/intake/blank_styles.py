"""Styles of the blank workbook, made when asked for: openpyxl is loaded late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.intake.schema import NEEDED
from docgen.model.fields import Kind

if TYPE_CHECKING:
    from openpyxl.styles import Alignment, Border, Font, PatternFill
    from openpyxl.worksheet.worksheet import Worksheet

_FACE = "宋体"

FORMATS: dict[Kind, str] = {
    Kind.TEXT: "@",
    Kind.PROSE: "@",
    Kind.PHONE: "@",
    Kind.NAMES: "@",
    Kind.CHOICES: "@",
    Kind.CHOICE: "@",
    Kind.YES_NO: "@",
    Kind.COUNT: "0",
    Kind.STATED_COUNT: "General",
    Kind.DAY: 'yyyy"年"m"月"d"日"',
    Kind.MONTH: 'yyyy"年"m"月"',
    Kind.MOMENT: 'yyyy"年"m"月"d"日" h:mm',
    Kind.PERCENT: "0.0###%",
}
"""Number format of each kind of column. A % format makes every program store and show the same share."""

GROWING = ("problems", "visits", "assessments", "interviews", "demands")
"""The sheets that grow while the campaign runs, as attributes of `Campaign`."""

_NEEDED_TAB, _GROWING_TAB = "F4B183", "9DC3E6"


def tab_colour(part: str) -> str | None:
    """The colour of a sheet's tab: orange where something must stand, blue where the campaign adds rows."""
    return _NEEDED_TAB if part in NEEDED else _GROWING_TAB if part in GROWING else None


def TEXT() -> Font:  # noqa: N802 - one of a set of named styles
    """Ordinary type."""
    from openpyxl.styles import Font

    return Font(name=_FACE, size=11)


def HEADING() -> Font:  # noqa: N802
    """Type of headings."""
    from openpyxl.styles import Font

    return Font(name=_FACE, size=11, bold=True)


def TITLE() -> Font:  # noqa: N802
    """Type of a sheet's title."""
    from openpyxl.styles import Font

    return Font(name=_FACE, size=14, bold=True)


def REQUIRED_FILL() -> PatternFill:  # noqa: N802
    """Behind required headings: orange."""
    from openpyxl.styles import PatternFill

    return PatternFill("solid", fgColor="F8CBAD")


def OPTIONAL_FILL() -> PatternFill:  # noqa: N802
    """Behind optional headings: grey."""
    from openpyxl.styles import PatternFill

    return PatternFill("solid", fgColor="E7E6E6")


def WRAPPED() -> Alignment:  # noqa: N802
    """Long text: wrapped, from the top."""
    from openpyxl.styles import Alignment

    return Alignment(wrap_text=True, vertical="top")


def LINES() -> Border:  # noqa: N802
    """A thin rule around a cell."""
    from openpyxl.styles import Border, Side

    side = Side(style="thin", color="BFBFBF")
    return Border(left=side, right=side, top=side, bottom=side)


def set_up_page(sheet: Worksheet) -> None:
    """A4 across, as wide as the page, as many pages as it takes."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
