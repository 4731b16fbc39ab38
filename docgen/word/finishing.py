"""Finishing: the rendered text of a part → its bytes. What the data asks for beyond text is done on the way.

Most parts stay text from end to end, their marked paragraphs excepted (`windows`); the others go through a tree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from xml.parsers import expat

from jinja2 import nodes
from lxml import etree

from docgen.word import containers, drawings, one_run, paragraphs, properties, signing, trailing
from docgen.word.balance import ANY_END, LooseEnd, loose_ends
from docgen.word.collecting import Placement
from docgen.word.drawings import Pictures
from docgen.word.marks import PICTURE
from docgen.word.media import Media
from docgen.word.ooxml import DECLARATION
from docgen.word.windows import Change, NeedsTree, QuickChange, Windows, has_full_last_section, is_complete

BODY = "word/document.xml"
_DRAWING = re.compile(r'(<wp:docPr\s[^>]*?\bid=)"[^"]*"')
_FIRST_DRAWING = 1001
_PIECE = 32 * 1024  # characters
_ROOT = re.compile(r"<[\w:]+((?:\s+[\w:]+=\"[^\"]*\")*)\s*/?>")
_DECLARED = re.compile(r"xmlns(?::\w+)?=\"[^\"]*\"")


class NotWellFormed(Exception):
    """The template's tags cut elements in two."""


@dataclass(frozen=True, slots=True)
class PartFacts:
    """What is known of a part once its template is compiled.

    `declarations` are the namespaces of its root element; `balanced`: whatever the data, it comes out well-formed.
    `loose` are the elements that may turn out without a paragraph or row at their end; `sections`: there are several.
    `drawings`: the template has some itself, in its body.
    """

    name: str
    declarations: str
    balanced: bool
    loose: frozenset[LooseEnd]
    sections: bool = False
    title_styles: tuple[str, ...] = ()
    drawings: bool = False


def facts_of(name: str, source: str, tree: nodes.Template, title_styles: tuple[str, ...]) -> PartFacts:
    """What a part's source and its syntax tree tell."""
    loose = loose_ends(tree)
    return PartFacts(
        name,
        _declarations(source),
        balanced=loose is not None,
        loose=ANY_END if loose is None else loose,
        sections=name == BODY and source.count("<w:sectPr") > 1,
        title_styles=title_styles,
        drawings=name == BODY and _DRAWING.search(source) is not None,
    )


def _declarations(source: str) -> str:
    """The namespace declarations of a part's root element."""
    root = _ROOT.search(source)
    return " ".join(_DECLARED.findall(root[1])) if root else ""


def finished(xml: str, facts: PartFacts, pictures: Sequence[Placement], media: Media) -> tuple[bytes, str]:
    """The bytes of a rendered part, and the document's title where the part is its body.

    Raises NotWellFormed.
    """
    kept = media.kept()
    try:
        return _as_text(xml, facts, pictures, media)
    except NeedsTree:
        media.go_back(kept)
        return as_tree(xml, facts, pictures, media)


def _as_text(xml: str, facts: PartFacts, pictures: Sequence[Placement], media: Media) -> tuple[bytes, str]:
    windows = Windows(xml, facts.declarations)
    if paragraphs.has_marks(xml):
        shown = _pictures(facts, pictures, media)
        windows.change(paragraphs.MARKS, _quick_work(xml, shown), _work(xml, shown))
    is_body, title = facts.name == BODY, ""
    if is_body:
        windows.keep_with_signature()
        title = windows.title(facts.title_styles)
    text = windows.text
    loose = ANY_END if windows.emptied else facts.loose
    if not is_complete(text, loose) or (facts.sections and not has_full_last_section(text)):
        raise NeedsTree
    data = _bytes(text, facts)
    if not facts.balanced:
        _check(data)
    return data, title


def _check(data: bytes) -> None:
    try:
        expat.ParserCreate().Parse(data, True)
    except expat.ExpatError as error:
        raise NotWellFormed(str(error)) from error


def as_tree(xml: str, facts: PartFacts, pictures: Sequence[Placement], media: Media) -> tuple[bytes, str]:
    """`finished`, whatever the part holds. Raises NotWellFormed."""
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        root = etree.fromstring(xml.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise NotWellFormed(str(error)) from error
    title = ""
    if paragraphs.has_marks(xml):
        _work(xml, _pictures(facts, pictures, media))(root)
        paragraphs.clear(root)
    containers.complete(root)
    if facts.name == BODY:
        signing.keep_with_signature(root)
        trailing.drop_empty_section(root)
        title = properties.title_of(root, facts.title_styles)
    return _bytes(etree.tostring(root, encoding="unicode"), facts), title


def _bytes(text: str, facts: PartFacts) -> bytes:
    """The part as it is stored; drawings get numbers that no other one has, also where a loop has repeated them."""
    if facts.drawings:
        numbers = count(_FIRST_DRAWING)
        text = _DRAWING.sub(lambda match: f'{match[1]}"{next(numbers)}"', text)
    # Piece by piece: a long text is neither copied once more nor encoded beyond what the processor keeps at hand.
    pieces = (text[at : at + _PIECE] for at in range(0, len(text), _PIECE))
    return b"".join((DECLARATION.encode(), *(piece.encode() for piece in pieces)))


def _pictures(facts: PartFacts, placements: Sequence[Placement], media: Media) -> Pictures:
    return Pictures(facts.name, placements, media, facts.declarations)


def _work(xml: str, pictures: Pictures) -> Change:
    """What the marks of a part ask for, to be done on a tree."""
    if PICTURE not in xml:
        return paragraphs.carry_out

    def work(root: etree._Element) -> None:
        drawings.draw(root, pictures)
        paragraphs.carry_out(root)

    return work


def _quick_work(xml: str, pictures: Pictures) -> QuickChange:
    """The same, to be done on the text of a paragraph where that is enough."""
    if PICTURE not in xml:
        return one_run.changed

    def work(text: str, start: int, end: int) -> str | None:
        made = drawings.drawn(text, start, end, pictures)
        return one_run.changed(text, start, end) if made is None else made

    return work
