"""Windows: the paragraphs of a rendered part that need work on their tree. All the rest of the part stays text.

The work of the modules `drawings`, `paragraphs` and `signing` is done on the few pieces of the text that ask for it.
Where text alone cannot tell (paragraphs inside a paragraph, a cell that its tags have emptied), `NeedsTree` sends the
part through lxml whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import unescape

from lxml import etree

from docgen.word import paragraphs, signing
from docgen.word.balance import TABLE, LooseEnd

_STARTS = ("<w:p>", "<w:p ")
_END = "</w:p>"
_NEAR = 4000  # characters: nearly every paragraph is shorter
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_SEEN = "drawing|pict|object|br|sym|fldSimple|instrText|tbl|footnoteReference"
_SHOWN = re.compile(rf"<w:t(?: [^>]*)?>[^<]|<w:(?:{_SEEN})\b")
_SECTION, _SECTION_END = "<w:sectPr", "</w:sectPr></w:pPr>"
_BLANK_LINE = f'<w:pStyle w:val="{signing.BLANK}"/>'

Change = Callable[[etree._Element], None]
QuickChange = Callable[[str, int, int], str | None]
"""Text, start and end of a paragraph → what it becomes; None where that takes a tree."""


class NeedsTree(Exception):
    """The text alone does not tell what is to be done."""


class Windows:
    """The text of a rendered part. `declarations` are the namespaces of its root element."""

    def __init__(self, xml: str, declarations: str) -> None:
        self.text = xml
        self.emptied = False  # whether a paragraph went away
        self._wrapper = f"<w:window {declarations}>"

    def change(self, marks: Iterable[str], quick: QuickChange, work: Change) -> None:
        """Change every paragraph that has a mark in it, in order: the text by `quick`, or else the tree by `work`."""
        found = sorted({place for mark in marks for place in self._marked(mark)})
        self._replace((start, end, self._changed(start, end, quick, work)) for start, end in found)

    def _changed(self, start: int, end: int, quick: QuickChange, work: Change) -> str:
        made = quick(self.text, start, end)
        if made is None:
            made = self._worked(start, end, work)
        self.emptied = self.emptied or not made
        return made

    def _marked(self, mark: str) -> Iterator[tuple[int, int]]:
        at = self.text.find(mark)
        while at >= 0:
            start, end = self._around(at)
            yield start, end
            at = self.text.find(mark, end)

    def _around(self, at: int) -> tuple[int, int]:
        """The paragraph that a place stands in. Raises NeedsTree where it holds others, or stands in one."""
        start = self._start_before(at)
        end = self.text.find(_END, start) + len(_END)
        if start < 0 or end < at or any(self.text.find(other, at, end) >= 0 for other in _STARTS):
            raise NeedsTree
        return start, end

    def _start_before(self, at: int) -> int:
        """Where the last paragraph begins that begins before a place, -1 where there is none."""
        for begin in (max(0, at - _NEAR), 0):
            plain = self.text.rfind(_STARTS[0], begin, at)
            found = max(plain, self.text.rfind(_STARTS[1], max(begin, plain), at))
            if found >= 0:
                return found
        return -1

    def _replace(self, edits: Iterable[tuple[int, int, str]]) -> None:
        """Put new pieces in the place of old ones, given in order."""
        pieces: list[str] = []
        done = 0
        for start, end, new in edits:
            pieces += (self.text[done:start], new)
            done = end
        self.text = "".join((*pieces, self.text[done:]))

    def _worked(self, start: int, end: int, work: Change) -> str:
        """What `work` makes of a piece."""
        root = etree.fromstring(f"{self._wrapper}{self.text[start:end]}</w:window>", _PARSER)
        work(root)
        if not len(root):
            return ""
        made = etree.tostring(root, encoding="unicode")
        if paragraphs.has_marks(made):
            paragraphs.clear(root)
            made = etree.tostring(root, encoding="unicode")
        return made[made.index(">") + 1 : -len("</w:window>")]

    def keep_with_signature(self) -> None:
        """`signing.keep_with_signature` on what stands before a signature's blank line."""
        edits = []
        at = self.text.find(_BLANK_LINE)
        while at >= 0:
            start, end = self._around(at)
            if self.text.endswith(_END, 0, start):
                before = self._around(start - len(_END))
                if self.text.find(_BLANK_LINE, *before) < 0:
                    kept = signing.kept_text(self.text, *before)
                    edits.append((*before, kept or self._worked(*before, signing.keep_paragraphs)))
            elif self.text.endswith("</w:tbl>", 0, start):
                row = self._last_row(start - len("</w:tbl>"))
                edits.append((*row, self._worked(*row, signing.keep_cells)))
            elif not self.text.endswith("<w:body>", 0, start):
                raise NeedsTree
            at = self.text.find(_BLANK_LINE, end)
        if edits:
            self._replace(edits)

    def _last_row(self, end: int) -> tuple[int, int]:
        """The last row of the table that ends at a place. Raises NeedsTree where it holds a table."""
        start = max(self.text.rfind("<w:tr>", 0, end), self.text.rfind("<w:tr ", 0, end))
        if start < 0 or self.text.find("w:tbl>", start, end) >= 0:
            raise NeedsTree
        return start, end

    def title(self, styles: Sequence[str]) -> str:
        """The text of the first paragraph in one of these styles that says anything."""
        wanted = "|".join(map(re.escape, styles))
        if not wanted:
            return ""
        for match in re.finditer(f'<w:pStyle w:val="(?:{wanted})"/>', self.text):
            said = unescape("".join(_TEXT.findall(self.text, *self._around(match.start())))).strip()
            if said:
                return said
        return ""


_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def is_complete(xml: str, loose: Iterable[LooseEnd]) -> bool:
    """Whether every table has a row and all that must end with a paragraph does; `containers` mends the others.

    `loose` are the ends of which the template alone does not tell.
    """
    return all(f"</{last}></{name}>" not in xml if last else _ends_well(xml, name) for name, last in loose)


def _ends_well(xml: str, name: str) -> bool:
    end = f"</{name}>"
    if f"<{name}/>" in xml:
        return False
    if name == TABLE:
        return xml.count(end) == xml.count(f"</w:tr>{end}")
    return xml.count(end) == xml.count(f"</w:p>{end}") + xml.count(f"<w:p/>{end}")


def has_full_last_section(xml: str) -> bool:
    """Whether something is seen after the last section break, so that `trailing` has nothing to drop."""
    last = xml.rfind(_SECTION)
    if xml.rfind(_SECTION, 0, max(0, last)) < 0:
        return True
    start = xml.rfind(_SECTION_END, 0, last)
    return start >= 0 and _SHOWN.search(xml, xml.find(_END, start), last) is not None
