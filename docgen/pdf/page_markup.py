"""Page markup: page records → HTML and CSS in which everything has its place, so that nothing is left to lay out."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape
from pathlib import Path

from docgen.pdf.pages import Face, Fill, Image, Item, Line, Page, Pages, Piece, Rule, Turned

# A line box of this height around a strut of no size puts the baseline in its middle, whatever the faces on the line.
_LINE = 400
_STRUT = 0.01
_NEAR = 0.004

_BASE = (
    "html,body{margin:0}"
    "section{break-before:page;position:relative;height:1pt}"
    "p,i,img{position:absolute;margin:0}"
    f"p{{white-space:pre;width:9999pt;font-size:{_STRUT}pt;line-height:{_LINE}pt}}"
    # Advance widths alone decide: no kerning, no ligatures, no composed glyphs such as the two-em dash.
    "span{line-height:0;font-kerning:none;font-variant-ligatures:none;font-feature-settings:'ccmp' 0,'calt' 0,'locl' 0}"
    "b{position:absolute;font-weight:normal;transform-origin:0 0}"
)


class Markup:
    """Builds the markup of a document; equal looks share a class, so that the writer resolves each style once."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._rules: dict[str, str] = {}
        self.faces: dict[Face, str] = {}
        self._bottom = 0.0  # where the writer would cut a block in two
        self.body = "".join(self._page(page) for page in pages.pages)

    def css(self, sources: dict[Face, str]) -> str:
        """The style sheet; `sources` gives the URL of each face."""
        faces = "".join(
            f"@font-face{{font-family:{name};src:url('{sources[face]}');font-weight:normal;font-style:normal}}"
            for face, name in self.faces.items()
        )
        return faces + _BASE + "".join(f"{rule[0]}{name}{rule[1:]}" for rule, name in self._rules.items())

    def html(self) -> str:
        """The document without its style sheet."""
        pages = self._pages
        metas = (("author", pages.author), ("description", pages.subject), ("keywords", pages.keywords))
        head = f"<title>{escape(pages.title)}</title>"
        for name, value in (*metas, ("dcterms.created", pages.created)):
            if value:
                head += f'<meta name="{name}" content="{escape(value)}">'
        return (
            f'<!DOCTYPE html><html lang="{escape(pages.language)}"><head><meta charset="utf-8">{head}</head>'
            f"<body>{self.body}</body></html>"
        )

    def _class(self, body: str, kind: str = ".") -> str:
        """The class (or, for `@`, the page) with this style."""
        rule = f"{kind}{{{body}}}"
        name = self._rules.get(rule)
        if name is None:
            name = self._rules[rule] = f"{'s' if kind != '.' else 'c'}{len(self._rules)}"
        return name

    def _page(self, page: Page) -> str:
        name = self._page_name(page)
        self._bottom = page.height
        return f'<section class="{self._class(f"page:{name}")}">{self._items(page.items)}</section>'

    def _page_name(self, page: Page) -> str:
        body = f"size:{_n(page.width)}pt {_n(page.height)}pt;margin:0"
        rule = f"@{{{body}}}"
        if rule not in self._rules:
            self._rules[rule] = f"page s{len(self._rules)}"
        return self._rules[rule].removeprefix("page ")

    def _items(self, items: Iterable[Item]) -> str:
        parts: list[str] = []
        lines: list[Line] = []
        for item in _rows_joined(items):
            if isinstance(item, Line):
                if lines and not _goes_on(lines, item, self._bottom):
                    parts.append(self._lines(lines))
                    lines = []
                lines.append(item)
                continue
            if lines:
                parts.append(self._lines(lines))
                lines = []
            parts.append(self._item(item))
        return "".join([*parts, self._lines(lines) if lines else ""])

    def _item(self, item: Item) -> str:
        if isinstance(item, Line):
            return self._lines([item])
        if isinstance(item, Rule):
            return self._rule(item)
        if isinstance(item, Fill):
            return self._area(item.x, item.y, item.width, item.height, item.color)
        if isinstance(item, Image):
            return _image(item)
        return self._turned(item) if isinstance(item, Turned) else ""

    def _lines(self, lines: list[Line]) -> str:
        """Lines of one left edge and one pitch: a block of the writer's, whose cost is by the block."""
        first = lines[0]
        pitch = lines[1].baseline - first.baseline if len(lines) > 1 else _LINE
        style = f"left:{_n(first.x)}pt;top:{_n(first.baseline - pitch / 2)}pt"
        if len(lines) > 1:
            style += f";line-height:{_n(pitch)}pt"
        rows = "\n".join([self._row(line) for line in lines])
        marks = ""
        if first.heading is not None:
            level, label = first.heading
            name = self._class(f"bookmark-level:{level};bookmark-label:attr(title)")
            marks = f' class="{name}" title="{escape(label)}"'
        apart = [self._scaled(line, piece) for line in lines for piece in line.pieces if piece.scale != 1.0]
        return f'<p{marks} style="{style}">{rows}</p>{"".join(apart)}'

    def _row(self, line: Line) -> str:
        spans, end = [], 0.0
        for piece in line.pieces:
            if piece.scale == 1.0:
                spans.append(self._span(piece, piece.x - end))
                end = piece.x + piece.width + len(piece.text) * (_spacing(piece) - piece.spacing)
        return "".join(spans)

    def _span(self, piece: Piece, gap: float) -> str:
        name = self._look(piece, _spacing(piece))
        shift = f' style="margin-left:{_n(gap)}pt"' if abs(gap) > _NEAR else ""
        return f'<span class="{name}"{shift}>{escape(piece.text, quote=False)}</span>'

    def _look(self, piece: Piece, spacing: float) -> str:
        family = self.faces.get(piece.face) or self._name(piece.face)
        style = f"font-family:{family};font-size:{_n(piece.size)}pt"
        if spacing:
            style += f";letter-spacing:{_n(spacing)}pt"
        if piece.color != "#000000":
            style += f";color:{piece.color}"
        if piece.underline:
            style += ";text-decoration:underline"
        return self._class(style)

    def _name(self, face: Face) -> str:
        """A family name for the style sheet that tells, in the PDF, which file was embedded."""
        stem = "".join(char if char.isalnum() and char.isascii() else "-" for char in Path(face.path).stem)
        name = f"docgen-{stem}-{face.number}" if face.number else f"docgen-{stem}"
        while name in self.faces.values():
            name += "x"
        self.faces[face] = name
        return name

    def _scaled(self, line: Line, piece: Piece) -> str:
        """A piece of widened or narrowed characters stands in a box of its own that is stretched."""
        span = (
            f'<span class="{self._look(piece, piece.spacing / piece.scale)}">{escape(piece.text, quote=False)}</span>'
        )
        place = f"left:{_n(line.x + piece.x)}pt;top:{_n(line.baseline - _LINE / 2)}pt"
        return f'<p style="{place};transform:scaleX({_n(piece.scale)});transform-origin:0 0">{span}</p>'

    def _rule(self, rule: Rule) -> str:
        half = rule.width / 2
        if rule.y1 == rule.y2:
            return self._area(rule.x1, rule.y1 - half, rule.x2 - rule.x1, rule.width, rule.color)
        return self._area(rule.x1 - half, rule.y1, rule.width, rule.y2 - rule.y1, rule.color)

    def _area(self, x: float, y: float, width: float, height: float, color: str) -> str:
        name = self._class(f"background:{color}")
        box = f"left:{_n(x)}pt;top:{_n(y)}pt;width:{_n(width)}pt;height:{_n(height)}pt"
        return f'<i class="{name}" style="{box}"></i>'

    def _turned(self, turned: Turned) -> str:
        place = f"left:{_n(turned.x)}pt;top:{_n(turned.y)}pt;transform:rotate({turned.degrees}deg)"
        self._bottom -= turned.y
        inner = self._items(turned.items)
        self._bottom += turned.y
        return f'<b style="{place}">{inner}</b>'


