"""Documents whose names come to one safe file name stand beside each other; none overwrites another."""

from __future__ import annotations

from docgen.batch.naming import Names


def test_the_second_of_two_equal_names_is_numbered_in_all_its_formats() -> None:
    names, endings = Names(), (".docx", ".pdf")
    found = [names.of("文件", stem, endings) for stem in ("通知", "通知", "别的")]
    assert found == [
        {".docx": "文件/通知.docx", ".pdf": "文件/通知.pdf"},
        {".docx": "文件/通知（2）.docx", ".pdf": "文件/通知（2）.pdf"},
        {".docx": "文件/别的.docx", ".pdf": "文件/别的.pdf"},
    ]


def test_names_that_differ_by_case_only_are_told_apart() -> None:
    names = Names()
    found = [names.of("", stem, (".docx",))[".docx"] for stem in ("A镇", "a镇", "A镇")]
    assert found == ["A镇.docx", "a镇（2）.docx", "A镇（3）.docx"]


def test_equal_names_in_two_folders_are_no_matter() -> None:
    names = Names()
    assert [names.of(folder, "简报", (".pdf",))[".pdf"] for folder in ("一", "二")] == ["一/简报.pdf", "二/简报.pdf"]


def test_another_format_of_the_same_name_is_another_file() -> None:
    names = Names()
    assert names.of("", "台账", (".docx", ".pdf")) == {".docx": "台账.docx", ".pdf": "台账.pdf"}
    assert names.of("", "台账", (".xlsx",)) == {".xlsx": "台账.xlsx"}


def test_names_that_differ_by_width_or_case_alone_are_told_apart() -> None:
    names = Names()
    first = names.of("简报", "甲Ａ", (".docx", ".pdf"))
    second = names.of("简报", "甲a", (".docx", ".pdf"))
    assert first == {".docx": "简报/甲Ａ.docx", ".pdf": "简报/甲Ａ.pdf"}
    assert second == {".docx": "简报/甲a（2）.docx", ".pdf": "简报/甲a（2）.pdf"}
    assert names.of("报告", "甲a", (".docx",)) == {".docx": "报告/甲a.docx"}


def test_a_number_that_a_name_bears_already_is_passed_over() -> None:
    names = Names()
    assert [names.of("", stem, (".pdf",))[".pdf"] for stem in ("甲", "甲（2）", "甲")] == [
        "甲.pdf", "甲（2）.pdf", "甲（3）.pdf",
    ]  # fmt: skip
