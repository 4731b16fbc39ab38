"""A .docx of a few parts, written as XML in the test itself."""

from __future__ import annotations

import io
import zipfile

from docgen.pdf.read import read
from docgen.pdf.source import Block, Paragraph, RunFormat, Source, Table, Text

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
        "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "w10": "urn:schemas-microsoft-com:office:word",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "dsp": "http://schemas.microsoft.com/office/drawing/2008/diagram",
    }.items()
)
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_OUTSIDE = ' TargetMode="External"'
# One red pixel.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


def _relations(items: dict[str, tuple[str, str]], external: tuple[str, ...] = ()) -> str:
    lines = "".join(
        f'<Relationship Id="{identity}" Type="{kind if kind.startswith("http") else _TYPE + kind}" Target="{target}"'
        f"{_OUTSIDE if identity in external else ''}/>"
        for identity, (kind, target) in items.items()
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'
    )


def package(
    body: str,
    *,
    styles: str = "",
    settings: str = "",
    theme: str = "",
    numbering: str = "",
    core: str = "",
    stories: dict[str, str] | None = None,
    media: dict[str, bytes] | None = None,
    extra: dict[str, bytes | str] | None = None,
) -> bytes:
    """The bytes of a .docx. `stories`: headers and footers by id (`header1`); `media`: pictures by id (`a.png`)."""
    relations = {"s": ("styles", "styles.xml"), "t": ("settings", "settings.xml")}
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="png" ContentType="image/png"/></Types>',
        "_rels/.rels": _relations({"d": ("officeDocument", "word/document.xml"), "c": (_CORE, "docProps/core.xml")}),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMESPACES}>{styles}</w:styles>",
        "word/settings.xml": f"<w:settings {NAMESPACES}>{settings}</w:settings>",
    }
    if numbering:
        relations["nu"] = ("numbering", "numbering.xml")
        parts["word/numbering.xml"] = f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>"
    if core:
        parts["docProps/core.xml"] = core
    if theme:
        relations["th"] = ("theme", "theme/theme1.xml")
        parts["word/theme/theme1.xml"] = theme
    for identity, content in (stories or {}).items():
        relations[identity] = (identity.rstrip("0123456789"), f"{identity}.xml")
        tag = "hdr" if identity.startswith("header") else "ftr"
        parts[f"word/{identity}.xml"] = f"<w:{tag} {NAMESPACES}>{content}</w:{tag}>"
    for identity, data in (media or {}).items():
        relations[identity] = ("image", f"media/{identity}")
        parts[f"word/media/{identity}"] = data
    relations["far"] = ("image", "https://example.org/a.png")
    parts["word/_rels/document.xml.rels"] = _relations(relations, external=("far",))
    parts.update(extra or {})
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def source(body: str, **parts: object) -> Source:
    """What the reader makes of a body."""
    return read(package(body, **parts))  # type: ignore[arg-type]


def p(content: str = "", ppr: str = "") -> str:
    """A paragraph."""
    return f"<w:p><w:pPr>{ppr}</w:pPr>{content}</w:p>"


def r(text: str = "字", rpr: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{rpr}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def style(
    identity: str, *, kind: str = "paragraph", based: str = "", ppr: str = "", rpr: str = "", more: str = ""
) -> str:
    """A style; `Normal` is the default of its kind."""
    default = ' w:default="1"' if identity == "Normal" else ""
    basis = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{identity}"{default}><w:name w:val="{identity}"/>{basis}'
        f"{more}<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
    )


def defaults(rpr: str = "", ppr: str = "") -> str:
    """docDefaults."""
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{rpr}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{ppr}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def blocks(found: Source) -> list[Block]:
    """All blocks of all sections."""
    return [block for section in found.sections for block in section.blocks]


def paragraphs(found: Source) -> list[Paragraph]:
    """The paragraphs of the body that stand in no table."""
    return [block for block in blocks(found) if isinstance(block, Paragraph)]


def tables(found: Source) -> list[Table]:
    """The tables of the body."""
    return [block for block in blocks(found) if isinstance(block, Table)]


def first_text(found: Source) -> Text:
    """The first text of the first paragraph."""
    return next(item for item in paragraphs(found)[0].inlines if isinstance(item, Text))


def first_format(found: Source) -> RunFormat:
    """Its format."""
    return first_text(found).format


def plain(items: object) -> str:
    """All characters of records, in order, boxes and tables included."""
    if isinstance(items, Text):
        return items.text
    if isinstance(items, tuple | list):
        return "".join(plain(item) for item in items)
    if hasattr(items, "parts"):
        return plain(items.text) + plain([part.shape for part in items.parts])
    for name in ("inlines", "blocks", "rows", "cells", "shape"):
        if hasattr(items, name):
            return plain(getattr(items, name))
    return ""
