"""层次序数 at the head of a paragraph."""

from __future__ import annotations

import pytest

from docgen.wording.levels import Ordinal, ordinal, written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、督战目的", Ordinal(1, 1, "一、")),
        ("二十一、附则", Ordinal(1, 21, "二十一、")),
        ("（三）问题整改。", Ordinal(2, 3, "（三）")),
        ("(三)问题整改。", Ordinal(2, 3, "(三)")),
        ("（十）问题整改。", Ordinal(2, 10, "（十）")),
        ("1.教育", Ordinal(3, 1, "1.")),
        ("12．教育", Ordinal(3, 12, "12．")),
        ("（4）教育", Ordinal(4, 4, "（4）")),
    ],
)
def test_a_number_tells_its_level_its_value_and_how_it_is_written(text: str, expected: Ordinal) -> None:
    assert ordinal(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "对未摘帽的县",
        "一是压实责任",
        "一一、",
        "1.5万人",
        "2019年底",
        "（详见附件1）",
        "（）",
        "十一月、",
        "0.",
        "（0）",
    ],
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert ordinal(text) is None


@pytest.mark.parametrize(
    ("level", "value", "like", "said"),
    [
        (1, 4, "五、", "四、"),
        (2, 4, "（五）", "（四）"),
        (2, 4, "(五)", "(四)"),
        (3, 4, "5.", "4."),
        (4, 4, "（5）", "（4）"),
    ],
)
def test_the_number_that_should_stand_there_is_written_in_the_same_way(
    level: int, value: int, like: str, said: str
) -> None:
    assert written(level, value, like) == said
