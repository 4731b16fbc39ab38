"""The guard before every office file: what it refuses, before and while inflating."""

from __future__ import annotations

import tracemalloc
import warnings
import zipfile

import pytest
from strange_files import OLE, book, book_parts, lying, ole, types_of, word, word_parts, zipped

from docgen.errors import ExitCode, FileError
from docgen.opening.archive import Archive, Limits
from docgen.opening.office import open_word, open_workbook
from docgen.opening.wanted import WORD, WORKBOOK

BOOK_AGAIN = "用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”"
WORD_AGAIN = "在 Word 里打开它，另存为“Word 文档（*.docx）”，再试一次"
DISTRUST = "；若来源可疑请勿使用"
MACRO_BOOK = zipped({"[Content_Types].xml": types_of("application/vnd.ms-excel.sheet.macroEnabled.main+xml")})
MACRO_WORD = zipped({"[Content_Types].xml": types_of("application/vnd.ms-word.document.macroEnabled.main+xml")})


def refusal(open_file, content: bytes, name: str = "甲") -> tuple[str, str]:
    with pytest.raises(FileError) as caught:
        open_file(content, name)
    assert caught.value.exit_code is ExitCode.FILE
    return caught.value.message, caught.value.remedy


@pytest.mark.parametrize(
    ("content", "found", "remedy"),
    [
        (b"", "甲 是空文件", "重新取得这个文件"),
        (book()[:-40], "甲 不是完整的 .xlsx 文件，后面一截没有了", "文件可能没有传完：重新取得完整的文件"),
        (b"x", "甲 不是完整的 .xlsx 文件", f"文件可能没有传完或被改过后缀；{BOOK_AGAIN}"),
        (ole("Workbook"), "甲 是旧的 .xls 格式", BOOK_AGAIN),
        (ole("WordDocument"), "甲 是旧的 Word 文件（.doc、.wps），不是 Excel 工作簿", BOOK_AGAIN),
        (ole("EncryptedPackage"), "甲 设了密码，读不了", "在 Excel 或 WPS 里去掉密码后再存一次"),
        (
            MACRO_BOOK,
            "甲 是带宏的 Excel 工作簿（.xlsm、.xltm），不是 Excel 工作簿",
            "另存为不带宏的“Excel 工作簿（.xlsx）”",
        ),
        (
            word(),
            "甲 里没有工作簿，是 Word 文档（.docx）",
            "数据要放在工作簿（.xlsx）里：用 docgen init 新建一个，把内容填进去",
        ),
        (zipped({"a": "b"}), "甲 里没有工作簿，不是 .xlsx 文件", "先解压，再用里面的文件"),
        (
            b"%PDF-1.7",
            "甲 是 PDF，不是 Excel 工作簿",
            "PDF 里的表格读不准：找到生成它的 Excel 工作簿（.xlsx），用那一个",
        ),
        (b"\x89PNG\r\n\x1a\n", "甲 是图片，不是 Excel 工作簿", "图片里的字读不出来：找到原来的文件"),
        (
            b"<html><table>",
            "甲 是网页，不是 Excel 工作簿",
            f"有的系统导出的“Excel 文件”其实是网页：{BOOK_AGAIN.replace('打开', '打开核对')}",
        ),
    ],
)
def test_every_stranger_among_the_workbooks_is_told_in_its_own_words(content: bytes, found: str, remedy: str) -> None:
    assert refusal(open_workbook, content) == (found, remedy)


@pytest.mark.parametrize(
    ("content", "found", "remedy"),
    [
        (b"", "甲 是空文件", "重新取得这个文件"),
        (word()[:-40], "甲 不是完整的 Word 文档（.docx），后面一截没有了", "文件可能没有传完：重新取得完整的文件"),
        (b"x", "甲 不是 Word 文档（.docx），或者已经损坏", WORD_AGAIN),
        (OLE, "甲 是旧版 Word 的 .doc 文件，不是 .docx", WORD_AGAIN),
        (ole("WordDocument"), "甲 是旧版 Word 的 .doc 文件，不是 .docx", WORD_AGAIN),
        (ole("EncryptedPackage"), "甲 加了密码，读不了", "在 Word 里打开它，“文件 → 信息 → 保护文档”去掉密码后保存"),
        (
            MACRO_WORD,
            "甲 是带宏的 Word 文件（.docm、.dotm），不是 Word 文档（.docx）",
            WORD_AGAIN.replace("另存为", "另存为不带宏的"),
        ),
        (
            book(),
            "甲 里没有 Word 正文，是 Excel 工作簿（.xlsx）",
            "数据文件用 docgen validate 检查，用 docgen plan 等命令生成文件",
        ),
        (
            b"%PDF-1.7",
            "甲 是 PDF，不是 Word 文档（.docx）",
            "PDF 转不回 Word：找到生成它的 Word 文件；只看页面用 docgen preview",
        ),
        (b"{\\rtf1 x}", "甲 是 RTF 文件，不是 Word 文档（.docx）", WORD_AGAIN),
    ],
)
def test_every_stranger_among_the_word_files_is_told_in_its_own_words(content: bytes, found: str, remedy: str) -> None:
    assert refusal(open_word, content) == (found, remedy)


