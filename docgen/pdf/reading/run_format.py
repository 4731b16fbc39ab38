"""Resolved run properties → RunFormat (ECMA-376 Part 1, 17.3.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from docgen.pdf.reading import run_colors
from docgen.pdf.reading.run_marks import has_marks, run_marks
from docgen.pdf.reading.wordml import Properties, half_points, number, on_off, points
from docgen.pdf.source import RunFormat

# What Word takes when no layer names a font or a size.
_LATIN, _EAST_ASIAN, _SIZE = "Times New Roman", "宋体", 10.0
_LARGEST, _WIDEST = 1638.0, 600.0  # Word's limits, in points and per cent


def run_format(found: Properties, theme: dict[str, str]) -> RunFormat:
    """The format of a run's East Asian and ASCII characters."""
    fonts = found.get("rFonts", {})
    scale = min(number(found.get("w", {}).get("val"), 100.0), _WIDEST)
    size = min(half_points(found.get("sz", {}).get("val"), _SIZE), _LARGEST)
    size = size if size > 0 else _SIZE
    kern = half_points(found.get("kern", {}).get("val"), 0.0)
    plain = RunFormat(
        ascii=_font(fonts, "ascii", theme) or _font(fonts, "hAnsi", theme) or _LATIN,
        east_asia=_font(fonts, "eastAsia", theme) or _EAST_ASIAN,
        hint_east_asia=fonts.get("hint") == "eastAsia",
        size=size,
        bold=on_off(found.get("b")),
        italic=on_off(found.get("i")),
        color=run_colors.text(found, theme),
        spacing=points(found.get("spacing", {}).get("val")),
        scale=scale / 100 if scale > 0 else 1.0,
        kerning=0 < kern <= size,
        snap_to_grid=on_off(found.get("snapToGrid"), default=True),
    )
    return replace(plain, **run_marks(found, theme)) if has_marks(found) else plain


def other_latin(found: Properties, theme: dict[str, str]) -> str:
    """The font of Latin characters beyond ASCII (w:hAnsi); "" when it says nothing."""
    return _font(found.get("rFonts", {}), "hAnsi", theme)


def by_font(text: str, format_: RunFormat, other: str) -> Iterator[tuple[str, RunFormat]]:
    """The text cut where the Latin font changes between ASCII and the rest; uncut when both are one font."""
    if not other or other == format_.ascii or text.isascii():
        yield text, format_
        return
    beyond = replace(format_, ascii=other)
    for ascii_, characters in groupby(text, str.isascii):
        yield "".join(characters), format_ if ascii_ else beyond


def is_hidden(found: Properties) -> bool:
    """Hidden text. w:webHidden is hidden in the browser view only: Word prints it (page numbers of a 目录)."""
    return on_off(found.get("vanish"))


def _font(fonts: dict[str, str], slot: str, theme: dict[str, str]) -> str:
    themed = theme.get(fonts.get(f"{slot}Theme", ""), "")
    return themed or fonts.get(slot, "")
