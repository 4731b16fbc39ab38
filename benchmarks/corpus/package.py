"""A .docx package of the corpus: body, styles, numbering, stories, notes and pictures → bytes, each time the same."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from benchmarks.corpus.wordml import fonts, section, size

_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
}
NAMESPACES = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in _SPACES.items())
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STAMP = (2024, 1, 1, 0, 0, 0)
_MEDIA = {"png": "image/png", "jpeg": "image/jpeg", "gif": "image/gif", "bmp": "image/bmp", "emf": "image/x-emf"}
_ROOTS = {"styles": "styles", "settings": "settings", "numbering": "numbering", "header": "hdr", "footer": "ftr",
          "footnotes": "footnotes", "endnotes": "endnotes"}  # fmt: skip

DEFAULTS = (
    f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts('仿宋_GB2312')}{size(16)}"
    '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
)
NORMAL_FORMAT = '<w:spacing w:line="579" w:lineRule="exact"/>'


def style(
    identity: str, *, kind: str = "paragraph", based: str = "", ppr: str = "", rpr: str = "", more: str = ""
) -> str:
    """A style; `Normal` is the default of its kind."""
    default = ' w:default="1"' if identity in ("Normal", "TableNormal") else ""
    basis = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{identity}"{default}><w:name w:val="{identity}"/>{basis}{more}'
        f"<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
    )


def normal(ppr: str = NORMAL_FORMAT, rpr: str = "", *, hangs: bool = False) -> str:
    """The default paragraph style: an exact line of 28.95 points when nothing else is said.

    `hangs`: 标点溢出边界 as Word has it by default. It is off elsewhere, because LibreOffice hangs no mark behind Latin
    text or in cells, and a case shall tell of its own feature.
    """
    return style("Normal", ppr=("" if hangs else '<w:overflowPunct w:val="0"/>') + ppr, rpr=rpr)


def package(
    body: str,
    *,
    styles: str = "",
    settings: str = "",
    numbering: str = "",
    stories: Mapping[str, str] | None = None,
    media: Mapping[str, bytes] | None = None,
    links: Mapping[str, str] | None = None,
    last_section: str = "",
    compress: bool = False,
) -> bytes:
    """The bytes of a .docx.

    `styles` are added to docDefaults and stand for `Normal` when they begin with it; `stories`: header1, footer1,
    footnotes, endnotes → content; `media`: a.png → bytes, with the id `a.png`; `links`: id → address.
    """
    body += last_section or section()
    sheet = styles if 'w:styleId="Normal"' in styles else normal() + styles
    parts = {
        "styles": DEFAULTS + sheet,
        "settings": settings + _tail(compress),
        **({"numbering": numbering} if numbering else {}),
        **(stories or {}),
    }
    files: dict[str, bytes] = {
        "[Content_Types].xml": _types(parts).encode(),
        "_rels/.rels": _relations({"d": ("officeDocument", "word/document.xml")}).encode(),
        "word/document.xml": _part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": _document_relations(parts, media or {}, links or {}).encode(),
    }
    files |= {f"word/{name}.xml": _part(_ROOTS[name.rstrip("0123456789")], content) for name, content in parts.items()}
    for name in parts:
        if name.startswith(("header", "footer")) and media:
            files[f"word/_rels/{name}.xml.rels"] = _document_relations({}, media, {}).encode()
    files |= {f"word/media/{name}": data for name, data in (media or {}).items()}
    return _zipped(files)


def _tail(compress: bool) -> str:
    control = "compressPunctuation" if compress else "doNotCompress"
    return (
        f'<w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="{control}"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        "</w:compat>"
    )


def _part(tag: str, content: str) -> bytes:
    return f"{_HEAD}<w:{tag} {NAMESPACES}>{content}</w:{tag}>".encode()


def _types(parts: Mapping[str, str]) -> str:
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml", **_MEDIA}
    overrides = {"document": "document.main", **{name: name.rstrip("0123456789") for name in parts}}
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}content-types">'
        + "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in defaults.items())
        + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}{kind}+xml"/>'
            for name, kind in overrides.items()
        )
        + "</Types>"
    )


def _document_relations(parts: Mapping[str, str], media: Mapping[str, bytes], links: Mapping[str, str]) -> str:
    items = {name: (name.rstrip("0123456789"), f"{name}.xml") for name in parts}
    items |= {name: ("image", f"media/{name}") for name in media}
    items |= {name: ("hyperlink", address) for name, address in links.items()}
    return _relations(items)


def _relations(items: Mapping[str, tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="{identity}" Type="{_OFFICE}{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if kind == "hyperlink" else "/>")
        for identity, (kind, target) in items.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}relationships">{lines}</Relationships>'


def _zipped(files: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _STAMP), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()
