"""A workbook's bytes: properties from the data, no clock, no machine; the same sheets give the same bytes."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from docgen.errors import FileError
from docgen.workbooks.looks import BODY, Looks
from docgen.workbooks.mending import mending_of
from docgen.zipped import rezipped

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

log = logging.getLogger("docgen")


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook under way: its sheets are added one after the other, each from its top row down."""

    writer: Workbook
    looks: Looks

    def sheet(self, name: str) -> Worksheet:
        """A new sheet, the last so far."""
        return self.writer.add_worksheet(name)


def workbook(title: str, author: str, day: date, fill: Callable[[Book], None]) -> bytes:
    """The .xlsx that `fill` writes; title, author and day are its properties.

    Rows go to temporary files while they are written, so that the memory does not grow with them. Raises FileError
    when there is no room for those.
    """
    try:
        return rezipped(_written(title, author, day, fill), mending_of)
    except OSError as error:
        log.debug("%s", error)
        raise FileError("临时文件夹写不了，做不成工作簿", "腾出磁盘空间，或检查临时文件夹的权限") from error


def _written(title: str, author: str, day: date, fill: Callable[[Book], None]) -> bytes:
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    content = io.BytesIO()
    book = Workbook(content, {"constant_memory": True, "default_format_properties": dict(BODY)})
    book.set_properties({"title": title, "author": author, "created": datetime.combine(day, time())})
    fill(Book(book, Looks(book)))
    try:
        book.close()
    except FileCreateError as error:
        raise OSError(str(error)) from error
    return content.getvalue()
