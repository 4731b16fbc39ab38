"""Links and bookmarks: where text leads, and what may not be clicked."""

import pytest
from field_parts import field, mark
from small_docx import p, package, paragraphs, plain, r, source

from docgen.pdf.read import read
from docgen.pdf.source import Bookmark, Text


def links(content: str) -> list[tuple[str, str]]:
    found = paragraphs(source(p(content)))[0].inlines
    return [(one.text, one.format.link) for one in found if isinstance(one, Text)]


def test_a_link_to_a_bookmark_ends_where_it_ends():
    content = r("前") + f'<w:hyperlink w:anchor="甲">{r("中")}</w:hyperlink>' + r("后")
    assert links(content) == [("前", ""), ("中", "#甲"), ("后", "")]


RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="a" Type="http://x/hyperlink" TargetMode="External" Target="{}"/></Relationships>'
)


def linked(target: str, anchor: str = ""):
    content = p(f'<w:hyperlink r:id="a"{anchor}>{r("链")}</w:hyperlink>')
    return read(package(content, extra={"word/_rels/document.xml.rels": RELATIONS.format(target)}))


@pytest.mark.parametrize("target", ["http://example.org/a", "https://example.org/?b=1", "mailto:a@example.org"])
def test_web_and_mail_addresses_may_be_clicked(target):
    found = linked(target)
    assert (paragraphs(found)[0].inlines[0].format.link, found.warnings) == (target, ())


def test_a_place_in_a_web_page_is_part_of_its_address():
    assert (
        paragraphs(linked("https://example.org", ' w:anchor="b"'))[0].inlines[0].format.link == "https://example.org#b"
    )


@pytest.mark.parametrize(
    "target", ["file:///C:/a.docx", "javascript:alert(1)", "附件.docx", "\\\\server\\a", "http://[x"]
)
def test_files_and_programs_are_told_and_not_clicked(target):
    found = linked(target)
    assert paragraphs(found)[0].inlines[0].format.link == ""
    assert found.warnings == ((f"不能点的链接 {target}（只支持网址、邮箱和文内书签）", "正文第1段“链”"),)


@pytest.mark.parametrize(
    "instruction, expected",
    [
        (' HYPERLINK "https://example.org/a b" \\o "提示" ', "https://example.org/a b"),
        (' HYPERLINK \\l "_Toc1" ', "#_Toc1"),
        (' HYPERLINK "https://example.org" \\l "甲" \\t "_blank" ', "https://example.org#甲"),
        (" HYPERLINK https://example.org ", "https://example.org"),
        (" REF _Ref1 \\r \\h ", "#_Ref1"),
        (" PAGEREF _Toc1 \\h ", "#_Toc1"),
        (" REF _Ref1 ", ""),
        (" STYLEREF 1 ", ""),
    ],
)
def test_fields_lead_where_their_instruction_says(instruction, expected):
    assert links(r("前") + field(instruction, r("果")) + r("后")) == [("前", ""), ("果", expected), ("后", "")] or (
        not expected and links(r("前") + field(instruction, r("果")) + r("后")) == [("前果后", "")]
    )


def test_a_field_may_lead_to_no_file():
    found = source(p(field(' HYPERLINK "C:\\\\甲.docx" ', r("果"))))
    assert found.warnings == (("不能点的链接 C:\\甲.docx（只支持网址、邮箱和文内书签）", "正文第1段“果”"),)


def test_an_inner_link_counts_and_the_outer_one_goes_on_behind_it():
    inner = field(" PAGEREF b \\h ", r("内"))
    assert links(f'<w:hyperlink w:anchor="a">{r("外")}{inner}{r("又")}</w:hyperlink>') == [
        ("外", "#a"),
        ("内", "#b"),
        ("又", "#a"),
    ]


def test_a_link_goes_on_into_the_next_paragraph():
    start = mark("begin") + '<w:r><w:instrText>HYPERLINK \\l "a"</w:instrText></w:r>' + mark("separate") + r("一")
    found = paragraphs(source(p(start) + p(r("二") + mark("end") + r("三"))))
    assert [[one.format.link for one in paragraph.inlines] for paragraph in found] == [["#a"], ["#a", ""]]


def test_bookmarks_stand_where_they_begin():
    start = '<w:bookmarkStart w:id="{}" w:name="{}"/>'
    content = start.format(1, "甲") + r("一") + start.format(2, "_Toc1") + r("二") + '<w:bookmarkEnd w:id="1"/>'
    found = paragraphs(source(p(content + start.format(3, "_GoBack") + "<w:bookmarkStart/>")))[0].inlines
    assert [one.name if isinstance(one, Bookmark) else one.text for one in found] == ["甲", "一", "_Toc1", "二"]


def test_a_bookmark_between_paragraphs_belongs_to_the_next():
    start = '<w:bookmarkStart w:id="1" w:name="甲"/>'
    table = f"<w:tbl><w:tr><w:tc>{p(r('格'))}</w:tc></w:tr></w:tbl>"
    found = source(p(r("一")) + start + p(r("二")) + start + table)
    assert [one.inlines[0] for one in paragraphs(found)][1] == Bookmark("甲")
    cell = found.sections[0].blocks[2].rows[0].cells[0].blocks[0]
    assert cell.inlines[0] == Bookmark("甲")


def test_a_hidden_paragraph_with_a_bookmark_is_gone():
    hidden = p('<w:bookmarkStart w:id="1" w:name="甲"/>' + r("隐", "<w:vanish/>"), "<w:rPr><w:vanish/></w:rPr>")
    assert plain(paragraphs(source(hidden + p(r("显"))))) == "显"
    assert len(paragraphs(source(hidden + p(r("显"))))) == 1
