"""Campaign (or none) → the workbook to fill in, made from the model; the same campaign gives the same bytes."""

from __future__ import annotations

import io
import re
from datetime import datetime

from docgen.intake.blank_guide import add_guide
from docgen.intake.blank_sheets import add_form, add_table
from docgen.intake.blank_styles import tab_colour
from docgen.intake.written import records_of
from docgen.model.campaign import SHEETS, Campaign
from docgen.zipped import Change, rezipped

_STAMP = datetime(2024, 1, 1)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def workbook(campaign: Campaign | None = None) -> bytes:
    """An .xlsx with 填写说明 first, then a sheet for each kind of record, filled from the campaign if there is one."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = "docgen"
    book.properties.title = "挂牌督战数据"
    book.properties.created = _STAMP
    guide = book.active
    assert guide is not None
    add_guide(guide)
    for part, record in SHEETS.items():
        sheet = book.create_sheet(record.sheet)
        sheet.sheet_properties.tabColor = tab_colour(part)
        add = add_form if record.single else add_table
        add(sheet, record, records_of(campaign, part))
    content = io.BytesIO()
    book.save(content)
    return _normalised(content.getvalue())


def _normalised(content: bytes) -> bytes:
    """The same archive with fixed dates: openpyxl writes the moment of saving into it."""
    stamp = rb"\g<1>" + f"{_STAMP.isoformat()}Z".encode()
    changes: dict[str, Change] = {"docProps/core.xml": lambda core: [_MODIFIED.sub(stamp, core.read())]}
    return rezipped(content, changes.get)
