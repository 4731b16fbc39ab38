"""Part trees: the XML of a part, parsed so that nothing in it is resolved or fetched."""

from __future__ import annotations

from lxml import etree


def part_tree(xml: bytes) -> etree._Element:
    """The tree of a part, which may be as deep and as long as libxml2 allows. Raises etree.XMLSyntaxError."""
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
