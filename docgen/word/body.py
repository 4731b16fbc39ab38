"""The body of a template: the blocks of a source as WordprocessingML, head before the title, 版记 at the end."""

from __future__ import annotations

import re

from docgen import standard
from docgen.standard import SIZES
from docgen.word import closing, elements, sections
from docgen.word.blocks import Block, Directive, Tag, TemplateSource, Text
from docgen.word.bulletin import bulletin_foot, bulletin_head
from docgen.word.grid import table_xml
from docgen.word.ooxml import paragraph, run, tag
from docgen.word.sections import PageForm
from docgen.word.styles import NAMES

_TAG = re.compile(r"\{[{%].*?[%}]\}")
_IN_BODY_TYPE = re.compile(r"\*([^*]+)\*")
_STAR = "\0"  # a `*` inside a tag multiplies
_NEW_PAGE = {"pageBreakBefore": "<w:pageBreakBefore/>"}
# A title's line in 字 on a page on its side, one free on each side as on an upright one.
_TURNED_TITLE = int(standard.TEXT_HEIGHT.length.pt // SIZES["二号"].pt) - 1


class Body:
    """Walks the blocks once, in order."""

    def __init__(self, source: TemplateSource, pages: PageForm) -> None:
        self.source, self.pages = source, pages
        self.attachment_title = source.settings.get("附件标题", "{{ 件.名称 }}")
        self.out: list[str] = []
        self.titled = False
        self.new_page = False  # the next paragraph begins a page
        self.in_attachments = False
        self.orientation = ""  # of the attachment being set, "" outside
        self.depth = self.orientation_depth = 0  # of `for` and `if` now, and where the orientation began
        self.width = pages.width

    def xml(self) -> str:
        """The content of `w:body`."""
        self.out.append(self._head())
        for block in self.source.blocks:
            self._add(block)
        if self.in_attachments:
            self._end_orientation()
            self.out.append(tag("endfor"))
        if self.source.carries("版记") and Directive("版记") not in self.source.blocks:
            self.out.append(elements.imprint(self._after_turned_page()))
        if self.source.carries("报尾"):
            self.out.append(bulletin_foot(self._after_turned_page()))
        return "".join(self.out) + self.pages.main()

    def _head(self) -> str:
        if self.source.carries("报头"):
            return bulletin_head()
        return elements.head() if self.source.carries("版头") else ""

    def _after_turned_page(self) -> str:
        """A line for the section that begins after a turned attachment.

        Without it LibreOffice puts a floating table that opens a section onto the page before.
        """
        return tag("if 页.横") + elements.blank("分节线") + tag("endif") if self.in_attachments else ""

    def _add(self, block: Block) -> None:
        if isinstance(block, Text):
            self._text(block)
            return
        if isinstance(block, Directive):
            self._direct(block.name)
            return
        self._begin_page()
        if isinstance(block, Tag):
            self._tag(block)
        else:
            self.out.append(table_xml(block, self.width))

    def _text(self, block: Text) -> None:
        extra, self.new_page = (_NEW_PAGE if self.new_page else {}), False
        if block.style == "Title":
            self._title(block.text, extra)
        else:
            self.out.append(paragraph(NAMES[block.style].identifier, _runs(block), extra))

    def _begin_page(self) -> None:
        """A page that begins with no paragraph of its own gets a line too thin to be seen."""
        if self.new_page:
            self.out.append(elements.styled("分节线", extra=_NEW_PAGE))
        self.new_page = False

    def _title(self, text: str, extra: dict[str, str]) -> None:
        """The title with 主送机关 below it; a second one stands alone."""
        first, self.titled = not self.titled, True
        # The filter finds the lines of the title; `|` marks where they may end.
        call = f"标题分行({_TURNED_TITLE})" if self.pages.landscape else "标题分行"
        self.out.append(elements.styled("Title", f"{{% filter {call} %}}{text}{{% endfilter %}}", extra))
        self.out.append(elements.addressee() if first and self.source.carries("主送") else elements.blank())

    def _tag(self, block: Tag) -> None:
        # A branch of the choice among attachments ends the one before it, with its orientation.
        closes = block.word in ("elif", "else", "endif", "endfor")
        if self.in_attachments and closes and self.depth == self.orientation_depth:
            self._end_orientation()
        self.depth += block.step
        self.out.append(tag(block.statement))

    def _direct(self, name: str) -> None:
        if name == "另页":
            self.new_page = True
        elif name == "附件":
            self.in_attachments, self.new_page = True, False  # each attachment begins a page anyway
            self.out.append(tag("set 页 = namespace(横=false)") + tag("for 件 in 附件"))
        elif name in ("横排", "竖排"):
            self._orient(name)
        else:
            self._begin_page()
            self.out.append(self._laid_out(name))

    def _laid_out(self, name: str) -> str:
        """附件说明, 落款 or 版记; nothing where the front matter does not have it."""
        note = closing.attachment_note(self.attachment_title)
        if name == "附件说明":
            return note
        if name == "版记":
            return elements.imprint() if self.source.carries("版记") else ""
        if not self.source.carries("落款"):
            return ""
        signed = closing.signature(with_note=self.source.carries("附注"))
        return signed if self.source.tells_attachments else note + signed

    def _orient(self, name: str) -> None:
        """Begin an attachment: label flush left on line 1, title centred on line 3 (7.3.7), on a page of its own."""
        self._end_orientation()
        self.orientation, self.orientation_depth = name, self.depth
        self.width = sections.TURNED_WIDTH if name == "横排" else sections.UPRIGHT_WIDTH
        if self._turns:
            # Two turned attachments in a row need no upright section between them.
            self.out.append(tag("if not 页.横") + sections.carrier(self.pages.upright()) + tag("endif"))
        self.out.append(elements.styled("附件标签", "附件{% if loop.length > 1 %}{{ loop.index }}{% endif %}"))
        self.out.append(elements.styled("附件标题", self.attachment_title))

    @property
    def _turns(self) -> bool:
        """Whether the present attachment lies on its side in an upright document."""
        return self.orientation == "横排" and not self.pages.landscape

    def _end_orientation(self) -> None:
        if self._turns:
            self.out.append(sections.carrier(self.pages.turned()))
        elif self.orientation:
            # Word wants a paragraph between a table and what follows it.
            self.out.append(elements.blank("分节线"))
        if self.orientation:
            self.out.append(tag(f"set 页.横 = {'true' if self._turns else 'false'}"))
        self.orientation, self.width = "", self.pages.width


def _runs(block: Text) -> str:
    """The runs of a paragraph: `*text*` in body type, tags left whole."""
    text = _TAG.sub(lambda match: match[0].replace("*", _STAR), block.text)
    # Every second piece stood between stars.
    pieces = enumerate(_IN_BODY_TYPE.split(text))
    styled = ((piece.replace(_STAR, "*"), NAMES["正文字"].identifier if index % 2 else "") for index, piece in pieces)
    return "".join(run(piece, style) for piece, style in styled if piece)
