"""Typeset a template source into the Word template in the layout of GB/T 9704-2012."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape

from docgen import standard
from docgen.word.blocks import TemplateSource
from docgen.word.body import Body
from docgen.word.ooxml import DECLARATION, element, namespaces
from docgen.word.package import write_parts
from docgen.word.properties import APP_XML
from docgen.word.sections import PageForm
from docgen.word.styles import styles_xml

_STYLE = re.compile(r'<w:[pr]Style w:val="([^"]+)"')
_PACKAGE_TYPE = "application/vnd.openxmlformats"
_CONTENT_TYPE = f"{_PACKAGE_TYPE}-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def typeset(source: TemplateSource) -> bytes:
    """The .docx of a template source; the same source gives the same bytes."""
    pages = PageForm(source.landscape, source.numbering)
    stories = pages.stories()
    document = document_xml(source, pages)
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
        "word/document.xml": document,
        "word/fontTable.xml": _font_table(),
        "word/settings.xml": _SETTINGS,
        "word/styles.xml": styles_xml(_used((document, *stories.values()))),
    } | {f"word/{name}.xml": xml for name, xml in stories.items()}
    return write_parts({name: xml.encode() for name, xml in parts.items()})


def document_xml(source: TemplateSource, pages: PageForm) -> str:
    """The part word/document.xml."""
    root = namespaces("w", "r", "mc", "wp", "a", "wps")
    return f"{DECLARATION}<w:document {root}><w:body>{Body(source, pages).xml()}</w:body></w:document>"


def _used(parts: Iterable[str]) -> set[str]:
    """The styles that the parts name."""
    return {name for part in parts for name in _STYLE.findall(part)}


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
