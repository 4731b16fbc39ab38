"""Tags, from the Word file to the structure tree of the PDF: what each part is, in which order it is read."""

from __future__ import annotations

import re
from functools import cache

import pytest
from tag_trees import Tag, Tagged

from benchmarks import corpus
from benchmarks.corpus.drawing_parts import anchored, bitmap, inline_picture, shape
from benchmarks.corpus.inline_things import note, noted, separators
from benchmarks.corpus.numbers import definitions, item
from benchmarks.corpus.package import package
from benchmarks.corpus.wordml import TAB, cell, p, plain_table, r, row, table
from docgen.pdf.convert import Converted, convert
from docgen.pdf.wish import Engine, PdfWish

HEAD = "<w:tblHeader/>"
BLUE = '<w:color w:val="0000FF"/>'
START, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
# What the pages show that the body does not say: the numbers of notes, and dots before the page numbers.
NUMBERED = ("注-脚注", "注-尾注", "公文-施工合同")
# What floats is read behind its paragraph, and not where its anchor stands in it.
FLOATING = ("图形-文本框", "图形-文字环绕", "图形-旧式形状", "图形-新旧两份")


@cache
def converted(docx: bytes, pdfa: bool = False) -> Converted:
    return convert(docx, wish=PdfWish(tagged=True, pdfa=pdfa))


def tagged(docx: bytes) -> Tagged:
    pdf = converted(docx).pdf
    assert pdf is not None
    return Tagged(pdf)


def outline(body: str, **parts: object) -> list[str]:
    """The tree of a document."""
    return tagged(package(body, **parts)).outline()  # type: ignore[arg-type]


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def test_a_table_tells_its_heads_its_cells_and_what_they_span():
    rows = [
        row([cell("项目", START), cell("投资", span(2))], HEAD),
        row([cell("", GOES_ON), cell("计划"), cell("完成")], HEAD),
        row([cell("道路", START), cell("35"), cell("30")]),
        row([cell("", GOES_ON), cell("合计", span(2))]),
    ]
    assert outline(table([1000, 1000, 1000], rows)) == [
        "Table",
        " THead",
        "  TR",
        "   TH Scope=Column RowSpan=2",
        "    P 项目",
        "   TH Scope=Column ColSpan=2",
        "    P 投资",
        "  TR",
        "   TH Scope=Column",
        "    P 计划",
        "   TH Scope=Column",
        "    P 完成",
        " TBody",
        "  TR",
        "   TD RowSpan=2",
        "    P 道路",
        "   TD",
        "    P 35",
        "   TD",
        "    P 30",
        "  TR",
        "   TD ColSpan=2",
        "    P 合计",
    ]


