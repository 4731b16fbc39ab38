"""Any name of the data gives a file name that stays in its folder, on every system, and differs from the others."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from docgen.output.names import apart, file_name, likeness

BAD = (
    "../x", "..", ".", "CON", "con.txt", "a/b", "a\\b", "~$x", "-rf", " x ", "x.", "\u202ex", "字" * 200, "😀" * 90,
    "\u3164",
)  # fmt: skip
WILD = st.text(st.characters(), max_size=300) | st.sampled_from(BAD)
GROUPS = st.lists(st.lists(WILD, min_size=1, max_size=2), max_size=12)
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}


@given(WILD)
def test_a_file_name_is_safe_whatever_the_title(title: str) -> None:
    name = file_name(title, ".docx")
    stem = name.removesuffix(".docx")
    assert name.endswith(".docx")
    assert stem
    assert len(name.encode()) <= 200
    assert not set(name) & set('<>:"/\\|?*\0')
    assert stem[0] not in " .~-"
    assert stem[-1] not in " ."
    assert stem.split(".")[0].strip().lower() not in RESERVED
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") for char in name)
    assert file_name(stem, ".docx") == name


@given(GROUPS)
def test_names_told_apart_differ_on_every_system(titles: list[list[str]]) -> None:
    groups = [tuple(map(file_name, group, (".docx", ".pdf"))) for group in titles]
    chosen = list(apart(groups))
    assert [len(group) for group in chosen] == [len(group) for group in groups]
    every = [likeness(name) for group in chosen for name in group]
    assert len(set(every)) == len(every)


def test_names_that_differ_by_case_width_or_normal_form_are_numbered() -> None:
    names = ["Aé镇.docx", "aé镇.docx", "ａe\u0301镇.docx", "甲.docx", "甲（2）.docx", "甲.docx", "甲.docx"]
    assert [group[0] for group in apart([name] for name in names)] == [
        "Aé镇.docx", "aé镇（2）.docx", "ａe\u0301镇（3）.docx",
        "甲.docx", "甲（2）.docx", "甲（3）.docx", "甲（4）.docx",
    ]  # fmt: skip


def test_the_files_of_one_document_bear_one_number() -> None:
    assert list(apart([("甲.docx", "甲.pdf"), ("甲.pdf",), ("甲.docx", "甲.pdf")])) == [
        ("甲.docx", "甲.pdf"), ("甲（2）.pdf",), ("甲（3）.docx", "甲（3）.pdf"),
    ]  # fmt: skip


def test_a_name_that_looks_like_nothing_has_one() -> None:
    for title in ("", "\u3164", "\u2800\u200b", "\u202e", "...", "\ue000"):
        assert file_name(title, ".docx") == "未命名.docx"


def test_rare_characters_stay_even_where_this_machine_does_not_know_them() -> None:
    assert file_name("𱍐村\U000323b0", ".docx") == "𱍐村\U000323b0.docx"
