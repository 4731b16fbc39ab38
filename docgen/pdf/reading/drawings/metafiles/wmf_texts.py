"""WMF texts: the bytes of a text in the code of its font → characters, each with its width ([MS-WMF] 2.3.3.5)."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.pdf.reading.drawings.metafiles.device import Typeface
from docgen.pdf.reading.symbols import REPLACEMENT, is_symbol_font, symbol_of

_ANSI, _DEFAULT, _SYMBOL = 0, 1, 2
# Character set of a font ([MS-WMF] 2.1.1.5) → the code of its texts.
_CODES = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
_TWO_BYTES = frozenset({"cp932", "cp949", "gb18030", "cp950"})
_CHINESE = "gb18030"


def name_of_face(raw: bytes) -> str:
    """The name of a font, which is written in the code of the machine: an office here has a Chinese one."""
    return raw.split(b"\0")[0].decode(_CHINESE, "replace")


def characters(raw: bytes, face: Typeface, widths: Sequence[int] | None) -> tuple[str, list[int] | None]:
    """The characters of a text; their widths, which the file gives for each byte."""
    if face.charset == _SYMBOL or is_symbol_font(face.name):
        return "".join(_symbol(byte, face.name) for byte in raw), None if widths is None else list(widths)
    code = _code_of(face)
    text, own, at = "", [], 0
    while at < len(raw):
        long = 2 if code in _TWO_BYTES and _leads(raw[at], code) and at + 1 < len(raw) else 1
        char = raw[at : at + long].decode(code, "replace")[:1]
        text += char
        own.append(sum(widths[at : at + long]) if widths is not None else 0)
        at += long
    return text, None if widths is None else own


def _code_of(face: Typeface) -> str:
    """The code of a font's texts; many programs name no character set, or a Western one, for a Chinese font."""
    if face.charset == _DEFAULT or (face.charset == _ANSI and not face.name.isascii()):
        return _CHINESE
    return _CODES.get(face.charset, "cp1252")


def _leads(byte: int, code: str) -> bool:
    """Whether a byte is the first of two."""
    return 0x81 <= byte <= 0xFE and not (code == "cp932" and 0xA0 <= byte <= 0xDF)


def _symbol(byte: int, name: str) -> str:
    found = symbol_of(chr(byte), name) if is_symbol_font(name) else ""
    return found or (chr(byte) if 0x20 <= byte < 0x7F and not is_symbol_font(name) else REPLACEMENT)
