"""Small sources built by hand, and what the layout made of them as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docgen.pdf.pages import Clipped, Item, Line, Page, Pages, Piece, Turned
from docgen.pdf.source import Block, LineSpacing, Paragraph, ParagraphFormat, RunFormat, Section, Source, Text

MM = 72 / 25.4
BODY = RunFormat("仿宋_GB2312", "仿宋_GB2312", size=16, spacing=-0.25)
LOOSE = replace(BODY, spacing=0.0)
BOTH = ParagraphFormat(alignment="both", line=LineSpacing("exact", 28.95), overflow_punct=False, mark=BODY)
MARGINS = (37 * MM, 26 * MM, 35 * MM, 28 * MM)


def para(text: str, run: RunFormat = BODY, **how: object) -> Paragraph:
    """A paragraph of one run; `how` changes the body's format."""
    return Paragraph(replace(BOTH, **how), (Text(text, run),) if text else ())  # type: ignore[arg-type]


def page_of(*blocks: Block, **how: object) -> Section:
    """A section of the standard's page."""
    section = Section(blocks, 210 * MM, 297 * MM, MARGINS)
    return replace(section, **how)  # type: ignore[arg-type]


def source(*blocks: Block, **how: object) -> Source:
    """A document of one section."""
    return Source((page_of(*blocks, **how),))


def flat(items: tuple[Item, ...]) -> Iterator[Item]:
    """All items, those of turned and clipped groups too."""
    for item in items:
        if isinstance(item, Turned | Clipped):
            yield from flat(item.items)
        else:
            yield item


def lines_of(page: Page) -> list[Line]:
    return [item for item in flat(page.items) if isinstance(item, Line)]


def text_of(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces)


def texts(page: Page) -> list[str]:
    return [text_of(line) for line in lines_of(page)]


def all_texts(pages: Pages) -> list[list[str]]:
    return [texts(page) for page in pages.pages]


def right_edge(line: Line) -> float:
    """Where the last character of a line ends, without what follows it."""
    last: Piece = line.pieces[-1]
    return line.x + last.x + last.width - last.spacing
