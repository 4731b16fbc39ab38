"""What counts as left for later, and what only looks like it."""

from __future__ import annotations

import pytest

from docgen.rules.placeholders import has_placeholder


@pytest.mark.parametrize(
    "text",
    [
        "XX县",
        "第一XX镇",
        "XXX街道",
        "ＸＸ局",
        "××局长",
        "县×××同志",
        "xx",
        "ｘｘ乡",
        "138XXXXXXXX",
        "共XX个",
        "时间待定",
        "TODO",
        "todo：补上",
        "某某县",
        "某某街道办事处",
        "某某某",
        "张某某",
        "某某同志",
        "到某某村走访",
    ],
)
def test_what_is_left_for_later_is_seen(text: str) -> None:
    assert has_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "xxgk@example.com",
        "www.example.com/xxgk/index.html",
        "maxx",
        "XXL号",
        "EXX",
        "ＡＸＸ",
        "X县",
        "3×4",
        "Todos",
        "村民张某某反映，已经解决",
        "如某某在外务工",
        "",
    ],
)
def test_what_only_looks_like_it_is_not(text: str) -> None:
    assert not has_placeholder(text)
