"""Document tree: what is painted, in the order of the text → the elements that the items of the pages belong to."""

from __future__ import annotations

from dataclasses import dataclass, field

from docgen.pdf.elements import Element, Numbering
from docgen.pdf.source import Listed, Note
from docgen.pdf.tables.tables import SetTable
from docgen.pdf.text.paragraphs import SetParagraph

Grid = dict[tuple[int, int], Element]
"""The cells of a table by their row and first column."""

_NUMBERINGS: dict[str, Numbering] = {
    "bullet": "bullet",
    "upperRoman": "upper_roman",
    "lowerRoman": "lower_roman",
    "upperLetter": "upper_letter",
    "lowerLetter": "lower_letter",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A paragraph in the tree: its element, the one that holds it, and its label where it is an item of a list."""

    element: Element
    around: Element
    label: Element | None = None


@dataclass(slots=True)
class DocumentTree:
    """Grows while the pages are painted; what goes on overleaf stays the same element."""

    root: Element = field(default_factory=lambda: Element("document"))
    _paragraphs: dict[SetParagraph, Standing] = field(default_factory=dict)
    _tables: dict[SetTable, Grid] = field(default_factory=dict)
    _notes: dict[Note, Element] = field(default_factory=dict)
    _lists: dict[Element, list[tuple[Listed, Element]]] = field(default_factory=dict)

    def paragraph(self, owner: SetParagraph, around: Element) -> Standing:
        """A paragraph inside an element."""
        found = self._paragraphs.get(owner)
        if found is None:
            found = self._paragraphs[owner] = self._paragraph(owner, around)
        return found

    def table(self, owner: SetTable, around: Element) -> Grid:
        """The cells of a table inside an element."""
        found = self._tables.get(owner)
        if found is None:
            found = self._tables[owner] = _boxes(owner, around) if _only_frames(owner) else _grid(owner, around)
        return found

    def note(self, note: Note, around: Element) -> Element:
        """A note; on the page where it begins it is read behind the text."""
        found = self._notes.get(note)
        if found is None:
            found = self._notes[note] = around.holding("note")
        return found

    def _paragraph(self, owner: SetParagraph, around: Element) -> Standing:
        heading = owner.lines[0].heading
        if heading is not None:
            return Standing(around.holding("heading", heading[0]), around)
        if owner.listed is None:
            return Standing(around.holding("paragraph"), around)
        item = self._list(owner.listed, around).holding("item")
        label, body = item.holding("label"), item.holding("body")
        return Standing(body.holding("paragraph"), body, label)

    def _list(self, listed: Listed, around: Element) -> Element:
        """The list that an item goes on with, or a new one: inside the last item of a higher level, or by itself."""
        found = self._lists.setdefault(around, [])
        if found and around.parts[-1] is not found[0][1]:
            found.clear()
        while found and found[-1][0].level >= listed.level:
            if found[-1][0] == listed:
                return found[-1][1]
            found.pop()
        made = (_last_body(found[-1][1]) if found else around).holding("list")
        made.numbering = _NUMBERINGS.get(listed.format, "decimal")
        found.append((listed, made))
        return made


def _last_body(element: Element) -> Element:
    """The body of a list's last item, behind its label."""
    return element.parts[-1].parts[-1]


def _only_frames(owner: SetTable) -> bool:
    """Whether a table of one row or column only puts its cells in their places: no cell has a row and a column."""
    return not owner.heads and (len(owner.rows) == 1 or len(owner.edges) == 2)


def _boxes(owner: SetTable, around: Element) -> Grid:
    """The cells of a table that is none, one after the other."""
    return {(row.number, cell.first): around.holding("group") for row in owner.rows for cell in row.cells}


def _grid(owner: SetTable, around: Element) -> Grid:
    """Rows and cells of a whole table, empty ones too; what a row leaves free is a cell: columns stay columns."""
    grid: Grid = {}
    table, count = around.holding("table"), len(owner.edges) - 1
    for row in owner.rows:
        is_head = row.number < owner.heads
        made, at = table.holding("row", is_head=is_head), 0
        for cell in row.cells:
            if cell.first > at:
                made.holding("cell", columns=cell.first - at)
            at = min(cell.end, count)
            if cell.rows:
                columns = max(at - cell.first, 1)
                grid[row.number, cell.first] = made.holding("cell", 0, is_head, columns, cell.rows)
        if at < count:
            made.holding("cell", columns=count - at)
    return grid
