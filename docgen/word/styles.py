"""The Word styles of an official document, made from the standard's numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

from docgen import standard
from docgen.standard import SIZES, Length, Pt
from docgen.word.ooxml import DECLARATION, element, fonts, namespaces, paragraph_properties, run_properties

PITCH = standard.LINE_PITCH.length.twips
ZI = SIZES["三号"].twips  # one 字 of body type, without the tracking
ZI_SMALL = SIZES["四号"].twips


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: `name` is what Word shows and finds it by, `identifier` what the XML uses."""

    identifier: str
    name: str
    based_on: str = "Normal"
    following: str = ""
    paragraph: dict[str, str] = field(default_factory=dict)
    run: dict[str, str] = field(default_factory=dict)
    character: bool = False

    def xml(self) -> str:
        """The `w:style` element."""
        kind = "character" if self.character else "paragraph"
        default = ' w:default="1"' if self.identifier == "Normal" else ""
        base = f'<w:basedOn w:val="{self.based_on}"/>' if self.identifier != "Normal" and not self.character else ""
        following = f'<w:next w:val="{self.following}"/>' if self.following else ""
        return (
            f'<w:style w:type="{kind}"{default} w:styleId="{self.identifier}"><w:name w:val="{self.name}"/>'
            f"{base}{following}<w:qFormat/>{paragraph_properties(self.paragraph)}{run_properties(self.run)}</w:style>"
        )


