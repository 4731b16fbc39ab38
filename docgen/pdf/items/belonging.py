"""Belonging: items that were set without knowing where → the same as parts of an element."""

from __future__ import annotations

from dataclasses import replace

from docgen.pdf.elements import Element
from docgen.pdf.pages import Clipped, Image, Item, Line, Link, Path, Turned


def belonging(item: Item, element: Element) -> Item:
    """The item as a part of the element, unless it belongs to another; a picture or a link is a part by itself."""
    match item:
        case Turned() | Clipped():
            return replace(item, items=tuple(belonging(one, element) for one in item.items))
        case Line(element=None):
            return replace(item, element=element)
        case Image(element=None):
            return replace(item, element=element.holding("figure"))
        case Path(element=None, alt=alt) if alt:
            return replace(item, element=element.holding("figure"))
        case Link(element=None):
            return replace(item, element=element.holding("link"))
    return item