def _rows_joined(items: Iterable[Item]) -> Iterator[Item]:
    """Lines side by side on one baseline (the cells of a table's row) as one line: again fewer blocks."""
    waiting: Line | None = None
    for item in items:
        if waiting is not None and isinstance(item, Line) and _is_beside(waiting, item):
            shift = item.x - waiting.x
            moved = tuple(replace(piece, x=piece.x + shift) for piece in item.pieces)
            waiting = replace(waiting, pieces=(*waiting.pieces, *moved))
            continue
        if waiting is not None:
            yield waiting
        waiting = item if isinstance(item, Line) else None
        if waiting is None:
            yield item
    if waiting is not None:
        yield waiting


def _is_beside(line: Line, after: Line) -> bool:
    if not line.pieces or not after.pieces or after.heading is not None:
        return False
    last = line.pieces[-1]
    near = abs(after.baseline - line.baseline) < _NEAR
    return near and after.x + after.pieces[0].x >= line.x + last.x + last.width - _NEAR


def _goes_on(lines: list[Line], after: Line, bottom: float) -> bool:
    """Whether a line stands below the others as the second stands below the first, with room for its type."""
    last = lines[-1]
    pitch = after.baseline - last.baseline
    if after.heading is not None or last.x != after.x or after.baseline + pitch > bottom:
        return False
    if len(lines) > 1 and abs(pitch - (lines[1].baseline - lines[0].baseline)) > _NEAR / 4:
        return False
    pieces = (*last.pieces, *after.pieces)
    return pitch > 1.0 and all(piece.size < pitch and piece.scale == 1.0 for piece in pieces)


def _image(image: Image) -> str:
    box = f"left:{_n(image.x)}pt;top:{_n(image.y)}pt;width:{_n(image.width)}pt;height:{_n(image.height)}pt"
    data = base64.b64encode(image.data).decode("ascii")
    return f'<img alt="" style="{box}" src="data:{escape(image.mime)};base64,{data}">'


def _spacing(piece: Piece) -> float:
    """The spacing as it is written: to a hundredth of a point, so that lines of nearly equal stretch share a style."""
    return round(piece.spacing, 2)


def _n(value: float) -> str:
    """A number of the style sheet: three decimals at most."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
