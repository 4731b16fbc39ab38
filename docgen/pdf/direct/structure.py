"""Structure: which marks of the pages' content each element of the document has, for the tags of a PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count

from docgen.pdf.elements import Element
from docgen.pdf.pages import UNNAMED, Image, Link, Path

Box = tuple[float, float, float, float]
_ASIDE = "/Artifact BMC"
_FURNITURE = "/Artifact <</Type /Pagination>> BDC"
_LOWEST = 6  # H6
_ROLES = {
    "document": "Document",
    "paragraph": "P",
    "table": "Table",
    "row": "TR",
    "list": "L",
    "item": "LI",
    "label": "Lbl",
    "body": "LBody",
    "note": "Note",
    "figure": "Figure",
    "link": "Link",
}


@dataclass(slots=True)
class Content:
    """What an element shows itself: marks and links as (place in the order of drawing, page, number on it)."""

    marks: list[tuple[int, int, int]] = field(default_factory=list)
    links: list[tuple[int, int, int]] = field(default_factory=list)
    alt: str = ""
    box: Box | None = None


@dataclass(slots=True)
class Structure:
    """The content of each element, and for each page which element each of its marks belongs to."""

    root: Element
    contents: dict[Element, Content] = field(default_factory=dict)
    pages: list[list[Element]] = field(default_factory=list)
    levels: dict[Element, int] = field(init=False)
    order: Callable[[], int] = field(default_factory=lambda: count().__next__)

    def __post_init__(self) -> None:
        self.levels = dict(_levels(self.root))

    def next_page(self) -> PageTags:
        """The tags of the next page."""
        self.pages.append([])
        return PageTags(self, len(self.pages) - 1)

    def content(self, element: Element) -> Content:
        """What an element shows itself."""
        return self.contents.setdefault(element, Content())

    def role(self, element: Element) -> str:
        """The structure type of an element (ISO 32000-1, 14.8.4)."""
        if element.kind == "heading":
            return f"H{self.levels.get(element, 1)}"
        if element.kind == "cell":
            return "TH" if element.is_head else "TD"
        return _ROLES[element.kind]


def _levels(root: Element) -> Iterator[tuple[Element, int]]:
    """The levels of the headings, none left out on the way down (ISO 14289-1, 7.4.2), as bookmarks nest."""
    above: list[int] = []
    for element in root.all():
        if element.kind == "heading":
            while above and above[-1] >= element.level:
                above.pop()
            above.append(element.level)
            yield element, min(len(above), _LOWEST)


@dataclass(slots=True)
class PageTags:
    """Opens the marked content of one page. `furniture`: whether what follows belongs to a header or footer."""

    structure: Structure
    page: int
    furniture: bool = False
    _element: Element | None = None
    _mark: str = ""

    def text(self, element: Element | None, opened: str) -> str:
        """The mark of text; `opened`, the one that is open, where the text goes on with the same element."""
        if self.furniture or element is None:
            return self.artifact()
        if element is not self._element or opened != self._mark:
            self._mark = self._opening(element, self.structure.content(element))
            self._element = element
        return self._mark

    def figure(self, item: Image | Path, box: Box) -> str:
        """The mark of a picture, or of a drawing that says what it shows."""
        if self.furniture or item.element is None:
            return self.artifact()
        content = self.structure.content(item.element)
        content.alt, content.box = item.alt or UNNAMED, box
        return self._opening(item.element, content)

    def artifact(self) -> str:
        """The mark of what is drawn beside the text: rules, shading, heads that a table repeats."""
        return _FURNITURE if self.furniture else _ASIDE

    def link(self, place: int, link: Link) -> None:
        """Note a link of this page. One in a header or footer belongs to the whole document: none may stand outside."""
        element = self.structure.root if self.furniture or link.element is None else link.element
        self.structure.content(element).links.append((self.structure.order(), self.page, place))

    def _opening(self, element: Element, content: Content) -> str:
        marks = self.structure.pages[self.page]
        content.marks.append((self.structure.order(), self.page, len(marks)))
        marks.append(element)
        return f"/{self.structure.role(element)} <</MCID {len(marks) - 1}>> BDC"
