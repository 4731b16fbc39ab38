"""Bytes of a text file → text: UTF-8 with or without BOM, GBK (GB18030), UTF-16 with BOM; nothing is guessed beyond."""

from __future__ import annotations

import codecs
import unicodedata
from pathlib import PurePath

from docgen.errors import FileError
from docgen.opening.kinds import Kind, kind_of
from docgen.wording.rare import is_rare

_SAVE_AGAIN = "用 Excel 或 WPS 打开核对，另存为“CSV UTF-8（逗号分隔）”"
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_TO_BOOK = "用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”"
_BOOK = ("是 Excel 工作簿", "把后缀改成 .xlsx")
_STRANGERS = {
    Kind.XLSX: _BOOK,
    Kind.ZIP: _BOOK,
    Kind.CUT_ZIP: _BOOK,
    Kind.OLD_EXCEL: ("是旧的 .xls 格式", _TO_BOOK),
    Kind.OLD_OFFICE: ("是旧的 .xls 格式", _TO_BOOK),
    Kind.XLSM: ("是带宏的 Excel 工作簿", "用 Excel 打开，另存为不带宏的“Excel 工作簿（.xlsx）”"),
    Kind.HTML: ("是网页", f"有的系统导出的表格其实是网页：{_TO_BOOK}"),
}
"""Content that needs no decoding: what to say of it, and the remedy; other kinds say what they are."""
_SURELY_UTF8 = 4
"""So many 汉字 that are right in UTF-8 do not stand at the head of a GBK text by chance."""


def decoded(content: bytes, name: str, again: str = _SAVE_AGAIN) -> str:
    """The text of a file; `again` is how its user gets it in UTF-8. Raises FileError that says what was found."""
    _refuse_strangers(content, name, again)
    try:
        return _text(content)
    except _NoText as error:
        remedy = again if error.whole else f"文件可能没有传完；{again}"
        raise FileError(f"{name} {error}", remedy) from error


class _NoText(Exception):
    """What was found, as the end of a sentence; `whole` where nothing speaks for a file that was cut off."""

    def __init__(self, found: str, *, whole: bool = True) -> None:
        super().__init__(found)
        self.whole = whole


def _refuse_strangers(content: bytes, name: str, again: str) -> None:
    if content.startswith(_UTF32):
        raise FileError(f"{name} 是 UTF-32 编码", again)
    kind = kind_of(content)
    if kind not in (Kind.EMPTY, Kind.TEXT, Kind.BINARY):
        found, remedy = _STRANGERS.get(kind) or (f"是{kind.behind}", "换成装着数据的文件")
        raise FileError(f"{name} {found}，后缀却是 {PurePath(name).suffix}", remedy)


def _text(content: bytes) -> str:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _strict(content[len(bom) :], encoding)
    if b"\0" in content:
        raise _NoText("不是文字，或是没有标记的 UTF-16 编码（有空字节）")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if sum(character >= "\u0800" for character in content[: error.start].decode("utf-8")) >= _SURELY_UTF8:
            raise _broken(content, "UTF-8", error) from error
    return _chinese(content)


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _broken(content, encoding.upper().removesuffix("-LE").removesuffix("-BE"), error) from error


def _broken(content: bytes, encoding: str, error: UnicodeDecodeError) -> _NoText:
    where = f"第 {_line(content, error)} 行有坏字节 0x{content[error.start]:02X}"
    return _NoText(f"是 {encoding} 编码，但{where}", whole=False)


def _line(content: bytes, error: UnicodeDecodeError) -> int:
    return content.count(b"\n", 0, error.start) + 1


def _chinese(content: bytes) -> str:
    """GB18030 takes nearly any bytes: what comes out must be characters that somebody can have typed."""
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError as error:
        where = f"第 {_line(content, error)} 行有 0x{content[error.start]:02X}"
        raise _NoText(f"既不是 UTF-8 也不是 GBK 编码（{where}）") from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.isprintable():
            continue  # the way of nearly all lines
        strange = next((character for character in line if _untypable(character)), None)
        if strange:
            where = f"按 GBK 读，第 {number} 行出现 U+{ord(strange):04X}"
            raise _NoText(f"既不是 UTF-8 也不是 GBK 编码（{where}）")
    return text


def _untypable(character: str) -> bool:
    """Private or unassigned; invisible ones are left to the cells, which tell their place."""
    if character.isprintable() or is_rare(character):
        return False
    return unicodedata.category(character) in ("Co", "Cn")
