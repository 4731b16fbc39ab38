"""Structure tree: elements and their marks → the objects of a tagged PDF (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from docgen.pdf.direct.structure import Content, Structure
from docgen.pdf.direct.syntax import text_string
from docgen.pdf.elements import Element

_NOTHING = Content()
_NUMBERINGS = {
    "bullet": "Disc",
    "decimal": "Decimal",
    "upper_roman": "UpperRoman",
    "lower_roman": "LowerRoman",
    "upper_letter": "UpperAlpha",
    "lower_letter": "LowerAlpha",
}


def write_structure(pdf: Any, structure: Structure, pages: Sequence[Any], links: Sequence[Sequence[Any]]) -> None:
    """Put the tree into the PDF.

    `pages`: the page objects; `links`: the link annotations of each page, None for one that leads nowhere.
    """
    import pydyf

    root, parents = pydyf.Dictionary({"Type": "/StructTreeRoot"}), pydyf.Dictionary()
    for one in (root, parents):
        pdf.add_object(one)
    tree = _Tree(pdf, structure, pages, links)
    whole = tree.document(root)
    numbers = [*tree.page_numbers(), *tree.link_numbers]
    parents["Nums"] = pydyf.Array(numbers)
    root.update(K=whole.reference, ParentTree=parents.reference, ParentTreeNextKey=len(numbers) // 2)
    if tree.names:
        root["IDTree"] = pydyf.Dictionary({"Names": pydyf.Array(tree.names)})
    pdf.catalog["StructTreeRoot"] = root.reference
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})


@dataclass(slots=True)
class _Node:
    """An element with something to show: what it holds by the order of drawing, what stands in it."""

    role: str
    element: Element | None = None
    content: Content = field(default_factory=Content)
    children: list[_Node] = field(default_factory=list)
    first: int = 0  # where it begins in the order of drawing


@dataclass(slots=True)
class _Tree:
    """The objects of the tree. `names` are the pairs of its identifiers, `link_numbers` those of the ParentTree."""

    pdf: Any
    structure: Structure
    pages: Sequence[Any]
    links: Sequence[Sequence[Any]]
    names: list[Any] = field(default_factory=list)
    link_numbers: list[Any] = field(default_factory=list)
    _made: dict[Element, Any] = field(default_factory=dict)

    def document(self, root: Any) -> Any:
        """The element of the whole document, with everything in it."""
        element = self.structure.root
        loose = [_Node("Link", None, Content(links=[link])) for link in self._content(element).links]
        whole = _Node("Document", None, children=[*self._nodes(element.parts), *filter(self._leads, loose)])
        return self._object(whole, root)

    def page_numbers(self) -> list[Any]:
        """For each page the element of each of its marks."""
        import pydyf

        numbers: list[Any] = []
        for place, marks in enumerate(self.structure.pages):
            self.pages[place].update(StructParents=place, Tabs="/S")
            numbers += [place, pydyf.Array([self._made[element].reference for element in marks])]
        return numbers

    def _nodes(self, elements: Sequence[Element]) -> list[_Node]:
        """Elements that show something; the parts of a group stand in its place."""
        found: list[_Node] = []
        for element in elements:
            if element.kind == "group":
                found += self._nodes(element.parts)
            elif (node := self._node(element)) is not None:
                found.append(node)
        return found

    def _node(self, element: Element) -> _Node | None:
        node = _Node(self.structure.role(element), element, self._content(element), self._nodes(element.parts))
        starts = [order for order, _, _ in (*node.content.marks, *node.content.links)]
        starts += [child.first for child in node.children if child.first >= 0]
        node.first = min(starts, default=-1)
        if element.kind == "link" and not self._leads(node):
            node.role = "Span"
            node.content.links.clear()
        if node.first < 0 and element.kind not in ("row", "cell"):
            return None
        if element.kind == "table":
            node.children = _in_sections(node.children)
        return node

    def _content(self, element: Element) -> Content:
        return self.structure.contents.get(element, _NOTHING)

    def _leads(self, node: _Node) -> bool:
        return any(self.links[page][place] is not None for _, page, place in node.content.links)

    def _object(self, node: _Node, parent: Any) -> Any:
        """The structure element of a node, and those of everything in it."""
        import pydyf

        made = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{node.role}", "P": parent.reference})
        self.pdf.add_object(made)
        if node.element is not None:
            self._made[node.element] = made
        children = [(child.first, self._object(child, made).reference) for child in node.children]
        kids = [*children, *self._own(node.content, made)]
        if node.content.marks or node.content.links:
            kids.sort(key=lambda kid: kid[0])
        if kids:
            made["K"] = kids[0][1] if len(kids) == 1 else pydyf.Array([kid for _, kid in kids])
        self._describe(made, node)
        return made

    def _own(self, content: Content, made: Any) -> list[tuple[int, Any]]:
        """The marks and links of an element, as its dictionary names them; the first page is the element's own."""
        import pydyf

        kids: list[tuple[int, Any]] = []
        for order, page, mark in content.marks:
            own = made.setdefault("Pg", self.pages[page].reference)
            if own == self.pages[page].reference:
                kids.append((order, mark))
            else:
                where = {"Type": "/MCR", "Pg": self.pages[page].reference, "MCID": mark}
                kids.append((order, pydyf.Dictionary(where)))
        for order, page, place in content.links:
            link = self.links[page][place]
            if link is None:
                continue
            where = {"Type": "/OBJR", "Pg": self.pages[page].reference, "Obj": link.reference}
            kids.append((order, pydyf.Dictionary(where)))
            link["StructParent"] = len(self.pages) + len(self.link_numbers) // 2
            self.link_numbers += [link["StructParent"], made.reference]
        return kids

    def _describe(self, made: Any, node: _Node) -> None:
        """What the dictionary of an element says besides what is in it."""
        import pydyf

        if node.content.alt:
            made["Alt"] = text_string(node.content.alt)
        if node.role == "Note":
            made["ID"] = text_string(f"note{len(self.names) // 2 + 1:06}")
            self.names += [made["ID"], made.reference]
        attributes = _attributes(node)
        if attributes:
            made["A"] = pydyf.Dictionary(attributes)


def _in_sections(rows: list[_Node]) -> list[_Node]:
    """The rows as head and body, unless a cell reaches from one into the other."""
    heads = list(takewhile(lambda row: row.element is not None and row.element.is_head, rows))
    if not heads or len(heads) == len(rows) or any(_reaches_out(row, len(heads) - n) for n, row in enumerate(heads)):
        return rows
    return [_Node("THead", children=heads, first=heads[0].first), _Node("TBody", children=rows[len(heads) :])]


def _reaches_out(row: _Node, rows: int) -> bool:
    """Whether a cell of a row spans more than so many rows."""
    return any(cell.element is not None and cell.element.rows > rows for cell in row.children)


def _attributes(node: _Node) -> dict[str, Any]:
    import pydyf

    element = node.element
    if node.content.box is not None:
        return {"O": "/Layout", "BBox": pydyf.Array([round(value, 3) for value in node.content.box])}
    if element is None:
        return {}
    if element.kind == "list":
        return {"O": "/List", "ListNumbering": f"/{_NUMBERINGS[element.numbering]}"}
    found: dict[str, Any] = {"Scope": "/Column"} if node.role == "TH" else {}
    found |= {"ColSpan": element.columns} if element.columns > 1 else {}
    found |= {"RowSpan": element.rows} if element.rows > 1 else {}
    return {"O": "/Table", **found} if found else {}
