"""Syntax: numbers, colours and strings as a PDF writes them."""

from __future__ import annotations

import re
import zlib
from functools import lru_cache
from typing import Any

from docgen.pdf.decimals import number

_COLOR = re.compile(r"#([0-9a-fA-F]{6})")


def numbers(*values: float) -> str:
    """Numbers in a row."""
    return " ".join(map(number, values))


@lru_cache(maxsize=256)
def color(value: str) -> str:
    """`#rrggbb` as three numbers; black for anything else."""
    found = _COLOR.fullmatch(value)
    digits = found[1] if found else "000000"
    return numbers(*(int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)))


def text_string(value: str) -> Any:
    """A text as a string object: ASCII as it is, anything else as UTF-16."""
    import pydyf

    return pydyf.String(value)


def sort_key(name: str) -> bytes:
    """The bytes of a text as a string object, by which readers search name trees."""
    return name.encode("ascii") if name.isascii() else b"\xfe\xff" + name.encode("utf-16-be")


def stream(data: bytes, **extra: Any) -> Any:
    """A stream object, packed once (the library packs anew each time it looks at an object)."""
    import pydyf

    return pydyf.Stream([zlib.compress(data)], {**extra, "Filter": "/FlateDecode"})


def escaped(code: int) -> str:
    """A two-byte character code inside of a literal string, one character per byte."""
    return "".join(_ESCAPES.get(byte, chr(byte)) for byte in (code >> 8, code & 255))


_ESCAPES = {0x28: "\\(", 0x29: "\\)", 0x5C: "\\\\", 0x0D: "\\r", 0x0A: "\\n"}
