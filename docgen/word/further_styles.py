"""Styles that only some documents need: forms, pictures, 简报, 附注. A template carries those that it uses."""

from __future__ import annotations

from docgen import standard
from docgen.standard import SIZES, Pt
from docgen.word.ooxml import fonts
from docgen.word.style import (
    KEEP,
    NO_TRACKING,
    PITCH,
    TWO_IN,
    WIDTH,
    ZI,
    ZI_SMALL,
    Style,
    indented,
    justified,
    spaced,
    tabbed,
    typed,
)

_FORM_PITCH = Pt(22).twips
_SMALL = typed(standard.FONT_BODY, SIZES["四号"], NO_TRACKING)
_CAPTION = typed(standard.FONT_LEVEL_1, SIZES["小四"], NO_TRACKING)

FURTHER: tuple[Style, ...] = (
    # Forms have no layout in the standard: 四号 leaves room for four cells a line. At least, never exact: a character
    # from another font is not cut off.
    Style("FormText", "表单文字", paragraph={**spaced(_FORM_PITCH, "atLeast"), **justified("left")}, run=_SMALL),
    Style("FormTextCentered", "表单文字（中）", "FormText", paragraph=justified("center")),
    Style("FormTextRight", "表单文字（右）", "FormText", paragraph=justified("right")),
    # Room at the right for the hand that signs.
    Style("FormSignature", "表单签名", "FormTextRight", paragraph=indented(right=6 * ZI_SMALL)),
    Style(
        "FormLabel",
        "表单标签",
        "FormText",
        paragraph=justified("center"),
        run={"rFonts": fonts(standard.FONT_LEVEL_1)},
    ),
    Style(
        "FormProse",
        "表单段落",
        "FormText",
        paragraph={**indented(firstLineChars=200, firstLine=2 * ZI_SMALL), **justified("both")},
    ),
    # A picture in a line of exact height is cut off by Word.
    Style("Picture", "图", paragraph={**KEEP, **spaced(240, "auto", before=PITCH // 4), **justified("center")}),
    Style("FigureCaption", "图题", paragraph=justified("center"), run=_CAPTION),
    Style("TableCaption", "表题", paragraph={**KEEP, **justified("center")}, run=_CAPTION),
    Style(
        "TitleNote",
        "标题下注",
        paragraph={**KEEP, **spaced(PITCH, "exact", after=PITCH // 2), **justified("center")},
        run={"rFonts": fonts(standard.FONT_LEVEL_2)},
    ),
    Style(
        "TableNote",
        "表注",
        paragraph={**KEEP, **spaced(320, "atLeast", after=Pt(3).twips), **justified("right")},
        run=typed(standard.FONT_BODY, SIZES["小四"], NO_TRACKING),
    ),
    Style("Note", "附注", "BodyText", paragraph=TWO_IN),
    Style("Notice", "密级提示", paragraph=justified("left"), run={"rFonts": fonts(standard.FONT_LEVEL_1)}),
    Style("FormNumber", "编号", paragraph=justified("right")),
    Style("Masthead", "刊名", "Mark"),
    Style("IssueNumber", "期号", paragraph=justified("center")),
    Style(
        "Editors",
        "编印单位和日期",
        paragraph={**indented(left=ZI, right=ZI), **justified("left"), **tabbed("right", WIDTH - ZI)},
    ),
    Style(
        "Routing",
        "报送发",
        paragraph=indented(left=3 * ZI_SMALL, right=ZI_SMALL, hanging=2 * ZI_SMALL),
        run=_SMALL,
    ),
    Style("PrintCount", "共印份数", paragraph={**indented(right=ZI_SMALL), **justified("right")}, run=_SMALL),
)