def test_cells_without_text_and_columns_that_a_row_leaves_free_are_cells():
    rows = [
        row([cell("甲"), cell(""), cell("丙")]),
        row([cell("乙")], '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
        row([cell(""), cell(""), cell("")]),
    ]
    empty, full = "  TD", ["  TD", "   P {}"]
    found = outline(table([1000, 1000, 1000], rows))
    assert found == [
        *("Table", " TR", full[0], full[1].format("甲"), empty, full[0], full[1].format("丙")),
        *(" TR", empty, full[0], full[1].format("乙"), empty),
        *(" TR", empty, empty, empty),
    ]


def test_a_table_in_a_cell_stands_in_that_cell_between_its_paragraphs():
    inner = plain_table([500, 500], [("内", "容"), ("一", "二")])
    rows = [row([cell("外"), cell(p("前") + inner + p("后"))]), row([cell("末"), cell("尾")])]
    found = outline(table([1000, 3000], rows))
    assert [line.strip() for line in found[:6]] == ["Table", "TR", "TD", "P 外", "TD", "P 前"]
    assert found[6:9] == ["   Table", "    TR", "     TD"]
    assert found[17:] == ["   P 后", " TR", "  TD", "   P 末", "  TD", "   P 尾"]


def test_a_head_that_a_row_of_the_body_goes_on_with_is_no_section_of_its_own():
    rows = [row([cell("甲", START), cell("一")], HEAD), row([cell("", GOES_ON), cell("二")]), row([cell("乙")] * 2)]
    roles = [tag.role for tag in tagged(package(table([1000, 1000], rows))).root.all()]
    assert "THead" not in roles
    assert (roles.count("TR"), roles.count("TH"), roles.count("TD")) == (3, 2, 3)


def test_cells_in_one_row_or_one_column_are_read_one_after_the_other():
    assert outline(plain_table([1000, 1000], [("文号", "签发人")])) == ["P 文号", "P 签发人"]
    assert outline(plain_table([1000], [("抄送",), ("印发",)])) == ["P 抄送", "P 印发"]
    listing = table([1000], [row([cell("名称")], HEAD), row([cell("甲")])])
    assert [tag.role for tag in tagged(package(listing)).root.all()].count("Table") == 1


def long_table() -> bytes:
    lines = [("表头", "说明"), *((f"行{number}", "内容" * 30) for number in range(40))]
    head, *rest = (row(cell(text, width=2000) for text in line) for line in lines)
    head = head.replace("<w:tr>", f"<w:tr><w:trPr>{HEAD}</w:trPr>", 1)
    return package(p("前") + table([2000, 2000], [head, *rest]) + p("后"))


def test_a_table_over_pages_is_one_table_and_the_heads_it_repeats_are_none_of_it():
    found = tagged(long_table())
    assert len(found.pdf.pages) > 2
    assert [kid.role for kid in found.root.kids] == ["P", "Table", "P"]
    rows = found.roles("TR")
    assert [found.text(one).removesuffix("内容" * 30) for one in rows] == [
        "表头说明",
        *(f"行{number}" for number in range(40)),
    ]
    assert found.artifacts.count("表头说明") == len(found.pdf.pages) - 1


def test_a_row_that_is_parted_between_pages_is_one_row():
    found = tagged(long_table())
    parted = [cell for cell in found.roles("TD") if len({page for page, _ in cell.marks()}) > 1]
    assert parted
    assert all(found.text(one) == "内容" * 30 for one in parted)
    assert all(len([kid for kid in one.kids if isinstance(kid, Tag)]) == 1 for one in parted)


LISTS = definitions(
    [("decimal", "%1.", ""), ("lowerLetter", "%2)", "")],
    [("bullet", "●", "")],
    [("chineseCounting", "%1、", "")],
)


def test_lists_have_items_with_labels_and_hold_the_lists_of_a_lower_level():
    body = item("甲") + item("乙", level=1) + item("丙", level=1) + item("丁") + p("文") + item("戊", 2) + item("己", 3)
    assert outline(body, numbering=LISTS) == [
        *("L ListNumbering=Decimal", " LI", "  Lbl 1.", "  LBody", "   P 甲"),
        *("   L ListNumbering=LowerAlpha", "    LI", "     Lbl a)", "     LBody", "      P 乙"),
        *("    LI", "     Lbl b)", "     LBody", "      P 丙"),
        *(" LI", "  Lbl 2.", "  LBody", "   P 丁"),
        "P 文",
        *("L ListNumbering=Disc", " LI", "  Lbl ●", "  LBody", "   P 戊"),
        *("L ListNumbering=Decimal", " LI", "  Lbl 一、", "  LBody", "   P 己"),
    ]


def test_a_heading_with_a_number_is_a_heading():
    titled = item("总则", ppr='<w:outlineLvl w:val="0"/>')
    assert outline(titled, numbering=LISTS) == ["H1 1.总则"]


def test_headings_leave_out_no_level_on_the_way_down():
    levels = (1, 3, 3, 2, 8, 0)
    body = "".join(p(f"题{level}", f'<w:outlineLvl w:val="{level}"/>') for level in levels)
    assert outline(body) == ["H1 题1", "H2 题3", "H2 题3", "H2 题2", "H3 题8", "H1 题0"]


def test_links_hold_the_words_they_lead_from():
    far = f'<w:hyperlink r:id="far">{r("网站", BLUE)}</w:hyperlink>'
    lost = f'<w:hyperlink w:anchor="没有">{r("附件", "<w:b/>")}</w:hyperlink>'
    found = tagged(package(p(r("见") + far + r("。") + lost), links={"far": "https://example.com/"}))
    assert found.outline() == ["P 见。", " Link 网站", " Span 附件"]
    (link,) = found.roles("Link")
    (annotation,) = [kid for kid in link.kids if not isinstance(kid, tuple)]
    assert str(annotation.A.URI) == str(annotation.Contents) == "https://example.com/"
    assert found.parents()[int(annotation.StructParent)].objgen == link.object.objgen
    assert found.text(found.root) == "见网站。附件"


def test_a_link_in_a_header_has_a_tag_although_its_text_has_none():
    inner = f'<w:hyperlink w:anchor="处">{r("回处")}</w:hyperlink>'
    body = p('<w:bookmarkStart w:id="1" w:name="处"/>' + r("正文"))
    reference = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    found = tagged(package(body, stories={"header1": p(inner)}, last_section=reference))
    assert found.outline() == ["P 正文", "Link"]
    assert found.artifacts == "回处"


def test_notes_have_a_name_and_leave_the_paragraph_whole_that_goes_on_overleaf():
    body = p("前" * 400) + noted("footnote", 1, "长" * 600)
    notes = separators("footnote") + note("footnote", 1, "说明")
    found = tagged(package(body, stories={"footnotes": notes}))
    assert len(found.pdf.pages) == 2
    assert [kid.role for kid in found.root.kids] == ["P", "P", "Note"]
    assert found.text(found.root.kids[1]).count("长") == 600
    (made,) = found.roles("Note")
    assert found.text(made).endswith("说明")
    names = found.pdf.Root.StructTreeRoot.IDTree.Names
    assert (str(names[0]), names[1].objgen) == (str(made.object.ID), made.object.objgen)


def test_pictures_say_what_they_show_in_their_paragraph_and_what_floats_is_read_behind_it():
    picture = inline_picture("a.png", 20, 10).replace('name="图1"', 'name="图1" descr="云岭县位置图"', 1)
    box = anchored(shape(30, 10, text=p("框里")), 30, 10, x=80, behind=True)
    body = p(r("前") + box) + p(r("见") + picture) + p(inline_picture("a.png", 5, 5)) + p("后")
    found = tagged(package(body, media={"a.png": bitmap("png")}))
    assert found.outline() == [
        *("P 前", "P 框里", "P 见", " Figure Alt=云岭县位置图", "P", " Figure Alt=图片", "P 后"),
    ]
    assert all("/BBox" in one.object.A for one in found.roles("Figure"))


def test_what_stands_in_a_frame_is_read_before_the_paragraph_it_is_anchored_to():
    frame = '<w:framePr w:w="3000" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="1600" w:y="600"/>'
    assert outline(p("前") + p("机关", frame) + p("标题") + p("后")) == ["P 前", "P 机关", "P 标题", "P 后"]


def test_dots_before_a_page_number_are_not_read():
    stop = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8000"/></w:tabs>'
    found = tagged(package(p(r("一、总则") + TAB + r("3"), stop)))
    assert found.outline() == ["P 一、总则3"]
    assert set(found.artifacts) == {"."}


def test_a_large_first_letter_belongs_to_its_paragraph():
    letter = p(r("首"), '<w:framePr w:dropCap="drop" w:lines="2" w:wrap="around"/>')
    assert outline(letter + p("字下沉")) == ["P 首字下沉"]


def checked(name: str) -> Tagged:
    """A document of the corpus, its marks and its tree held against each other."""
    found = tagged(corpus.cases()[name]())
    opened = found.openings()
    assert len(opened) == len(set(opened))
    assert sorted(found.root.marks()) == sorted(opened)
    parents = found.parents()
    for tag in found.root.all():
        for kid in tag.kids:
            if isinstance(kid, tuple):
                assert parents[int(found.pdf.pages[kid[0]].StructParents)][kid[1]].objgen == tag.object.objgen
            elif not isinstance(kid, Tag):
                assert parents[int(kid.StructParent)].objgen == tag.object.objgen
    return found


DOCUMENTS = (
    *("公文-申报表", "公文-办法", "公文-施工合同", "公文-双栏简报", "红头-旧式图形", "图片-印章压日期", "域-目录"),
    *("表格-重复标题行", "表格-行跨页", "表格-嵌套", "表格-合并单元格", "表格-竖排文字", "表格-旋转文字", "表格-浮动"),
    *("表格-不齐的网格", "编号-章条与多级", "注-脚注", "注-尾注", "行内-超链接书签", "行内-双行合一", "图文框"),
    *("图形-文本框", "图形-文字环绕", "页-分栏跨页", "页-行号", "页-高页眉", "段落-边框底纹", "字形-空心阴影"),
)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_everything_painted_is_in_the_tree_or_beside_the_text(name):
    found = checked(name)
    painted = list(found.painted())
    assert len(painted) > 10
    assert not [one for one in painted if one[2] == "unmarked"]
    assert not found.pdf.check_pdf_syntax()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_tree_is_read_in_the_order_of_the_word_file(name):
    docx = corpus.cases()[name]()
    found, said = tagged(docx), converted(docx).said
    read = re.sub(r"\s", "", found.text(found.root))
    if name in FLOATING:
        assert sorted(read) == sorted(said)
    elif name in NUMBERED:
        assert len(said) < len(read) < len(said) + 60
    else:
        assert read == said


def cells_in(tag: Tag) -> list[list[Tag]]:
    """The cells of a table, row by row; those of tables inside of it left out."""
    rows: list[list[Tag]] = []
    for kid in tag.kids:
        assert isinstance(kid, Tag)
        rows += cells_in(kid) if kid.role in ("THead", "TBody") else [[one for one in kid.kids if isinstance(one, Tag)]]
    return rows


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name.startswith(("表格", "公文"))])
def test_the_rows_of_a_table_fill_the_same_columns(name):
    for one in tagged(corpus.cases()[name]()).roles("Table"):
        taken: set[tuple[int, int]] = set()
        rows = cells_in(one)
        for number, cells in enumerate(rows):
            column = 0
            for made in cells:
                while (number, column) in taken:
                    column += 1
                wide, high = (int(made.said.get(key, "1")) for key in ("ColSpan", "RowSpan"))
                own = {(number + down, column + across) for down in range(high) for across in range(wide)}
                assert not own & taken
                taken |= own
        assert max(line for line, _ in taken) == len(rows) - 1
        widths = {sum(line == number for line, _ in taken) for number in range(len(rows))}
        assert len(widths) == 1


def test_tags_and_archive_go_together():
    docx = corpus.cases()["公文-申报表"]()
    pdf = converted(docx, pdfa=True).pdf
    assert pdf is not None
    assert Tagged(pdf).outline() == tagged(docx).outline()


def test_weasyprint_tells_what_its_tags_leave_out():
    wish = PdfWish(engine=Engine.WEASYPRINT, tagged=True)
    told = "WeasyPrint 的标签只说标题、段落、图和链接，不说表格、列表和注；要这些就用 --engine direct"
    assert told in convert(package(plain_table([1000, 1000], [("甲", "乙"), ("丙", "丁")])), wish=wish).notes
    assert told not in convert(package(p("甲")), wish=wish).notes
    assert told not in convert(package(plain_table([900, 900], [("甲", "乙")] * 2)), wish=PdfWish(tagged=True)).notes


def test_weasyprint_reads_the_heads_that_a_table_repeats_once():
    pdf = convert(long_table(), wish=PdfWish(engine=Engine.WEASYPRINT, tagged=True)).pdf
    assert pdf is not None
    found = Tagged(pdf)
    assert found.text(found.root).count("表头") == 1
    assert found.artifacts.count("表头") == len(found.pdf.pages) - 1
