"""Moving: an item of a page at another place."""

from __future__ import annotations

from dataclasses import replace

from docgen.pdf.pages import Clipped, Fill, Image, Item, Line, Link, Path, Rule, Target, Turned, stretched


def moved(item: Item, x: float, y: float) -> Item:
    """The item `x` further right and `y` further down."""
    match item:
        case Line():
            return replace(item, x=item.x + x, baseline=item.baseline + y)
        case Rule():
            return replace(item, x1=item.x1 + x, y1=item.y1 + y, x2=item.x2 + x, y2=item.y2 + y)
        case Path():
            return replace(item, steps=stretched(item.steps, 1.0, 1.0, x, y))
        case Clipped():
            inner = tuple(moved(one, x, y) for one in item.items)
            return replace(item, x=item.x + x, y=item.y + y, items=inner)
        case Fill() | Image() | Turned() | Link() | Target():
            return replace(item, x=item.x + x, y=item.y + y)
