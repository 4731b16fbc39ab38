"""CFF programs keyed by number, as a PDF holds them (Adobe Technical Note 5176): the glyphs of many put into one."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docgen.batch.merged_fonts.union import Glyphs, NotShared, Width, Widths

_PLACES = frozenset({"charset", "Encoding", "CharStrings", "Private", "FDArray", "FDSelect", "Subrs"})
"""Entries that say where something stands in the program itself."""
_Outline = tuple[bytes, int]
"""A glyph: its commands, and the number of the dictionary that belongs to it (`FDArray`)."""


class CffUnion:
    """See `Union`. Without subroutines, equal glyphs are equal commands."""

    def __init__(self) -> None:
        self._glyphs: Glyphs[_Outline] = Glyphs()
        self._first: Any = None
        self._parts: dict[str, int] = {}
        self._part_array: list[Any] = []

    def add(self, data: bytes, widths: Widths) -> list[int]:
        """Take in a program; see `Union`."""
        program = _opened(data)
        top = program[0]
        if self._first and _plain(top) != _plain(self._first[0]):
            raise NotShared
        parts = [self._part(item) for item in top.FDArray]
        strings = zip(top.CharStrings.charStringsIndex, top.FDSelect.gidArray, strict=True)
        numbers = self._glyphs.numbers([(string.bytecode, parts[part]) for string, part in strings], widths)
        self._first = self._first or program
        return numbers

    def _part(self, part: Any) -> int:
        """The number of a dictionary among those of all programs."""
        if getattr(part.Private, "Subrs", None):
            raise NotShared
        number = self._parts.setdefault(f"{_plain(part)} {_plain(part.Private)}", len(self._part_array))
        if number == len(self._part_array):
            self._part_array.append(part)
        return number

    def program(self) -> bytes:
        """All glyphs as one program."""
        from fontTools.cffLib import FDSelect
        from fontTools.misc.psCharStrings import T2CharString
        from fontTools.ttLib import TTFont

        top = self._first[0]
        outlines = self._glyphs.closed()
        top.charset = [_name(place) for place in range(len(outlines))]
        top.FDArray.items = list(self._part_array)
        top.FDSelect = top.CharStrings.fdSelect = FDSelect(format=3)
        top.FDSelect.gidArray = [part for _, part in outlines]
        top.CharStrings.charStrings = {name: place for place, name in enumerate(top.charset)}
        top.CharStrings.charStringsIndex.items = [
            T2CharString(code, private=self._part_array[part].Private, globalSubrs=self._first.GlobalSubrs)
            for code, part in outlines
        ]
        target = BytesIO()
        self._first.compile(target, TTFont(recalcBBoxes=False), isCFF2=False)
        return target.getvalue()

    @property
    def widths(self) -> list[Width]:
        """See `Union`."""
        return self._glyphs.widths


def _opened(data: bytes) -> Any:
    """The program. Raises NotShared where it is not keyed by the numbers of its glyphs, or has subroutines."""
    from fontTools.cffLib import CFFFontSet

    found = CFFFontSet()
    found.decompile(BytesIO(data), None)
    top = found[0]
    if len(found) != 1 or len(found.GlobalSubrs) or not hasattr(top, "ROS") or not hasattr(top, "FDSelect"):
        raise NotShared
    if list(top.charset) != [_name(place) for place in range(len(top.charset))]:
        raise NotShared
    return found


def _name(place: int) -> str:
    return f"cid{place:05d}" if place else ".notdef"


def _plain(item: Any) -> str:
    """What a dictionary says, but for places."""
    return repr(sorted((key, value) for key, value in item.rawDict.items() if key not in _PLACES))
