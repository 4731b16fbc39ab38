"""Small sources typeset: joined cells, stars, attachments that turn their pages."""

from __future__ import annotations

import pytest
from lxml import etree
from schema_order import W, disorders

from docgen.word.package import read_parts
from docgen.word.source import parse
from docgen.word.template import compile_template
from docgen.word.typeset import typeset

FRONT = "---\n文件: 通知\n---\n"


def value(node: etree._Element | None, name: str = "val") -> str | None:
    return None if node is None else node.get(f"{W}{name}")


def body(text: str) -> etree._Element:
    return etree.fromstring(read_parts(typeset(parse(FRONT + text, "通知.md")), "x")["word/document.xml"])[0]


def test_joined_cells_span_their_columns() -> None:
    table = body("| 甲 | 乙 | 丙 |\n|-|--|-|\n| 合计 | < | 三 |").find(f"{W}tbl")
    assert table is not None
    cells = table.findall(f"{W}tr")[1].findall(f"{W}tc")
    assert [value(cell.find(f"{W}tcPr/{W}gridSpan")) for cell in cells] == ["2", None]
    assert [value(cell.find(f"{W}tcPr/{W}tcW"), "w") for cell in cells] == ["6633", "2211"]


def test_text_between_stars_goes_on_in_body_type_and_stars_in_tags_multiply() -> None:
    heading = body("### （一）题*正文{{ 甲 * 2 }}*{{ 乙 * 3 }}和{{ 丙 * 4 }}")[0]
    runs = [
        ("".join(map(str, item.itertext())), value(item.find(f"{W}rPr/{W}rStyle"))) for item in heading.findall(f"{W}r")
    ]
    assert runs == [("（一）题", None), ("正文{{ 甲 * 2 }}", "BodyInLine"), ("{{ 乙 * 3 }}和{{ 丙 * 4 }}", None)]


def test_markup_in_a_source_is_text() -> None:
    assert "".join(map(str, body("甲 <w:br/> & 乙")[0].itertext())) == "甲 <w:br/> & 乙"


TURNED = (
    "::: 附件\n{% if 件.名称 == '甲' %}\n::: 横排\n{% if 长 %}\n说明\n{% endif %}\n表甲\n"
    "{% else %}\n::: 竖排\n表乙\n{% endif %}"
)


@pytest.mark.parametrize(
    ("attachments", "orientations"),
    [
        (["甲"], ["竖", "横"]),
        (["乙"], ["竖"]),
        (["甲", "甲"], ["竖", "横", "横"]),
        (["甲", "乙"], ["竖", "横", "竖"]),
        (["乙", "甲"], ["竖", "横"]),
        ([], ["竖"]),
    ],
)
def test_attachments_turn_their_pages_and_leave_no_empty_one(attachments: list[str], orientations: list[str]) -> None:
    template = compile_template(typeset(parse(FRONT + "正文\n" + TURNED, "通知.md")), "通知.docx")
    made = template.render({"附件": [{"名称": name} for name in attachments], "长": True}).data
    root = etree.fromstring(read_parts(made, "x")["word/document.xml"])
    assert ["横" if size.get(f"{W}orient") else "竖" for size in root.iter(f"{W}pgSz")] == orientations
    assert disorders(root) == []


def test_a_condition_inside_a_turned_attachment_does_not_turn_the_page_back() -> None:
    template = compile_template(typeset(parse(FRONT + "正文\n" + TURNED, "通知.md")), "通知.docx")
    root = etree.fromstring(
        read_parts(template.render({"附件": [{"名称": "甲"}], "长": True}).data, "x")["word/document.xml"]
    )
    texts = ["".join(map(str, item.itertext())) for item in root.iter(f"{W}p")]
    # The carrier of the upright section, then the attachment whole, then nothing but the turned section's own carrier.
    assert texts == ["正文", "", "附件", "甲", "说明", "表甲", ""]