def test_a_caller_that_names_the_file_itself_gets_a_whole_sentence() -> None:
    assert refusal(open_word, b"", "")[0] == "这是空文件"
    assert refusal(open_word, b"x", "")[0] == "这个文件不是 Word 文档（.docx），或者已经损坏"
    assert refusal(open_word, ole("EncryptedPackage"), "")[0] == "这个 Word 文档加了密码，读不了"
    assert refusal(open_workbook, zipped({"a": "b"}), "")[0] == "这个文件里没有工作簿，不是 .xlsx 文件"


def archive(content: bytes, **limits: int) -> Archive:
    return Archive(content, "甲.docx", WORD, Limits(**limits))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("../x.xml", "甲.docx 里的部件 ../x.xml 的名称不正常，不予读取"),
        ("word/../../x", "甲.docx 里的部件 word/../../x 的名称不正常，不予读取"),
        ("/etc/passwd", "甲.docx 里的部件 /etc/passwd 的名称不正常，不予读取"),
        ("C:/x", "甲.docx 里的部件 C:/x 的名称不正常，不予读取"),
        ("word\\x", "甲.docx 里的部件 word\\x 的名称不正常，不予读取"),
        ("WORD/Document.xml", "甲.docx 里的部件 WORD/Document.xml 有两个，不予读取"),
        ("\u202e" * 70, f"甲.docx 里的部件 {'�' * 60}… 有两个，不予读取"),
    ],
)
def test_members_with_names_that_lead_out_or_come_twice_are_refused(name: str, found: str) -> None:
    twice = [(name, "x")] * (2 if name.startswith("\u202e") else 1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile warns of a second member of a name
        content = zipped([*word_parts().items(), *twice])
    assert refusal(open_word, content, "甲.docx") == (found, WORD_AGAIN + DISTRUST)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_only_the_packing_of_office_files_is_unpacked(method: int) -> None:
    assert refusal(open_word, zipped(word_parts(), method), "甲.docx")[0] == (
        "甲.docx 里的部件 [Content_Types].xml 用了 Office 不用的压缩方法，读不了"
    )


def test_an_encrypted_member_is_told() -> None:
    content = bytearray(word())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(open_word, bytes(content), "甲.docx")[0] == "甲.docx 加了密码，读不了"


def test_more_members_than_an_office_file_has_are_refused() -> None:
    with pytest.raises(FileError, match=r"^甲\.docx 里有 4 个部件，多得不正常，不予读取$"):
        archive(word(a="x"), members=3)


@pytest.mark.parametrize("limits", [{"total": 900_000}, {"one": 900_000}, {"ratio_from": 900_000}])
def test_what_declares_to_be_too_large_is_not_inflated(limits: dict[str, int]) -> None:
    with pytest.raises(FileError, match=r"^甲\.docx 展开后大得不正常（1 MB），不予读取$"):
        archive(word(**{"word/media/a.bin": bytes(1_000_000)}), **limits)


def test_xml_may_be_less_than_other_members() -> None:
    content = word(**{"word/a.xml": b" " * 1_000_000})
    with pytest.raises(FileError, match="大得不正常"):
        archive(content, xml=900_000)
    archive(word(**{"word/a.bin": bytes(1_000_000)}), xml=900_000)


@pytest.mark.parametrize("declared", [0, 100, 300_000_000])
def test_a_member_that_lies_about_its_size_never_inflates_to_more(declared: int) -> None:
    opened = Archive(
        lying("a.bin", bytes(50_000_000), declared), "甲.docx", WORD, Limits(total=10**9, one=10**9, ratio=10**9)
    )
    tracemalloc.start()
    try:
        for look in (opened.read, opened.verify):
            with pytest.raises(FileError, match=r"^甲\.docx 已损坏：部件 a\.bin 读不出来$"):
                look("a.bin")
        assert declared > 1_000 or tracemalloc.get_traced_memory()[1] < 4_000_000
    finally:
        tracemalloc.stop()


def test_the_shared_texts_of_a_workbook_are_measured_before_another_program_reads_them() -> None:
    whole = book(**{"xl/sharedStrings.xml": b"<sst/>" + b" " * 3_000_000})
    assert "xl/sharedStrings.xml" in open_workbook(whole, "甲")
    entry = whole.index(b"xl/sharedStrings.xml", whole.index(b"PK\x01\x02")) - 46
    changed = bytearray(whole)
    changed[entry + 24 : entry + 28] = (10).to_bytes(4, "little")
    assert refusal(open_workbook, bytes(changed)) == (
        "甲 已损坏：部件 xl/sharedStrings.xml 读不出来", f"文件可能没有传完；{BOOK_AGAIN}"
    )  # fmt: skip


def test_a_sheet_is_measured_even_where_its_name_leads_nowhere() -> None:
    from docgen.intake.archive import Archive as Workbook

    whole = book(**{"xl/worksheets/sheet1.xml": b"<worksheet/>" + b" " * 3_000_000})
    assert Workbook(whole, "甲").read("xl/worksheets/nosuch.xml") == b""
    entry = whole.index(b"xl/worksheets/sheet1.xml", whole.index(b"PK\x01\x02")) - 46
    changed = bytearray(whole)
    changed[entry + 24 : entry + 28] = (10).to_bytes(4, "little")
    for name in ("xl/worksheets/sheet1.xml", "xl/worksheets/nosuch.xml"):
        with pytest.raises(FileError, match=r"^甲 已损坏：部件 xl/worksheets/sheet1\.xml 读不出来$"):
            Workbook(bytes(changed), "甲").read(name)


def test_what_is_read_in_pieces_is_what_is_read_at_once() -> None:
    data = bytes(range(256)) * 20_000
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        opened = archive(zipped({"a.bin": data, "b.bin": b""}, method), ratio=10**9)
        opened.verify("a.bin")
        opened.verify("b.bin")
        assert (opened.read("a.bin"), opened.read("b.bin"), opened.read("c.bin")) == (data, b"", b"")


DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    "xml",
    [
        f"{DOCTYPE}<x>&b;</x>",
        f'<?xml version="1.0"?>\n<!-- <x> -->\n{DOCTYPE}<x/>',
        f"\ufeff{DOCTYPE.lower()}<x/>",
        f'<?xml version="1.0" encoding="UTF-16"?>{DOCTYPE}<x/>'.encode("utf-16"),
        f"{DOCTYPE}<x/>".encode("utf-16-be"),
    ],
)
@pytest.mark.parametrize("name", ["word/a.xml", "word/_rels/a.xml.rels", "customXml/Item1.XML"])
def test_a_doctype_is_refused_in_every_part_and_encoding(xml: str | bytes, name: str) -> None:
    opened = open_word(word(**{name: xml}), "甲.docx")
    for look in (opened.read, opened.verify):
        with pytest.raises(FileError) as caught:
            look(name)
        assert caught.value.message == f"甲.docx 里的部件 {name} 带有 DOCTYPE，不安全，不予读取"


