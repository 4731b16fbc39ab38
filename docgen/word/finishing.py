"""Finishing: the rendered text of a part → its bytes. What the data asks for beyond text is done on the way.

Most parts stay text from end to end, their marked paragraphs excepted (`windows`); the others go through a tree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.parsers import expat

from jinja2 import nodes
from lxml import etree

from docgen.word import containers, drawings, paragraphs, properties, signing, trailing
from docgen.word.balance import is_balanced
from docgen.word.collecting import Placement
from docgen.word.media import Media
from docgen.word.ooxml import DECLARATION
from docgen.word.windows import SEPARATOR, NeedsTree, Windows, ended_elements, has_full_last_section, is_complete

BODY = "word/document.xml"
_ROOT = re.compile(r"<[\w:]+((?:\s+[\w:]+=\"[^\"]*\")*)\s*/?>")
_DECLARED = re.compile(r"xmlns(?::\w+)?=\"[^\"]*\"")


class NotWellFormed(Exception):
    """The template's tags cut elements in two."""


@dataclass(frozen=True, slots=True)
class PartFacts:
    """What is known of a part once its template is compiled.

    `declarations` are the namespaces of its root element; `balanced`: whatever the data, it comes out well-formed.
    `ended` are the kinds of its elements that must end with a paragraph.
    """

    name: str
    declarations: str
    balanced: bool
    ended: tuple[str, ...]
    title_styles: tuple[str, ...] = ()


def facts_of(name: str, source: str, tree: nodes.Template, title_styles: tuple[str, ...]) -> PartFacts:
    """What a part's source and its syntax tree tell."""
    return PartFacts(name, _declarations(source), is_balanced(tree), ended_elements(source), title_styles)


def _declarations(source: str) -> str:
    """The namespace declarations of a part's root element."""
    root = _ROOT.search(source)
    return " ".join(_DECLARED.findall(root[1])) if root else ""


def finished(xml: str, facts: PartFacts, pictures: Sequence[Placement], media: Media) -> tuple[bytes, str]:
    """The bytes of a rendered part, and the document's title where the part is its body.

    `xml` has a line of its own for every paragraph. Raises NotWellFormed.
    """
    kept = media.kept()
    try:
        return _as_text(xml, facts, pictures, media)
    except NeedsTree:
        media.go_back(kept)
        return _as_tree(xml.replace(SEPARATOR, "<w:p"), facts, pictures, media)


def _as_text(xml: str, facts: PartFacts, pictures: Sequence[Placement], media: Media) -> tuple[bytes, str]:
    windows = Windows(xml, facts.declarations)
    if paragraphs.has_marks(xml):
        windows.change(paragraphs.MARKED, lambda root: _carry_out(root, facts.name, pictures, media))
    is_body, title = facts.name == BODY, ""
    if is_body:
        windows.keep_with_signature()
        title = windows.title(facts.title_styles)
    text = windows.text()
    if not is_complete(text, facts.ended) or (is_body and not has_full_last_section(text)):
        raise NeedsTree
    data = (DECLARATION + text).encode()
    if not facts.balanced:
        _check(data)
    return data, title


def _check(data: bytes) -> None:
    try:
        expat.ParserCreate().Parse(data, True)
    except expat.ExpatError as error:
        raise NotWellFormed(str(error)) from error


def _as_tree(xml: str, facts: PartFacts, pictures: Sequence[Placement], media: Media) -> tuple[bytes, str]:
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        root = etree.fromstring(xml.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise NotWellFormed(str(error)) from error
    title = ""
    if paragraphs.has_marks(xml):
        _carry_out(root, facts.name, pictures, media)
    containers.complete(root)
    if facts.name == BODY:
        signing.keep_with_signature(root)
        trailing.drop_empty_section(root)
        title = properties.title_of(root, facts.title_styles)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True), title


def _carry_out(root: etree._Element, part: str, pictures: Sequence[Placement], media: Media) -> None:
    """Do what the marks below `root` stand for."""
    drawings.draw(root, part, pictures, media)
    paragraphs.carry_out(root)
