"""Windows: the paragraphs of a rendered part that need work on their tree. All the rest of the part stays text.

A rendered part is text in which every paragraph begins a line. Cut there, it is a list of chunks; the work of the
modules `drawings`, `paragraphs` and `signing` is done on the few chunks that ask for it. Where text alone cannot tell
(paragraphs inside a paragraph, a cell that its tags have emptied), `NeedsTree` sends the part through lxml whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from html import unescape

from lxml import etree

from docgen.word import signing
from docgen.word.marks import PARAGRAPH

SEPARATOR = "\n<w:p"
"""What stands before every paragraph but the first piece of a part."""

_END = "</w:p>"
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_SEEN = "drawing|pict|object|br|sym|fldSimple|instrText|tbl|footnoteReference"
_SHOWN = re.compile(rf"<w:t(?: [^>]*)?>[^<]|<w:(?:{_SEEN})\b")
_ENDED = ("tc", "hdr", "ftr", "footnote", "endnote", "txbxContent")
_SECTION_END = "</w:sectPr></w:pPr>"
_BLANK_LINE = f'<w:pStyle w:val="{signing.BLANK}"/>'

_ONE_RUN = re.compile(
    r"(?P<start>[^>]*>)(?P<how>(?:<w:pPr>(?:(?!</w:pPr>).)*</w:pPr>)?)"
    r"<w:r(?P<attributes>[^>]*)>(?P<run>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)"
    rf"<w:t[^>]*>(?P<text>[^<\ufdd1-\ufdef]*{PARAGRAPH}[^<\ufdd1-\ufdef]*)</w:t></w:r></w:p>"
)
"""A paragraph of one run with one text, whose only marks are new lines."""

Change = Callable[[etree._Element], None]


class NeedsTree(Exception):
    """The text alone does not tell what is to be done."""


class Windows:
    """A rendered part cut into chunks. `declarations` are the namespaces of its root element."""

    def __init__(self, xml: str, declarations: str) -> None:
        self._xml = xml
        self._chunks = xml.split(SEPARATOR)
        self._declarations = declarations

    def text(self) -> str:
        """The part again."""
        return "<w:p".join(self._chunks)

    def change(self, marks: re.Pattern[str], work: Change) -> None:
        """Let `work` change every paragraph that has a mark in it, in order."""
        added = 0
        for number in self._marked(marks):
            place = number + added
            if number == 0 or marks.search(self._chunks[place], self._end(place)):
                raise NeedsTree
            added += (self._split(place) or self._work(place, work)) - 1

    def _marked(self, marks: re.Pattern[str]) -> list[int]:
        """The chunks with a mark. One search through all the text is quicker than one through each of many chunks."""
        found: dict[int, None] = {}
        number = place = 0
        for match in marks.finditer(self._xml):
            number += self._xml.count(SEPARATOR, place, match.start())
            place = match.start()
            found[number] = None
        return list(found)

    def _split(self, number: int) -> int:
        """Cut a paragraph of one plain run at its new lines, as `paragraphs` does on the tree; 0 for any other."""
        chunk = self._chunks[number]
        match = _ONE_RUN.match(chunk)
        if match is None or "<w:sectPr" in match["how"] or "<w:pageBreakBefore" in match["how"]:
            return 0
        texts = match["text"].split(PARAGRAPH)
        start = f">{match['how']}<w:r>{match['run']}"
        made = [f"{start}{_said(text)}</w:r></w:p>" for text in texts]
        made[0] = f"{match['start']}{match['how']}<w:r{match['attributes']}>{match['run']}{_said(texts[0])}</w:r></w:p>"
        made[-1] += chunk[match.end() :]
        self._chunks[number : number + 1] = made
        return len(made)

    def keep_with_signature(self) -> None:
        """`signing.keep_with_signature` on the paragraphs before a signature's blank line."""
        for number, chunk in enumerate(self._chunks):
            if number == 0 or _BLANK_LINE not in chunk or _BLANK_LINE in self._chunks[number - 1]:
                continue
            between = self._chunks[number - 1][self._end(number - 1) :] if number > 1 else self._chunks[0]
            if not between and number > 1:
                self._work(number - 1, signing.keep_paragraphs)
            elif between.endswith("</w:tbl>"):
                for cell in self._last_row(number - 1):
                    self._work(cell, signing.keep_cells)
            elif not between.endswith(("<w:body>", "</w:sectPr></w:pPr></w:p>")):
                raise NeedsTree

    def title(self, styles: Sequence[str]) -> str:
        """The text of the first paragraph in one of these styles that says anything."""
        wanted = [f'<w:pStyle w:val="{style}"/>' for style in styles]
        for number, chunk in enumerate(self._chunks):
            if number and any(style in chunk for style in wanted):
                said = unescape("".join(_TEXT.findall(chunk, 0, self._end(number)))).strip()
                if said:
                    return said
        return ""

    def _end(self, number: int) -> int:
        """Where the paragraph of a chunk ends. Raises NeedsTree for one that holds others."""
        chunk = self._chunks[number]
        place = chunk.find(_END)
        if place < 0 or chunk[chunk.find(">") - 1 : chunk.find(">") + 1] == "/>":
            raise NeedsTree
        return place + len(_END)

    def _work(self, number: int, work: Change) -> int:
        """Let `work` change the paragraph of a chunk; the number of paragraphs that it is afterwards."""
        end = self._end(number)
        chunk = self._chunks[number]
        wrapper = f"<w:window {self._declarations}>"
        root = etree.fromstring(f"{wrapper}<w:p{chunk[:end]}</w:window>", _PARSER)
        work(root)
        made = etree.tostring(root, encoding="unicode")
        inner = made[made.index(">") + 1 : -len("</w:window>")] if len(root) else ""
        before, *paragraphs = _PARAGRAPH.split(inner)
        if before:
            raise NeedsTree
        # Where the paragraph went away, what followed it follows the one before.
        self._chunks[number : number + 1] = paragraphs
        self._chunks[number - 1 + len(paragraphs)] += chunk[end:]
        return len(paragraphs)

    def _last_row(self, last: int) -> Iterator[int]:
        """The chunks of the paragraphs of a table's last row; `last` is its last paragraph."""
        number = last
        while number > 0:
            yield number
            between = self._chunks[number - 1]
            if "<w:tr>" in between or "<w:tr " in between:
                return
            if "<w:tbl>" in between or "</w:tbl>" in between:
                break
            number -= 1
        raise NeedsTree


