"""Templates without our own marks come out as docxtpl makes them: every part but the properties is equal XML."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docxtpl import DocxTemplate
from PIL import Image
from real_docx import by_docxtpl, ours, part, saved, template

from benchmarks.same_parts import differences

ROWS = (("名称", "数"), ("{%tr for 镇 in 镇们 %}", ""), ("{{ 镇.名 }}", "{{ 镇.数 }}"), ("{%tr endfor %}", ""))
DATA: dict[str, Any] = {
    "县": "A & <B> “云岭”",
    "镇们": [{"名": "甲", "数": 1}, {"名": "乙", "数": 2}],
    "有": True,
    "无": [],
}
LOOP, END = ("{%tr for 镇 in 镇们 %}", ""), ("{%tr endfor %}", "")

CASES = {
    "values": template("{{ 县 }}的{{ 镇们[0].名 }}", "没有标签"),
    "loops over paragraphs": template("{%p for 镇 in 镇们 %}", "{{ 镇.名 }}", "{%p endfor %}"),
    "conditions on paragraphs": template("{%p if not 有 %}", "甲", "{%p else %}", "乙", "{%p endif %}"),
    "rows": template("前", rows=ROWS),
    "a row joined downwards": template(rows=(LOOP, ("{% vm %}甲", "{{ 镇.数 }}"), END)),
    "a shaded cell": template(rows=(("{% cellbg '00FF00' %}甲",),)),
    "conditions in a line": template("{% if 有 %}甲{% else %}乙{% endif %}"),
    "loops in a line": template("{% for 镇 in 镇们 %}{{ 镇.名 }}{{ loop.index }}{% endfor %}"),
    "whitespace control": template("甲", "{%- if 有 %}", "乙", "{% endif -%}", "丙"),
    "comments": template("甲{# 不印 #}乙", "{#p 整段 #}"),
    "braces that are no tag": template("{_{ 甲 }_} 和 {_% 乙 %_}"),
    "header": template("正文", header="{{ 县 }}"),
    "rows that a condition takes away": template(
        rows=(("{%tr if 无 %}", ""), ("甲", "乙"), ("{%tr endif %}", ""), ("丙", "丁"))
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_every_part_is_equal(name: str) -> None:
    assert differences(by_docxtpl(CASES[name], DATA), ours(CASES[name], DATA)) == ((), ())


def test_a_joined_cell_is_equal_but_for_the_order_that_the_schema_wants() -> None:
    document = docx.Document(io.BytesIO(CASES["a row joined downwards"]))
    shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="00FF00"/>')
    document.tables[0].cell(1, 0)._tc.get_or_add_tcPr().append(shade)
    data = saved(document)
    apart = ("the order of w:vMerge (the schema's)",)
    assert differences(by_docxtpl(data, DATA), ours(data, DATA)) == ((), apart)


def test_drawings_that_a_loop_repeats_get_numbers_of_their_own() -> None:
    document = docx.Document()
    stream = io.BytesIO()
    Image.new("RGB", (20, 10), "navy").save(stream, "PNG")
    document.add_paragraph("{%p for 镇 in 镇们 %}")
    document.add_picture(stream)
    document.add_paragraph("{%p endfor %}")
    data = saved(document)
    made = ours(data, DATA)
    assert differences(by_docxtpl(data, DATA), made) == ((), ())
    assert [f'<wp:docPr id="{number}"' in part(made) for number in (1001, 1002, 1003)] == [True, True, False]


def test_tags_that_word_has_cut_into_runs_are_joined() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("前{")
    for piece in ("{ 镇", "们[0]", ".名 }", "}后"):
        paragraph.add_run(piece).bold = piece == "们[0]"
    assert differences(by_docxtpl(saved(document), DATA), ours(saved(document), DATA)) == ((), ())


def test_a_cell_that_ends_with_the_end_of_a_bookmark_gets_no_paragraph_more() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.paragraphs[0].text = "{{ 县 }}"
    for mark in ('bookmarkStart {} w:id="0" w:name="甲"', 'bookmarkEnd {} w:id="0"'):
        cell._tc.append(parse_xml(f"<w:{mark.format(nsdecls('w'))}/>"))
    assert differences(by_docxtpl(saved(document), DATA), ours(saved(document), DATA)) == ((), ())


def test_the_comparison_sees_what_differs() -> None:
    data = CASES["rows"]
    other = {**DATA, "镇们": [{"名": "甲", "数": 1}]}
    assert differences(by_docxtpl(data, DATA), ours(data, other)) == (("word/document.xml",), ())
    assert DocxTemplate(io.BytesIO(data)).get_undeclared_template_variables() == {"镇们"}
