"""Tables typeset: heads of several rows, cells joined upward, forms."""

from __future__ import annotations

from lxml import etree
from schema_order import W
from small_source import document, parts, properties, styles_of, text, texts, value


def rows(root: etree._Element) -> list[etree._Element]:
    table = root.find(f"{W}tbl")
    assert table is not None
    return table.findall(f"{W}tr")


def cells(row: etree._Element) -> list[tuple[str, str | None, str | None]]:
    """(text, columns, joined: restart, continue or None) of each cell."""
    found = []
    for cell in row.findall(f"{W}tc"):
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        joined = None if merge is None else value(merge) or "continue"
        found.append((text(cell), value(cell.find(f"{W}tcPr/{W}gridSpan")), joined))
    return found


HEADED = (
    "| 乡镇 | 问题 | < | 销号率 |\n| ^ | 发现 | 销号 | ^ |\n|:--:|--:|--:|:--:|\n"
    "{% for 镇 in 乡镇 %}\n| {{ 镇 }} | 3 | 2 | 66.7% |\n{% endfor %}"
)


def test_all_rows_of_heads_repeat_and_their_joined_cells_are_word_s_own() -> None:
    found = rows(document(HEADED, {"乡镇": ["红石镇", "青山镇"]}))
    assert [cells(row) for row in found[:2]] == [
        [("乡镇", None, "restart"), ("问题", "2", None), ("销号率", None, "restart")],
        [("", None, "continue"), ("发现", None, None), ("销号", None, None), ("", None, "continue")],
    ]
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in found] == [True, True, False, False]
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in found] == [True] * 4
    assert [set(styles_of(row)) for row in found] == [
        {"TableHead"},
        {"TableHead"},
        {"TableText", "TableTextRight"},
        {"TableText", "TableTextRight"},
    ]


def test_joined_cells_keep_the_width_of_the_grid() -> None:
    for row in rows(document(HEADED, {"乡镇": []})):
        assert sum(int(str(value(cell, "w"))) for cell in row.iter(f"{W}tcW")) == 8844


FORM = (
    "|:---:|:------|:---:|:------|\n"
    "| # 事由 | {{ 事由 }} | < | < |\n"
    "| # 约谈人 | 王某某 | # 职务 | 总指挥长 |\n"
    "| ^ | 李某某 | ^ | 副总指挥长 |\n"
    "| # 说明 | {: 表单段落 }{{ 说明 }}<p>{: 表单签名 }签名： | < | < | {行高=60}\n"
)


def test_a_form_has_labels_values_and_rows_that_may_split() -> None:
    root = document(FORM, {"事由": "连续两次黄牌", "说明": "一\n二"})
    found = rows(root)
    assert [cells(row) for row in found[:3]] == [
        [("事由", None, None), ("连续两次黄牌", "3", None)],
        [("约谈人", None, "restart"), ("王某某", None, None), ("职务", None, "restart"), ("总指挥长", None, None)],
        [("", None, "continue"), ("李某某", None, None), ("", None, "continue"), ("副总指挥长", None, None)],
    ]
    assert root.find(f".//{W}cantSplit") is None
    assert root.find(f".//{W}tblHeader") is None
    assert styles_of(found[0]) == ["FormLabel", "FormText"]


def test_a_long_answer_is_paragraphs_of_one_style_from_the_top_of_its_cell() -> None:
    last = rows(document(FORM, {"事由": "", "说明": "一\n二"}))[-1]
    label, answer = last.findall(f"{W}tc")
    assert styles_of(answer) == ["FormProse", "FormProse", "FormSignature"]
    assert texts(answer) == ["一", "二", "签名："]
    assert [value(cell.find(f"{W}tcPr/{W}vAlign")) for cell in (label, answer)] == ["center", "top"]


def test_a_row_is_at_least_as_high_as_it_says() -> None:
    heights = [row.find(f"{W}trPr/{W}trHeight") for row in rows(document(FORM, {"事由": "", "说明": ""}))]
    assert [value(height, "hRule") for height in heights] == ["atLeast"] * 4
    assert [value(height) for height in heights] == ["480", "480", "480", "3402"]  # 60 mm


def test_a_row_may_stay_on_one_page_with_the_row_below() -> None:
    form = "|--|--|\n| # 表态 | | {连下行}{行高=42}\n| # 签字 | | {连下行}\n| # 备注 | | {行高=20}\n"
    found = rows(document(form))
    assert [len(list(row.iter(f"{W}keepNext"))) for row in found] == [2, 2, 0]
    assert [value(row.find(f"{W}trPr/{W}trHeight")) for row in found] == ["2381", "480", "1134"]


def test_a_row_of_a_form_may_be_kept_from_splitting() -> None:
    found = rows(document("|--|--|\n| # 签字 | | {不拆行}{行高=15}\n| # 说明 | |\n"))
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in found] == [True, False]


def test_a_statement_among_the_paragraphs_of_a_cell_goes_away_with_what_it_holds() -> None:
    source = "|:--:|:--|\n| # 签收 | {% if 签 %}<p>已签收<p>{% else %}<p>签名：<br>日期：<p>{% endif %} |"
    signed, blank = (rows(document(source, {"签": signed}))[0].findall(f"{W}tc")[1] for signed in (True, False))
    assert [texts(cell) for cell in (signed, blank)] == [["已签收"], ["签名：日期："]]
    assert [len(cell.findall(f"{W}p")) for cell in (signed, blank)] == [1, 1]


def test_a_cell_is_joined_down_all_turns_of_a_loop() -> None:
    source = "|:--:|:--|\n{% for 项 in 要求 %}\n| # {% vm %}要求 | {{ 项 }} |\n{% endfor %}"
    found = rows(document(source, {"要求": ["甲", "乙", "丙"]}))
    assert [cells(row) for row in found] == [
        [("要求", None, "restart"), ("甲", None, None)],
        [("", None, "continue"), ("乙", None, None)],
        [("", None, "continue"), ("丙", None, None)],
    ]
    assert styles_of(found[0]) == ["FormLabel", "FormText"]


def test_a_template_carries_only_the_further_styles_that_it_uses_and_what_they_build_on() -> None:
    plain, form = (parts(source)["word/styles.xml"].decode() for source in ("正文", "|--|\n| {: 表单签名 }签名 |"))
    assert "表单" not in plain
    assert [name in form for name in ("表单签名", "表单文字（右）", "表单文字", "表单标签", "图题")] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_the_values_of_a_form_are_aligned_as_its_rule_says() -> None:
    root = document("|:--|:-:|--:|\n| 左 | 中 | 右 |")
    assert styles_of(root) == ["FormText", "FormTextCentered", "FormTextRight"]
    assert value(properties(root, "左").find(f"{W}pStyle")) == "FormText"