_PARAGRAPH = re.compile("<w:p(?=[ >])")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def _said(text: str) -> str:
    return f'<w:t xml:space="preserve">{text}</w:t>' if text else ""


def ended_elements(source: str) -> tuple[str, ...]:
    """The kinds of elements in a part that must end with a paragraph."""
    return tuple(name for name in _ENDED if f"<w:{name}" in source)


def is_complete(xml: str, ended: Sequence[str] = _ENDED) -> bool:
    """Whether every table has a row and all that must end with a paragraph does; `containers` mends the others."""
    if xml.count("</w:tbl>") != xml.count("</w:tr></w:tbl>") or "<w:tbl/>" in xml:
        return False
    for name in ended:
        end = f"</w:{name}>"
        count = xml.count(end)
        if count and count != xml.count(f"</w:p>{end}") + xml.count(f"<w:p/>{end}"):
            return False
        if f"<w:{name}/>" in xml:
            return False
    return True


def has_full_last_section(xml: str) -> bool:
    """Whether something is seen after the last section break, so that `trailing` has nothing to drop."""
    if xml.count("<w:sectPr") < 2:
        return True
    start, end = xml.rfind(_SECTION_END), xml.rfind("<w:sectPr")
    if start < 0:
        return False
    after = xml[start:end]
    return _SHOWN.search(after, after.find(_END)) is not None
