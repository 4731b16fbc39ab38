"""What is mended in the parts that XlsxWriter wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from docgen.zipped import Change

_CHUNK = 1 << 20
# "<" begins nothing but a tag: text that reads like this one is written as &lt;row.
_FIXED_HEIGHT = re.compile(rb'(<row [^>]*) customHeight="1"')


def mending_of(part: str) -> Change | None:
    """The change that a part of the workbook needs, by its name."""
    if part.startswith("xl/worksheets/_rels/"):
        return _with_slashes
    if part.startswith("xl/worksheets/"):
        return _with_free_heights
    return None


def _with_slashes(part: IO[bytes]) -> Iterator[bytes]:
    """Links with / in their targets: XlsxWriter writes \\, which only Windows takes for a path."""
    yield part.read().replace(b"\\", b"/")


def _with_free_heights(part: IO[bytes]) -> Iterator[bytes]:
    """Rows that are as high as we say until somebody edits them, and then grow: not fixed for ever."""
    rest = b""
    while chunk := part.read(_CHUNK):
        whole, bracket, tail = (rest + chunk).rpartition(b"<")
        yield _FIXED_HEIGHT.sub(rb"\1", whole)
        rest = bracket + tail
    yield _FIXED_HEIGHT.sub(rb"\1", rest)
