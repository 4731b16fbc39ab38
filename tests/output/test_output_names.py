"""A document's title becomes a file name that every system takes."""

from __future__ import annotations

import unicodedata

import pytest

from docgen.output.names import file_name


@pytest.mark.parametrize(
    "title, name",
    [
        ("云岭县2024年工作实施方案", "云岭县2024年工作实施方案"),
        ("../../etc/passwd", "／..／etc／passwd"),
        ("a/b\\c", "a／b＼c"),
        ('"x" <y>: *z* | ?', "“x“ ＜y＞： ＊z＊ ｜ ？"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("Lpt1", "_Lpt1"),
        ("COM¹", "_COM¹"),
        ("CONTENT", "CONTENT"),
        ("", "未命名"),
        ("..", "未命名"),
        (" . ", "未命名"),
        ("~$方案", "方案"),
        ("方案. ", "方案"),
        ("方案\u202efdp", "方案fdp"),
        ("方\u200b案\ufeff", "方案"),
        ("第一行\n第二行", "第一行第二行"),
        ("a\tb\x00c\x1fd", "abcd"),
        ("方案　　二", "方案 二"),
    ],
)
def test_a_title_becomes_a_safe_name(title: str, name: str) -> None:
    assert file_name(title, ".docx") == f"{name}.docx"


@pytest.mark.parametrize("title", ["字" * 300, "😀" * 100, "a" * 400, "字" * 59 + ".文", "é" * 200])
def test_a_long_title_is_cut_at_a_whole_character_and_keeps_its_ending(title: str) -> None:
    name = file_name(title, ".docx")
    stem = name.removesuffix(".docx")
    assert stem != name
    assert title.startswith(stem)
    assert 150 <= len(stem.encode()) <= 180
    assert stem[-1] not in " ."


def test_titles_that_a_mac_and_windows_take_for_one_give_one_name() -> None:
    composed = "é方案"
    assert file_name(unicodedata.normalize("NFD", composed), ".pdf") == file_name(composed, ".pdf") == f"{composed}.pdf"


def test_a_name_never_leaves_its_folder_and_is_never_hidden() -> None:
    for title in ("../x", "..\\x", "/etc/x", "C:\\x", ".x", "...x", "x/..", "．．/x"):
        name = file_name(title, ".docx")
        assert not set(name) & set('/\\:*?"<>|')
        assert not name.startswith(".")
