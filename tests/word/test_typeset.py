"""What a source becomes: styles, sizes and places of GB/T 9704, in an XML that Word takes without repair."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path

import docx as python_docx
import pytest
from lxml import etree
from schema_order import W, disorders

from docgen import assets
from docgen.word.package import read_parts
from docgen.word.source import parse
from docgen.word.styles import STYLES
from docgen.word.typeset import typeset

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SOURCE = assets.folder("templates") / "source" / "implementation_plan.md"
FRONT = "---\n文件: 通知\n---\n"


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    return read_parts(typeset(parse(SOURCE.read_text("utf-8"), SOURCE.name)), SOURCE.name)


@pytest.fixture(scope="module")
def trees(parts: dict[str, bytes]) -> dict[str, etree._Element]:
    return {name: etree.fromstring(content) for name, content in parts.items()}


def value(node: etree._Element | None, name: str = "val") -> str | None:
    return None if node is None else node.get(f"{W}{name}")


def styles(trees: dict[str, etree._Element]) -> dict[str, etree._Element]:
    return {str(value(item.find(f"{W}name"))): item for item in trees["word/styles.xml"].iter(f"{W}style")}


def body(text: str) -> etree._Element:
    return etree.fromstring(read_parts(typeset(parse(FRONT + text, "通知.md")), "x")["word/document.xml"])[0]


def beside(name: str) -> str | None:
    path = SOURCE.with_name(f"{name}.md")
    return path.read_text("utf-8") if path.is_file() else None


@pytest.mark.parametrize("source", sorted(SOURCE.parent.glob("*.md")), ids=lambda path: path.stem)
def test_the_committed_template_is_what_its_source_gives(source: Path) -> None:
    # Part by part: how well a zip is packed depends on the machine's zlib.
    made = read_parts(typeset(parse(source.read_text("utf-8"), source.name, beside)), source.name)
    committed = assets.folder("templates") / f"{source.stem}.docx"
    assert read_parts(committed.read_bytes(), committed.name) == made, "运行 docgen template build"
    for name, content in made.items():
        if name.startswith("word/") and name.endswith(".xml"):
            assert disorders(etree.fromstring(content)) == [], name


def test_every_committed_template_has_its_source() -> None:
    folder = assets.folder("templates")
    assert {path.stem for path in folder.glob("*.docx")} == {path.stem for path in SOURCE.parent.glob("*.md")}


def test_the_same_source_gives_the_same_bytes() -> None:
    source = parse(FRONT + "# 题\n正文", "通知.md")
    assert typeset(source) == typeset(source)


def test_every_part_is_in_schema_order(trees: dict[str, etree._Element]) -> None:
    assert len([name for name in trees if name.startswith("word/")]) == 12
    assert {name: found for name, root in trees.items() if (found := disorders(root))} == {}


def test_the_check_of_the_order_sees_a_disorder() -> None:
    wrong = f'<w:pPr xmlns:w="{W[1:-1]}"><w:jc/><w:ind/></w:pPr>'
    assert disorders(etree.fromstring(wrong)) == ["pPr: ['jc', 'ind']"]


def test_every_style_that_is_used_exists(trees: dict[str, etree._Element]) -> None:
    known = {item.get(f"{W}styleId") for item in trees["word/styles.xml"].iter(f"{W}style")}
    used = {
        value(item)
        for root in trees.values()
        for item in root.iter(f"{W}pStyle", f"{W}rStyle", f"{W}basedOn", f"{W}next")
    }
    assert used - known == set()
    assert len(used) > 20


def test_every_font_is_stated_in_all_four_scripts_and_none_by_theme(trees: dict[str, etree._Element]) -> None:
    stated = list(trees["word/styles.xml"].iter(f"{W}rFonts"))
    assert len(stated) > 8
    for item in stated:
        names = {item.get(f"{W}{script}") for script in ("ascii", "hAnsi", "eastAsia", "cs")}
        assert len(names) == 1
        assert None not in names
    themed = [
        item
        for root in trees.values()
        for item in root.iter()
        for name in item.attrib
        if "heme" in str(name) and "Font" not in str(item.tag)
    ]
    assert themed == []
    assert all(item.get(f"{W}hint") == "eastAsia" for item in trees["word/document.xml"].iter(f"{W}rFonts"))


def test_every_font_is_in_the_font_table(trees: dict[str, etree._Element]) -> None:
    listed = {item.get(f"{W}name") for item in trees["word/fontTable.xml"]}
    assert {item.get(f"{W}eastAsia") for item in trees["word/styles.xml"].iter(f"{W}rFonts")} == listed


def test_headings_are_never_cut_in_two_and_never_the_last_line_of_a_page(trees: dict[str, etree._Element]) -> None:
    kept = {
        name: [value(item.find(f"{W}pPr/{W}{what}"), "val") or "on" for what in ("keepNext", "keepLines")]
        for name, item in styles(trees).items()
        if item.find(f"{W}pPr/{W}keepLines") is not None
    }
    whole = {name: ["on", "on"] for name in ("Title", "heading 1", "heading 2", "heading 3", "附件标题")}
    assert kept == whole | {"自成一段的二级标题": ["0", "0"]}


def test_latin_text_is_not_marked_as_chinese(trees: dict[str, etree._Element]) -> None:
    """LibreOffice would cut numbers in it at the end of a line."""
    (language,) = trees["word/styles.xml"].iter(f"{W}lang")
    assert (value(language), value(language, "eastAsia")) == ("en-US", "zh-CN")


def test_the_outline_shows_the_levels(trees: dict[str, etree._Element]) -> None:
    levels = {name: value(item.find(f"{W}pPr/{W}outlineLvl")) for name, item in styles(trees).items()}
    assert {name: level for name, level in levels.items() if level} == {
        "heading 1": "0",
        "heading 2": "1",
        "heading 3": "2",
        "附件标题": "0",
    }


def test_the_page_is_a4_with_the_margins_of_the_standard(trees: dict[str, etree._Element]) -> None:
    upright = [
        item for item in trees["word/document.xml"].iter(f"{W}sectPr") if value(item.find(f"{W}pgSz"), "orient") is None
    ]
    turned = [
        item
        for item in trees["word/document.xml"].iter(f"{W}sectPr")
        if value(item.find(f"{W}pgSz"), "orient") == "landscape"
    ]
    # 210 × 297 mm; 37 top, 28 left, 26 right, 35 bottom; turned, the top lies at the left.
    sizes = [[value(item.find(f"{W}pgSz"), key) for key in "wh"] for item in (upright[-1], turned[0])]
    assert sizes == [["11906", "16838"], ["16838", "11906"]]
    margins = [
        [value(item.find(f"{W}pgMar"), key) for key in ("top", "right", "bottom", "left")]
        for item in (upright[-1], turned[0])
    ]
    assert margins == [["2098", "1474", "1984", "1587"], ["1587", "2098", "1474", "1984"]]
    assert pytest.approx(156 / 25.4 * 1440, abs=2) == 11906 - 1474 - 1587
    assert pytest.approx(225 / 25.4 * 1440, abs=2) == 16838 - 2098 - 1984


def test_body_is_three_hao_fangsong_on_579_twips_with_five_twips_less(trees: dict[str, etree._Element]) -> None:
    defaults = trees["word/styles.xml"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert defaults is not None
    assert [value(defaults.find(f"{W}{name}")) for name in ("spacing", "sz", "szCs")] == ["-5", "32", "32"]
    assert value(defaults.find(f"{W}rFonts"), "eastAsia") == "仿宋_GB2312"
    normal = styles(trees)["Normal"].find(f"{W}pPr")
    assert normal is not None
    spacing = normal.find(f"{W}spacing")
    assert [value(spacing, key) for key in ("line", "lineRule", "before", "after")] == ["579", "exact", "0", "0"]
    assert [
        value(normal.find(f"{W}{name}")) for name in ("overflowPunct", "snapToGrid", "autoSpaceDE", "autoSpaceDN")
    ] == ["0"] * 4
    assert 22 * 579 <= 16838 - 2098 - 1984 < 23 * 579


@pytest.mark.parametrize(
    ("name", "font", "size"),
    [
        ("Title", "方正小标宋简体", "44"),
        ("heading 1", "黑体", None),
        ("heading 2", "楷体_GB2312", None),
        ("heading 3", None, None),
        ("附件标签", "黑体", None),
        ("附件标题", "方正小标宋简体", "44"),
        ("密级和紧急程度", "黑体", None),
        ("抄送", "仿宋_GB2312", "28"),
        ("印发", "仿宋_GB2312", "28"),
        ("footer", "宋体", "28"),
        ("表头", "黑体", None),
        ("表格文字", "仿宋_GB2312", "21"),
    ],
)
def test_styles_have_the_type_of_the_standard(
    trees: dict[str, etree._Element], name: str, font: str | None, size: str | None
) -> None:
    style = styles(trees)[name]
    assert value(style.find(f"{W}rPr/{W}rFonts"), "eastAsia") == font
    assert value(style.find(f"{W}rPr/{W}sz")) == size


def test_body_and_headings_begin_two_characters_in(trees: dict[str, etree._Element]) -> None:
    for name in ("Body Text", "heading 1", "heading 2", "heading 3"):
        indent = styles(trees)[name].find(f"{W}pPr/{W}ind")
        assert [value(indent, key) for key in ("firstLineChars", "firstLine")] == ["200", "640"]
    for name in ("Title", "主送机关", "发文字号", "附件标签"):
        assert styles(trees)[name].find(f"{W}pPr/{W}ind") is None


def test_mark_and_rule_are_red_and_nothing_else_is(trees: dict[str, etree._Element]) -> None:
    red = [name for name, item in styles(trees).items() if b"FF0000" in etree.tostring(item)]
    assert red == ["发文机关标志", "红色分隔线"]
    assert b"FF0000" not in etree.tostring(trees["word/document.xml"])


def test_odd_pages_number_at_the_right_and_even_at_the_left_one_character_in(trees: dict[str, etree._Element]) -> None:
    relations = {item.get("Id"): item.get("Target") for item in trees["word/_rels/document.xml.rels"]}
    last = trees["word/document.xml"][0][-1]
    footers = {item.get(f"{W}type"): relations[item.get(f"{R}id")] for item in last.iter(f"{W}footerReference")}
    shown = {}
    for use, target in footers.items():
        paragraph = trees[f"word/{target}"][0]
        assert "".join(paragraph.itertext()) == "— 1 —"
        field = paragraph.find(f"{W}fldSimple")
        assert field is not None
        assert field.get(f"{W}instr") == " PAGE "
        indent = paragraph.find(f"{W}pPr/{W}ind")
        shown[use] = (value(paragraph.find(f"{W}pPr/{W}jc")), value(indent, "left"), value(indent, "right"))
    assert shown == {"default": ("right", None, "280"), "even": ("left", "280", None)}
    assert trees["word/settings.xml"].find(f"{W}evenAndOddHeaders") is not None
    # 7 mm below the 版心, which ends 35 mm above the paper's edge; the digits begin 0.12 em below their line's top.
    distance = int(str(value(last.find(f"{W}pgMar"), "footer")))
    assert (distance / 20 + 14 - 14 * 0.12) / 72 * 25.4 == pytest.approx(28, abs=0.05)


def test_every_relationship_has_its_part_and_every_part_its_type(
    parts: dict[str, bytes], trees: dict[str, etree._Element]
) -> None:
    targets = {f"word/{item.get('Target')}" for item in trees["word/_rels/document.xml.rels"]}
    targets |= {str(item.get("Target")) for item in trees["_rels/.rels"]}
    assert targets - set(parts) == set()
    typed = {str(item.get("PartName"))[1:] for item in trees["[Content_Types].xml"] if item.get("PartName")}
    assert typed == {name for name in parts if name.endswith(".xml") and name != "[Content_Types].xml"}
    references = {
        item.get(f"{R}id") for item in trees["word/document.xml"].iter(f"{W}headerReference", f"{W}footerReference")
    }
    assert references - {item.get("Id") for item in trees["word/_rels/document.xml.rels"]} == set()


def test_python_docx_opens_the_template_and_knows_its_styles(parts: dict[str, bytes]) -> None:
    document = python_docx.Document(io.BytesIO(typeset(parse(SOURCE.read_text("utf-8"), SOURCE.name))))
    # It shows the built-in names as Word does: Heading 1, Header.
    assert {style.name.lower() for style in document.styles} >= {style.name.lower() for style in STYLES}
    assert document.core_properties.title == "实施方案"
    assert len(document.tables) == 4


def test_every_table_is_as_wide_as_its_columns_and_its_page(trees: dict[str, etree._Element]) -> None:
    widths = []
    for table in trees["word/document.xml"].iter(f"{W}tbl"):
        columns = [int(str(value(item, "w"))) for item in table.iter(f"{W}gridCol")]
        assert str(sum(columns)) == value(table.find(f"{W}tblPr/{W}tblW"), "w")
        for row in table.iter(f"{W}tr"):
            assert sum(int(str(value(cell, "w"))) for cell in row.iter(f"{W}tcW")) == sum(columns)
        widths.append(sum(columns))
    assert widths == [12756, 12756, 8844, 8844]


def test_heads_repeat_and_rows_do_not_split(trees: dict[str, etree._Element]) -> None:
    for table in list(trees["word/document.xml"].iter(f"{W}tbl"))[:3]:
        first, *rest = table.findall(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert [row for row in rest if row.find(f"{W}trPr/{W}tblHeader") is not None] == []
        with_cells = [row for row in (first, *rest) if "{%tr" not in "".join(map(str, row.itertext()))]
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in with_cells)
        assert {value(height, "hRule") for height in table.iter(f"{W}trHeight")} == {"atLeast"}


def test_cells_are_aligned_as_the_rule_of_the_table_says(trees: dict[str, etree._Element]) -> None:
    table = body("| 左 | 中 | 右 |\n|:--|:-:|--:|\n| 甲 | 乙 | 丙 |").find(f"{W}tbl")
    assert table is not None
    assert [value(item) for item in table.iter(f"{W}pStyle")] == ["TableHead"] * 3 + [
        "TableTextLeft",
        "TableText",
        "TableTextRight",
    ]
    justified = [value(styles(trees)[f"表格文字{side}"].find(f"{W}pPr/{W}jc")) for side in ("（左）", "", "（右）")]
    assert justified == ["left", "center", "right"]


def test_levels_follow_each_other_in_the_template(trees: dict[str, etree._Element]) -> None:
    levels = [
        int(str(value(item)).removeprefix("Heading")[0])
        for item in trees["word/document.xml"].iter(f"{W}pStyle")
        if str(value(item)).startswith("Heading")
    ]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
