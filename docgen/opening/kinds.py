"""What a file is, by its first bytes and never by its name."""

from __future__ import annotations

import codecs
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable
from enum import StrEnum

from docgen.opening.prolog import as_utf8


class Kind(StrEnum):
    """A kind of content, in the words that messages use."""

    EMPTY = "空文件"
    DOCX = "Word 文档（.docx）"
    DOTX = "Word 模板（.dotx）"
    DOCM = "带宏的 Word 文件（.docm、.dotm）"
    XLSX = "Excel 工作簿（.xlsx）"
    XLSM = "带宏的 Excel 工作簿（.xlsm、.xltm）"
    XLSB = "Excel 二进制工作簿（.xlsb）"
    PPTX = "PowerPoint 演示文稿（.pptx）"
    OPEN_DOCUMENT = "OpenDocument 文件（.odt、.ods）"
    OFD = "OFD 版式文件"
    ZIP = "压缩包（.zip）"
    CUT_ZIP = "不完整的压缩文件"
    ENCRYPTED = "加了密码的 Office 文件"
    OLD_WORD = "旧的 Word 文件（.doc、.wps）"
    OLD_EXCEL = "旧的 Excel 文件（.xls、.et）"
    OLD_OFFICE = "旧的 Office 文件"
    PDF = "PDF"
    RTF = "RTF 文件"
    HTML = "网页"
    XML = "XML 文件"
    IMAGE = "图片"
    PACKED = "压缩包（.rar、.7z、.gz）"
    TEXT = "文字"
    BINARY = "二进制数据"

    @property
    def behind(self) -> str:
        """The kind behind a 汉字: with a space where it begins with a letter."""
        return f" {self}" if self[0].isascii() else str(self)


CONTENT_TYPES = "[Content_Types].xml"
UNPACKING_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
"""What the library raises for a zip that is damaged or not meant for it."""
ZIP_START = b"PK\x03\x04"
OLE_START = b"\xd0\xcf\x11\xe0"
_STARTS = (
    (b"%PDF-", Kind.PDF),
    (b"{\\rtf", Kind.RTF),
    (b"\x89PNG\r\n", Kind.IMAGE),
    (b"\xff\xd8\xff", Kind.IMAGE),
    (b"GIF8", Kind.IMAGE),
    (b"II*\0", Kind.IMAGE),
    (b"MM\0*", Kind.IMAGE),
    (b"BM", Kind.IMAGE),
    (b"Rar!\x1a\x07", Kind.PACKED),
    (b"7z\xbc\xaf\x27\x1c", Kind.PACKED),
    (b"\x1f\x8b\x08", Kind.PACKED),
)
_LOOKED_AT = 4096
_UTF16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HTML = re.compile(
    rb"<!doctype\s+html|<html[\s>:]|<(?:head|body|table|meta|style)[\s>]|MIME-Version:.{0,400}multipart/related",
    re.IGNORECASE | re.DOTALL,
)
_MAINS = (
    (b"ms-word.document.macroenabled.main+xml", Kind.DOCM),
    (b"ms-word.template.macroenabledtemplate.main+xml", Kind.DOCM),
    (b"wordprocessingml.document.main+xml", Kind.DOCX),
    (b"wordprocessingml.template.main+xml", Kind.DOTX),
    (b"ms-excel.sheet.macroenabled.main+xml", Kind.XLSM),
    (b"ms-excel.template.macroenabled.main+xml", Kind.XLSM),
    (b"ms-excel.sheet.binary.macroenabled.main", Kind.XLSB),
    (b"spreadsheetml.sheet.main+xml", Kind.XLSX),
    (b"spreadsheetml.template.main+xml", Kind.XLSX),
    (b"presentationml.presentation.main+xml", Kind.PPTX),
)
"""What the content types call the main part. An embedded file's type has no `main` in it."""
_OLE_STREAMS = (
    ("EncryptedPackage", Kind.ENCRYPTED),
    ("WordDocument", Kind.OLD_WORD),
    ("Workbook", Kind.OLD_EXCEL),
    ("Book", Kind.OLD_EXCEL),
)
_LARGEST_TYPES = 2_000_000


def kind_of(content: bytes) -> Kind:
    """The kind of a file's content."""
    if not content:
        return Kind.EMPTY
    if content.startswith(ZIP_START):
        return _zipped(content)
    if content.startswith(OLE_START):
        return _compound(content)
    for start, kind in _STARTS:
        if content.startswith(start) and (kind is not Kind.IMAGE or start != b"BM" or b"\0" in content[:32]):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return Kind.IMAGE
    return _written(content)


def _written(content: bytes) -> Kind:
    """Text of some sort, or none."""
    head = content[:_LOOKED_AT]
    for mark, encoding in _UTF16:
        if head.startswith(mark):
            head = head[len(mark) :].decode(encoding, "ignore").encode("utf-8", "ignore")
            break
    head = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if head.startswith(b"<?xml"):
        return Kind.HTML if b"<html" in head else Kind.XML
    if head.startswith((b"<", b"MIME-Version:")) and _HTML.match(head):
        return Kind.HTML
    return Kind.BINARY if b"\0" in head else Kind.TEXT


def _compound(content: bytes) -> Kind:
    """An OLE file by the streams that its directory names: entries of 128 bytes that begin with the name."""
    for stream, kind in _OLE_STREAMS:
        name = stream.encode("utf-16-le")
        if kind is Kind.ENCRYPTED and name in content:
            return kind
        at = content.find(name + b"\0\0")
        while at >= 0:
            if at % 128 == 0:
                return kind
            at = content.find(name + b"\0\0", at + 1)
    return Kind.OLD_OFFICE


def _zipped(content: bytes) -> Kind:
    """A zip by what its content types say; one without them by its best-known members."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            names = frozenset(opened.namelist())
            types = b""
            if CONTENT_TYPES in names:
                with opened.open(CONTENT_TYPES) as stream:
                    types = stream.read(_LARGEST_TYPES)
    except UNPACKING_ERRORS:
        return Kind.CUT_ZIP
    return office_kind(types, names)


def office_kind(types: bytes, names: Iterable[str]) -> Kind:
    """The kind of a zip by its content types, b"" where it has none, and the names of its members."""
    said = as_utf8(types).lower()
    if found := next((kind for fragment, kind in _MAINS if fragment in said), None):
        return found
    members = frozenset(names)
    if "OFD.xml" in members:
        return Kind.OFD
    return Kind.OPEN_DOCUMENT if {"mimetype", "content.xml"} <= members else Kind.ZIP
