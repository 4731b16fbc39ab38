"""The document's properties come from the data; a file that is no .docx is told kindly."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO

import docx as python_docx
import pytest
from lxml import etree
from small_template import W, docx, p, part

from docgen.errors import FileError, ResultError
from docgen.opening.archive import Limits
from docgen.word import package
from docgen.word.package import read_parts, write_parts
from docgen.word.reread import body_text
from docgen.word.template import compile_template

CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>旧题{{ 县名 }}</dc:title><dc:creator>张三</dc:creator><cp:lastModifiedBy>李四</cp:lastModifiedBy>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">2011-01-01T00:00:00Z</dcterms:created></cp:coreProperties>'
)
APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>某公司</Company>'
    "<Manager>王五</Manager><Template>C:\\secret.dotx</Template><TotalTime>321</TotalTime></Properties>"
)
STYLES = (
    f'<w:styles xmlns:w="{W[1:-1]}"><w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style>'
    "</w:styles>"
)
TITLE = '<w:pStyle w:val="a3"/>'


def core(data: bytes, name: str = "docProps/core.xml") -> dict[str, str]:
    return {etree.QName(item).localname: item.text or "" for item in part(data, name)}


def relations(data: bytes) -> list[tuple[str, str]]:
    return [(item.get("Type", "").rpartition("/")[2], item.get("Target", "")) for item in part(data, "_rels/.rels")]


def test_the_properties_are_those_of_the_data_and_nothing_of_the_template_is_left() -> None:
    template = docx(
        p("关于{{ 县名 }}的通知", ppr=TITLE),
        **{"docProps/core.xml": CORE, "docProps/app.xml": APP, "word/styles.xml": STYLES},
    )
    made = compile_template(template, "模板.docx").render(
        {"县名": "云岭县<&>"}, author="云岭县<&>办公室", day=date(2024, 2, 26)
    )
    assert made.title == "关于云岭县<&>的通知"
    assert core(made.data) == {
        "title": "关于云岭县<&>的通知",
        "creator": "云岭县<&>办公室",
        "lastModifiedBy": "云岭县<&>办公室",
        "language": "zh-CN",
        "created": "2024-02-26T00:00:00Z",
        "modified": "2024-02-26T00:00:00Z",
    }
    whole = b"".join(read_parts(made.data, "成品").values()).decode()
    for gone in ("张三", "李四", "旧题", "2011", "某公司", "王五", "secret", "321"):
        assert gone not in whole


def test_without_author_and_day_none_are_stated() -> None:
    made = compile_template(docx(p("x"), **{"docProps/core.xml": CORE}), "模板.docx").render({})
    assert core(made.data) == {"title": "", "language": "zh-CN"}


def test_a_title_of_several_lines_is_one_title() -> None:
    template = docx(
        p("{% filter 标题分行 %}一二三四五六七八九十|一二三四五六七八九十{% endfilter %}", ppr=TITLE),
        **{"word/styles.xml": STYLES},
    )
    assert compile_template(template, "模板.docx").render({}).title == "一二三四五六七八九十" * 2


def test_a_template_without_properties_gets_them_with_type_and_relationship() -> None:
    made = compile_template(docx(p("x")), "模板.docx").render({}, author="机关").data
    assert core(made)["creator"] == "机关"
    assert relations(made) == [("core-properties", "docProps/core.xml")]
    types = [(item.get("PartName"), item.get("ContentType")) for item in part(made, "[Content_Types].xml")]
    assert types == [("/docProps/core.xml", CORE_TYPE)]


def test_properties_under_another_name_are_replaced_and_not_doubled() -> None:
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    relation = (
        '<pr:Relationships xmlns:pr="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<pr:Relationship Id="rId9" Type="{kind}" Target="/package/meta.psmdcp"/></pr:Relationships>'
    )
    template = docx(p("x"), **{"_rels/.rels": relation, "package/meta.psmdcp": CORE})
    made = compile_template(template, "模板.docx").render({}, author="机关").data
    assert core(made, "package/meta.psmdcp")["creator"] == "机关"
    assert relations(made) == [("core-properties", "/package/meta.psmdcp")]
    assert "docProps/core.xml" not in read_parts(made, "成品")


def test_a_file_of_python_docx_is_a_template_like_any_other() -> None:
    document = python_docx.Document()
    document.add_paragraph("在{{ 县名 }}开展")
    document.sections[0].header.paragraphs[0].text = "页眉{{ 县名 }}"
    stream = BytesIO()
    document.save(stream)
    made = (
        compile_template(stream.getvalue(), "模板.docx")
        .render({"县名": "云岭县"}, author="机关", day=date(2024, 2, 26))
        .data
    )
    again = python_docx.Document(BytesIO(made))
    assert [paragraph.text for paragraph in again.paragraphs] == ["在云岭县开展"]
    assert again.sections[0].header.paragraphs[0].text == "页眉云岭县"
    assert (again.core_properties.author, again.core_properties.created.year) == ("机关", 2024)


def damaged() -> bytes:
    data = bytearray(docx(p("x" * 500)))
    at = data.index(b"word/document.xml") + 30
    data[at : at + 40] = bytes(40)
    return bytes(data)


AGAIN = "在 Word 里打开它，另存为“Word 文档（*.docx）”，再试一次"


@pytest.mark.parametrize(
    "data, found, remedy",
    [
        (b"", "是空文件", "重新取得这个文件"),
        (b"not a zip", "不是 Word 文档（.docx），或者已经损坏", AGAIN),
        (docx(p("x"))[:-30], "不是完整的 Word 文档（.docx），后面一截没有了", "文件可能没有传完：重新取得完整的文件"),
        (damaged(), "已损坏：部件 word/document.xml 读不出来", f"文件可能没有传完；{AGAIN}"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old .doc", "是旧版 Word 的 .doc 文件，不是 .docx", AGAIN),
    ],
)
def test_a_broken_file_is_told_with_a_remedy(data: bytes, found: str, remedy: str) -> None:
    with pytest.raises(FileError) as caught:
        compile_template(data, "旧.doc")
    assert (caught.value.message, caught.value.remedy) == (f"旧.doc {found}", remedy)


@pytest.mark.parametrize("missing", ["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
def test_a_zip_that_is_no_word_file_is_told(missing: str) -> None:
    with pytest.raises(FileError, match=r"^表\.xlsx 里没有 Word 正文，不是 Word 文档$"):
        compile_template(docx(p("x"), **{missing: None}), "表.xlsx")


def test_a_file_that_unpacks_to_too_much_is_refused_before_it_fills_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_LIMITS", Limits(total=1024 * 1024))
    bomb = docx(p("x"), **{"word/media/a.bin": bytes(1024 * 1024 + 1)})
    assert len(bomb) < 4096
    with pytest.raises(FileError, match=r"^大\.docx 展开后大得不正常（1 MB），不予读取$"):
        read_parts(bomb, "大.docx")


def test_parts_come_back_as_they_were_written() -> None:
    parts = {
        "word/b.xml": b"<b/>",
        "_rels/.rels": b"<r/>",
        "[Content_Types].xml": b"<t/>",
        "word/document.xml": b"<d/>",
    }
    data = write_parts(parts)
    assert read_parts(data, "x") == parts
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.namelist() == ["[Content_Types].xml", "_rels/.rels", "word/b.xml", "word/document.xml"]
    assert write_parts(dict(reversed(parts.items()))) == data


def test_a_written_file_with_a_broken_part_does_not_pass_rereading() -> None:
    with pytest.raises(ResultError, match=r"成品 的 word/header1.xml 复读时不完好$"):
        body_text(docx(p("x"), **{"word/header1.xml": "<w:hdr"}), "成品")


def test_rereading_gives_the_text_of_the_body_without_white_space() -> None:
    assert body_text(docx(p("甲 乙", "\u3000丙") + p("丁"), header1=p("眉")), "成品") == "甲乙丙丁"
