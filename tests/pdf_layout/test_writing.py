from __future__ import annotations

import pytest

from docgen.errors import ExitCode, UsageError
from docgen.pdf import direct_writer, weasyprint_writer
from docgen.pdf.writing import PDFA_LEVELS, Attachment, WriteOptions, writer, writer_names


def test_a_writer_is_a_module_found_by_its_name():
    assert writer_names() == ("direct", "weasyprint")
    assert writer("weasyprint") is weasyprint_writer
    assert writer("direct") is direct_writer
    for name in writer_names():
        writer(name).check()


def test_an_unknown_writer_names_the_known_ones():
    with pytest.raises(UsageError) as caught:
        writer("typst")
    assert caught.value.message == "没有名为“typst”的 PDF 写出方式"
    assert caught.value.remedy == "可用的：direct、weasyprint"
    assert caught.value.exit_code is ExitCode.USAGE


def test_a_level_says_its_part_its_conformance_and_whether_it_is_tagged():
    found = {level: WriteOptions(pdfa=level) for level in PDFA_LEVELS}
    assert [(one.part, one.conformance, one.has_tags) for one in found.values()] == [
        (2, "B", False),
        (2, "U", False),
        (2, "A", True),
        (3, "B", False),
        (3, "U", False),
        (3, "A", True),
    ]
    plain = WriteOptions()
    assert (plain.part, plain.conformance, plain.has_tags) == (0, "", False)
    assert WriteOptions(tagged=True).has_tags


def test_an_unknown_level_names_the_known_ones():
    with pytest.raises(UsageError) as caught:
        WriteOptions(pdfa="pdf/a-1b")
    assert caught.value.message == "不认识的 PDF/A 级别“pdf/a-1b”"
    assert "pdf/a-2u" in caught.value.remedy


def test_part_2_takes_no_attachment_and_the_message_names_the_level_that_does():
    file = Attachment("方案.docx", "application/zip", b"x")
    with pytest.raises(UsageError) as caught:
        WriteOptions(pdfa="pdf/a-2u", attachments=(file,))
    assert caught.value.message == "PDF/A-2 不允许附带文件"
    assert caught.value.remedy == "附带 Word 文件时用 pdf/a-3u"
    assert WriteOptions(pdfa="pdf/a-3u", attachments=(file,)).attachments == (file,)
