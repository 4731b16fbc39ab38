"""Looks: how cells look, named; put together for a cell (`looks(Look.CELL, Look.DAY)`) and made once a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

BODY: Mapping[str, Any] = MappingProxyType({"font_name": "仿宋", "font_size": 10})
"""The workbook's ordinary type; widths of columns are counted in its digits."""


class Look(Enum):
    """One trait of a cell, as properties of XlsxWriter."""

    TITLE = MappingProxyType({"font_name": "方正小标宋简体", "font_size": 18, "align": "center", "valign": "vcenter"})
    NOTE = MappingProxyType({"text_wrap": True, "valign": "vcenter"})
    SMALL = MappingProxyType({"font_size": 9})
    HEAD = MappingProxyType(
        {
            "font_name": "黑体",
            "font_size": 9,
            "bg_color": "#D9E2F3",
            "text_wrap": True,
            "align": "center",
            "valign": "vcenter",
        }
    )
    LINES = MappingProxyType({"border": 1, "border_color": "#7F7F7F"})
    CELL = MappingProxyType({"border": 1, "border_color": "#7F7F7F", "valign": "vcenter"})
    TOTAL = MappingProxyType({"font_name": "黑体", "bg_color": "#F2F2F2"})
    BAND = MappingProxyType({"font_name": "黑体", "bg_color": "#EDEDED", "align": "left"})
    TEXT = MappingProxyType({"num_format": "@", "text_wrap": True})
    LABEL = MappingProxyType({"num_format": "@", "text_wrap": True, "align": "center"})
    # No text format here: some programs show #### for a long text in a cell of that format.
    PROSE = MappingProxyType({"text_wrap": True})
    GUARDED = MappingProxyType({"quote_prefix": True})
    DAY = MappingProxyType({"num_format": "yyyy-m-d", "align": "center"})
    LONG_DAY = MappingProxyType({"num_format": '"截至"yyyy"年"m"月"d"日："', "align": "right", "valign": "vcenter"})
    MONTH = MappingProxyType({"num_format": 'yyyy"年"m"月"', "align": "center"})
    COUNT = MappingProxyType({"num_format": "0", "align": "center"})
    PIECES = MappingProxyType({"num_format": '0"个"', "align": "center"})
    WHOLE_SHARE = MappingProxyType({"num_format": "0%", "align": "center"})
    SHARE = MappingProxyType({"num_format": "0.0%", "align": "center"})
    LINK = MappingProxyType({"font_color": "#0563C1", "underline": 1, "text_wrap": True})
    LINK_LABEL = MappingProxyType({"font_color": "#0563C1", "underline": 1, "align": "center"})
    OVERDUE = MappingProxyType({"bg_color": "#FFC7CE", "font_color": "#9C0006"})
    DUE_SOON = MappingProxyType({"bg_color": "#FFEB9C"})
    CLOSED = MappingProxyType({"bg_color": "#E2EFDA", "font_color": "#595959"})


class Style:
    """How a cell looks, ready to be used: `format` is what XlsxWriter takes."""

    __slots__ = ("_looks", "_traits", "format")

    def __init__(self, looks: Looks, traits: tuple[Look, ...]) -> None:
        self._looks, self._traits = looks, traits
        self.format: Format = looks.made(traits)

    def also(self, look: Look) -> Format:
        """The same with one look more."""
        return self._looks(*self._traits, look).format


class Looks:
    """The styles of one workbook. Of two looks that set the same trait the later one counts."""

    def __init__(self, writer: Workbook) -> None:
        self._writer = writer
        self._styles: dict[tuple[Look, ...], Style] = {}

    def __call__(self, *looks: Look) -> Style:
        """The style of a cell that has all these looks."""
        if looks not in self._styles:
            self._styles[looks] = Style(self, looks)
        return self._styles[looks]

    def made(self, looks: tuple[Look, ...]) -> Format:
        """A new format of the workbook."""
        traits: dict[str, Any] = {}
        for look in looks:
            traits |= look.value
        return self._writer.add_format(traits)
