"""Excerpt: a sheet without its ordinary cells, of which there is no more to know than their values.

The others, a few of a million as a rule, are found by their bytes: a parser takes thirty times as long to tell of every
element.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import merge

_PREFIX = rb"(?:[^\s<>/:]{1,16}:)?"
_TAG_OF_F = b"|".join((rb"(?<=<f)", *(rb"(?<=<[^\s<>/:]{%d}:f)" % width for width in range(1, 17))))
_NO_VALUE = re.compile(
    rb"f(?:%(tag)b)(?=[\s>/])(?!(?:[^<>]*/>|[^<>]*>[^<]*</%(prefix)bf\s*>)\s*<%(prefix)bv>[^<])"
    % {b"tag": _TAG_OF_F, b"prefix": _PREFIX}
)
"""The tag of a formula, unless its value stands behind it, as it nearly always does.

A pattern that begins with one letter is looked for several times as fast as any other, or as a text; a sheet may have a
hundred megabytes. One that looked far ahead from the midst of a text would take the square of its length.
"""
_ERROR = re.compile(rb"e(?<=[\"']e)[\"']")
"""The type of a cell with an error value."""
_FAR = re.compile(rb"r(?<=\sr)\s*=\s*[\"'][A-Za-z]{0,3}\d{6,}[\"']")
"""The address of a row or a cell so far down that there should be nothing in it."""

_DATA = re.compile(rb"<(%b)sheetData\s*>" % _PREFIX)
_COMMENT = re.compile(rb"!(?<=<!)")
_INSTRUCTION = re.compile(rb"\?(?<=<\?)(?!xml\s)")
"""Comments and CDATA, and instructions: in them, and only in them, `<` need not begin a tag."""


def excerpt(xml: bytes, styles: frozenset[int]) -> bytes:
    """The sheet with those cells only that have one of the styles, an error, a formula that may lack its value, or are
    far down.

    A row that is such itself takes all its cells along. `xml` is well-formed. It is given back as it is when its cells
    cannot be told by their bytes: there are comments in it, or it is in UTF-16.
    """
    data = _DATA.search(xml)
    if data is None or _COMMENT.search(xml) or _INSTRUCTION.search(xml):
        return xml
    prefix, first = data[1], data.end()
    last = xml.rfind(b"</%bsheetData" % prefix)
    found = bytearray(xml[:first])
    for piece in _pieces(xml, first, last, styles, prefix):
        if piece is None:
            return xml
        found += piece[0]
    return bytes(found + xml[last:])


def _pieces(
    xml: bytes, first: int, last: int, styles: frozenset[int], prefix: bytes
) -> Iterator[re.Match[bytes] | None]:
    """The elements of the excerpt, in order; None for what is found outside of any cell or row."""
    cell, row = _Element(prefix + b"c"), _Element(prefix + b"row")
    done = first
    for spot in _spots(xml, first, last, styles):
        if spot >= done:
            piece = cell.around(xml, spot, done) or row.around(xml, spot, done)
            yield piece
            done = piece.end() if piece else last


def _spots(xml: bytes, first: int, last: int, styles: frozenset[int]) -> Iterator[int]:
    """Where something is found that makes its cell or row one of the excerpt, in order."""
    patterns = [_NO_VALUE, _ERROR, _FAR]
    if styles:
        listed = b"|".join(b"%d" % style for style in sorted(styles))
        patterns.append(re.compile(rb"s(?<=\ss)\s*=\s*[\"']0*(?:%b)[\"']" % listed))
    return merge(*((match.start() for match in pattern.finditer(xml, first, last)) for pattern in patterns))


class _Element:
    """Elements of a name, from tag to tag; one that holds another of its name is none."""

    def __init__(self, name: bytes) -> None:
        self._tag = b"<" + name
        called = re.escape(name)
        # Each piece begins with a sign of its own, so that nothing is tried twice: the square of a length never counts.
        attributes = rb"[^<>\"'/]*(?:(?:\"[^\"]*\"|'[^']*')[^<>\"'/]*)*"
        inside = rb"[^<]*(?:<(?!/?%b[\s/>])[^<]*)*" % called
        self._whole = re.compile(rb"<%b(?=[\s/>])%b(?:/>|>%b</%b\s*>)" % (called, attributes, inside, called))

    def around(self, xml: bytes, spot: int, first: int) -> re.Match[bytes] | None:
        """The element that a spot lies in, if it begins at `first` or behind it."""
        start = spot
        while (start := xml.rfind(self._tag, first, start)) >= 0:
            if element := self._whole.match(xml, start):
                return element if element.end() > spot else None
        return None
