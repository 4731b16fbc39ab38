"""Sections of a template: upright and turned pages, their margins and page numbers (GB/T 9704-2012, 5.2, 7.5)."""

from __future__ import annotations

from dataclasses import dataclass

from docgen import standard
from docgen.standard import SIZES, Length, Mm
from docgen.word.ooxml import DECLARATION, NAMESPACES, element, namespaces, paragraph, run
from docgen.word.styles import NAMES

_TOP, _LEFT = standard.TOP.length, standard.LEFT.length
_BOTTOM, _RIGHT = standard.BOTTOM.length, standard.RIGHT.length
_WIDTH, _HEIGHT = standard.PAGE_WIDTH.length, standard.PAGE_HEIGHT.length
_NUMBER = SIZES["四号"]
_RISE = Length(_NUMBER.pt * (0.8 - 0.68))
"""In an exact line as high as the type the baseline lies at 80 %; digits rise 68 % of the type: the rest is empty."""

FOOTER_TOP = Length(_BOTTOM.pt - standard.PAGE_NUMBER_GAP.length.pt + _RISE.pt)
"""From the page's lower edge up to the number's line."""

FOOTER_DISTANCE = Length(FOOTER_TOP.pt - _NUMBER.pt)
"""From the page's lower edge up to the lower edge of the number's line."""

UPRIGHT_WIDTH = standard.TEXT_WIDTH.length.twips
TURNED_WIDTH = standard.TEXT_HEIGHT.length.twips
_OF_TOTAL = "第x页共y页"
NUMBERINGS = ("标准", _OF_TOTAL, "无")
"""How pages may be numbered."""


@dataclass(frozen=True, slots=True)
class PageForm:
    """The pages of one document: whether the main part lies on its side, and how pages are numbered.

    `numbering` is 标准 (7.5), 第x页共y页 (centred below the text) or 无.
    """

    landscape: bool = False
    numbering: str = "标准"

    @property
    def width(self) -> int:
        """Width of the main part's text in twips."""
        return TURNED_WIDTH if self.landscape else UPRIGHT_WIDTH

    def main(self) -> str:
        """`w:sectPr` of the main part."""
        return self.turned() if self.landscape else self.upright()

    def upright(self) -> str:
        """`w:sectPr` of an upright page."""
        parts = ("header1", "header2", "footer1", "footer2")
        return _section((_WIDTH, _HEIGHT), (_TOP, _RIGHT, _BOTTOM, _LEFT), FOOTER_DISTANCE, parts)

    def turned(self) -> str:
        """`w:sectPr` of an A4 page on its side: the upright page turned, its head at the left edge of the sheet."""
        # A number that stands below the text needs its 7 mm there, too.
        low = Length(FOOTER_DISTANCE.pt - _BOTTOM.pt + _RIGHT.pt)
        distance = low if self.numbering == _OF_TOTAL else FOOTER_DISTANCE
        parts = ("header3", "header4", "footer3", "footer3")
        return _section((_HEIGHT, _WIDTH), (_LEFT, _TOP, _RIGHT, _BOTTOM), distance, parts)

    def stories(self) -> dict[str, str]:
        """The header and footer parts: name → XML."""
        made = {"标准": _standard_stories, _OF_TOTAL: _stories_of_total, "无": _empty_stories}
        return made[self.numbering]()


def _section(
    size: tuple[Length, Length], margins: tuple[Length, ...], footer_distance: Length, parts: tuple[str, ...]
) -> str:
    top, right, bottom, left = (margin.twips for margin in margins)
    header, even_header, footer, even_footer = parts
    references = "".join(
        f'<w:{kind}Reference w:type="{use}" r:id="{part}"/>'
        for kind, use, part in (
            ("header", "default", header),
            ("header", "even", even_header),
            ("footer", "default", footer),
            ("footer", "even", even_footer),
        )
    )
    width, height = size
    paper = {"w": width.twips, "h": height.twips} | ({"orient": "landscape"} if width > height else {})
    margin = {
        "top": top,
        "right": right,
        "bottom": bottom,
        "left": left,
        "header": Mm(15).twips,
        "footer": footer_distance.twips,
        "gutter": 0,
    }
    page = element("type", {"val": "nextPage"}) + element("pgSz", paper) + element("pgMar", margin)
    return f"<w:sectPr>{references}{page}</w:sectPr>"


def carrier(section: str) -> str:
    """A line too thin to be seen that ends a section."""
    return paragraph(NAMES["分节线"].identifier, extra={"sectPr": section})


def _standard_stories() -> dict[str, str]:
    """Odd pages number at the right, even at the left, one 字 in (7.5)."""
    zi = _NUMBER.twips
    odd = {"ind": element("ind", {"right": zi}), "jc": element("jc", {"val": "right"})}
    even = {"ind": element("ind", {"left": zi}), "jc": element("jc", {"val": "left"})}
    empty = paragraph("Header")
    return {
        "header1": _story("hdr", empty),
        "header2": _story("hdr", empty),
        "footer1": _story("ftr", paragraph("Footer", _page_number(), odd)),
        "footer2": _story("ftr", paragraph("Footer", _page_number(), even)),
        "header3": _story("hdr", paragraph("Header", _turned_number(even=False))),
        "header4": _story("hdr", paragraph("Header", _turned_number(even=True))),
        "footer3": _story("ftr", paragraph("Footer")),
    }


def _stories_of_total() -> dict[str, str]:
    """第1页　共3页 in the middle, as forms of several pages have it: practice, not in the standard."""
    text = run("第") + _field("PAGE") + run("页　共") + _field("NUMPAGES") + run("页")
    shown = _story("ftr", paragraph("Footer", text, {"jc": element("jc", {"val": "center"})}))
    return _empty_stories() | dict.fromkeys(("footer1", "footer2", "footer3"), shown)


def _empty_stories() -> dict[str, str]:
    header, footer = _story("hdr", paragraph("Header")), _story("ftr", paragraph("Footer"))
    headers = dict.fromkeys(("header1", "header2", "header3", "header4"), header)
    return headers | dict.fromkeys(("footer1", "footer2", "footer3"), footer)


def _story(kind: str, content: str) -> str:
    return f"{DECLARATION}<w:{kind} {namespaces('w', 'r', 'mc', 'wp', 'a', 'wps')}>{content}</w:{kind}>"


def _page_number() -> str:
    return run("— ") + _field("PAGE") + run(" —")


def _field(code: str) -> str:
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _turned_number(*, even: bool) -> str:
    """The number where the upright pages have it: a text box along the left edge, its text turned with the sheet.

    Odd: at the lower end, as the upright number is at the right; even: at the upper end. The box begins in the sheet's
    corner, the paragraph's indent does the rest: LibreOffice 7.4 loses a box's offset where its header stands on one
    page only.
    """
    # The upright footer line's top is FOOTER_TOP above the paper's edge, which is the turned page's left edge.
    thickness, length = FOOTER_TOP, _WIDTH
    side, margin = ("left", _LEFT) if even else ("right", _RIGHT)
    indent = {side: Length(margin.pt + _NUMBER.pt).twips}
    text = paragraph("Footer", _page_number(), {"ind": element("ind", indent), "jc": element("jc", {"val": side})})
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{thickness.emu}" cy="{length.emu}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{2 if even else 1}" name="页码"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{NAMESPACES["wps"]}"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{thickness.emu}" cy="{length.emu}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t">'
        "<a:noAutofit/></wps:bodyPr>"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )
