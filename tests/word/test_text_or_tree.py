"""A part that stays text says the same as one that goes through a tree; well-formedness is proven or looked at."""

from __future__ import annotations

import pytest
from lxml import etree
from small_template import docx, p, table

from docgen.errors import TemplateError
from docgen.model.pictures import Picture
from docgen.word import finishing
from docgen.word.balance import ANY_END, loose_ends
from docgen.word.environment import TemplateEnvironment
from docgen.word.media import Media
from docgen.word.package import read_parts
from docgen.word.template import compile_template
from docgen.word.windows import NeedsTree, has_full_last_section, is_complete

BLANK = finishing.signing.BLANK
BODY = "word/document.xml"
SECTION = "<w:sectPr><w:pgSz/></w:sectPr>"
PICTURE = Picture(b"\x89PNG", 200, 100, "图")
BOX = f"<w:p><w:r><w:pict><w:txbxContent>{p('{{ 多行 }}')}</w:txbxContent></w:pict></w:r></w:p>"
SIGNED = p("", ppr=f'<w:pStyle w:val="{BLANK}"/>') + p("署名")
ROWS = table(
    (p("{%tr for 项 in 表 %}"),), (p("{{ 项 }}"), p("{{ 多行 }}", ppr='<w:jc w:val="center"/>')), (p("{%tr endfor %}"),)
)

CASES = {
    "plain": p("甲") + p("{{ 一 }}"),
    "new lines": p("{{ 多行 }}", ppr='<w:pStyle w:val="a"/>') + p("后"),
    "new lines in one of two runs": p("前{{ 多行 }}", "后"),
    "a line break and a tab": p("{{ 杂 }}"),
    "nothing but new lines": p("{{ 空行 }}"),
    "new lines before a section's end": p("{{ 多行 }}", ppr=SECTION) + p("后"),
    "new lines after a page break": p("{{ 多行 }}", ppr="<w:pageBreakBefore/>") + p("后"),
    "a table of rows": ROWS + p("后"),
    "a layout wish": p("{{ 版式(左空=32, 行距=28, 字号=16) }}{{ 一 }}"),
    "a signature behind a paragraph": p("{{ 一 }}") + p("", ppr=f'<w:pStyle w:val="{BLANK}"/>') + p("署名"),
    "a signature behind new lines": p("{{ 多行 }}") + p("", ppr=f'<w:pStyle w:val="{BLANK}"/>') + p("署名"),
    "a signature behind a table": ROWS + p("", ppr=f'<w:pStyle w:val="{BLANK}"/>') + p("署名"),
    "a signature in front": p("", ppr=f'<w:pStyle w:val="{BLANK}"/>') + p("署名"),
    "two blank lines": p("甲") + 2 * p("", ppr=f'<w:pStyle w:val="{BLANK}"/>') + p("署名"),
    "a picture": p("{{ 图(图片, 宽=40) }}") + p("后"),
    "a picture in a style": p("{{ 图(图片, 宽=40) }}", ppr='<w:pStyle w:val="图"/>'),
    "a picture in a paragraph set otherwise": p("{{ 图(图片) }}", ppr='<w:ind w:hanging="3"/>'),
    "wishes beside new lines": p("{{ 版式(首行=-10, 缩放=80) }}{{ 杂 }}", ppr='<w:pStyle w:val="a"/>'),
    "wishes in a paragraph set otherwise": p("{{ 版式(首行=10) }}{{ 一 }}", ppr='<w:ind w:left="3"/>'),
    "wishes for nothing but the run": p("{{ 版式(字号=10.5) }}{{ 一 }}"),
    "wishes without a text": p("{{ 版式(左空=1) }}", ppr='<w:pStyle w:val="a"/>'),
    "a signature behind a kept paragraph": p("甲", ppr="<w:keepNext/>") + SIGNED,
    "a signature behind a styled paragraph": p(
        "甲", ppr='<w:pStyle w:val="a"/><w:keepLines/><w:widowControl w:val="0"/><w:jc w:val="left"/>'
    )
    + SIGNED,
    "a signature behind a section's end": p("甲", ppr=SECTION) + SIGNED + SECTION,
    "no picture": p("前") + p("{{ 图(没有) }}") + p("后"),
    "a picture in a cell": table((p("{{ 图(没有) }}"), p("{{ 图(图片) }}"))),
    "a text box": BOX + p("{{ 多行 }}"),
    "a text box with text behind it": BOX.replace("</w:pict></w:r>", "</w:pict></w:r><w:r><w:t>{{ 多行 }}</w:t></w:r>"),
    "a cell that its tags empty": table(
        ("<w:p><w:r><w:t>{%p if 假 %}</w:t></w:r></w:p>" + p("甲") + p("{%p endif %}"),)
    ),
    "a table without rows": table((p("{%tr for 项 in 无 %}"),), (p("{{ 项 }}"),), (p("{%tr endfor %}"),)) + p("后"),
    "an empty last section": p("甲", ppr=SECTION) + p("{%p if 假 %}") + p("乙") + p("{%p endif %}") + SECTION,
    "a full last section": p("甲", ppr=SECTION) + p("乙") + SECTION,
}
DATA = {
    "一": "A & <B> “引”", "多行": "甲\n乙 & 丙\n丁", "杂": "甲\t乙\u2028丙\n丁", "空行": "\n\n", "表": ["a", "b\nc"],
    "无": [], "假": False, "图片": PICTURE, "没有": None,
}  # fmt: skip


