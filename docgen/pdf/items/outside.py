"""Outside: the text of a page that sticks out of the paper, turned text as well."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from math import cos, radians, sin

from docgen.pdf.pages import Clipped, Item, Line, Page, Turned

_NEAR = 0.5  # points: what overhangs by less is not missed

Point = tuple[float, float]
_Move = Callable[[float, float], Point]


def texts_outside(page: Page) -> Iterator[str]:
    """The text of every line that begins or ends beside the paper."""
    for line, start, end in _lines(page.items, lambda x, y: (x, y)):
        if not (_is_inside(start, page) and _is_inside(end, page)):
            yield "".join(piece.text for piece in line.pieces)


def _lines(items: Iterable[Item], move: _Move) -> Iterator[tuple[Line, Point, Point]]:
    """The lines with where their baselines begin and end on the page."""
    for item in items:
        if isinstance(item, Line) and item.pieces:
            first, last = item.pieces[0], item.pieces[-1]
            end = item.x + last.x + last.width - last.spacing
            yield item, move(item.x + first.x, item.baseline), move(end, item.baseline)
        elif isinstance(item, Turned):
            yield from _lines(item.items, _turning(item, move))
        elif isinstance(item, Clipped):
            yield from _lines((one for one in item.items if _is_shown(one, item)), move)


def _is_shown(item: Item, box: Clipped) -> bool:
    """Whether a line may show in the box that cuts it off; what it hides is told elsewhere."""
    return not isinstance(item, Line) or box.y < item.baseline <= box.y + box.height


def _turning(item: Turned, move: _Move) -> _Move:
    across, down = cos(radians(item.degrees)), sin(radians(item.degrees))
    return lambda x, y: move(item.x + x * across - y * down, item.y + x * down + y * across)


def _is_inside(point: Point, page: Page) -> bool:
    return -_NEAR <= point[0] <= page.width + _NEAR and 0 < point[1] <= page.height
