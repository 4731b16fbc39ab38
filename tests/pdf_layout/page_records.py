"""Page records of every kind, and small pictures, made in the test itself."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from io import BytesIO

from docgen.pdf.elements import Element
from docgen.pdf.items.belonging import belonging
from docgen.pdf.pages import (
    Clipped,
    Fill,
    Image,
    Item,
    Line,
    Link,
    Page,
    Pages,
    Path,
    Piece,
    Rule,
    Target,
    Turned,
)
from docgen.pdf.typefaces.fonts import Fonts
from docgen.pdf.weasyprint_writer import written

TRIANGLE = (("M", (200.0, 300.0)), ("L", (280.0, 300.0)), ("L", (240.0, 340.0)), ("Z", ()))
CURVE = (("M", (400.0, 700.0)), ("C", (400.0, 730.0, 370.0, 750.0, 350.0, 750.0)))


def piece(fonts: Fonts, text: str, x: float = 0.0, size: float = 16.0, spacing: float = 0.0, **how: object) -> Piece:
    """Characters of one look, as wide as their glyphs."""
    found = fonts.face(str(how.pop("font", "仿宋")))
    scale = float(how.get("scale", 1.0))  # type: ignore[arg-type]
    width = sum((found.data.width(char) or 0.0) * size * scale / 1000 + spacing for char in text)
    return Piece(text, found.face, size, x, width, spacing, **how)  # type: ignore[arg-type]


def one_page(*items: Item, **how: object) -> Pages:
    """A document of one page."""
    furniture = how.pop("furniture", None)
    return Pages((Page(595.3, 841.9, items, furniture),), **how)  # type: ignore[arg-type]


def png(colors: int = 2, width: int = 4, height: int = 3) -> bytes:
    """A PNG file: colour type 0 grey, 2 RGB, 6 RGB with alpha, in stripes."""
    channels = {0: 1, 2: 3, 6: 4}[colors]
    rows = b"".join(
        b"\0" + bytes((60 * row + 40 * place) % 256 for place in range(width * channels)) for row in range(height)
    )
    head = struct.pack(">IIBBBBB", width, height, 8, colors, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in parts
    )


def packed(kind: str, mode: str = "RGB") -> bytes:
    """A picture file of a format that Pillow writes."""
    from PIL import Image as Made

    result = BytesIO()
    Made.new(mode, (6, 4), {"RGB": (200, 30, 30), "L": 90, "CMYK": (10, 200, 100, 0), "P": 3}[mode]).save(result, kind)
    return result.getvalue()


def every_record(fonts: Fonts) -> Pages:
    """Two pages with every kind of record."""

    def p(text: str, x: float = 0.0, **how: object) -> Piece:
        return piece(fonts, text, x, **how)  # type: ignore[arg-type]

    first: tuple[Item, ...] = (
        Line(60, 80, (p("一、加粗标题", font="黑体", bold=0.5),), heading=(1, "一、加粗标题")),
        Line(60, 110, (p("普通"), p("合成粗体", 40, bold=0.6), p("又普通", 120), p("斜体字abc", 180, slant=True))),
        Line(
            60, 140, (p("上标"), p("2", 32, size=10, rise=6), p("缩放", 110, scale=0.5), p("空心", 160, outline=True))
        ),
        Line(60, 170, (p("间距字", spacing=1.0), p("空 格", 100, bold=0.3), p("粗斜", 200, bold=0.5, slant=True))),
        Line(60, 200, (p("第一段第一行"),)),
        Line(60, 228, (p("第一段第二行"),), goes_on=True),
        Line(60, 256, (p("第二段"),)),
        Rule(60, 270, 500, 270, 1.5, "#ff0000"),
        Rule(60, 280, 500, 280, 1, "#000000", (4, 2)),
        Rule(510, 60, 510, 290, 1, "#00aa00", (3, 3)),
        Fill(60, 300, 100, 30, "#eeeeee"),
        Path(TRIANGLE, fill="#ffcc00", stroke="#cc0000", width=2, alpha=0.5),
        Path(CURVE, stroke="#ff0000", width=3),
        Image(60, 350, 60, 45, png(), "image/png"),
        Image(130, 350, 60, 45, png(6), "image/png", alt="印章"),
        Image(200, 350, 60, 45, packed("JPEG"), "image/jpeg", alpha=0.4, alt="照片"),
        Image(270, 350, 60, 45, packed("BMP"), "image/bmp", alt="图"),
        Clipped(60, 410, 80, 20, (Line(60, 428, (p("被裁切的文字很长"),)), Fill(60, 425, 200, 20, "#ffaaaa"))),
        Turned(300, 420, 30, (Line(0, 0, (p("转三十度"),)), Rule(0, 4, 64, 4, 1))),
        Turned(450, 420, 90, (Line(0, 0, (p("转九十度"),)), Clipped(0, -16, 40, 30, (Fill(0, 0, 60, 5, "#00ff00"),)))),
        Link(60, 500, 64, 20, "https://example.com/政策?a=1"),
        Line(60, 516, (p("外部链接", color="#0000ff"),)),
        Link(200, 500, 64, 20, "#表一"),
        Line(200, 516, (p("内部链接", color="#0000ff"),)),
        Line(60, 560, (p("（一）二级标题", font="楷体"),), heading=(2, "（一）二级标题")),
        Line(60, 800, (p("— 1 —", font="宋体", size=14.0),)),
        Rule(60, 780, 500, 780, 0.5),
    )
    second: tuple[Item, ...] = (
        Target(60, 300, "表一"),
        Line(60, 316, (p("表一"),)),
        Line(60, 400, (p("二、第二页", font="黑体"),), heading=(1, "二、第二页")),
        Line(60, 560, (p("— 2 —", font="宋体", size=14.0),)),
    )
    pages = (Page(595.3, 841.9, first, len(first) - 2), Page(841.9, 595.3, second, 3))
    about = {"title": "题目（一）", "author": "办公室", "subject": "主题 a<b", "keywords": "甲, 乙"}
    return structured(Pages(pages, created="2024-02-26T08:30:00Z", **about))


def structured(pages: Pages) -> Pages:
    """The pages with the elements that the layout would give: each line that does not go on begins a paragraph."""
    root = Element("document")
    paragraph = root

    def own(item: Item) -> Item:
        nonlocal paragraph
        if isinstance(item, Turned | Clipped):
            return replace(item, items=tuple(map(own, item.items)))
        if not isinstance(item, Line):
            return belonging(item, root)
        if not item.goes_on:
            paragraph = root.holding("heading", item.heading[0]) if item.heading else root.holding("paragraph")
        return replace(item, element=paragraph)

    def page(one: Page) -> Page:
        behind, text, around = one.parts()
        return replace(one, items=(*behind, *map(own, text), *around))

    return replace(pages, pages=tuple(map(page, pages.pages)), root=root)


def printed(pages: Pages) -> bytes:
    return written(pages).pdf
