"""Runs, breaks, fields and marks: every character in order, everything else told."""

import pytest
from small_docx import first_format, first_text, p, paragraphs, plain, r, source, style

from docgen.pdf.source import Break, PageField, Tab, Text


def inlines(content: str, **parts: object):
    return paragraphs(source(p(content), **parts))[0].inlines


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def whole_field(instruction: str, result: str) -> str:
    code = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return field("begin") + code + field("separate") + result + field("end")


def test_a_run_carries_all_its_looks():
    rpr = (
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="仿宋_GB2312" w:hint="eastAsia"/><w:b/><w:i/>'
        '<w:color w:val="FF0000"/><w:spacing w:val="-5"/><w:w w:val="66"/><w:sz w:val="32"/><w:u w:val="wave"/>'
    )
    made = first_format(source(p(r("字", rpr))))
    assert (made.ascii, made.east_asia, made.hint_east_asia) == ("Arial", "仿宋_GB2312", True)
    assert (made.size, made.bold, made.italic, made.color) == (16.0, True, True, "#ff0000")
    assert (made.spacing, made.scale, made.underline) == (-0.25, 0.66, "wave")


def test_an_automatic_colour_is_black():
    assert first_format(source(p(r("字", '<w:color w:val="auto"/>')))).color == "#000000"


def test_white_space_counts_only_where_it_is_preserved():
    kept = source(p('<w:r><w:t xml:space="preserve"> a </w:t></w:r>'))
    assert first_text(kept).text == " a "
    assert first_text(source(p("<w:r><w:t>\n a b \n</w:t></w:r>"))).text == "a b"


def test_tabs_and_breaks_keep_their_order():
    content = (
        '<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:br w:type="page"/><w:br w:type="column"/>'
        "<w:cr/><w:lastRenderedPageBreak/><w:softHyphen/><w:noBreakHyphen/></w:r>"
    )
    kinds = [
        item.text if isinstance(item, Text) else item.kind if isinstance(item, Break) else "tab"
        for item in inlines(content)
    ]
    assert kinds == ["甲", "tab", "乙", "line", "丙", "page", "column", "line", "\u00ad\u2011"]
    assert source(p(content)).warnings == ()


def test_a_tab_typed_into_the_text_is_a_tab():
    found = inlines('<w:r><w:t xml:space="preserve">a\tb</w:t></w:r>')
    assert [type(item) for item in found] == [Text, Tab, Text]


def test_hidden_text_is_dropped_in_silence():
    found = source(p(r("看") + r("不见", "<w:vanish/>") + r("见", '<w:vanish w:val="0"/>')))
    assert (plain(paragraphs(found)), found.warnings) == ("看见", ())


def test_text_hidden_on_the_web_is_printed():
    assert plain(inlines(r("12", "<w:webHidden/>"))) == "12"


def test_a_paragraph_hidden_with_its_mark_is_gone():
    found = paragraphs(source(p(r("隐", "<w:vanish/>"), "<w:rPr><w:vanish/></w:rPr>") + p(r("显"))))
    assert [plain(item) for item in found] == ["显"]


RUN_FEATURES = {
    "<w:shadow/>": "阴影字",
    "<w:emboss/>": "阳文",
    "<w:imprint/>": "阴文",
    "<w14:glow/>": "文字发光",
    '<w:u w:val="zigzag"/>': "下划线样式 zigzag（按单线画）",
    "<w14:strange/>": "文字属性 w14:strange",
    "<w:strange/>": "文字属性 strange",
}


@pytest.mark.parametrize("rpr", RUN_FEATURES)
def test_what_a_run_asks_for_in_vain_is_told_once_for_each_paragraph(rpr):
    found = source(p(r("甲", rpr) + "<w:r><w:tab/></w:r>" + r("乙", rpr)))
    assert found.warnings == ((RUN_FEATURES[rpr], "正文第1段“甲乙”"),)
    assert plain(paragraphs(found)) == "甲乙"


def test_features_switched_off_say_nothing():
    rpr = (
        '<w:strike w:val="0"/><w:position w:val="0"/><w:vertAlign w:val="baseline"/><w:em w:val="none"/>'
        '<w:highlight w:val="none"/><w:bdr w:val="none"/><w:shd w:val="clear" w:color="auto" w:fill="auto"/>'
        '<w:shadow w:val="0"/>'
    )
    assert source(p(r("甲", rpr))).warnings == ()


def test_a_feature_of_a_style_that_nobody_uses_says_nothing():
    assert source(p(r()), styles=style("Struck", rpr="<w:shadow/>")).warnings == ()