def styles_xml() -> str:
    """The part word/styles.xml."""
    defaults = (
        "<w:docDefaults><w:rPrDefault>"
        + run_properties({**_type(standard.FONT_BODY, SIZES["三号"]), "lang": _LANGUAGE})
        + "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    styles = "".join(style.xml() for style in STYLES)
    return f"{DECLARATION}<w:styles {namespaces('w')}>{defaults}{styles}{_TABLE}</w:styles>"


def exact(twips: int) -> dict[str, str]:
    """Exact line pitch, no space around."""
    return {"spacing": element("spacing", {"before": 0, "after": 0, "line": twips, "lineRule": "exact"})}


def border(side: str, thickness: Length, color: str = "000000", space: int = 0) -> str:
    """One edge of a paragraph's border; `space` in points."""
    return element(side, {"val": "single", "sz": thickness.eighths, "space": space, "color": color})


def _type(font: str, size: Length, tracking: Length = standard.TRACKING.length) -> dict[str, str]:
    return {
        "rFonts": fonts(font),
        "spacing": element("spacing", {"val": tracking.twips}),
        "sz": element("sz", {"val": size.half_points}),
        "szCs": element("szCs", {"val": size.half_points}),
    }


def _indent(**attributes: int) -> dict[str, str]:
    return {"ind": element("ind", attributes)}


def _justify(value: str) -> dict[str, str]:
    return {"jc": element("jc", {"val": value})}


def _outline(level: int) -> dict[str, str]:
    return {"outlineLvl": element("outlineLvl", {"val": level})}


def _tabs(kind: str, position: int) -> dict[str, str]:
    return {"tabs": f"<w:tabs>{element('tab', {'val': kind, 'pos': position})}</w:tabs>"}


_LANGUAGE = element("lang", {"val": "zh-CN", "eastAsia": "zh-CN", "bidi": "ar-SA"})
_KEEP = {"keepNext": "<w:keepNext/>"}
_NO_TRACKING = Pt(0)
_WIDTH = standard.TEXT_WIDTH.length.twips
# Level headings and body alike begin two 字 in (7.3.3); both units are given, characters win in Word.
_TWO_IN = _indent(firstLineChars=200, firstLine=2 * ZI)
# From the bottom of a 文号's character to its line's lower edge: 20 % of the pitch lie below the baseline, 12 % of the
# type are ink there.
_BELOW_NUMBER = Pt(standard.LINE_PITCH.length.pt * 0.2 - SIZES["三号"].pt * 0.12)
_RULE_SPACE = round(standard.RULE_BELOW_NUMBER.length.pt - _BELOW_NUMBER.pt)
_HAIR = 10  # twips: a line too thin to be seen, to carry a border or a section break

STYLES: tuple[Style, ...] = (
    Style(
        "Normal",
        "Normal",
        paragraph={
            "widowControl": element("widowControl", {"val": 0}),
            "overflowPunct": element("overflowPunct", {"val": 0}),
            "autoSpaceDE": element("autoSpaceDE", {"val": 0}),
            "autoSpaceDN": element("autoSpaceDN", {"val": 0}),
            "snapToGrid": element("snapToGrid", {"val": 0}),
            **exact(PITCH),
            **_justify("both"),
        },
    ),
    Style("BodyText", "Body Text", paragraph=_TWO_IN),
    Style("LastBody", "正文末段", "BodyText", paragraph=_KEEP),
    Style(
        "Title",
        "Title",
        following="BodyText",
        paragraph={**_KEEP, "keepLines": "<w:keepLines/>", **_justify("center")},
        run=_type(standard.FONT_TITLE, SIZES["二号"], _NO_TRACKING),
    ),
    Style(
        "Heading1",
        "heading 1",
        following="BodyText",
        paragraph={**_KEEP, **_TWO_IN, **_outline(0)},
        run={"rFonts": fonts(standard.FONT_LEVEL_1)},
    ),
    Style(
        "Heading2",
        "heading 2",
        following="BodyText",
        paragraph={**_KEEP, **_TWO_IN, **_outline(1)},
        run={"rFonts": fonts(standard.FONT_LEVEL_2)},
    ),
    Style("Heading2Whole", "自成一段的二级标题", "Heading2", paragraph={"keepNext": element("keepNext", {"val": 0})}),
    Style("Heading3", "heading 3", following="BodyText", paragraph={**_KEEP, **_TWO_IN, **_outline(2)}),
    Style("CopyNumber", "份号", paragraph=_justify("left")),
    Style("Secrecy", "密级和紧急程度", paragraph=_justify("left"), run={"rFonts": fonts(standard.FONT_LEVEL_1)}),
    Style(
        "Mark",
        "发文机关标志",
        paragraph=_justify("center"),
        run={
            **_type(standard.FONT_TITLE, SIZES["小初"], _NO_TRACKING),
            "color": element("color", {"val": standard.RED}),
        },
    ),
    Style("DocumentNumber", "发文字号", paragraph=_justify("center")),
    Style(
        "SignerLine",
        "上行文号和签发人",
        paragraph={**_indent(left=ZI, right=ZI), **_justify("left"), **_tabs("right", _WIDTH - ZI)},
    ),
    Style(
        "SignersLine",
        "多位签发人",
        # 签发人： and two names of three characters end one 字 from the right; a point to spare keeps them whole.
        paragraph={
            **_indent(left=ZI, right=ZI),
            **_justify("left"),
            **_tabs("left", _WIDTH - ZI - 11 * (ZI + standard.TRACKING.length.twips) - Pt(1).twips),
        },
    ),
    Style(
        "RedRule",
        "红色分隔线",
        paragraph={
            "pBdr": f"<w:pBdr>{border('bottom', standard.RED_RULE.length, standard.RED)}</w:pBdr>",
            **exact(_RULE_SPACE * 20),
        },
    ),
    Style("NoRule", "红色分隔线（套打）", paragraph=exact(_RULE_SPACE * 20 + standard.RED_RULE.length.twips)),
    Style("Addressee", "主送机关"),
    Style(
        "AttachmentNote", "附件说明", paragraph={**_KEEP, **_indent(left=5 * ZI, hanging=3 * ZI), **_justify("left")}
    ),
    Style(
        "AttachmentNotes",
        "附件说明（多件）",
        paragraph={**_KEEP, **_indent(left=6 * ZI, hanging=4 * ZI), **_justify("left")},
    ),
    Style(
        "AttachmentNoteNext",
        "附件说明（续）",
        paragraph={**_KEEP, **_indent(left=6 * ZI, hanging=ZI), **_justify("left")},
    ),
    Style("BlankBeforeSignature", "署名前空行", paragraph=_KEEP),
    Style("Signature", "署名", paragraph={**_KEEP, **_justify("left")}),
    Style("SealedSignature", "署名（盖章）", paragraph={**_KEEP, **_justify("center")}),
    Style("SignDate", "成文日期", paragraph=_justify("left")),
    Style("SealedDate", "成文日期（盖章）", paragraph={**_indent(right=4 * ZI), **_justify("right")}),
    Style(
        "AttachmentLabel",
        "附件标签",
        following="AttachmentTitle",
        paragraph={**_KEEP, "pageBreakBefore": "<w:pageBreakBefore/>", **_justify("left")},
        run={"rFonts": fonts(standard.FONT_LEVEL_1)},
    ),
    Style(
        "AttachmentTitle",
        "附件标题",
        following="BodyText",
        paragraph={
            **_KEEP,
            **_justify("center"),
            **_outline(0),
            "spacing": element("spacing", {"before": PITCH, "after": PITCH // 2, "line": PITCH, "lineRule": "exact"}),
        },
        run=_type(standard.FONT_TITLE, SIZES["二号"], _NO_TRACKING),
    ),
    Style(
        "TableText",
        "表格文字",
        paragraph={
            "spacing": element("spacing", {"before": 0, "after": 0, "line": 300, "lineRule": "atLeast"}),
            **_justify("center"),
        },
        run=_type(standard.FONT_BODY, SIZES["五号"], _NO_TRACKING),
    ),
    Style("TableTextLeft", "表格文字（左）", "TableText", paragraph=_justify("left")),
    Style("TableTextRight", "表格文字（右）", "TableText", paragraph=_justify("right")),
    Style("TableHead", "表头", "TableText", paragraph=_KEEP, run={"rFonts": fonts(standard.FONT_LEVEL_1)}),
    Style(
        "Copies",
        "抄送",
        paragraph=_indent(left=4 * ZI_SMALL, right=ZI_SMALL, hanging=3 * ZI_SMALL),
        run=_type(standard.FONT_BODY, SIZES["四号"], _NO_TRACKING),
    ),
    Style(
        "Printing",
        "印发",
        paragraph={**_indent(left=ZI_SMALL, right=ZI_SMALL), **_justify("left"), **_tabs("right", _WIDTH - ZI_SMALL)},
        run=_type(standard.FONT_BODY, SIZES["四号"], _NO_TRACKING),
    ),
    Style(
        "Carrier",
        "分节线",
        paragraph=exact(_HAIR),
        run={"sz": element("sz", {"val": 2}), "szCs": element("szCs", {"val": 2})},
    ),
    Style("Header", "header", paragraph=exact(_HAIR)),
    Style(
        "Footer",
        "footer",
        paragraph={**exact(SIZES["四号"].twips), **_justify("right")},
        run=_type(standard.FONT_PAGE_NUMBER, SIZES["四号"], _NO_TRACKING),
    ),
    Style("LevelTwoInLine", "楷体标题字", run={"rFonts": fonts(standard.FONT_LEVEL_2)}, character=True),
    Style("BodyInLine", "正文字", run={"rFonts": fonts(standard.FONT_BODY)}, character=True),
)

NAMES: dict[str, Style] = {style.name: style for style in STYLES}

_TABLE = '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
