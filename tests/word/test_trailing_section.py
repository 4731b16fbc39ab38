"""A last section that shows nothing would print an empty page: it is dropped."""

from __future__ import annotations

import pytest
from small_template import W, lines, p, render

LANDSCAPE = '<w:sectPr><w:pgSz w:orient="landscape"/></w:sectPr>'
UPRIGHT = '<w:sectPr><w:pgSz w:w="11906"/></w:sectPr>'


def sections(body: str) -> tuple[list[str], list[str]]:
    """The texts of the paragraphs, and for each section whether it lies (横) or stands (竖)."""
    rendered = render(body, {"假": False})
    sizes = rendered.iter(f"{W}pgSz")
    return lines(rendered), ["横" if size.get(f"{W}orient") else "竖" for size in sizes]


def test_an_empty_last_section_leaves_and_the_one_before_is_the_last() -> None:
    body = p("正文") + p(ppr=UPRIGHT) + p("横表") + p(ppr=LANDSCAPE) + p() + p("") + UPRIGHT
    assert sections(body) == (["正文", "", "横表", ""], ["竖", "横"])
    rendered = render(body)
    assert rendered[-1].tag == f"{W}sectPr"
    assert rendered[-2].find(f"{W}pPr/{W}sectPr") is None


def test_a_last_section_emptied_by_a_condition_leaves_too() -> None:
    body = p("横表") + p(ppr=LANDSCAPE) + p("{%p if 假 %}") + p("版记") + p("{%p endif %}") + UPRIGHT
    assert sections(body) == (["横表", ""], ["横"])


@pytest.mark.parametrize(
    "shown",
    [
        p("字"),
        "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>",
        "<w:p><w:r><w:br/></w:r></w:p>",
        "<w:p><w:r><w:drawing/></w:r></w:p>",
    ],
)
def test_a_last_section_that_shows_something_stays(shown: str) -> None:
    _, kinds = sections(p("横表") + p(ppr=LANDSCAPE) + shown + UPRIGHT)
    assert kinds == ["横", "竖"]


def test_a_document_of_one_section_stays_as_it_is() -> None:
    assert sections(p("字") + p("") + UPRIGHT) == (["字", ""], ["竖"])
    assert sections(p("字") + p("")) == (["字", ""], [])
