"""Nothing that a Word file links to is fetched, and no template hands on what Word would fetch or run."""

from __future__ import annotations

import pytest
from strange_files import document, relation, relationships, types_of, word, word_parts

from docgen.errors import FileError
from docgen.opening.outside import outside
from docgen.word.package import read_parts

RELS = "word/_rels/document.xml.rels"
WHERE = "（word/document.xml）"


def word_parts_as_bytes(**more: str | bytes) -> dict[str, bytes]:
    return {name: data.encode() if isinstance(data, str) else data for name, data in word_parts(**more).items()}


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
        ("<w:r><w:instrText>DATABASE \\c DSN=x</w:instrText></w:r>", "DATABASE"),
        ('<w:r><w:instrText>PRINT "x"</w:instrText></w:r>', "PRINT"),
        ("<w:del><w:r><w:delInstrText>DDE x y</w:delInstrText></w:r></w:del>", "DDE"),
    ],
)
def test_fields_that_fetch_something_are_refused_in_a_template(runs: str, code: str) -> None:
    assert refusal(**{"word/document.xml": document(runs)}) == f"从外面取内容的域（{code}）{WHERE}"


def test_what_only_a_reader_s_click_follows_stays() -> None:
    fields = '<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:instrText>HYPERLINK "http://x"</w:instrText></w:r>'
    parts = {
        RELS: relationships(relation("hyperlink", "http://x", external=True), relation("image", "media/a.png")),
        "word/document.xml": document(fields),
    }
    assert list(outside(read_parts(word(**parts), "模板.docx"))) == []


def test_a_dotx_becomes_a_docx() -> None:
    types = types_of("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml")
    made = read_parts(word(**{"[Content_Types].xml": types}), "模板.dotx")
    assert b"wordprocessingml.document.main+xml" in made["[Content_Types].xml"]
    assert b"template" not in made["[Content_Types].xml"]
    assert read_parts(word(**{"[Content_Types].xml": types.encode("utf-16")}), "模板.dotx") == made


def test_macros_are_seen_in_content_types_of_utf_16() -> None:
    macros = types_of("application/vnd.ms-word.document.macroEnabled.main+xml").encode("utf-16")
    with pytest.raises(FileError, match="是带宏的 Word 文件"):
        read_parts(word(**{"[Content_Types].xml": macros}), "模板.docm")


def test_macros_of_a_file_to_be_printed_are_told_and_not_run() -> None:
    from docgen.pdf.read import read

    assert read(word(**{"word/vbaProject.bin": b"x"})).warnings == (("宏", "全文"),)
    macros = types_of("application/vnd.ms-word.document.macroEnabled.main+xml")
    assert read(word(**{"[Content_Types].xml": macros})).warnings == (("宏", "全文"),)
    assert read(word()).warnings == ()


@pytest.mark.parametrize(
    ("address", "told"), [("http://x/y.png", True), (r"\\host\y.png", True), ("media/y.png", False)]
)
def test_a_picture_of_vml_may_bear_its_address_itself(address: str, told: bool) -> None:
    shape = f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata src="{address}"/></v:shape>'
    found = outside(word_parts_as_bytes(**{"word/document.xml": document(f"<w:r><w:pict>{shape}</w:pict></w:r>")}))
    assert list(map(str, found)) == ["链接在外面的图片" + WHERE] * told


def test_a_target_outside_is_seen_whatever_its_relationship_says() -> None:
    for target in ("http://x/y.png", "//host/y.png", r"\\host\y.png", "file:/x"):
        assert refusal(**{RELS: relationships(relation("image", target))}) == "链接在外面的图片" + WHERE


@pytest.mark.parametrize(
    "code",
    [
        'HYPERLINK "http://x/link/import"',
        "HYPERLINK http://x/print",
        "REF 甲 \\h",
        'QUOTE "DDE"',
        "PRINTDATE",
        "MERGEFIELD 县名",
    ],
)
def test_a_word_within_an_address_is_no_field(code: str) -> None:
    parts = word_parts_as_bytes(**{"word/document.xml": document(f"<w:r><w:instrText>{code}</w:instrText></w:r>")})
    assert list(outside(parts)) == []


def test_a_field_within_the_quotes_of_another_is_seen() -> None:
    runs = "".join(
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
        for code in ('IF 1 = 1 "', "DDEAUTO c:\\x", '"')
    )
    parts = word_parts_as_bytes(**{"word/document.xml": document(runs)})
    assert list(map(str, outside(parts))) == [f"从外面取内容的域（DDEAUTO）{WHERE}"]


def test_fields_are_seen_in_a_part_whose_name_does_not_say_that_it_is_xml() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "a">]><x y="&a;"><instrText>DDE</instrText></x>'
    parts = {"word/a.dat": document("<w:r><w:instrText>DDE x</w:instrText></w:r>").encode(), "word/b.dat": bomb}
    assert list(map(str, outside(parts))) == ["从外面取内容的域（DDE）（word/a.dat）"]
