"""Structure: what the parts of the content are (paragraphs, headings, figures, links), as the tags of a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from docgen.pdf.direct.syntax import text_string
from docgen.pdf.pages import UNNAMED, Image, Line, Path

_ASIDE = "/Artifact BMC"
_FURNITURE = "/Artifact <</Type /Pagination>> BDC"


@dataclass(slots=True)
class Element:
    """A part of the document: its kind, and its content as (page, number of the marked content) or (page, link)."""

    kind: str
    marks: list[tuple[int, int]] = field(default_factory=list)
    link: tuple[int, int] | None = None
    alt: str = ""
    box: tuple[float, float, float, float] | None = None


@dataclass(slots=True)
class Structure:
    """The elements of a document in reading order, and for each page which element each mark belongs to."""

    elements: list[Element] = field(default_factory=list)
    pages: list[list[Element]] = field(default_factory=list)
    paragraph: Element | None = None

    def next_page(self) -> PageTags:
        """The tags of the next page."""
        self.pages.append([])
        return PageTags(self, len(self.pages) - 1)

    def write(self, pdf: Any, pages: Sequence[Any], links: Sequence[Sequence[Any]]) -> None:
        """Put the tree into the PDF.

        `pages`: the page objects; `links`: the link annotations of each page, None for one that leads nowhere.
        """
        import pydyf

        root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        whole = pydyf.Dictionary({"Type": "/StructElem", "S": "/Document"})
        parents = pydyf.Dictionary()
        for one in (root, whole, parents):
            pdf.add_object(one)
        elements = [one for one in self.elements if one.link is None or links[one.link[0]][one.link[1]] is not None]
        made = {id(element): pydyf.Dictionary() for element in elements}
        for one in made.values():
            pdf.add_object(one)
        numbers = self._page_numbers(pages, made)
        for element in elements:
            made[id(element)].update(_element(element, whole, pages, links))
            if element.link is not None:
                page, place = element.link
                links[page][place]["StructParent"] = len(numbers) // 2
                numbers += [len(numbers) // 2, made[id(element)].reference]
        parents["Nums"] = pydyf.Array(numbers)
        whole.update(P=root.reference, K=pydyf.Array([one.reference for one in made.values()]))
        root.update(K=whole.reference, ParentTree=parents.reference, ParentTreeNextKey=len(numbers) // 2)
        pdf.catalog["StructTreeRoot"] = root.reference
        pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})

    def _page_numbers(self, pages: Sequence[Any], made: dict[int, Any]) -> list[Any]:
        import pydyf

        numbers: list[Any] = []
        for place, marks in enumerate(self.pages):
            pages[place]["StructParents"] = place
            pages[place]["Tabs"] = "/S"
            numbers += [place, pydyf.Array([made[id(element)].reference for element in marks])]
        return numbers


@dataclass(slots=True)
class PageTags:
    """Opens the marked content of one page. `furniture`: whether what follows belongs to a header or footer."""

    structure: Structure
    page: int
    furniture: bool = False

    def line(self, line: Line, opened: str) -> str:
        """The mark of a line; `opened` again where it goes on with the paragraph that is open."""
        if self.furniture:
            return _FURNITURE
        before = self.structure.paragraph
        if line.goes_on and before is not None:
            return opened if opened.startswith(f"/{before.kind} ") else self._mark(before)
        kind = "P" if line.heading is None else f"H{min(line.heading[0], 6)}"
        self.structure.paragraph = self._element(kind)
        return self._mark(self.structure.paragraph)

    def figure(self, image: Image | Path, box: tuple[float, float, float, float]) -> str:
        """The mark of a picture, or of a drawing that says what it shows."""
        if self.furniture:
            return _FURNITURE
        element = self._element("Figure")
        element.alt, element.box = image.alt or UNNAMED, box
        return self._mark(element)

    def artifact(self) -> str:
        """The mark of what is drawn beside the text: rules, shading."""
        return _FURNITURE if self.furniture else _ASIDE

    def link(self, place: int) -> None:
        """Note a link of this page."""
        if not self.furniture:
            self._element("Link").link = (self.page, place)

    def _element(self, kind: str) -> Element:
        element = Element(kind)
        self.structure.elements.append(element)
        return element

    def _mark(self, element: Element) -> str:
        marks = self.structure.pages[self.page]
        element.marks.append((self.page, len(marks)))
        marks.append(element)
        return f"/{element.kind} <</MCID {len(marks) - 1}>> BDC"


def _element(element: Element, parent: Any, pages: Sequence[Any], links: Sequence[Sequence[Any]]) -> dict[str, Any]:
    """The dictionary of an element."""
    import pydyf

    first = element.marks[0][0] if element.marks else element.link[0] if element.link else 0
    kids: list[Any] = []
    for page, mark in element.marks:
        if page == first:
            kids.append(mark)
        else:
            kids.append(pydyf.Dictionary({"Type": "/MCR", "Pg": pages[page].reference, "MCID": mark}))
    if element.link is not None:
        page, place = element.link
        kids.append(pydyf.Dictionary({"Type": "/OBJR", "Obj": links[page][place].reference}))
    found = {
        "Type": "/StructElem",
        "S": f"/{element.kind}",
        "P": parent.reference,
        "Pg": pages[first].reference,
        "K": kids[0] if len(kids) == 1 else pydyf.Array(kids),
    }
    if element.alt:
        found["Alt"] = text_string(element.alt)
    if element.box is not None:
        found["A"] = pydyf.Dictionary({"O": "/Layout", "BBox": pydyf.Array(round(value, 3) for value in element.box)})
    return found
