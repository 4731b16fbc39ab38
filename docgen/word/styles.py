"""The Word styles of an official document, made from the standard's numbers."""

from __future__ import annotations

from collections.abc import Collection

from docgen import standard
from docgen.standard import SIZES, Pt
from docgen.word.further_styles import FURTHER
from docgen.word.ooxml import DECLARATION, element, fonts, namespaces, run_properties
from docgen.word.style import (
    FREE,
    KEEP,
    NO_TRACKING,
    PITCH,
    TWO_IN,
    WHOLE,
    WIDTH,
    ZI,
    ZI_SMALL,
    Style,
    border,
    exact,
    indented,
    justified,
    outlined,
    tabbed,
    typed,
)

# `val` is the language of Latin letters and digits, as Word has it in Chinese documents: were it Chinese, LibreOffice
# would cut numbers at the end of a line.
_LANGUAGE = element("lang", {"val": "en-US", "eastAsia": "zh-CN", "bidi": "ar-SA"})
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
            **justified("both"),
        },
    ),
    Style("BodyText", "Body Text", paragraph=TWO_IN),
    Style("LastBody", "正文末段", "BodyText", paragraph=KEEP),
    Style(
        "Title",
        "Title",
        following="BodyText",
        paragraph={**WHOLE, **justified("center")},
        run=typed(standard.FONT_TITLE, SIZES["二号"], NO_TRACKING),
    ),
    Style(
        "Heading1",
        "heading 1",
        following="BodyText",
        paragraph={**WHOLE, **TWO_IN, **outlined(0)},
        run={"rFonts": fonts(standard.FONT_LEVEL_1)},
    ),
    Style(
        "Heading2",
        "heading 2",
        following="BodyText",
        paragraph={**WHOLE, **TWO_IN, **outlined(1)},
        run={"rFonts": fonts(standard.FONT_LEVEL_2)},
    ),
    Style("Heading2Whole", "自成一段的二级标题", "Heading2", paragraph=FREE),
    Style("Heading3", "heading 3", following="BodyText", paragraph={**WHOLE, **TWO_IN, **outlined(2)}),
    Style("CopyNumber", "份号", paragraph=justified("left")),
    Style("Secrecy", "密级和紧急程度", paragraph=justified("left"), run={"rFonts": fonts(standard.FONT_LEVEL_1)}),
    Style(
        "Mark",
        "发文机关标志",
        paragraph=justified("center"),
        run={
            **typed(standard.FONT_TITLE, SIZES["小初"], NO_TRACKING),
            "color": element("color", {"val": standard.RED}),
        },
    ),
    Style("DocumentNumber", "发文字号", paragraph=justified("center")),
    Style(
        "SignerLine",
        "上行文号和签发人",
        paragraph={**indented(left=ZI, right=ZI), **justified("left"), **tabbed("right", WIDTH - ZI)},
    ),
    Style(
        "SignersLine",
        "多位签发人",
        # 签发人： and two names of three characters end one 字 from the right; a point to spare keeps them whole.
        paragraph={
            **indented(left=ZI, right=ZI),
            **justified("left"),
            **tabbed("left", WIDTH - ZI - 11 * (ZI + standard.TRACKING.length.twips) - Pt(1).twips),
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
        "AttachmentNote", "附件说明", paragraph={**KEEP, **indented(left=5 * ZI, hanging=3 * ZI), **justified("left")}
    ),
    Style(
        "AttachmentNotes",
        "附件说明（多件）",
        paragraph={**KEEP, **indented(left=6 * ZI, hanging=4 * ZI), **justified("left")},
    ),
    Style(
        "AttachmentNoteNext",
        "附件说明（续）",
        paragraph={**KEEP, **indented(left=6 * ZI, hanging=ZI), **justified("left")},
    ),
    Style("BlankBeforeSignature", "署名前空行", paragraph=KEEP),
    Style("Signature", "署名", paragraph={**KEEP, **justified("left")}),
    Style("SealedSignature", "署名（盖章）", paragraph={**KEEP, **justified("center")}),
    Style("SignDate", "成文日期", paragraph=justified("left")),
    Style("SealedDate", "成文日期（盖章）", paragraph={**indented(right=4 * ZI), **justified("right")}),
    Style(
        "AttachmentLabel",
        "附件标签",
        following="AttachmentTitle",
        paragraph={**KEEP, "pageBreakBefore": "<w:pageBreakBefore/>", **justified("left")},
        run={"rFonts": fonts(standard.FONT_LEVEL_1)},
    ),
    Style(
        "AttachmentTitle",
        "附件标题",
        following="BodyText",
        paragraph={
            **WHOLE,
            **justified("center"),
            **outlined(0),
            "spacing": element("spacing", {"before": PITCH, "after": PITCH // 2, "line": PITCH, "lineRule": "exact"}),
        },
        run=typed(standard.FONT_TITLE, SIZES["二号"], NO_TRACKING),
    ),
    Style(
        "TableText",
        "表格文字",
        paragraph={
            "spacing": element("spacing", {"before": 0, "after": 0, "line": 300, "lineRule": "atLeast"}),
            **justified("center"),
        },
        run=typed(standard.FONT_BODY, SIZES["五号"], NO_TRACKING),
    ),
    Style("TableTextLeft", "表格文字（左）", "TableText", paragraph=justified("left")),
    Style("TableTextRight", "表格文字（右）", "TableText", paragraph=justified("right")),
    Style("TableHead", "表头", "TableText", paragraph=KEEP, run={"rFonts": fonts(standard.FONT_LEVEL_1)}),
    Style(
        "Copies",
        "抄送",
        paragraph=indented(left=4 * ZI_SMALL, right=ZI_SMALL, hanging=3 * ZI_SMALL),
        run=typed(standard.FONT_BODY, SIZES["四号"], NO_TRACKING),
    ),
    Style(
        "Printing",
        "印发",
        paragraph={**indented(left=ZI_SMALL, right=ZI_SMALL), **justified("left"), **tabbed("right", WIDTH - ZI_SMALL)},
        run=typed(standard.FONT_BODY, SIZES["四号"], NO_TRACKING),
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
        paragraph={**exact(SIZES["四号"].twips), **justified("right")},
        run=typed(standard.FONT_PAGE_NUMBER, SIZES["四号"], NO_TRACKING),
    ),
    Style("LevelTwoInLine", "楷体标题字", run={"rFonts": fonts(standard.FONT_LEVEL_2)}, character=True),
    Style("BodyInLine", "正文字", run={"rFonts": fonts(standard.FONT_BODY)}, character=True),
)

NAMES: dict[str, Style] = {style.name: style for style in (*STYLES, *FURTHER)}
"""Every style by the name that Word shows."""


def styles_xml(used: Collection[str] = ()) -> str:
    """The part word/styles.xml: the styles of every document, and of the further ones those in `used` (identifiers)."""
    defaults = (
        "<w:docDefaults><w:rPrDefault>"
        + run_properties({**typed(standard.FONT_BODY, SIZES["三号"]), "lang": _LANGUAGE})
        + "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    styles = "".join(style.xml() for style in (*STYLES, *_wanted(used)))
    return f"{DECLARATION}<w:styles {namespaces('w')}>{defaults}{styles}{_TABLE}</w:styles>"


def _wanted(used: Collection[str]) -> list[Style]:
    """The further styles that are used, and those that these build on."""
    wanted = set(used)
    for style in reversed(FURTHER):  # a style stands behind the one it is based on
        if style.identifier in wanted:
            wanted.add(style.based_on)
    return [style for style in FURTHER if style.identifier in wanted]


_TABLE = '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
