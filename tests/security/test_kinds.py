"""A file is what its content is, whatever it is called."""

from __future__ import annotations

import pytest
from strange_files import OLE, WORD_TYPE, book, ole, types_of, word, zipped

from docgen.opening.kinds import Kind, kind_of

MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", Kind.EMPTY),
        (word(), Kind.DOCX),
        (zipped({"[Content_Types].xml": types_of(MACROS)}), Kind.DOCM),
        (zipped({"[Content_Types].xml": types_of("x.wordprocessingml.template.main+xml")}), Kind.DOTX),
        (book(), Kind.XLSX),
        (zipped({"[Content_Types].xml": types_of("application/vnd.ms-excel.sheet.macroEnabled.main+xml")}), Kind.XLSM),
        (
            zipped({"[Content_Types].xml": types_of("application/vnd.ms-excel.sheet.binary.macroEnabled.main")}),
            Kind.XLSB,
        ),
        (zipped({"[Content_Types].xml": types_of("x.presentationml.presentation.main+xml")}), Kind.PPTX),
        (zipped({"mimetype": "x", "content.xml": "<x/>"}), Kind.OPEN_DOCUMENT),
        (zipped({"OFD.xml": "<x/>"}), Kind.OFD),
        (zipped({"a.txt": "a"}), Kind.ZIP),
        (word()[:-30], Kind.CUT_ZIP),
        (OLE, Kind.OLD_OFFICE),
        (ole("WordDocument"), Kind.OLD_WORD),
        (ole("Workbook"), Kind.OLD_EXCEL),
        (ole("Book"), Kind.OLD_EXCEL),
        (ole("EncryptedPackage"), Kind.ENCRYPTED),
        (b"%PDF-1.7\n", Kind.PDF),
        (b"{\\rtf1 x}", Kind.RTF),
        (b"\x89PNG\r\n\x1a\n", Kind.IMAGE),
        (b"\xff\xd8\xff\xe0", Kind.IMAGE),
        (b"RIFF\0\0\0\0WEBPVP8 ", Kind.IMAGE),
        (b"BM\x9a\0\0\0", Kind.IMAGE),
        (b"Rar!\x1a\x07\0", Kind.PACKED),
        (b"\r\n<html><body><table>", Kind.HTML),
        ("\ufeff<table border=1>".encode(), Kind.HTML),
        ("\ufeff<HTML><table>".encode("utf-16-le"), Kind.HTML),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; x", Kind.HTML),
        (b'<?xml version="1.0"?><Workbook/>', Kind.XML),
        ("县名: 云岭县".encode(), Kind.TEXT),
        ("县名: 云岭县".encode("gbk"), Kind.TEXT),
        (b"BMW is a text", Kind.TEXT),
        (b"<<: 1", Kind.TEXT),
        (b"a\0b", Kind.BINARY),
    ],
)
def test_a_file_is_known_by_its_content(content: bytes, kind: Kind) -> None:
    assert kind_of(content) is kind


def test_an_embedded_file_does_not_decide_what_its_owner_is() -> None:
    embedded = '<Default Extension="xlsm" ContentType="application/vnd.ms-excel.sheet.macroEnabled.12"/></Types>'
    types = types_of(WORD_TYPE).replace("</Types>", embedded)
    assert kind_of(word(**{"[Content_Types].xml": types})) is Kind.DOCX
