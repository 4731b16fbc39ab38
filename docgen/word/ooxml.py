"""Small pieces of WordprocessingML as text, children in schema order (ECMA-376, Part 1, 17)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# The order that the schema fixes; Word offers to repair a file that breaks it.
_PPR_ORDER = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_RPR_ORDER = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang"
)


def namespaces(*prefixes: str) -> str:
    """The declarations for a part's root element."""
    return " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes)


def element(name: str, attributes: Mapping[str, object] | None = None, content: str = "") -> str:
    """`<w:name w:attribute="…">content</w:name>`; attribute names are given without their prefix."""
    given = "".join(f" w:{key}={quoteattr(str(value))}" for key, value in (attributes or {}).items())
    return f"<w:{name}{given}>{content}</w:{name}>" if content else f"<w:{name}{given}/>"


def ordered(children: Mapping[str, str], order: Iterable[str]) -> str:
    """Children by name, put in schema order. Raises KeyError for a child that the order does not know."""
    places = {name: index for index, name in enumerate(order)}
    return "".join(children[name] for name in sorted(children, key=lambda name: places[name]))


def paragraph_properties(children: Mapping[str, str]) -> str:
    """`w:pPr` with its children in order; nothing when there are none."""
    return f"<w:pPr>{ordered(children, _PPR_ORDER.split())}</w:pPr>" if children else ""


def run_properties(children: Mapping[str, str]) -> str:
    """`w:rPr` with its children in order; nothing when there are none."""
    return f"<w:rPr>{ordered(children, _RPR_ORDER.split())}</w:rPr>" if children else ""


def fonts(name: str) -> str:
    """All four font attributes, no theme fonts; the hint lets quotes, dashes and ellipses take the East Asian font."""
    return element("rFonts", {"hint": "eastAsia", "ascii": name, "hAnsi": name, "eastAsia": name, "cs": name})


def run(text: str, style: str = "") -> str:
    """A run of text; a tab character becomes a tab, U+2028 a line break."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/><w:rFonts w:hint="eastAsia"/></w:rPr>'
    if not style:
        properties = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
    inner = "".join(_SPECIAL.get(part) or _text(part) for part in _parts(text))
    return f"<w:r>{properties}{inner}</w:r>"


def paragraph(style: str, content: str = "", extra: Mapping[str, str] | None = None) -> str:
    """A paragraph of a named style. `content` is runs; `extra` are further children of its properties."""
    properties = {"pStyle": element("pStyle", {"val": style}), **(extra or {})}
    return f"<w:p>{paragraph_properties(properties)}{content}</w:p>"


def tag(statement: str) -> str:
    """A paragraph that holds one paragraph-level template tag; it vanishes when the template is rendered."""
    return f"<w:p><w:r><w:t>{{%p {escape(statement)} %}}</w:t></w:r></w:p>"


_SPECIAL = {"\t": "<w:tab/>", "\u2028": "<w:br/>"}


def _parts(text: str) -> Iterable[str]:
    rest = ""
    for char in text:
        if char in _SPECIAL:
            if rest:
                yield rest
            rest = ""
            yield char
        else:
            rest += char
    if rest:
        yield rest


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
