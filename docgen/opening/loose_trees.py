"""Loose trees: the XML of a part however large, for looking into it before anybody has to understand it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree


def loose_tree(xml: bytes) -> etree._Element | None:
    """The tree, with nothing resolved or fetched; None for what is no XML, which its readers refuse."""
    from lxml import etree

    try:
        return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError:
        return None
