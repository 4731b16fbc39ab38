"""A PDF as lines and ink with places in millimetres from the page's upper left corner."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import pdfplumber
import pypdfium2

MM = 72 / 25.4
NUMBER = re.compile(r"—\s*(\d+)\s*—")


@dataclass(frozen=True)
class Line:
    """Characters on one baseline, from left to right."""

    text: str
    left: float
    right: float
    baseline: float
    fonts: tuple[str, ...]
    sizes: tuple[float, ...]
    colors: tuple[tuple[float, ...], ...]

    @property
    def said(self) -> str:
        return re.sub(r"\s", "", self.text)

    @property
    def cells(self) -> float:
        """Width in 字: digits, Latin letters and half-width marks count half."""
        return sum(0.5 if char < "\x7f" else 1 for char in self.said)


@dataclass(frozen=True)
class Bar:
    """A filled rectangle."""

    left: float
    right: float
    top: float
    bottom: float
    color: tuple[float, ...]

    @property
    def length(self) -> float:
        return self.right - self.left

    @property
    def thickness(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True)
class Sheet:
    """A page: its size, upright lines from top to bottom, text that is turned, rules."""

    width: float
    height: float
    lines: tuple[Line, ...]
    turned: str
    bars: tuple[Bar, ...]

    @property
    def body(self) -> tuple[Line, ...]:
        """The lines without the page number."""
        return tuple(line for line in self.lines if not NUMBER.fullmatch(line.text.strip()))

    @property
    def number(self) -> Line:
        (found,) = (line for line in self.lines if NUMBER.fullmatch(line.text.strip()))
        return found

    def line(self, start: str) -> Line:
        (found,) = (line for line in self.lines if line.said.startswith(start))
        return found

    def has(self, start: str) -> bool:
        return any(line.said.startswith(start) for line in self.lines)

    @property
    def landscape(self) -> bool:
        return self.width > self.height


@cache
def face(name: str) -> str:
    """What the font standing for `name` on this machine is called in the PDF."""
    from docgen.pdf.typefaces.fonts import Fonts

    return Path(Fonts.of_machine().face(name).face.path).stem


@cache
def sheets(pdf: Path) -> tuple[Sheet, ...]:
    with pdfplumber.open(pdf) as opened:
        return tuple(map(_sheet, opened.pages))


def text_of(pdf: Path) -> str:
    """Everything said, page numbers aside, without white space."""
    return "".join(line.said for sheet in sheets(pdf) for line in sheet.body)


def ink(
    pdf: Path, page: int, box: tuple[float, float, float, float], red: bool = False
) -> tuple[float, float, float, float] | None:
    """Left, top, right, bottom of the ink inside `box` (the same four), None without any; `red`: red ink only."""
    picture = _picture(pdf, page)
    scale = picture.width / (sheets(pdf)[page - 1].width)
    area = picture.crop(tuple(round(edge * scale) for edge in box))
    dark = _mask(area, red).getbbox()
    if dark is None:
        return None
    return (box[0] + dark[0] / scale, box[1] + dark[1] / scale, box[0] + dark[2] / scale, box[1] + dark[3] / scale)


def _mask(area, red: bool):
    channels = [channel.point(_below(128)) for channel in area.split()]
    from PIL import ImageChops

    if red:  # green and blue are dark, red is not
        return ImageChops.subtract(ImageChops.darker(channels[1], channels[2]), channels[0])
    return ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])


def _below(limit: int) -> Callable[[int], int]:
    return lambda value: 255 if value < limit else 0


@lru_cache(maxsize=2)  # one takes 26 MB
def _picture(pdf: Path, page: int):
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[page - 1].render(scale=300 / 72).to_pil().convert("RGB")
    finally:
        document.close()


def _sheet(page) -> Sheet:
    rows = defaultdict(list)
    turned = []
    for char in page.chars:
        if char["upright"]:
            rows[round((page.height - char["matrix"][5]) / MM, 1)].append(char)
        else:
            turned.append(char["text"])
    lines = tuple(_line(page, rows[key]) for key in sorted(rows))
    bars = tuple(
        Bar(rect["x0"] / MM, rect["x1"] / MM, rect["top"] / MM, rect["bottom"] / MM, _color(rect))
        for rect in page.rects
    )
    sheet = Sheet(page.width / MM, page.height / MM, lines, "".join(turned), bars)
    page.close()  # lets go of its characters
    return sheet


def _color(item) -> tuple[float, ...]:
    """The colour of an item; black where the page has not named one, which is read as a plain 0."""
    found = item["non_stroking_color"]
    return tuple(found) if isinstance(found, tuple | list) and len(found) == 3 else (0, 0, 0)


def _line(page, chars) -> Line:
    ordered = sorted(chars, key=lambda char: char["x0"])
    shown = [char for char in ordered if char["text"].strip()] or ordered
    return Line(
        "".join(char["text"] for char in ordered),
        shown[0]["x0"] / MM,
        shown[-1]["x1"] / MM,
        (page.height - ordered[0]["matrix"][5]) / MM,
        tuple(dict.fromkeys(re.sub(r"^[A-Z]{6}\+|-\d+$", "", char["fontname"]) for char in ordered)),
        tuple(dict.fromkeys(round(char["size"], 1) for char in ordered)),
        tuple(dict.fromkeys(map(_color, ordered))),
    )
