"""Fields: which characters of a story are instructions, which a stored result (ECMA-376 Part 1, 17.16)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from docgen.pdf.reading.field_codes import is_followed, link_of, words_of
from docgen.pdf.reading.wordml import Element, Properties, W, descendants, text_attribute

Code = Literal["PAGE", "NUMPAGES", "SECTIONPAGES"]
_CODES: dict[str, Code] = {"PAGE": "PAGE", "NUMPAGES": "NUMPAGES", "SECTIONPAGES": "SECTIONPAGES"}

# Fields whose instruction says what they show: a stored result beside it is not looked at.
COMPUTED = frozenset({"EQ", "SYMBOL", "FORMCHECKBOX", "FORMDROPDOWN", "MACROBUTTON", "GOTOBUTTON"})
# Marks for an index, a table of contents and the like: they have no result by nature. A link may be empty.
_SILENT = frozenset(
    """XE TC TA RD SET ASK PRIVATE BOOKMARK ADVANCE NEXT NEXTIF SKIPIF TOC INDEX HYPERLINK FORMTEXT
    DATABASE""".split()  # noqa: SIM905
)
_DELETED = (f"{{{W}}}del", f"{{{W}}}moveFrom")


@dataclass(slots=True)
class OpenField:
    """A field between its begin and its end. `shown` tells whether its result is part of the visible text.

    `pieces` are the parts of the instruction with their formats, `data` the settings of a form field, `link` where the
    result leads. `hides`: what is stored as its result is not shown, because the field itself says what is.
    """

    shown: bool
    instruction: str = ""
    in_result: bool = False
    has_result: bool = False
    hides: bool = False
    link: str = ""
    format: Properties | None = None
    data: Element | None = None
    pieces: list[tuple[str, Properties]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The instruction's first word, upper case."""
        return (self.instruction.split() or [""])[0].upper()

    @property
    def code(self) -> Code | None:
        """The number that only the layout knows; None for every other field."""
        return _CODES.get(self.name)

    @property
    def lacks_result(self) -> bool:
        """A field that should show something and has nothing stored."""
        return self.shown and not self.has_result and not self.in_codes and self.name not in _SILENT

    @property
    def in_codes(self) -> bool:
        """Whether the instruction alone says what is shown."""
        return self.code is not None or self.name in COMPUTED


@dataclass(slots=True)
class OpenFields:
    """The fields open at the present point of a story; a 目录 stays open over many paragraphs.

    `unpaired` holds the marks without partner: they are passed over, so that no text hides behind them.
    """

    unpaired: frozenset[Element] = frozenset()
    stack: list[OpenField] = field(default_factory=list)

    @property
    def visible(self) -> bool:
        """Whether text here is shown: in no instruction, in no result that is worked out anew."""
        return all(item.in_result and not item.hides for item in self.stack)

    @property
    def in_instruction(self) -> bool:
        """Whether text here is part of an instruction itself, where Word keeps none."""
        return bool(self.stack) and not self.stack[-1].in_result

    @property
    def link(self) -> str:
        """Where the innermost field that is a link leads; "" in none."""
        return next((item.link for item in reversed(self.stack) if item.link and item.in_result), "")

    def begin(self, data: Element | None = None) -> None:
        """w:fldChar begin, with the settings of a form field."""
        self.stack.append(OpenField(shown=self.visible, data=data))

    def separate(self) -> str:
        """w:fldChar separate. An address that is no link here is returned; "" for none."""
        if not self.stack or self.stack[-1].in_result:
            return ""
        top = self.stack[-1]
        top.in_result, top.hides = True, top.in_codes
        target = link_of(words_of(top.instruction))
        if is_followed(target):
            top.link, target = target, ""
        return target

    def end(self) -> OpenField | None:
        """w:fldChar end: the field that ends."""
        return self.stack.pop() if self.stack else None

    def instruct(self, text: str, format_: Properties | None = None) -> None:
        """w:instrText."""
        if self.stack and not self.stack[-1].in_result:
            self.stack[-1].instruction += text
            self.stack[-1].pieces.append((text, format_ or {}))

    def showed(self, format_: Properties) -> None:
        """Something stands here: every open result has content; the first one gives a page number its format."""
        for item in self.stack:
            if item.in_result:
                item.has_result = True
                item.format = format_ if item.format is None else item.format


def unpaired_marks(story: Element) -> frozenset[Element]:
    """The begin, separate and end marks of a story without their partners."""
    open_: list[list[Element]] = []
    lost: list[Element] = []
    for mark in descendants(story, "fldChar"):
        if any(True for _ in mark.iterancestors(*_DELETED)):
            continue
        kind = text_attribute(mark, "fldCharType")
        if kind == "begin":
            open_.append([mark])
        elif not open_:
            lost.append(mark)
        elif kind == "end":
            open_.pop()
        else:
            open_[-1].append(mark)
    return frozenset(lost + [mark for marks in open_ for mark in marks])
