"""Campaign (or none) → the workbook to fill in, made from the model; the same campaign gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

from docgen.intake.blank_guide import add_guide
from docgen.intake.blank_sheets import add_form, add_table
from docgen.intake.written import records_of
from docgen.model.campaign import SHEETS, Campaign

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
        add = add_form if record.single else add_table
        add(sheet, record, records_of(campaign, part))
    content = io.BytesIO()
    book.save(content)
    return _normalised(content.getvalue())


def _normalised(content: bytes) -> bytes:
    """The same archive with fixed dates: openpyxl writes the moment of saving into it."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in source.infolist():
            data = source.read(member)
            if member.filename == "docProps/core.xml":
                data = _MODIFIED.sub(rb"\g<1>" + f"{_STAMP.isoformat()}Z".encode(), data)
            fixed = zipfile.ZipInfo(member.filename, (1980, 1, 1, 0, 0, 0))
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.create_system = 0
            archive.writestr(fixed, data)
    return target.getvalue()
