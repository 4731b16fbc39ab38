"""Fields: what the instruction itself tells, and the formats of page numbers."""

import pytest
from field_parts import code, field, form, mark
from small_docx import p, paragraphs, plain, r, source

from docgen.pdf.source import PageField


def shown(content: str) -> str:
    return plain(paragraphs(source(p(content))))


def page_field(instruction: str) -> PageField:
    (found,) = paragraphs(source(p(field(instruction, r("7")))))[0].inlines
    return found


@pytest.mark.parametrize(
    "switch, expected",
    [
        ("", ""),
        ("\\* MERGEFORMAT", ""),
        ("\\* Arabic \\* MERGEFORMAT", ""),
        ("\\* ArabicDash", "numberInDash"),
        ("\\* roman", "lowerRoman"),
        ("\\* ROMAN \\* MERGEFORMAT", "upperRoman"),
        ("\\* Roman", "upperRoman"),
        ("\\* alphabetic", "lowerLetter"),
        ("\\* ALPHABETIC", "upperLetter"),
        ("\\* CHINESENUM1", "chineseCounting"),
        ("\\* CHINESENUM2", "chineseLegalSimplified"),
        ("\\* CHINESENUM3", "chineseCountingThousand"),
        ("\\* DBNUM1", "ideographDigital"),
        ("\\* DBCHAR", "decimalFullWidth"),
        ("\\* CIRCLENUM", "decimalEnclosedCircle"),
        ("\\* GB1", "decimalEnclosedFullstop"),
        ("\\* GB4", "ideographEnclosedCircle"),
        ("\\* ZODIAC1", "ideographTraditional"),
        ('\\# "000"', "000"),
    ],
)
def test_the_digits_of_a_page_number(switch, expected):
    assert page_field(f" PAGE {switch} ").number_format == expected


def test_a_page_number_without_a_stored_result_looks_like_its_instruction():
    content = mark("begin") + code(" PAGE ", '<w:sz w:val="28"/>') + mark("end")
    (found,) = paragraphs(source(p(content)))[0].inlines
    assert (found.code, found.format.size) == ("PAGE", 14.0)


def test_an_old_page_number_is_one():
    (found,) = paragraphs(source(p("<w:r><w:pgNum/></w:r>")))[0].inlines
    assert (found.code, found.number_format) == ("PAGE", "")


@pytest.mark.parametrize(
    "data, expected",
    [
        ("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>", "☒"),
        ("<w:checkBox><w:default w:val='1'/><w:checked w:val='0'/></w:checkBox>", "☐"),
        ("<w:checkBox><w:default w:val='1'/></w:checkBox>", "☒"),
        ("<w:checkBox/>", "☐"),
    ],
)
def test_a_box_to_tick_shows_whether_it_is_ticked(data, expected):
    assert shown(form(" FORMCHECKBOX ", data)) == expected


MENU = '<w:ddList>{}<w:listEntry w:val="公开"/><w:listEntry w:val="秘密"/></w:ddList>'


@pytest.mark.parametrize(
    "chosen, expected",
    [
        ('<w:result w:val="1"/>', "秘密"),
        ('<w:default w:val="1"/>', "秘密"),
        ("", "公开"),
        ('<w:result w:val="9"/>', ""),
    ],
)
def test_a_menu_shows_what_was_chosen(chosen, expected):
    assert shown(form(" FORMDROPDOWN ", MENU.format(chosen))) == expected


def test_a_field_to_fill_in_shows_what_was_filled_in():
    found = source(p(form(" FORMTEXT ", "<w:textInput/>", r("张三")) + form(" FORMTEXT ", "<w:textInput/>")))
    assert (plain(paragraphs(found)), found.warnings) == ("张三", ())


def test_a_button_shows_its_words():
    assert shown(mark("begin") + code(" MACROBUTTON NoMacro [点击此处 输入] ") + mark("end")) == "[点击此处 输入]"


def test_a_symbol_field_shows_its_symbol_in_its_size():
    found = paragraphs(source(p(field(' SYMBOL 252 \\f "Wingdings" \\s 16 ', r("?")))))[0].inlines
    assert [(one.text, one.format.ascii, one.format.size) for one in found] == [("✓", "Wingdings", 16.0)]
    assert shown(field(" SYMBOL 0x25CB ")) == "○"


def test_a_symbol_field_that_makes_no_sense_is_told():
    found = source(p(field(" SYMBOL x ")))
    assert (plain(paragraphs(found)), [feature for feature, _ in found.warnings]) == ("", ["没有存结果的域 SYMBOL"])


def test_stored_results_are_shown_whatever_the_field():
    names = ["TIME", "STYLEREF", "SEQ", "MERGEFIELD", "QUOTE", "DOCPROPERTY", "=", "INCLUDETEXT", "IF", "AUTHOR"]
    content = "".join(field(f" {name} x ", r(name[0])) for name in names)
    found = source(p(content))
    assert (plain(paragraphs(found)), found.warnings) == ("TSSMQD=IIA", ())


def test_an_empty_link_lacks_nothing():
    assert source(p(field(' HYPERLINK "https://example.org" '))).warnings == ()


def test_a_locked_or_dirty_field_is_a_field():
    begin = '<w:r><w:fldChar w:fldCharType="begin" w:fldLock="1" w:dirty="1"/></w:r>'
    assert shown(begin + code("DATE") + mark("separate") + r("今") + mark("end")) == "今"


def test_a_computed_field_inside_a_stored_result_counts_as_content():
    inner = form(" FORMCHECKBOX ", "<w:checkBox/>")
    found = source(p(field(" IF 1=1 ", inner)))
    assert (plain(paragraphs(found)), found.warnings) == ("☐", ())
