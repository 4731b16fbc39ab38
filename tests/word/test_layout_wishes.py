"""`版式()` sets its paragraph from data, in schema order."""

from __future__ import annotations

import pytest
from lxml import etree
from small_template import W, faults, lines, p, render

FULL = (
    "<w:pPr><w:pStyle w:val='a'/><w:keepNext/><w:snapToGrid w:val='0'/><w:jc w:val='left'/><w:outlineLvl w:val='0'/>"
    "<w:rPr><w:b/></w:rPr></w:pPr>"
)
RUN = (
    "<w:rPr><w:rFonts w:ascii='x'/><w:color w:val='FF0000'/><w:kern w:val='0'/><w:u w:val='single'/>"
    "<w:lang w:val='zh-CN'/></w:rPr>"
)


def paragraph(tag: str, ppr: str = FULL, rpr: str = RUN) -> etree._Element:
    rendered = render(f"<w:p>{ppr}<w:r>{rpr}<w:t>{tag}字</w:t></w:r><w:r><w:t>尾</w:t></w:r></w:p>", {"数": 12.5})
    assert lines(rendered) == ["字尾"]
    return rendered[0]


def attributes(node: etree._Element | None) -> dict[str, str]:
    assert node is not None
    return {str(name).removeprefix(W): str(value) for name, value in node.attrib.items()}


def names(node: etree._Element | None) -> list[str]:
    assert node is not None
    return [str(child.tag).removeprefix(W) for child in node]


@pytest.mark.parametrize(
    ("wish", "given"),
    [
        ("左空=20", {"left": "400", "leftChars": "0"}),
        ("右空=数", {"right": "250", "rightChars": "0"}),
        ("首行=32", {"firstLine": "640", "firstLineChars": "0"}),
        ("首行=-32", {"hanging": "640", "hangingChars": "0"}),
        ("左空=0, 右空=1", {"left": "0", "leftChars": "0", "right": "20", "rightChars": "0"}),
    ],
)
def test_indents_are_set_in_twips_and_win_over_characters(wish: str, given: dict[str, str]) -> None:
    made = paragraph(f"{{{{ 版式({wish}) }}}}")
    assert attributes(made.find(f"{W}pPr/{W}ind")) == given
    assert names(made[0]) == ["pStyle", "keepNext", "snapToGrid", "ind", "jc", "outlineLvl", "rPr"]


def test_an_indent_that_is_there_is_changed_and_its_other_sides_stay() -> None:
    made = paragraph("{{ 版式(首行=10) }}", "<w:pPr><w:ind w:left='7' w:hanging='3' w:hangingChars='1'/></w:pPr>")
    assert attributes(made.find(f"{W}pPr/{W}ind")) == {"left": "7", "firstLine": "200", "firstLineChars": "0"}


def test_the_line_pitch_is_exact_and_stands_before_the_indent() -> None:
    made = paragraph("{{ 版式(左空=1, 行距=28.95) }}")
    assert attributes(made.find(f"{W}pPr/{W}spacing")) == {"line": "579", "lineRule": "exact"}
    assert names(made[0]) == ["pStyle", "keepNext", "snapToGrid", "spacing", "ind", "jc", "outlineLvl", "rPr"]


def test_size_and_scale_are_set_on_every_run_in_schema_order() -> None:
    made = paragraph("{{ 版式(字号=10.5, 缩放=数 * 6) }}")
    first, last = made.findall(f"{W}r/{W}rPr")
    assert names(first) == ["rFonts", "color", "w", "kern", "sz", "szCs", "u", "lang"]
    assert names(last) == ["w", "sz", "szCs"]
    assert [attributes(first.find(f"{W}{name}")) for name in ("w", "sz", "szCs")] == [
        {"val": "75"},
        {"val": "21"},
        {"val": "21"},
    ]


def test_a_paragraph_and_run_without_properties_get_them_first() -> None:
    made = paragraph("{{ 版式(左空=1, 字号=22) }}", "", "")
    assert names(made) == ["pPr", "r", "r"]
    assert names(made[1]) == ["rPr", "t"]


def test_several_wishes_in_one_paragraph_add_up() -> None:
    made = paragraph("{{ 版式(左空=1) }}{{ 版式(右空=2) }}")
    assert attributes(made.find(f"{W}pPr/{W}ind")) == {"left": "20", "leftChars": "0", "right": "40", "rightChars": "0"}


def test_a_wish_holds_for_the_new_paragraphs_of_its_text_too() -> None:
    rendered = render(p("{{ 版式(左空=1) }}{{ 文 }}"), {"文": "一\n二"})
    assert lines(rendered) == ["一", "二"]
    assert [attributes(item.find(f"{W}pPr/{W}ind"))["left"] for item in rendered] == ["20", "20"]


def test_a_text_box_in_the_paragraph_keeps_its_own_size() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('框')}</w:txbxContent></w:pict></w:r>"
    rendered = render(f"<w:p><w:r><w:t>{{{{ 版式(字号=22) }}}}字</w:t></w:r>{box}</w:p>")
    assert [size.get(f"{W}val") for size in rendered.iter(f"{W}sz")] == ["44", "44"]
    assert rendered.find(f".//{W}txbxContent//{W}sz") is None


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("{{ 版式(高=1) }}", "TPL-005 版式里没有“高”，能用的是左空、右空、首行、字号、行距、缩放"),
        ("{{ 版式(1) }}", "TPL-005 版式里没有“1”，能用的是左空、右空、首行、字号、行距、缩放"),
        ("{{ 版式(字号='大') }}", "TPL-008 版式的“字号”要填数字，1 到 1638，得到的是“大”"),
        ("{{ 版式(左空=1e308) }}", "TPL-008 版式的“左空”要填数字，-1584 到 1584，得到的是“1e+308”"),
        ("{{ 版式(行距=1e308 * 10) }}", "TPL-008 版式的“行距”要填数字，0.7 到 1584，得到的是“inf”"),
        ("{{ 版式(字号=-5) }}", "TPL-008 版式的“字号”要填数字，1 到 1638，得到的是“-5”"),
        ("{{ 版式(缩放=601) }}", "TPL-008 版式的“缩放”要填数字，1 到 600，得到的是“601”"),
        ("{{ 版式(左空=none) }}", "TPL-008 版式的“左空”要填数字，-1584 到 1584，得到的是空的"),
    ],
)
def test_a_wish_that_is_not_known_or_no_number_is_a_fault(tag: str, told: str) -> None:
    found = faults(p(tag))
    assert [line.split()[0] + " " + line.partition("：")[2].partition(" →")[0] for line in found] == [told]


def test_a_wish_cannot_be_joined_to_a_text() -> None:
    assert len(faults(p("{{ 版式(左空=1) ~ '字' }}"))) == 1
