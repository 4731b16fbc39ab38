"""Bytes of a CSV file → text: UTF-8 with or without BOM, GBK (GB18030), UTF-16 with BOM; nothing is guessed beyond."""

from __future__ import annotations

import codecs
import unicodedata

from docgen.errors import FileError

_SAVE_AGAIN = "用 Excel 或 WPS 打开核对，另存为“CSV UTF-8（逗号分隔）”"
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_STRANGERS = (
    (b"PK\x03\x04", "是 Excel 工作簿，后缀却是 .csv", "把后缀改成 .xlsx"),
    (b"\xd0\xcf\x11\xe0", "是旧的 .xls 格式，后缀却是 .csv", "用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”"),
    (codecs.BOM_UTF32_LE, "是 UTF-32 编码", _SAVE_AGAIN),
    (codecs.BOM_UTF32_BE, "是 UTF-32 编码", _SAVE_AGAIN),
)
_SURELY_UTF8 = 4
"""So many 汉字 that are right in UTF-8 do not stand at the head of a GBK text by chance."""


def decoded(content: bytes, name: str) -> str:
    """The text of a file. Raises FileError that says what was found instead."""
    for start, found, remedy in _STRANGERS:
        if content.startswith(start):
            raise FileError(f"{name} {found}", remedy)
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _strict(content[len(bom) :], encoding, name)
    if b"\0" in content:
        raise FileError(f"{name} 不是文字，或是没有标记的 UTF-16 编码（有空字节）", _SAVE_AGAIN)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if sum(character >= "\u0800" for character in content[: error.start].decode("utf-8")) >= _SURELY_UTF8:
            raise _broken(content, "UTF-8", error, name) from error
    return _chinese(content, name)


def _strict(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _broken(content, encoding.upper().removesuffix("-LE").removesuffix("-BE"), error, name) from error


def _broken(content: bytes, encoding: str, error: UnicodeDecodeError, name: str) -> FileError:
    found = f"{name} 是 {encoding} 编码，但第 {_line(content, error)} 行有坏字节 0x{content[error.start]:02X}"
    return FileError(found, f"文件可能没有传完；{_SAVE_AGAIN}")


def _line(content: bytes, error: UnicodeDecodeError) -> int:
    return content.count(b"\n", 0, error.start) + 1


def _chinese(content: bytes, name: str) -> str:
    """GB18030 takes nearly any bytes: what comes out must be characters that somebody can have typed."""
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError as error:
        where = f"第 {_line(content, error)} 行有 0x{content[error.start]:02X}"
        raise FileError(f"{name} 既不是 UTF-8 也不是 GBK 编码（{where}）", _SAVE_AGAIN) from error
    for number, line in enumerate(text.split("\n"), 1):
        strange = next((character for character in line if _untypable(character)), None)
        if strange:
            where = f"按 GBK 读，第 {number} 行出现 U+{ord(strange):04X}"
            raise FileError(f"{name} 既不是 UTF-8 也不是 GBK 编码（{where}）", _SAVE_AGAIN)
    return text


def _untypable(character: str) -> bool:
    """Private or unassigned; invisible ones are left to the cells, which tell their place."""
    return not character.isprintable() and unicodedata.category(character) in ("Co", "Cn")
