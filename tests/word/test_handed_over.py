"""What only docxtpl can do is handed over to it and comes out as it makes it; our checks are made all the same."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage, Listing, RichText, RichTextParagraph
from PIL import Image
from real_docx import by_docxtpl, ours, part, template

from benchmarks.same_parts import differences
from docgen.errors import TemplateError
from docgen.word import handover
from docgen.word.template import compile_template

COLUMNS = template(rows=(("{%tc for 列 in 列们 %}", "{{ 列 }}", "{%tc endfor %}"),))
PLAIN = template("甲{{ 值 }}乙")


def png(color: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (20, 10), color).save(stream, "PNG")
    return stream.getvalue()


@pytest.mark.parametrize(
    "data, context",
    [
        (PLAIN, {"值": RichText("A & <B>", bold=True)}),
        (PLAIN, {"值": Listing("一 & 二\n三")}),
        (template("{{r 值 }}"), {"值": RichText("红", color="FF0000")}),
        (template("前", "{{p 值 }}"), {"值": RichTextParagraph("一段", parastyle="Title")}),
        (template("{%r if 有 %}甲{%r endif %}乙"), {"有": True}),
        (COLUMNS, {"列们": ["一", "二", "三 & 四"]}),
        (COLUMNS, {"列们": []}),
        (template(rows=(("{% colspan 数 %}甲",),)), {"数": 2}),
        (template("正文", header="{{ 值 }}"), {"值": RichText("页眉", italic=True)}),
    ],
)
def test_the_document_is_the_one_that_docxtpl_makes(data: bytes, context: dict[str, Any]) -> None:
    assert differences(by_docxtpl(data, context), ours(data, context)) == ((), ())


def test_pictures_and_sub_documents_come_with_the_docxtpl_object_that_made_them() -> None:
    def made(render: Any) -> bytes:
        document = DocxTemplate(io.BytesIO(PLAIN))
        image = InlineImage(document, io.BytesIO(png("navy")), width=Mm(20))
        data: bytes = render(PLAIN, {"值": image}, document)
        return data

    assert differences(made(by_docxtpl), made(ours)) == ((), ())
    assert "<pic:pic" in part(made(ours))


def test_a_link_needs_the_docxtpl_object_that_knows_its_target() -> None:
    document = DocxTemplate(io.BytesIO(PLAIN))
    link = RichText("网址", url_id=document.build_url_id("https://example.org/"))
    with pytest.raises(TemplateError) as caught:
        ours(PLAIN, {"值": link})
    assert caught.value.message == "模板.docx 的数据里有带链接的 RichText，不知道链接是为哪个文件建的"
    made = ours(PLAIN, {"值": link}, document)
    assert 'Target="https://example.org/"' in part(made, "word/_rels/document.xml.rels")


def test_an_object_of_another_template_is_refused() -> None:
    other = DocxTemplate(io.BytesIO(template("别的")))
    image = InlineImage(other, io.BytesIO(png("navy")))
    with pytest.raises(TemplateError, match=r"^数据里的图片或子文档不是为模板 模板\.docx 建的$"):
        ours(PLAIN, {"值": image})
    mine = InlineImage(DocxTemplate(io.BytesIO(PLAIN)), io.BytesIO(png("navy")))
    with pytest.raises(TemplateError, match=r"^模板\.docx 的数据里有属于几个 DocxTemplate 的图片或子文档$"):
        ours(template("{{ 一 }}{{ 二 }}"), {"一": mine, "二": image})


def test_files_to_be_replaced_are_replaced() -> None:
    def made(render: Any) -> bytes:
        document = DocxTemplate(io.BytesIO(PLAIN))
        document.replace_zipname("word/numbering.xml", "/dev/null")
        data: bytes = render(PLAIN, {"值": "字"}, document)
        return data

    assert part(made(ours), "word/numbering.xml") == "" == part(made(by_docxtpl), "word/numbering.xml")


def test_names_and_values_are_checked_with_their_places_before() -> None:
    with pytest.raises(TemplateError) as caught:
        ours(template("{{r 值 }}", "{{ 没有 }}", "{{ 空 }}"), {"值": RichText("字"), "空": None})
    assert [(item.code, item.place.address) for item in caught.value.diagnostics] == [
        ("TPL-007", "第2段“{{ 没有 }}”"),
        ("TPL-008", "第3段“{{ 空 }}”"),
    ]


def test_text_that_word_would_not_show_is_refused() -> None:
    with pytest.raises(TemplateError) as caught:
        ours(template("甲{{r 值 }}乙"), {"值": "不是 RichText"})
    assert caught.value.message == "模板.docx 的正文里，“不是 RichText”落在文字之外，Word 不会显示"


def test_the_text_beside_a_paragraph_that_is_replaced_is_refused() -> None:
    with pytest.raises(TemplateError) as caught:
        compile_template(template("会丢的字{{p 值 }}"), "模板.docx")
    assert [item.code for item in caught.value.diagnostics] == ["TPL-003"]


def test_our_marks_are_carried_out_beside_what_docxtpl_makes() -> None:
    context = {"值": RichText("红", color="FF0000"), "行": "一\n二"}
    xml = part(ours(template("{{r 值 }}", "{{ 版式(左空=32) }}{{ 行 }}"), context))
    assert '<w:color w:val="FF0000"/>' in xml
    assert xml.count('w:left="640"') == 2
    assert "\ufdd0" not in xml


def test_the_result_is_the_same_bytes_and_says_nothing_of_its_maker() -> None:
    template = compile_template(COLUMNS, "模板.docx")
    once, again = (template.render({"列们": ["一"]}, author="机关", day=date(2024, 2, 26)).data for _ in range(2))
    assert once == again
    core = part(once, "docProps/core.xml")
    assert "<dc:creator>机关</dc:creator>" in core
    assert "python-docx" not in core


def test_a_way_out_of_the_sandbox_stays_closed() -> None:
    document = DocxTemplate(io.BytesIO(PLAIN))
    image = InlineImage(document, io.BytesIO(png("navy")))
    data = template("{{ 图片.tpl.docx.save('x') }}")
    with pytest.raises(TemplateError) as caught:
        ours(data, {"图片": image})
    assert [item.code for item in caught.value.diagnostics] == ["TPL-009"]


def test_plain_data_is_never_handed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(handover, "rendered", refuse)
    assert "甲字乙" in part(ours(PLAIN, {"值": "字", "富": RichText("不用")}))


def test_what_is_left_out_of_a_template_does_not_come_back_with_docxtpl_s_own_object() -> None:
    """The object is made of the whole file: its properties, its attached template, its printer."""
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    whole = docx.Document(io.BytesIO(PLAIN))
    whole.part._settings_part.relate_to("file:///C:/SECRET.dotm", f"{kinds}/attachedTemplate", is_external=True)
    printer = Part(PackURI("/word/printerSettings/1.bin"), "application/x", b"SECRET", whole.part.package)
    identity = whole.part.relate_to(printer, f"{kinds}/printerSettings")
    mark = f'<w:printerSettings {nsdecls("w", "r")} r:id="{identity}"/>'
    whole.element.body.sectPr.append(parse_xml(mark))
    stream = io.BytesIO()
    whole.save(stream)
    data = stream.getvalue()
    document = DocxTemplate(io.BytesIO(data))
    made = ours(data, {"值": InlineImage(document, io.BytesIO(png("navy")))}, document)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
        assert not [name for name in archive.namelist() if "printer" in name or "thumbnail" in name]
    assert b"SECRET" not in everything
    assert b"printerSettings" not in everything
    assert "<pic:pic" in part(made)
