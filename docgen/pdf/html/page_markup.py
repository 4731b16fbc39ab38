"""Page markup: page records → HTML and CSS in which everything has its place, so that nothing is left to lay out."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import quote

from docgen.pdf.decimals import number
from docgen.pdf.html.line_markup import LineMarkup
from docgen.pdf.html.shape_markup import area_markup, box_style, figure_markup, image_markup, path_markup, rule_markup
from docgen.pdf.html.style_sheet import StyleSheet
from docgen.pdf.link_targets import followed, known_targets
from docgen.pdf.pages import Clipped, Fill, Image, Item, Line, Link, Page, Pages, Path, Rule, Target, Turned


class Markup:
    """Builds the markup of a document. `tagged`: its elements tell what they are."""

    def __init__(self, pages: Pages, *, tagged: bool = False) -> None:
        self._pages = pages
        self._tagged = tagged
        self._known = known_targets(pages)
        self._placed: set[str] = set()
        self.sheet = StyleSheet()
        self._lines = LineMarkup(self.sheet, tagged=tagged)
        self._bottom = 0.0  # where the writer would cut a block in two
        self.body = "".join(self._page(page) for page in pages.pages)

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

    def _page(self, page: Page) -> str:
        self._bottom = page.height
        behind, text, margins = page.parts()
        inner = "".join(
            (
                self._beside_the_text(self._items(behind)),
                self._items(text),
                self._beside_the_text(self._items(margins)),
            )
        )
        return f'<section class="{self.sheet.section_class(page.width, page.height)}">{inner}</section>'

    def _beside_the_text(self, inner: str) -> str:
        """What is no part of the text: in a tagged document an element that the writer takes out of the structure."""
        return f"<article>{inner}</article>" if inner and self._tagged else inner

    def _items(self, items: Iterable[Item]) -> str:
        parts: list[str] = []
        lines: list[Line] = []
        for item in self._lines.joined(items):
            if isinstance(item, Line):
                if lines and not self._lines.goes_on(lines, item, self._bottom):
                    parts.append(self._block(lines))
                    lines = []
                lines.append(item)
                continue
            if lines:
                parts.append(self._block(lines))
                lines = []
            parts.append(self._item(item))
        return "".join([*parts, self._block(lines) if lines else ""])

    def _block(self, lines: list[Line]) -> str:
        """Lines of one paragraph; those of a head that a table repeats are no part of the text."""
        made = self._lines.block(lines)
        return self._beside_the_text(made) if lines[0].element is None else made

    def _item(self, item: Item) -> str:
        match item:
            case Rule():
                shape = rule_markup(item, self.sheet)
                return self._beside_the_text(shape) if item.dash else shape
            case Fill():
                return area_markup(item, self.sheet)
            case Path(alt=alt) if alt and self._tagged:
                return figure_markup(item)
            case Path():
                return self._beside_the_text(path_markup(item))
            case Image():
                return image_markup(item, tagged=self._tagged)
            case Turned():
                return self._turned(item)
            case Clipped():
                return self._clipped(item)
            case Link():
                return self._link(item)
            case Target():
                return self._target(item)
        return ""

    def _turned(self, turned: Turned) -> str:
        place = f"left:{number(turned.x)}pt;top:{number(turned.y)}pt;transform:rotate({number(turned.degrees)}deg)"
        self._bottom -= turned.y
        inner = self._items(turned.items)
        self._bottom += turned.y
        return f'<b style="{place}">{inner}</b>'

    def _clipped(self, clipped: Clipped) -> str:
        x, y = clipped.x, clipped.y
        box = box_style(x, y, clipped.width, clipped.height)
        shift = f"left:{number(-x)}pt;top:{number(-y)}pt"
        return f'<b style="{box};overflow:hidden"><b style="{shift}">{self._items(clipped.items)}</b></b>'

    def _link(self, link: Link) -> str:
        target = followed(link.target, self._known)
        if not target:
            return ""
        href = f"#{quote(target[1:])}" if target.startswith("#") else target
        return f'<a href="{escape(href)}" style="{box_style(link.x, link.y, link.width, link.height)}"></a>'

    def _target(self, target: Target) -> str:
        """A place that links lead to; of several with one name the first counts."""
        if target.name in self._placed:
            return ""
        self._placed.add(target.name)
        return f'<b id="{escape(target.name)}" style="{box_style(target.x, target.y, 1, 1)}"></b>'
