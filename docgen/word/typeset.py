"""Typeset a template source into the Word template in the layout of GB/T 9704-2012."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from docgen import standard
from docgen.word import elements, sections
from docgen.word.blocks import Block, Directive, Table, Tag, TemplateSource, Text
from docgen.word.grid import table_xml
from docgen.word.ooxml import DECLARATION, element, namespaces, paragraph, run, tag
from docgen.word.package import write_parts
from docgen.word.properties import APP_XML
from docgen.word.styles import NAMES, styles_xml

_TAG = re.compile(r"\{[{%].*?[%}]\}")
_IN_BODY_TYPE = re.compile(r"\*([^*]+)\*")
_STAR = "\0"  # a `*` inside a tag multiplies
_PACKAGE_TYPE = "application/vnd.openxmlformats"
_CONTENT_TYPE = f"{_PACKAGE_TYPE}-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def typeset(source: TemplateSource) -> bytes:
    """The .docx of a template source; the same source gives the same bytes."""
    stories = sections.story_parts()
    parts = {
        "[Content_Types].xml": _content_types(stories),
        "_rels/.rels": _relations(
            {"rId1": ("officeDocument", "word/document.xml"), "rId2": ("extended-properties", "docProps/app.xml")},
            _CORE,
        ),
        "docProps/app.xml": APP_XML,
        "docProps/core.xml": _core(source.settings.get("文件", "")),
        "word/_rels/document.xml.rels": _relations(
            {
                "styles": ("styles", "styles.xml"),
                "settings": ("settings", "settings.xml"),
                "fonts": ("fontTable", "fontTable.xml"),
            }
            | {name: (name[:6], f"{name}.xml") for name in stories}
        ),
        "word/document.xml": document_xml(source),
        "word/fontTable.xml": _font_table(),
        "word/settings.xml": _SETTINGS,
        "word/styles.xml": styles_xml(),
    } | {f"word/{name}.xml": xml for name, xml in stories.items()}
    return write_parts({name: xml.encode() for name, xml in parts.items()})


def document_xml(source: TemplateSource) -> str:
    """The part word/document.xml."""
    body = _Body(source).xml()
    root = namespaces("w", "r", "mc", "wp", "a", "wps")
    return f"{DECLARATION}<w:document {root}><w:body>{body}{sections.upright()}</w:body></w:document>"


class _Body:
    """Walks the blocks once, in order; the head goes before the title, the 版记 to the end."""

    def __init__(self, source: TemplateSource) -> None:
        self.source = source
        self.attachment_title = source.settings.get("附件标题", "{{ 件.名称 }}")
        self.out: list[str] = []
        self.in_attachments = False
        self.orientation = ""  # of the attachment being set, "" outside
        self.depth = self.orientation_depth = 0  # of `for` and `if` now, and where the orientation began
        self.width = sections.UPRIGHT_WIDTH

    def xml(self) -> str:
        for block in self.source.blocks:
            self._add(block)
        if self.in_attachments:
            self._end_orientation()
            self.out.append(tag("endfor"))
        if self.source.carries("版记"):
            self.out.append(elements.imprint(self._after_turned_page()))
        return "".join(self.out)

    def _after_turned_page(self) -> str:
        """A line for the section that begins after a turned attachment.

        Without it LibreOffice puts a floating table that opens a section onto the page before.
        """
        return tag("if 页.横") + elements.blank("分节线") + tag("endif") if self.in_attachments else ""

    def _add(self, block: Block) -> None:
        if isinstance(block, Directive):
            self._direct(block.name)
        elif isinstance(block, Tag):
            self._tag(block)
        elif isinstance(block, Table):
            self.out.append(table_xml(block, self.width))
        elif block.style == "Title":
            self._title(block.text)
        else:
            self.out.append(paragraph(_style(block), _runs(block)))

    def _title(self, text: str) -> None:
        if self.source.carries("版头"):
            self.out.append(elements.head())
        # The filter finds the lines of the title; `|` marks where they may end.
        self.out.append(elements.styled("Title", "{% filter 标题分行 %}" + text + "{% endfilter %}"))
        if self.source.carries("主送"):
            self.out.append(elements.addressee())
        else:
            self.out.append(elements.blank())

    def _tag(self, block: Tag) -> None:
        # A branch of the choice among attachments ends the one before it, with its orientation.
        closes = block.word in ("elif", "else", "endif", "endfor")
        if self.in_attachments and closes and self.depth == self.orientation_depth:
            self._end_orientation()
        self.depth += block.step
        self.out.append(tag(block.statement))

    def _direct(self, name: str) -> None:
        if name == "落款":
            if self.source.carries("落款"):
                self.out.append(elements.closing(self.attachment_title))
        elif name == "附件":
            self.in_attachments = True
            self.out.append(tag("set 页 = namespace(横=false)") + tag("for 件 in 附件"))
        else:
            self._orient(name)

    def _orient(self, name: str) -> None:
        """Begin an attachment: label flush left on line 1, title centred on line 3 (7.3.7), on a page of its own."""
        self._end_orientation()
        self.orientation, self.orientation_depth = name, self.depth
        self.width = sections.TURNED_WIDTH if name == "横排" else sections.UPRIGHT_WIDTH
        if name == "横排":
            # Two turned attachments in a row need no upright section between them.
            self.out.append(tag("if not 页.横") + sections.carrier(sections.upright()) + tag("endif"))
        self.out.append(elements.styled("附件标签", "附件{% if loop.length > 1 %}{{ loop.index }}{% endif %}"))
        self.out.append(elements.styled("附件标题", self.attachment_title))

    def _end_orientation(self) -> None:
        if self.orientation == "横排":
            self.out.append(sections.carrier(sections.turned()))
        elif self.orientation:
            # Word wants a paragraph between a table and what follows it.
            self.out.append(elements.blank("分节线"))
        if self.orientation:
            self.out.append(tag(f"set 页.横 = {'true' if self.orientation == '横排' else 'false'}"))
        self.orientation, self.width = "", sections.UPRIGHT_WIDTH


def _style(block: Text) -> str:
    return NAMES[block.style].identifier


def _runs(block: Text) -> str:
    """The runs of a paragraph: `*text*` in body type, tags left whole."""
    text = _TAG.sub(lambda match: match[0].replace("*", _STAR), block.text)
    # Every second piece stood between stars.
    pieces = enumerate(_IN_BODY_TYPE.split(text))
    styled = ((piece.replace(_STAR, "*"), NAMES["正文字"].identifier if index % 2 else "") for index, piece in pieces)
    return "".join(run(piece, style) for piece, style in styled if piece)


def _content_types(stories: dict[str, str]) -> str:
    kinds = {"document": "document.main", "styles": "styles", "settings": "settings", "fontTable": "fontTable"} | {
        name: name[:6] for name in stories
    }
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_CONTENT_TYPE}.{kind}+xml"/>'
        for name, kind in sorted(kinds.items())
    )
    return (
        f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{overrides}"
        f'<Override PartName="/docProps/core.xml" ContentType="{_PACKAGE_TYPE}-package.core-properties+xml"/>'
        f'<Override PartName="/docProps/app.xml" ContentType="{_PACKAGE_TYPE}-officedocument.extended-properties+xml"/>'
        "</Types>"
    )


_CORE = f'<Relationship Id="rId3" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'


def _relations(targets: dict[str, tuple[str, str]], extra: str = "") -> str:
    items = "".join(
        f'<Relationship Id="{key}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for key, (kind, target) in sorted(targets.items())
    )
    return f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}{extra}</Relationships>'


def _core(kind: str) -> str:
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{escape(kind)}</dc:title></cp:coreProperties>'
    )


def _font_table() -> str:
    """The fonts by name, with what a machine without them needs to find a like one: charset and family."""
    names = (
        standard.FONT_BODY,
        standard.FONT_TITLE,
        standard.FONT_LEVEL_1,
        standard.FONT_LEVEL_2,
        standard.FONT_PAGE_NUMBER,
    )
    charset = element("charset", {"val": "86"}) + element("family", {"val": "auto"})
    items = "".join(f'<w:font w:name="{name}">{charset}</w:font>' for name in names)
    return f"{DECLARATION}<w:fonts {namespaces('w')}>{items}</w:fonts>"


_LAYOUT_RULES = {
    "name": "compatibilityMode",
    "uri": "http://schemas.microsoft.com/office/word",
    "val": 15,
}
_SETTINGS = (
    f"{DECLARATION}<w:settings {namespaces('w')}>"
    + element("zoom", {"percent": 100})
    + element("defaultTabStop", {"val": 420})
    + element("evenAndOddHeaders")
    + element("characterSpacingControl", {"val": "doNotCompress"})
    # A line that ends in a break is not stretched; the layout rules are those of Word 2013 and later.
    + "<w:compat><w:doNotExpandShiftReturn/>"
    + element("compatSetting", _LAYOUT_RULES)
    + "</w:compat>"
    + element("themeFontLang", {"val": "en-US", "eastAsia": "zh-CN"})
    + "</w:settings>"
)