def test_a_doctype_in_a_part_of_a_workbook_that_nobody_here_reads_is_refused() -> None:
    content = book(**{"xl/sharedStrings.xml": f"{DOCTYPE}<sst/>"})
    assert refusal(open_workbook, content)[0] == "甲 里的部件 xl/sharedStrings.xml 带有 DOCTYPE，不安全，不予读取"


@pytest.mark.parametrize("encoding", ["UTF-7", "EBCDIC-CP-US", "ISO-2022-JP", "x-none"])
def test_an_encoding_in_which_a_doctype_could_hide_is_refused(encoding: str) -> None:
    opened = open_word(word(**{"word/a.xml": f'<?xml version="1.0" encoding="{encoding}"?><x/>'}), "甲.docx")
    with pytest.raises(FileError, match=r"^甲\.docx 里的部件 word/a\.xml 的编码不是 UTF-8，不予读取$"):
        opened.read("word/a.xml")


def test_words_about_doctypes_are_no_doctype() -> None:
    for xml in ("<x>&lt;!DOCTYPE&gt;</x>", "<x><![CDATA[<!DOCTYPE x>]]></x>", "<!-- <!DOCTYPE x> --><x/>"):
        assert open_word(word(**{"word/a.xml": xml}), "甲.docx").read("word/a.xml") == xml.encode()


def test_a_beginning_without_end_is_not_handed_to_a_parser() -> None:
    opened = open_word(word(**{"word/a.xml": b"<!--" + b"-" * 2_000_000}), "甲.docx", Limits(ratio=10**9))
    with pytest.raises(FileError, match=r"word/a\.xml 不是正确的 XML"):
        opened.read("word/a.xml")


def test_a_workbook_without_its_main_part_is_none() -> None:
    parts = book_parts()
    del parts["xl/workbook.xml"]
    assert refusal(open_workbook, zipped(parts))[0] == "甲 里没有工作簿，不是 .xlsx 文件"


def test_every_kind_of_file_has_a_sentence_for_every_reader() -> None:
    from docgen.opening.kinds import Kind

    for wanted in (WORD, WORKBOOK):
        told = [wanted.refuses(kind, "甲") for kind in Kind]
        assert all(error.remedy and error.message.startswith("甲 ") for error in told)