def rendered(body: str) -> tuple[bytes, dict[str, bytes]]:
    made = compile_template(docx(body), "模板.docx").render(DATA)
    parts = read_parts(made.data, "模板.docx")
    return etree.tostring(etree.fromstring(parts[BODY]), method="c14n"), parts


@pytest.mark.parametrize("name", CASES)
def test_text_and_tree_say_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    as_text, parts = rendered(CASES[name])

    def refuse(*_: object) -> None:
        raise NeedsTree

    monkeypatch.setattr(finishing, "_as_text", refuse)
    as_tree, others = rendered(CASES[name])
    assert as_text.decode() == as_tree.decode()
    assert {key: data for key, data in parts.items() if key != BODY} == {
        key: data for key, data in others.items() if key != BODY
    }


NEEDING_A_TREE = {
    "a cell that its tags empty",
    "a table without rows",
    "an empty last section",
    "a text box with text behind it",
    "a picture in a cell",
}


@pytest.mark.parametrize("name", CASES)
def test_only_what_text_cannot_tell_goes_through_a_tree(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    trees: list[str] = []
    as_tree = finishing.as_tree
    monkeypatch.setattr(finishing, "as_tree", lambda *given: (trees.append(name), as_tree(*given))[1])
    rendered(CASES[name])
    assert bool(trees) == (name in NEEDING_A_TREE)


@pytest.mark.parametrize(
    "source, balanced",
    [
        ("<a>{{ x }}</a>", True),
        ('<a b="{{ x }}"/>', True),
        ("<a>{% if x %}<b>1</b>{% else %}<c/>{% endif %}</a>", True),
        ("<a><t>{% if x %}1</t><t>2{% endif %}</t></a>", True),
        ("<a>{% for i in x %}<b>{{ i }}</b>{% endfor %}</a>", True),
        ('<a b="{% if x %}1{% else %}2{% endif %}">3</a>', True),
        ("<a>{% filter upper %}甲{{ x }}{% endfilter %}</a>", True),
        ("<a>{% if x %}<b>{% endif %}</a>", False),
        ("<a>{% if x %}</a>{% endif %}", False),
        ("<a>{% for i in x %}</a><a>{% endfor %}</a>", True),
        ("<a>{% for i in x %}</b><b>{% endfor %}</a>", False),
        ('<a b="{% if x %}"{% endif %}"/>', False),
        ("<a>{% filter upper %}<b/>{% endfilter %}</a>", False),
        ("<a><b></a></b>", False),
        ("<a>", False),
        ("<a {% if x %}<b/>{% endif %}></a>", False),
        ("<a>{% call x() %}{% endcall %}</a>", False),
        ("<!-- a --><a/>", False),
    ],
)
def test_a_template_is_balanced_when_every_branch_leaves_the_elements_as_it_found_them(
    source: str, balanced: bool
) -> None:
    assert (loose_ends(TemplateEnvironment().parse(source)) is not None) is balanced


@pytest.mark.parametrize(
    "source, loose",
    [
        ("<w:tc><w:p/></w:tc>", set()),
        ("<w:tc><w:p>{{ x }}</w:p></w:tc>", set()),
        ("<w:tc><w:tcPr></w:tcPr>{% for i in x %}<w:p/>{% endfor %}</w:tc>", {("w:tc", "w:tcPr")}),
        ("<w:tc>{% if x %}<w:p/>{% endif %}</w:tc>", {("w:tc", "")}),
        ("<w:tc>{% if x %}<w:p/>{% else %}<w:p></w:p>{% endif %}</w:tc>", set()),
        (
            "<w:tc>{% if x %}<w:p/>{% elif y %}<w:tbl><w:tr></w:tr></w:tbl>{% else %}<w:p/>{% endif %}</w:tc>",
            {("w:tc", "w:tbl")},
        ),
        ("<w:tc><w:p/>{% for i in x %}<w:tbl><w:tr></w:tr></w:tbl>{% endfor %}</w:tc>", {("w:tc", "w:tbl")}),
        ("<w:tc><w:p/>{% for i in x %}<w:tbl><w:tr></w:tr></w:tbl><w:p/>{% endfor %}</w:tc>", set()),
        ('<w:tc><w:p/><w:bookmarkEnd w:id="0"/></w:tc>', set()),
        ("<w:tc><w:sdt></w:sdt></w:tc>", set()),
        ("<w:tc/>", {("w:tc", "")}),
        ("<w:tbl><w:tblGrid></w:tblGrid>{% for i in x %}<w:tr></w:tr>{% endfor %}</w:tbl>", {("w:tbl", "w:tblGrid")}),
        ("<w:tbl><w:tr></w:tr>{% for i in x %}<w:tr></w:tr>{% endfor %}</w:tbl>", set()),
    ],
)
def test_what_may_turn_out_without_a_paragraph_or_row_is_known_from_the_template(
    source: str, loose: set[tuple[str, str]]
) -> None:
    assert loose_ends(TemplateEnvironment().parse(source)) == loose


def test_every_template_of_the_office_is_balanced() -> None:
    from docgen import assets

    for path in sorted(assets.folder("templates").glob("*.docx")):
        parts = compile_template(path.read_bytes(), path.name)._parts
        assert all(part.facts.balanced for part in parts), path.name


@pytest.mark.parametrize(
    "xml, complete",
    [
        ("<w:tc><w:p></w:p></w:tc>", True),
        ("<w:tc><w:p/></w:tc>", True),
        ("<w:tc></w:tc>", False),
        ("<w:tc/>", False),
        ("<w:tbl><w:tr></w:tr></w:tbl>", True),
        ("<w:tbl><w:tblPr/></w:tbl>", False),
        ("<w:hdr><w:tbl><w:tr></w:tr></w:tbl></w:hdr>", False),
    ],
)
def test_what_must_end_with_a_paragraph_is_found_in_the_text(xml: str, complete: bool) -> None:
    assert is_complete(xml, ANY_END) is complete


@pytest.mark.parametrize(
    "after, full",
    [
        ("<w:p><w:r><w:t>甲</w:t></w:r></w:p>", True),
        ("<w:p><w:r><w:drawing/></w:r></w:p>", True),
        ("<w:p><w:r><w:t></w:t></w:r></w:p>", False),
        ("", False),
    ],
)
def test_an_empty_last_section_is_found_in_the_text(after: str, full: bool) -> None:
    first = f"<w:p><w:pPr>{SECTION}</w:pPr><w:r><w:t>前</w:t></w:r></w:p>"
    assert has_full_last_section(f"{first}{after}{SECTION}") is full


def test_cut_elements_are_told_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    template = compile_template(docx(p("{{ 一 }}")), "模板.docx")
    facts = template._parts[0].facts
    with pytest.raises(finishing.NotWellFormed):
        finishing.finished(
            "<w:document><w:p><w:r></w:p></w:document>",
            finishing.PartFacts(facts.name, facts.declarations, False, frozenset()), (), Media({}),
        )  # fmt: skip

    def cut(*_: object) -> None:
        raise finishing.NotWellFormed("cut")

    monkeypatch.setattr("docgen.word.template.finished", cut)
    with pytest.raises(TemplateError) as caught:
        template.render(DATA)
    assert (caught.value.message, caught.value.remedy) == (
        "模板.docx 的正文填入数据后不是完好的 Word 内容", "检查模板里跨段落、跨单元格的 if 和 for",
    )  # fmt: skip
