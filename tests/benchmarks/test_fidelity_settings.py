from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

from benchmarks.corpus.package import package
from benchmarks.corpus.wordml import cell, p, row, table
from benchmarks.fidelity_office import font_rules
from benchmarks.fidelity_settings import Changes, followed
from docgen.pdf.typefaces.font_report import FontUse


def settings_in(docx: bytes, part: str = "word/document.xml") -> list[str]:
    with zipfile.ZipFile(io.BytesIO(docx)) as opened:
        return re.findall(r"<w:(overflowPunct|autoSpace\w\w)((?: w:val=\"\w+\")?)/>", opened.read(part).decode())


def properties(docx: bytes) -> list[list[str]]:
    """The names of each paragraph's properties."""
    with zipfile.ZipFile(io.BytesIO(docx)) as opened:
        root = etree.fromstring(opened.read("word/document.xml"))
    return [[etree.QName(one).localname for one in found] for found in root.iter("{*}pPr")]


SOURCE = package(
    p("甲", '<w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>')
    + p("乙", "<w:overflowPunct/>")
)


def test_overflow_is_turned_round_in_paragraphs_and_styles_for_an_engine_that_reads_it_so():
    made = followed(SOURCE, Changes(turn_overflow=True))
    assert [found for found in settings_in(made) if found[0] == "overflowPunct"] == [
        ("overflowPunct", ' w:val="1"'),
        ("overflowPunct", ' w:val="0"'),
    ]
    assert settings_in(made, "word/styles.xml") == [("overflowPunct", ' w:val="1"')]


def test_gaps_are_on_where_nothing_says_otherwise():
    made = followed(SOURCE, Changes(gaps_on=True))
    assert [found[0] for found in settings_in(made)] == ["overflowPunct", "overflowPunct"]


def test_a_file_without_these_settings_stays_the_same_file():
    plain = followed(SOURCE, Changes(gaps_on=True, keep_whole=True, latin=True))
    assert followed(plain, Changes(gaps_on=True, keep_whole=True, latin=True)) is plain
    assert followed(SOURCE, Changes()) is SOURCE


def test_a_paragraph_kept_with_the_next_one_is_kept_whole_but_not_in_a_table():
    made = followed(
        package(
            p("甲", '<w:keepNext/><w:jc w:val="left"/>')
            + p("乙", '<w:keepNext w:val="0"/>')
            + table((1000,), [row([cell(p("丙", "<w:keepNext/>"), "", 1000)])])
            + p("丁", '<w:keepNext/><w:keepLines w:val="0"/>')
        ),
        Changes(keep_whole=True),
    )
    assert properties(made) == [["keepNext", "keepLines", "jc"], ["keepNext"], ["keepNext"], ["keepNext", "keepLines"]]


def test_latin_text_marked_as_chinese_is_marked_as_english():
    texts = [p("2024", "", f'<w:lang w:val="{language}" w:eastAsia="zh-CN"/>') for language in ("zh-CN", "de-DE")]
    with zipfile.ZipFile(io.BytesIO(followed(package("".join(texts)), Changes(latin=True)))) as opened:
        found = re.findall(r'<w:lang w:val="([\w-]+)" w:eastAsia="zh-CN"/>', opened.read("word/document.xml").decode())
    assert found == ["en-US", "de-DE"]


def test_a_file_that_is_no_package_stays_as_it_is():
    assert followed(b"no package", Changes(True, True, True, True)) == b"no package"


def test_font_rules_lead_each_name_and_weight_to_the_face_of_our_layout():
    uses = [
        FontUse("仿宋_GB2312", False, "FandolFang", "a.otf", "仿宋", True),
        FontUse("黑体", True, "Noto", "b.ttc", "黑体", True),
    ]
    rules = font_rules([*uses, FontUse("Noto", False, "Noto", "b.ttc", "宋体", False)], "/etc/fonts/fonts.conf")
    assert rules.count("<match ") == 2
    assert (
        '<test name="family" qual="first"><string>仿宋_GB2312</string></test><test name="weight" compare="less">'
        in rules
    )
    assert (
        '<test name="family" qual="first"><string>黑体</string></test><test name="weight" compare="more_eq">' in rules
    )
    assert '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>' in rules
