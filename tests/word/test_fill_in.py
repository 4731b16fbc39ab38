"""Tags as Word writes them: cut into runs, with Chinese names, over paragraphs and rows, in every part."""

from __future__ import annotations

from small_template import W, docx, faults, lines, p, part, render, table

from docgen.word.template import compile_template

TOWNS = {"乡镇": [{"名称": "青石镇", "村": ["甲", "乙"]}, {"名称": "白水乡", "村": []}]}


def test_a_tag_that_word_has_cut_into_runs_is_one_tag() -> None:
    assert lines(render(p("在{", "{ 县", "名", " }", "}开展"), {"县名": "云岭县"})) == ["在云岭县开展"]


def test_a_cut_tag_with_properties_and_bookmarks_between_is_one_tag() -> None:
    body = (
        '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{{ 县</w:t></w:r><w:proofErr w:type="spellStart"/>'
        '<w:r><w:rPr><w:lang w:eastAsia="zh-CN"/></w:rPr><w:t>名 }}</w:t></w:r></w:p>'
    )
    rendered = render(body, {"县名": "云岭县"})
    assert lines(rendered) == ["云岭县"]
    assert rendered.find(f".//{W}b") is not None


def test_a_paragraph_tag_that_is_cut_into_runs_works() -> None:
    body = p("{%", "p if 甲", " %}") + p("是") + p("{%p el", "se %}") + p("否") + p("{%p end", "if %}")
    assert lines(render(body, {"甲": True})) == ["是"]
    assert lines(render(body, {"甲": False})) == ["否"]


def test_a_loop_repeats_paragraphs_and_leaves_none_of_its_own() -> None:
    body = (
        p("前")
        + p("{%p for 镇 in 乡镇 %}")
        + p("{{ loop.index | 中文数字 }}、{{ 镇.名称 }}")
        + p("{%p endfor %}")
        + p("后")
    )
    assert lines(render(body, TOWNS)) == ["前", "一、青石镇", "二、白水乡", "后"]


def test_loops_inside_loops_follow_the_data() -> None:
    body = (
        p("{%p for 镇 in 乡镇 %}")
        + p("{{ 镇.名称 }}{% for 村 in 镇.村 %}（{{ 村 }}）{% else %}无{% endfor %}")
        + p("{%p endfor %}")
    )
    assert lines(render(body, TOWNS)) == ["青石镇（甲）（乙）", "白水乡无"]


def test_a_loop_repeats_the_rows_of_a_table() -> None:
    body = table((p("名"),), (p("{%tr for 镇 in 乡镇 %}"),), (p("{{ 镇.名称 }}"),), (p("{%tr endfor %}"),))
    assert lines(render(body, TOWNS)) == ["名", "青石镇", "白水乡"]
    assert lines(render(body, {"乡镇": []})) == ["名"]


def test_headers_footers_and_footnotes_are_filled() -> None:
    notes = f'<w:footnotes xmlns:w="{W[1:-1]}"><w:footnote w:id="1">{p("注{{ 县名 }}")}</w:footnote></w:footnotes>'
    data = docx(p("x"), header1=p("眉{{ 县名 }}"), footer3=p("脚{{ 县名 }}"), **{"word/footnotes.xml": notes})
    made = compile_template(data, "模板.docx").render({"县名": "云岭县"}).data
    assert [lines(part(made, f"word/{name}.xml")) for name in ("header1", "footer3", "footnotes")] == [
        ["眉云岭县"],
        ["脚云岭县"],
        ["注云岭县"],
    ]


def test_a_part_without_tags_is_copied_as_it_is() -> None:
    made = compile_template(docx(p("x"), header1=p("印好的")), "模板.docx").render({}).data
    assert lines(part(made, "word/header1.xml")) == ["印好的"]


def test_a_text_box_is_filled() -> None:
    box = f"<w:p><w:r><w:pict><w:txbxContent>{p('框{{ 县名 }}')}</w:txbxContent></w:pict></w:r></w:p>"
    assert lines(render(box, {"县名": "云岭县"})) == ["", "框云岭县"]


def test_a_cell_emptied_by_a_false_condition_keeps_a_paragraph_like_its_neighbours() -> None:
    condition = p("{%p if 甲 %}") + p("字") + p("{%p endif %}")
    body = render(table((p("旁", ppr='<w:pStyle w:val="表"/>'), condition)), {"甲": False})
    assert [lines(cell) for cell in body.iter(f"{W}tc")] == [["旁"], [""]]
    assert [style.get(f"{W}val") for style in body.iter(f"{W}pStyle")] == ["表", "表"]


def test_a_cell_that_would_end_with_a_table_gets_a_paragraph_after_it() -> None:
    body = render(table((table((p("内"),)) + p("{%p if 甲 %}") + p("字") + p("{%p endif %}"),)), {"甲": False})
    cell = body.find(f"{W}tbl/{W}tr/{W}tc")
    assert cell is not None
    assert [child.tag.removeprefix(W) for child in cell] == ["tbl", "p"]


def test_a_table_whose_rows_are_all_gone_is_gone() -> None:
    body = table((p("{%tr for 镇 in 乡镇 %}"),), (p("{{ 镇.名称 }}"),), (p("{%tr endfor %}"),))
    rendered = render(p("前") + body, {"乡镇": []})
    assert [child.tag.removeprefix(W) for child in rendered] == ["p"]


def test_an_emptied_header_keeps_a_paragraph() -> None:
    header = p("{%p if 甲 %}") + p("字") + p("{%p endif %}")
    made = compile_template(docx(p("x"), header1=header), "模板.docx").render({"甲": False}).data
    assert lines(part(made, "word/header1.xml")) == [""]


def test_the_filters_of_the_office_say_what_it_says() -> None:
    body = p(
        "{{ 数 | 中文数字 }}；{{ 名 | 顿号 }}；",
        "{{ 乡镇 | 列('名称') | 顿号 }}；{{ 名 | join('，') }}；{{ 乡镇 | join('/', '名称') }}",
    )
    context = {"数": 21, "名": ["教育", "卫健"], **TOWNS}
    assert lines(render(body, context)) == ["二十一；教育、卫健；青石镇、白水乡；教育，卫健；青石镇/白水乡"]


def test_a_column_that_a_record_lacks_is_told() -> None:
    told = faults(p("{{ 乡镇 | 列('名') | 顿号 }}"), TOWNS)
    assert [line.partition("：")[2] for line in told] == ["“名”在这里的数据里没有 → 是不是“名称”？"]


def test_a_long_title_breaks_where_the_theme_ends() -> None:
    body = p("{% filter 标题分行 %}云岭县关于印发年度{{ 工作 | 断词(题) }}实施方案{% endfilter %}")
    rendered = render(body, {"工作": "巩固脱贫成果挂牌督战", "题": "巩固脱贫成果"})
    assert lines(rendered) == ["云岭县关于印发年度巩固脱贫成果\u2028挂牌督战实施方案"]


def test_a_body_text_keeps_nothing_of_a_possible_break() -> None:
    assert lines(render(p("{{ 工作 | 断词(题) }}"), {"工作": "脱贫攻坚督战", "题": "脱贫攻坚"})) == ["脱贫攻坚督战"]
