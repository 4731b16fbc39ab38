"""`{{ 图(…) }}`: pictures of the data in paragraphs of their own."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import docx as python_docx
import pytest
from lxml import etree
from PIL import Image
from schema_order import W
from small_source import document, parts, properties, styles_of, template, texts, value
from small_template import codes, docx, faults, p, part, table

from docgen.model.pictures import Picture
from docgen.word.ooxml import NAMESPACES
from docgen.word.package import read_parts
from docgen.word.template import compile_template

WP, A, PIC = (f"{{{NAMESPACES[name]}}}" for name in ("wp", "a", "pic"))
R = f"{{{NAMESPACES['r']}}}"


def png(width: int, height: int, color: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (width, height), color).save(stream, "PNG")
    return stream.getvalue()


WIDE = Picture(png(120, 60, "navy"), 120, 60, "每月的数")
TALL = Picture(png(50, 100, "grey"), 50, 100, "各乡镇")
DATA: dict[str, Any] = {"宽图": WIDE, "高图": TALL, "没有": "", "空": None, "字": "一张", "表": [1]}


def drawings(root: etree._Element) -> list[etree._Element]:
    return list(root.iter(f"{WP}inline"))


def relations(found: dict[str, bytes], name: str = "document") -> dict[str | None, str | None]:
    tree = etree.fromstring(found[f"word/_rels/{name}.xml.rels"])
    return {item.get("Id"): item.get("Target") for item in tree}


def shown(found: dict[str, bytes], name: str = "document") -> list[bytes]:
    """The files of the pictures of a part, in order."""
    targets = relations(found, name)
    tree = etree.fromstring(found[f"word/{name}.xml"])
    return [found[f"word/{targets[blip.get(f'{R}embed')]}"] for blip in tree.iter(f"{A}blip")]


def test_a_picture_is_as_wide_as_wished_and_as_high_as_its_shape_wants() -> None:
    root = document("{: 图 }{{ 图(宽图, 宽=100) }}\n{{ 图(高图, 宽=25.5) }}\n{{ 图(宽图) }}", DATA)
    sizes = [[int(str(item.find(f"{WP}extent").get(key))) / 36000 for key in ("cx", "cy")] for item in drawings(root)]  # type: ignore[union-attr]
    assert sizes == [
        pytest.approx([100, 50], abs=0.001),
        pytest.approx([25.5, 51], abs=0.001),
        pytest.approx([156, 78], abs=0.001),
    ]
    for item in drawings(root):
        extent, inner = item.find(f"{WP}extent"), item.find(f".//{A}ext")
        assert extent is not None
        assert inner is not None
        assert dict(extent.attrib) == dict(inner.attrib)


def test_the_package_holds_each_picture_once_under_a_name_of_its_order() -> None:
    found = parts("{{ 图(高图) }}\n{{ 图(宽图) }}\n{{ 图(高图, 宽=30) }}", DATA)
    assert [name for name in found if "media" in name] == ["word/media/image1.png", "word/media/image2.png"]
    assert shown(found) == [TALL.png, WIDE.png, TALL.png]
    assert b'<Default Extension="png" ContentType="image/png"/>' in found["[Content_Types].xml"]
    assert len(relations(found)) == len(set(relations(found))) == 12


def test_the_same_data_give_the_same_bytes() -> None:
    compiled = compile_template(docx(p("{{ 图(宽图) }}")), "模板.docx")
    assert compiled.render(DATA).data == compiled.render({**DATA, "宽图": replace(WIDE)}).data


def test_every_drawing_has_a_number_of_its_own_and_says_what_it_shows() -> None:
    data = {**DATA, "注": "甲 & <乙>\n丙\x07"}
    root = document("{{ 图(宽图) }}\n{{ 图(高图, 说明=注) }}", data)
    about = [item.find(f"{WP}docPr") for item in drawings(root)]
    assert [item.get("descr") for item in about if item is not None] == ["每月的数", "甲 & <乙> 丙"]
    numbers = [item.get("id") for item in about if item is not None]
    assert numbers == ["3", "4"]  # the numbers of the turned pages are 1 and 2


def test_a_picture_is_never_cut_off_by_the_line_pitch_of_its_paragraph() -> None:
    root = document("{{ 图(宽图) }}\n正文", DATA)
    own = root[0].find(f"{W}pPr")
    assert own is not None
    spacing, indent = own.find(f"{W}spacing"), own.find(f"{W}ind")
    assert [value(spacing, name) for name in ("line", "lineRule")] == ["240", "auto"]
    assert [value(indent, name) for name in ("firstLine", "firstLineChars")] == ["0", "0"]
    assert properties(root, "正文").find(f"{W}spacing") is None


def test_the_paragraph_of_no_picture_goes_away() -> None:
    root = document("甲\n{: 图 }{{ 图(没有) }}\n乙\n{{ 图(空, 宽=30) }}\n丙", DATA)
    assert [item.tag for item in root] == [f"{W}p"] * 3 + [f"{W}sectPr"]
    assert texts(root) == ["甲", "乙", "丙"]
    assert not any("media" in name for name in parts("{{ 图(没有) }}", DATA))


def test_a_cell_of_no_picture_keeps_an_empty_paragraph() -> None:
    root = document("| 甲 | 乙 |\n|--|--|\n| {{ 图(没有) }} | {{ 图(宽图, 宽=50) }} |", DATA)
    empty, filled = list(root.iter(f"{W}tc"))[2:]
    assert [len(cell.findall(f"{W}p")) for cell in (empty, filled)] == [1, 1]
    assert [len(drawings(cell)) for cell in (empty, filled)] == [0, 1]


def test_pictures_of_a_loop_come_in_its_order() -> None:
    source = "{% for 项 in 图们 %}\n{: 图 }{{ 图(项.图, 宽=50) }}\n{: 图题 }{{ 项.题 }}\n{% endfor %}"
    context = {"图们": [{"图": WIDE, "题": "甲"}, {"图": "", "题": "乙"}, {"图": TALL, "题": "丙"}]}
    assert styles_of(document(source, context)) == [
        "Picture",
        "FigureCaption",
        "FigureCaption",
        "Picture",
        "FigureCaption",
    ]
    assert shown(parts(source, context)) == [WIDE.png, TALL.png]


def test_the_caption_stays_on_the_page_of_its_picture() -> None:
    styles = etree.fromstring(parts("{: 图 }{{ 图(宽图) }}\n{: 图题 }图1", DATA)["word/styles.xml"])
    kept = {
        item.get(f"{W}styleId"): item.find(f"{W}pPr/{W}keepNext") is not None
        for item in styles
        if item.get(f"{W}styleId") in ("Picture", "FigureCaption")
    }
    assert kept == {"Picture": True, "FigureCaption": False}


PICTURED = (
    '<w:p><w:r><w:drawing xmlns:wp="' + NAMESPACES["wp"] + '"><wp:inline><wp:docPr id="7" name="章"/></wp:inline>'
    "</w:drawing></w:r></w:p>"
)
OWN = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="PNG" ContentType="image/png"/></Types>',
    "word/media/image1.png": b"own",
    "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="t" Target="media/image1.png"/></Relationships>',
}


def test_a_template_with_pictures_of_its_own_keeps_them() -> None:
    made = compile_template(docx(PICTURED + p("{{ 图(宽图) }}"), **OWN), "模板.docx").render(DATA).data
    found = read_parts(made, "x")
    assert found["word/media/image1.png"] == b"own"
    assert shown(found) == [WIDE.png]
    assert relations(found) == {"rId1": "media/image1.png", "docgenImage1": "media/image2.png"}
    assert found["[Content_Types].xml"].lower().count(b'extension="png"') == 1
    numbers = [item.get("id") for item in etree.fromstring(found["word/document.xml"]).iter(f"{WP}docPr")]
    assert numbers == ["1001", "1002"]


def test_a_header_shows_pictures_through_its_own_relationships() -> None:
    made = compile_template(docx(p("{{ 图(高图) }}"), header1=p("{{ 图(宽图, 宽=20) }}")), "模板.docx").render(DATA)
    found = read_parts(made.data, "x")
    assert shown(found) == [TALL.png]
    assert shown(found, "header1") == [WIDE.png]


def test_python_docx_opens_the_document_and_finds_the_pictures() -> None:
    stream = io.BytesIO(compile_template(template("{{ 图(宽图, 宽=100) }}"), "模板.docx").render(DATA).data)
    shapes = python_docx.Document(stream).inline_shapes
    assert [(round(shape.width.mm), round(shape.height.mm)) for shape in shapes] == [(100, 50)]


APART = "把旁边的文字移到另一段，图题写在下一段"


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        (
            "图：{{ 图(宽图) }}",
            f"TPL-012 正文 第1段“图：{{{{ 图(宽图) }}}}”：“{{{{ 图(宽图) }}}}”旁边还有“图：” → {APART}",
        ),
        ("{{ 图(字) }}", "TPL-013 正文 第1段“{{ 图(字) }}”：“图”要的是一幅图，得到的是“一张” → 照这个样子改"),
        (
            "{{ 图(表) }}",
            "TPL-013 正文 第1段“{{ 图(表) }}”：“图”要的是一幅图，得到的是一整张表或一条记录 → 照这个样子改",
        ),
        (
            "{{ 图(宽图, 宽=300) }}",
            "TPL-013 正文 第1段“{{ 图(宽图, 宽=300) }}”：图的“宽”要填毫米数，1 到 297，得到的是“300” → 照这个样子改",
        ),
        (
            '{{ 图(宽图, 宽="满") }}',
            'TPL-013 正文 第1段“{{ 图(宽图, 宽="满") }}”：图的“宽”要填毫米数，1 到 297，得到的是“满” → 照这个样子改',
        ),
        (
            "{{ 图(宽图, 高=3) }}",
            "TPL-013 正文 第1段“{{ 图(宽图, 高=3) }}”：图里没有“高”，能写的是“宽”和“说明” → 照这个样子改",
        ),
        ("{{ 图() }}", "TPL-013 正文 第1段“{{ 图() }}”：“图”的括号里要写一幅图的名称，写了0项 → 照这个样子改"),
        ("{{ 宽图 }}", "TPL-013 正文 第1段“{{ 宽图 }}”：图不能当文字写 → 照这个样子改"),
        (
            "{{ 图(趋势) }}",
            "TPL-007 正文 第1段“{{ 图(趋势) }}”：“趋势”在数据里没有 → 能用的名称：宽图、高图、没有、空、字、表",
        ),
        (
            "{{ 宽图.png }}",
            "TPL-009 正文 第1段“{{ 宽图.png }}”：标签要做的事不被允许：模板只能用数据和列出的过滤器 → 检查这一段的标签",
        ),
    ],
)
def test_a_wrong_picture_is_told_at_its_paragraph(tag: str, told: str) -> None:
    assert faults(p(tag.replace('"', "&quot;")), DATA) == [told]


def test_two_pictures_in_one_paragraph_are_told_both() -> None:
    assert codes(faults(p("{{ 图(宽图) }}{{ 图(高图) }}"), DATA)) == ["TPL-012", "TPL-012"]


def test_all_wrong_pictures_are_told_at_once() -> None:
    body = p("{{ 图(字) }}") + table((p("{{ 图(宽图, 宽=0) }}"), p("字"))) + p("{{ 图(高图, 高=1) }}")
    assert codes(faults(body, DATA)) == ["TPL-013"] * 3


def test_a_picture_kept_under_a_name_loses_no_text_beside_it() -> None:
    kept = docx(p("{%p set 甲 = 图(宽图) %}") + p("前{{ 甲 }}后"))
    root = part(compile_template(kept, "模板.docx").render(DATA).data)[0]
    assert texts(root) == ["前后"]
    assert [item.tag.rpartition("}")[2] for item in root[0].findall(f"{W}r/*")] == ["t", "drawing", "t"]  # type: ignore[union-attr]
