"""Nothing that a Word file links to is fetched, and no template hands on what Word would fetch or run."""

from __future__ import annotations

import pytest
from strange_files import RELATIONS, W, document, relation, relationships, types_of, word

from docgen.errors import FileError
from docgen.opening.outside import outside
from docgen.word.package import forgotten, read_parts
from docgen.word.reread import body_text
from docgen.word.template import compile_template

RELS = "word/_rels/document.xml.rels"
WHERE = "（word/document.xml）"


def refusal(**parts: str | bytes) -> str:
    with pytest.raises(FileError) as caught:
        read_parts(word(**parts), "模板.docx")
    assert caught.value.remedy.startswith("在 Word 里删掉它们")
    start = "模板.docx 里有会取外面的内容或运行程序的东西，不予使用："
    assert caught.value.message.startswith(start)
    return caught.value.message.removeprefix(start)


@pytest.mark.parametrize(
    ("link", "told"),
    [
        (relation("image", "http://x/y.png", external=True), "链接在外面的图片"),
        (relation("image", "file:///etc/passwd", external=True), "链接在外面的图片"),
        (relation("aFChunk", "chunk.html"), "嵌入的其他文件（altChunk）"),
        (relation("oleObject", "embeddings/a.bin"), "嵌入或链接的对象（OLE）"),
        (relation("oleObject", "\\\\host\\x", external=True), "嵌入或链接的对象（OLE）"),
        (relation("package", "embeddings/a.xlsx"), "嵌入的 Office 文件"),
        (relation("control", "activeX/a.xml"), "控件（ActiveX）"),
        (relation("subDocument", "b.docx", external=True), "链接的子文档"),
        (relation("frame", "http://x", external=True), "网页框架"),
        (relation("header", "http://x/header.xml", external=True), "链接到外面的内容（header）"),
        (relation("image", "http://x", external=True).replace('"External"', '"Extern&#97;l"'), "链接在外面的图片"),
    ],
)
def test_a_template_that_leads_out_is_refused_with_what_and_where(link: str, told: str) -> None:
    assert refusal(**{RELS: relationships(link)}) == told + WHERE


def test_relationships_in_utf_16_are_read_all_the_same() -> None:
    rels = relationships(relation("image", "http://x", external=True)).encode("utf-16")
    assert refusal(**{RELS: rels}) == "链接在外面的图片" + WHERE


def test_everything_is_told_at_once_with_its_part() -> None:
    header = relationships(relation("image", "http://x", external=True))
    links = relationships(relation("control", "a.xml"), relation("control", "b.xml", identity="rId2"))
    assert refusal(**{RELS: links, "word/_rels/header1.xml.rels": header}) == (
        "控件（ActiveX）（word/document.xml）、链接在外面的图片（word/header1.xml）"
    )


def test_macros_are_refused_in_a_template() -> None:
    assert refusal(**{"word/vbaProject.bin": b"x"}) == "宏（word/vbaProject.bin）"
    macros = types_of("application/vnd.ms-word.document.macroEnabled.main+xml")
    with pytest.raises(FileError, match=r"^模板\.docm 是带宏的 Word 文件（\.docm、\.dotm），不是 Word 文档（\.docx）$"):
        read_parts(word(**{"[Content_Types].xml": macros}), "模板.docm")


@pytest.mark.parametrize(
    ("runs", "code"),
    [
        ("<w:r><w:instrText>DDEAUTO c:\\\\windows\\\\cmd.exe</w:instrText></w:r>", "DDEAUTO"),
        ("<w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO x</w:instrText></w:r>", "DDEAUTO"),
        ('<w:r><w:instrText> includepicture "http://x"</w:instrText></w:r>', "INCLUDEPICTURE"),
        ('<w:fldSimple w:instr="INCLUDETEXT c:\\x"/>', "INCLUDETEXT"),
        ('<w:fldSimple w:instr="D&#68;E x y"/>', "DDE"),
    ],
)
def test_fields_that_fetch_something_are_refused_in_a_template(runs: str, code: str) -> None:
    assert refusal(**{"word/document.xml": document(runs)}) == f"从外面取内容的域（{code}）{WHERE}"


def test_what_only_a_reader_s_click_follows_stays() -> None:
    fields = '<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:instrText>HYPERLINK "http://x"</w:instrText></w:r>'
    parts = {
        RELS: relationships(relation("hyperlink", "http://x", external=True), relation("image", "media/a.png")),
        "word/charts/_rels/chart1.xml.rels": relationships(relation("package", "../embeddings/a.xlsx")),
        "word/document.xml": document(fields),
    }
    assert list(outside(read_parts(word(**parts), "模板.docx"))) == []


LINKS = (
    relation("attachedTemplate", "http://x/evil.dotm", external=True),
    relation("hyperlink", "http://y", external=True, identity="rId1"),
)
ATTACHED = {
    "word/_rels/settings.xml.rels": relationships(*LINKS),
    "word/settings.xml": f'<w:settings xmlns:w="{W}" xmlns:q="{RELATIONS}">'
    '<w:attachedTemplate q:id="rId9"/><w:zoom/></w:settings>',
}


def test_the_template_that_a_file_is_attached_to_is_forgotten_and_told() -> None:
    parts = read_parts(word(**ATTACHED), "模板.docx")
    assert b"evil" not in b"".join(parts.values())
    assert b"rId1" in parts["word/_rels/settings.xml.rels"]
    assert b"attachedTemplate" not in parts["word/settings.xml"]
    assert b"zoom" in parts["word/settings.xml"]
    assert forgotten(word(**ATTACHED), "模板.docx") == ("没有带上附加的模板（word/settings.xml）",)
    assert forgotten(word(), "模板.docx") == ()


def test_a_document_made_of_an_attached_template_is_attached_to_none() -> None:
    made = compile_template(word(**ATTACHED), "模板.docx").render({}).data
    assert body_text(made, "成品") == "甲"
    assert list(outside(read_parts(made, "成品"))) == []
    assert b"evil" not in b"".join(read_parts(made, "成品").values())


def test_a_dotx_becomes_a_docx() -> None:
    types = types_of("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml")
    made = read_parts(word(**{"[Content_Types].xml": types}), "模板.dotx")
    assert b"wordprocessingml.document.main+xml" in made["[Content_Types].xml"]
    assert b"template" not in made["[Content_Types].xml"]


def test_macros_of_a_file_to_be_printed_are_told_and_not_run() -> None:
    from docgen.pdf.read import read

    assert read(word(**{"word/vbaProject.bin": b"x"})).warnings == (("宏", "全文"),)
    macros = types_of("application/vnd.ms-word.document.macroEnabled.main+xml")
    assert read(word(**{"[Content_Types].xml": macros})).warnings == (("宏", "全文"),)
    assert read(word()).warnings == ()
