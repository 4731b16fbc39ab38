"""The document's properties: title from the page, author and date from the data, nothing from the machine."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from xml.sax.saxutils import escape

from lxml import etree

from docgen.word.ooxml import DECLARATION, NAMESPACES
from docgen.word.part_trees import part_tree

_W = "{" + NAMESPACES["w"] + "}"
_CORE, _APP = "docProps/core.xml", "docProps/app.xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CORE_RELATION = f"{_PACKAGE}/relationships/metadata/core-properties"

APP_XML = (
    f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>docgen</Application></Properties>"
)
"""docProps/app.xml of every document."""


def title_of(document: etree._Element, identifiers: Collection[str]) -> str:
    """The text of the first paragraph in one of the title styles that says anything, without line breaks."""
    for paragraph in document.iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        if style is not None and style.get(f"{_W}val") in identifiers:
            text = "".join(node.text or "" for node in paragraph.iter(f"{_W}t")).strip()
            if text:
                return text
    return ""


def title_styles(styles: bytes) -> tuple[str, ...]:
    """The styles that Word calls Title, by identifier; `styles` is word/styles.xml, b"" for none."""
    if not styles:
        return ()
    root = part_tree(styles)
    names = {style.get(f"{_W}styleId", ""): style.find(f"{_W}name") for style in root.iter(f"{_W}style")}
    return tuple(
        key for key, name in names.items() if name is not None and name.get(f"{_W}val", "").lower() in ("title", "标题")
    )


def core_xml(title: str, author: str, moment: datetime | None) -> bytes:
    """docProps/core.xml, whole: what the template's own said (its maker's name, its times) is gone."""
    times = ""
    if moment is not None:
        stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        times = "".join(
            f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>' for name in ("created", "modified")
        )
    maker = (
        f"<dc:creator>{escape(author)}</dc:creator><cp:lastModifiedBy>{escape(author)}</cp:lastModifiedBy>"
        if author
        else ""
    )
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title>{maker}<dc:language>zh-CN</dc:language>{times}</cp:coreProperties>"
    ).encode()


def with_room_for_core(parts: dict[str, bytes]) -> tuple[dict[str, bytes], str]:
    """The parts without the template's own properties (its maker, company, times, path), and where the document's go.

    A template that has no core properties gets the part's type and relationship; one that keeps them under another
    name keeps that name, for a package may have only one.
    """
    relations, types = part_tree(parts["_rels/.rels"]), part_tree(parts["[Content_Types].xml"])
    target = next((item.get("Target", "") for item in relations if item.get("Type") == _CORE_RELATION), "")
    name = target.lstrip("/") or _CORE
    if not target:
        space = etree.QName(relations).namespace
        relations.append(etree.Element(f"{{{space}}}Relationship", Id="rIdCore", Type=_CORE_RELATION, Target=_CORE))
    if not any(item.get("PartName") == f"/{name}" for item in types):
        space = etree.QName(types).namespace
        types.append(etree.Element(f"{{{space}}}Override", PartName=f"/{name}", ContentType=_CORE_TYPE))
    changed = {"_rels/.rels": _bytes(relations), "[Content_Types].xml": _bytes(types)}
    if _APP in parts:
        changed[_APP] = APP_XML.encode()
    return {key: data for key, data in (parts | changed).items() if key != name}, name


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
