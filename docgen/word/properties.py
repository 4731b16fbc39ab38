"""The document's properties: title from the page, author and date from the data, nothing from the machine."""

from __future__ import annotations

from datetime import datetime
from xml.sax.saxutils import escape

from lxml import etree

from docgen.word.ooxml import DECLARATION, NAMESPACES

_W = "{" + NAMESPACES["w"] + "}"
_CORE = "docProps/core.xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


def title_of(document: etree._Element, styles: bytes) -> str:
    """The text of the paragraphs in the style that Word calls Title, without line breaks."""
    identifiers = _title_styles(styles)
    for paragraph in document.iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        if style is not None and style.get(f"{_W}val") in identifiers:
            text = "".join(node.text or "" for node in paragraph.iter(f"{_W}t")).strip()
            if text:
                return text
    return ""


def _title_styles(styles: bytes) -> set[str]:
    if not styles:
        return set()
    root = etree.fromstring(styles, etree.XMLParser(resolve_entities=False, no_network=True))
    names = {style.get(f"{_W}styleId", ""): style.find(f"{_W}name") for style in root.iter(f"{_W}style")}
    return {key for key, name in names.items() if name is not None and name.get(f"{_W}val", "").lower() in ("title", "标题")}


def core_xml(title: str, author: str, moment: datetime | None) -> bytes:
    """docProps/core.xml, whole: what the template's own said (its maker's name, its times) is gone."""
    times = ""
    if moment is not None:
        stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        times = "".join(
            f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>' for name in ("created", "modified")
        )
    maker = f"<dc:creator>{escape(author)}</dc:creator><cp:lastModifiedBy>{escape(author)}</cp:lastModifiedBy>" if author else ""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title>{maker}<dc:language>zh-CN</dc:language>{times}</cp:coreProperties>"
    ).encode()


def with_core(parts: dict[str, bytes], core: bytes) -> dict[str, bytes]:
    """The parts with these properties; a template that has none gets the part, its type and its relationship."""
    if _CORE not in parts:
        types, relations = parts["[Content_Types].xml"], parts["_rels/.rels"]
        override = f'<Override PartName="/{_CORE}" ContentType="{_CORE_TYPE}"/></Types>'
        relation = f'<Relationship Id="rIdCore" Type="{_CORE_RELATION}" Target="{_CORE}"/></Relationships>'
        parts = parts | {
            "[Content_Types].xml": types.replace(b"</Types>", override.encode()),
            "_rels/.rels": relations.replace(b"</Relationships>", relation.encode()),
        }
    return parts | {_CORE: core}
