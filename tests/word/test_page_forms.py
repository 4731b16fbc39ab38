"""Pages of a document: on their side, numbered otherwise, begun anew; where the 版记 stands."""

from __future__ import annotations

import pytest
from lxml import etree
from schema_order import W
from small_source import document, parts, properties, template, text, texts, value

from docgen.word.package import read_parts

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
IMPRINT = {"版记": True, "版记主送": "", "抄送": "", "印发机关": "县政府办公室", "印发日期": "2024年4月3日"}


def footers(found: dict[str, bytes]) -> dict[str, etree._Element]:
    """Use → the paragraph of the footer of the last section."""
    relations = {item.get("Id"): item.get("Target") for item in etree.fromstring(found["word/_rels/document.xml.rels"])}
    section = etree.fromstring(found["word/document.xml"])[0][-1]
    return {
        str(value(item, "type")): etree.fromstring(found[f"word/{relations[item.get(f'{R}id')]}"])[0]
        for item in section.iter(f"{W}footerReference")
    }


def sections(root: etree._Element) -> list[tuple[str | None, str | None]]:
    """(orientation, distance of the footer) of every section."""
    return [
        (value(item.find(f"{W}pgSz"), "orient"), value(item.find(f"{W}pgMar"), "footer"))
        for item in root.iter(f"{W}sectPr")
    ]


def test_a_whole_document_lies_on_its_side_in_one_section() -> None:
    root = document("# 台账\n| 甲 | 乙 |\n|--|--|\n| 1 | 2 |", None, "页面: 横")
    assert [orientation for orientation, _ in sections(root)] == ["landscape"]
    assert value(root.find(f"{W}tbl/{W}tblPr/{W}tblW"), "w") == "12756"  # 225 mm


def test_a_title_on_a_page_on_its_side_may_be_longer() -> None:
    title = "云岭县乡村振兴责任落实|挂牌督战工作问题台账"
    upright, turned = (document(f"# {title}", None, *front) for front in ((), ("页面: 横",)))
    assert [root.find(f"{W}p").find(f".//{W}br") is not None for root in (upright, turned)] == [True, False]  # type: ignore[union-attr]


def test_attachments_of_a_document_on_its_side_lie_so_without_a_section_of_their_own() -> None:
    root = document("# 台账\n::: 附件\n::: 横排\n表\n", {"附件": [{"名称": "甲"}]}, "页面: 横")
    assert [orientation for orientation, _ in sections(root)] == ["landscape"]
    assert texts(root) == ["台账", "附件", "甲", "表"]


@pytest.mark.parametrize(("front", "distance"), [((), "1341"), (("页面: 横",), "831")])
def test_pages_may_be_numbered_with_their_total_in_the_middle(front: tuple[str, ...], distance: str) -> None:
    found = parts("正文", None, "页码: 第x页共y页", *front)
    shown = footers(found)
    assert {use: text(item) for use, item in shown.items()} == dict.fromkeys(("default", "even"), "第1页　共1页")
    for item in shown.values():
        assert [field.get(f"{W}instr") for field in item.iter(f"{W}fldSimple")] == [" PAGE ", " NUMPAGES "]
        assert value(item.find(f"{W}pPr/{W}jc")) == "center"
    # The number begins 7 mm below the text, which ends 35 mm above the paper's edge, on its side 26 mm.
    assert sections(etree.fromstring(found["word/document.xml"])[0])[0][1] == distance
    assert (int(distance) / 20 + 14 - 14 * 0.12) / 72 * 25.4 == pytest.approx(19 if front else 28, abs=0.05)


def test_the_number_of_a_turned_page_hangs_on_no_offset() -> None:
    """LibreOffice loses the offset of a box whose header stands on one page only; the indent is kept."""
    found, drawing = (
        parts("正文", None, "页面: 横"),
        "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}",
    )
    indents = []
    for name in ("word/header3.xml", "word/header4.xml"):
        root = etree.fromstring(found[name])
        assert [item.text for item in root.iter(f"{drawing}posOffset")] == ["0", "0"]
        (box,) = root.iter(f"{drawing}extent")
        assert box.get("cy") == str(210 * 36000)
        indents += [dict(item.attrib) for item in root.iter(f"{W}ind")]
    # One 字 (14 points) inside the text, whose edges are 26 and 28 mm from the paper's.
    assert indents == [{f"{W}right": "1754"}, {f"{W}left": "1867"}]


@pytest.mark.parametrize("front", [(), ("页面: 横",)])
def test_pages_may_go_without_numbers(front: tuple[str, ...]) -> None:
    found = parts("正文", None, "页码: 无", *front)
    stories = [content for name, content in found.items() if name.startswith(("word/footer", "word/header"))]
    assert len(stories) == 7
    assert not any(b"PAGE" in content or b"<w:t" in content for content in stories)


def test_the_next_paragraph_begins_a_page_and_only_that_one() -> None:
    root = document("正文\n::: 另页\n# 送达回执\n回执\n")
    assert [properties(root, start).find(f"{W}pageBreakBefore") is not None for start in ("正文", "送达", "回执")] == [
        False,
        True,
        False,
    ]


@pytest.mark.parametrize("first", ["|--|\n| 表 |", "{% if 甲 %}\n表\n{% endif %}"])
def test_a_page_that_begins_with_no_paragraph_gets_a_line_too_thin_to_see(first: str) -> None:
    root = document(f"正文\n::: 另页\n{first}", {"甲": True})
    before = root[1].find(f"{W}pPr")
    assert before is not None
    assert value(before.find(f"{W}pStyle")) == "Carrier"
    assert before.find(f"{W}pageBreakBefore") is not None
    assert len(list(root.iter(f"{W}pageBreakBefore"))) == 1
    assert texts(root) == ["正文", "表"]


def test_a_second_title_stands_without_head_and_addressee() -> None:
    root = document("# 通知\n正文\n::: 另页\n# 送达回执\n", {"主送": "红石镇人民政府"}, "主送: 是")
    assert texts(root) == ["通知", "红石镇人民政府：", "正文", "送达回执"]


def test_the_title_of_the_document_is_its_first() -> None:
    core = parts("# 通知\n正文\n# 送达回执\n")["docProps/core.xml"].decode()
    assert "<dc:title>通知</dc:title>" in core


def test_the_imprint_stands_at_the_end_or_where_the_source_puts_it() -> None:
    last = document("正文\n::: 另页\n回执", IMPRINT, "版记: 是")
    here = document("正文\n::: 版记\n::: 另页\n回执", IMPRINT, "版记: 是")
    none = document("正文\n::: 版记\n::: 另页\n回执", {})
    printed = "县政府办公室\t2024年4月3日印发"
    assert [texts(root) for root in (last, here, none)] == [
        ["正文", "回执", printed],
        ["正文", printed, "回执"],
        ["正文", "回执"],
    ]


def test_the_same_source_gives_the_same_bytes_in_every_form() -> None:
    for front in (("页面: 横", "页码: 第x页共y页"), ("页码: 无",)):
        one, two = (template("# 题\n正文", *front) for _ in range(2))
        assert one == two
        assert len(read_parts(one, "x")) == 16
