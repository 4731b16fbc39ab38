"""The package: what opens, what is refused with which words."""

import io
import zipfile

import pytest
from small_docx import NAMESPACES, defaults, first_format, p, package, paragraphs, plain, r, source

from docgen.errors import ExitCode, FileError
from docgen.pdf.read import read


def test_bytes_that_are_no_zip_are_refused_with_a_remedy():
    with pytest.raises(FileError, match="不是 Word 文档") as caught:
        read(b"hello")
    assert caught.value.exit_code is ExitCode.FILE
    assert "另存为" in caught.value.remedy


def test_an_old_doc_file_is_named_as_such():
    with pytest.raises(FileError, match="旧版 Word"):
        read(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))


def test_an_encrypted_docx_is_named_as_such():
    with pytest.raises(FileError, match="加了密码"):
        read(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le"))


def test_a_zip_without_a_document_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(FileError, match="没有 Word 正文"):
        read(stream.getvalue())


def test_a_truncated_file_is_refused():
    with pytest.raises(FileError):
        read(package(p(r()))[:-40])


def test_a_damaged_part_is_refused_with_its_name():
    with pytest.raises(FileError, match=r"word/document\.xml 不是正确的 XML"):
        read(package("<w:p>"))


def test_a_doctype_is_refused():
    bad = f'<!DOCTYPE x [<!ENTITY a "b">]><w:document {NAMESPACES}><w:body/></w:document>'
    with pytest.raises(FileError, match="DOCTYPE"):
        read(package("", extra={"word/document.xml": bad}))


def test_tables_nested_without_end_end_in_a_file_error():
    deep = "<w:tbl><w:tr><w:tc>" * 400 + p() + "</w:tc></w:tr></w:tbl>" * 400
    with pytest.raises(FileError):
        read(package(deep))


def test_a_strict_file_reads_like_a_transitional_one():
    strict = (
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
        '<w:p><w:pPr><w:ind w:start="2cm"/></w:pPr><w:r><w:t>严格</w:t></w:r></w:p></w:body></w:document>'
    )
    found = read(package("", extra={"word/document.xml": strict}))
    assert plain(paragraphs(found)) == "严格"
    assert paragraphs(found)[0].format.left == pytest.approx(56.69, abs=0.01)


def test_core_properties_and_settings_are_read():
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        "<dc:title>实施方案</dc:title><dc:creator>云岭县</dc:creator><dc:subject>督战</dc:subject>"
        "<cp:keywords>挂牌</cp:keywords><dcterms:created>2024-02-26T00:00:00Z</dcterms:created></cp:coreProperties>"
    )
    settings = (
        '<w:evenAndOddHeaders/><w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/>'
    )
    found = source(p(r()), core=core, settings=settings, styles=defaults('<w:lang w:eastAsia="zh-TW"/>'))
    assert (found.title, found.author, found.subject, found.keywords) == ("实施方案", "云岭县", "督战", "挂牌")
    assert found.created == "2024-02-26T00:00:00Z"
    assert (found.even_and_odd, found.default_tab, found.typography.compression) == (True, 21.0, "marks")
    assert found.language == "zh-TW"


def test_a_file_that_says_nothing_has_the_defaults_of_word():
    found = source(p(r()))
    assert (found.even_and_odd, found.default_tab, found.typography.compression) == (False, 36.0, "")
    assert (found.title, found.created, found.language, found.warnings) == ("", "", "zh-CN", ())
    assert first_format(found).size == 10.0


@pytest.mark.parametrize("name, feature", [("bookFoldPrinting", "书籍折页"), ("printTwoOnOne", "拼页")])
def test_pages_that_share_a_sheet_of_paper_are_told(name, feature):
    assert source(p(r()), settings=f"<w:{name}/>").warnings == ((feature, "全文"),)
