"""Characters with what is attached to them: one thing for the layout and for the writers."""

import pytest

from docgen.pdf.clusters import clusters, has_clusters


@pytest.mark.parametrize(
    "text, parts",
    [
        ("国家", ["国", "家"]),
        ("e\u0301a", ["e\u0301", "a"]),
        ("〇\ufe00甲", ["〇\ufe00", "甲"]),
        ("\u0301a", ["\u0301", "a"]),
        ("👍\U0001f3fd好", ["👍\U0001f3fd", "好"]),
        ("👨\u200d👩\u200d👧甲", ["👨\u200d👩\u200d👧", "甲"]),
        ("a\n\u0301", ["a", "\n\u0301"]),
    ],
)
def test_what_is_attached_stays_with_its_character(text, parts):
    found = list(clusters(text))
    assert [part for _, part in found] == parts
    assert all(text[place : place + len(part)] == part for place, part in found)
    assert has_clusters(text) is (len(parts) < len(text))


def test_a_text_without_any_is_its_characters():
    assert list(clusters("")) == []
    assert not has_clusters("don't")
