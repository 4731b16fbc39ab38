"""Files that cannot be converted: broken, encrypted, .doc; each has to end in a message that tells what to do."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from benchmarks.corpus.package import package
from benchmarks.corpus.wordml import p
from docgen.errors import DocgenError
from docgen.pdf.convert import convert

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refused_files() -> dict[str, bytes]:
    """Name → bytes of what users hand over by mistake."""
    sound = package(p("正文"))
    return {
        "空文件.docx": b"",
        "一段文字.docx": "这不是 Word 文件".encode(),
        "截断.docx": sound[: len(sound) // 2],
        "正文损坏.docx": _with(sound, "word/document.xml", b"<w:document"),
        "没有正文.docx": _without(sound, "word/document.xml"),
        "带DOCTYPE.docx": _with(sound, "word/document.xml", b'<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'),
        "加密.docx": _OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(512),
        "旧格式.doc": _OLE + bytes(504) + "WordDocument".encode("utf-16-le") + bytes(512),
        "工作簿.xlsx": _without(sound, "word/"),
    }


def refusals() -> Iterator[tuple[str, str, bool]]:
    """(name, what is said, whether it is a clear message with a remedy) of each file."""
    for name, data in refused_files().items():
        try:
            made = convert(data)
        except DocgenError as error:
            yield name, f"{error.message}；{error.remedy}", bool(error.message and error.remedy)
        except Exception as error:
            yield name, f"TRACEBACK {type(error).__name__}: {error}", False
        else:
            yield name, f"converted to {made.page_count} pages without a word", False


def _with(docx: bytes, part: str, data: bytes) -> bytes:
    return _copied(docx, {part: data}, drop="\0")


def _without(docx: bytes, part: str) -> bytes:
    return _copied(docx, {}, drop=part)


def _copied(docx: bytes, instead: dict[str, bytes], drop: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(target, "w") as made:
        for item in source.infolist():
            if not item.filename.startswith(drop):
                made.writestr(item, instead.get(item.filename, source.read(item)))
    return target.getvalue()