ELEMENTS = {
    '<w:r><w:footnoteReference w:id="1"/></w:r>': "没有内容的脚注",
    '<w:r><w:endnoteReference w:id="1"/></w:r>': "没有内容的尾注",
    '<w:r><w:commentReference w:id="1"/></w:r>': "批注",
    "<w:r><w:object/></w:r>": "嵌入的对象",
    "<w:r><w:pict><v:textbox/></w:pict></w:r>": "旧式图形（VML）",
    "<m:oMath><m:eqArr><m:e><m:r><m:t>x</m:t></m:r></m:e></m:eqArr></m:oMath>": "公式的一部分（排成一行文字）",
    "<w:r><w:dayLong/></w:r>": "旧式日期",
    '<w:subDoc r:id="x"/>': "子文档",
    "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>": "修订（按接受后的样子画）",
    "<w:r><w:rPr><w:rPrChange/></w:rPr></w:r>": "修订（按接受后的样子画）",
    "<w:r><w:drawing/></w:r>": "图形",
    "<w:r><w:newThing/></w:r>": "元素 w:newThing",
    "<w:newThing/>": "元素 w:newThing",
}


@pytest.mark.parametrize("content", ELEMENTS)
def test_an_element_that_is_not_drawn_is_told_once(content):
    assert source(p(r("甲") + content * 2)).warnings == ((ELEMENTS[content], "正文第1段“甲”"),)


def test_insertions_are_shown_and_deletions_dropped():
    found = source(p(f"<w:ins>{r('新')}</w:ins><w:del>{r('旧')}</w:del><w:moveTo>{r('来')}</w:moveTo>"))
    assert plain(paragraphs(found)) == "新来"
    assert [feature for feature, _ in found.warnings] == ["修订（按接受后的样子画）"]


def test_wrappers_show_their_content():
    content = (
        f"<w:hyperlink>{r('链')}</w:hyperlink><w:smartTag>{r('标')}</w:smartTag><w:bookmarkStart/>"
        f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{r('控')}</w:sdtContent></w:sdt><w:customXml>{r('己')}</w:customXml>"
    )
    found = source(p(content) + f"<w:sdt><w:sdtContent>{p(r('块'))}</w:sdtContent></w:sdt>")
    assert (plain(paragraphs(found)), found.warnings) == ("链标控己块", ())


@pytest.mark.parametrize("code", ["PAGE", "NUMPAGES", "SECTIONPAGES"])
def test_page_numbers_are_left_to_the_layout_in_the_format_of_their_result(code):
    found = inlines(r("—") + whole_field(f" {code}  \\* MERGEFORMAT ", r("7", '<w:sz w:val="28"/>')) + r("—"))
    assert [type(item) for item in found] == [Text, PageField, Text]
    assert (found[1].code, found[1].format.size) == (code, 14.0)


def test_a_simple_page_field():
    found = inlines(f'<w:fldSimple w:instr=" PAGE ">{r("3", "<w:b/>")}</w:fldSimple>')
    assert [(item.code, item.format.bold) for item in found] == [("PAGE", True)]


def test_a_page_number_in_digits_that_nobody_knows_is_told():
    found = source(p(whole_field("PAGE \\* KLINGON", r("I"))))
    assert [feature for feature, _ in found.warnings] == ["页码的数字格式 KLINGON"]


def test_other_fields_show_what_they_stored():
    found = source(
        p(r("见") + whole_field(" REF x ", r("图1")) + f'<w:fldSimple w:instr="DATE">{r("今")}</w:fldSimple>')
    )
    assert (plain(paragraphs(found)), found.warnings) == ("见图1今", ())


def test_a_field_in_the_instruction_of_another_is_not_shown():
    inner = whole_field("PAGE", r("1"))
    condition = field("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>" + inner + field("separate")
    found = source(p(condition + r("真") + field("end")))
    assert (plain(paragraphs(found)), len(paragraphs(found)[0].inlines)) == ("真", 1)


def test_a_table_of_contents_stays_open_over_its_paragraphs():
    start = field("begin") + "<w:r><w:instrText>TOC</w:instrText></w:r>" + field("separate")
    body = p(start + r("一") + whole_field("PAGEREF a", r("2"))) + p(r("二")) + p(field("end"))
    found = source(body)
    assert ([plain(item) for item in paragraphs(found)], found.warnings) == (["一2", "二", ""], ())


def test_a_field_without_a_result_is_told():
    found = source(p(r("甲") + field("begin") + "<w:r><w:instrText> DATE </w:instrText></w:r>" + field("end")))
    assert found.warnings == (("没有存结果的域 DATE", "正文第1段“甲”"),)


def test_a_mark_for_the_index_needs_no_result():
    assert source(p(field("begin") + "<w:r><w:instrText>XE a</w:instrText></w:r>" + field("end"))).warnings == ()


def test_a_field_that_never_ends_hides_no_text():
    stray = source(p(r("甲") + field("end") + field("separate") + r("乙")))
    assert plain(paragraphs(stray)) == "甲乙"
    assert stray.warnings == (("不成对的域标记", "正文第1段“甲乙”"),)
    lost = source(p(field("begin") + r("甲")) + p(r("乙")))
    assert plain(paragraphs(lost)) == "甲乙"
    assert lost.warnings == (("不成对的域标记", "正文第1段“甲”"),)


def test_text_in_an_instruction_is_not_shown_and_told():
    found = source(p(r("甲") + field("begin") + r("码") + field("separate") + r("果") + field("end")))
    assert plain(paragraphs(found)) == "甲果"
    assert [feature for feature, _ in found.warnings] == ["域代码里的文字"]
