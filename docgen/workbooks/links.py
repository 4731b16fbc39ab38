"""Links to files beside the workbook: relative, so that the folder can be moved or handed on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self
from urllib.parse import quote

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_LINKS = 65_530
"""Links that one sheet can hold."""

_KEPT = "/!$&'()*+,;=@-._~"
"""Marks that mean nothing special in a relative link."""


class Link(str):
    """A text that opens the file at `path`: seen from the workbook's folder, parts joined by "/"."""

    path: str

    def __new__(cls, path: str, text: str = "") -> Self:
        """The link; without a text it shows its path."""
        made = super().__new__(cls, text or path)
        made.path = path
        return made


def put_link(sheet: Worksheet, row: int, column: int, link: Link, look: Format) -> None:
    """Write the link's text, with its target."""
    sheet.write_url(row, column, f"external:{_escaped(link.path)}", look, str(link))


def _escaped(path: str) -> str:
    """The path as a link says it: # % and blanks are escaped, 汉字 stay readable, as Excel itself keeps them."""
    return "".join(character if character > "\x7f" else quote(character, safe=_KEPT) for character in path)
