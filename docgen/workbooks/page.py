"""How a sheet is shown and printed: A4 across, one page wide, heads on every page, pages numbered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_A4 = 9
_FOOTER = '&C&"仿宋,Regular"&10第 &P 页 共 &N 页'
_MARGIN = 0.4
"""Left and right, in inches: about 1 cm."""
_FOOT_MARGIN = 0.7


def set_up_page(sheet: Worksheet, head: int, *, still: int) -> None:
    """`head` is the row of headings: it stays in sight, with all above and `still` columns, and heads every page."""
    sheet.freeze_panes(head + 1, still)
    sheet.repeat_rows(head)
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=_MARGIN, right=_MARGIN, top=0.5, bottom=_FOOT_MARGIN)
    sheet.center_horizontally()
    sheet.set_footer(_FOOTER, {"margin": 0.3})
