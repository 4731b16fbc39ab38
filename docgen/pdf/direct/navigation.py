"""Navigation: links, the places that they lead to, and bookmarks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from docgen.pdf.direct.canvas import Canvas
from docgen.pdf.direct.syntax import sort_key, text_string
from docgen.pdf.link_targets import followed
from docgen.pdf.pages import Clipped, Item, Line, Page, Turned

Heading = tuple[int, str, int, float, float]
"""Level, label, number of the page, place on it."""


def annotate(pdf: Any, pages: Sequence[Any], canvases: Sequence[Canvas], *, tagged: bool) -> list[list[Any]]:
    """The annotations of each page: one for each link, None for one that leads nowhere."""
    import pydyf

    known = frozenset(name for canvas in canvases for *_, name in canvas.targets)
    made = []
    for page, canvas in zip(pages, canvases, strict=True):
        found = [_link(pdf, box, followed(target, known), tagged=tagged) for box, target in canvas.links]
        made.append(found)
        references = [one.reference for one in found if one is not None]
        if references:
            page["Annots"] = pydyf.Array(references)
    return made


def _link(pdf: Any, box: tuple[float, ...], target: str, *, tagged: bool) -> Any:
    import pydyf

    if not target:
        return None
    link = pydyf.Dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": pydyf.Array([round(value, 3) for value in box]),
            "Border": pydyf.Array([0, 0, 0]),
            "F": 4,  # shown in print
        }
    )
    if target.startswith("#"):
        link["Dest"] = text_string(target[1:])
    else:
        link["A"] = pydyf.Dictionary({"S": "/URI", "URI": text_string(target)})
    if tagged:
        link["Contents"] = text_string(target.removeprefix("#"))
    pdf.add_object(link)
    return link


def name_places(pdf: Any, pages: Sequence[Any], canvases: Sequence[Canvas]) -> Any:
    """The tree of named places, sorted by the bytes of their names; None without any. The first of a name counts."""
    import pydyf

    places: dict[str, Any] = {}
    for page, canvas in zip(pages, canvases, strict=True):
        for x, y, name in canvas.targets:
            places.setdefault(name, _place(page, x, y))
    if not places:
        return None
    named = sorted((sort_key(name), text_string(name), place) for name, place in places.items())
    names = pydyf.Dictionary({"Names": pydyf.Array([part for _, *pair in named for part in pair])})
    pdf.add_object(names)
    return names


def _place(page: Any, x: float, y: float) -> Any:
    import pydyf

    return pydyf.Array([page.reference, "/XYZ", round(x, 3), round(y, 3), 0])


def headings(pages: Iterable[Page]) -> list[Heading]:
    """The headings of a document with the places above them."""
    return [
        (*line.heading, place, line.x, page.height - line.baseline + 1.2 * _size(line))
        for place, page in enumerate(pages)
        for line in _lines(page.items)
        if line.heading is not None
    ]


def _size(line: Line) -> float:
    return max((piece.size for piece in line.pieces), default=16.0)


def _lines(items: Iterable[Item]) -> Iterable[Line]:
    """The lines of a page; one in something turned stands somewhere else, and leads to no place."""
    for item in items:
        if isinstance(item, Line):
            yield item
        elif isinstance(item, Clipped):
            yield from _lines(item.items)
        elif isinstance(item, Turned):
            yield from (_moved(item, line) for line in _lines(item.items))


def _moved(turned: Turned, line: Line) -> Line:
    return Line(turned.x, turned.y + _size(line), line.pieces, line.heading)


def add_bookmarks(pdf: Any, pages: Sequence[Any], found: Sequence[Heading]) -> None:
    """Bookmarks for headings, each below the last one of a higher level."""
    import pydyf

    if not found:
        return
    root = pydyf.Dictionary()
    pdf.add_object(root)
    above: list[tuple[int, Any]] = [(0, root)]
    for level, label, page, x, y in found:
        while above[-1][0] >= level:
            above.pop()
        mark = pydyf.Dictionary({"Title": text_string(label), "Dest": _place(pages[page], x, y)})
        pdf.add_object(mark)
        _hang(mark, above[-1][1], pdf)
        for _, parent in above:
            parent["Count"] = parent.get("Count", 0) + 1
        above.append((level, mark))
    pdf.catalog["Outlines"] = root.reference


def _hang(mark: Any, parent: Any, pdf: Any) -> None:
    """Make a mark the last child of another."""
    mark["Parent"] = parent.reference
    last = parent.get("Last")
    if last is None:
        parent["First"] = mark.reference
    else:
        before = pdf.objects[int(last.split()[0])]
        before["Next"], mark["Prev"] = mark.reference, last
    parent["Last"] = mark.reference
