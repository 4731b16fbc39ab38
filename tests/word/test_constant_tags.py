"""What Jinja could work out while it compiles is left to the rendering where something is missing in it."""

from __future__ import annotations

import pytest
from small_template import faults, lines, p, render


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ('{{ 1 if {"甲": 1}["乙"] else 2 }}', "“乙”在这里的数据里没有 → 能用的名称：甲"),
        ("{{ 1 if {}.乙 else 2 }}", "“乙”在这里的数据里没有 → 改成数据里有的名称；全部名称见 docs/glossary.md"),
        ("{{ '是' if not [][0] else '否' }}", "没有第 1 项，这张表有 0 项 → 先用 if 判断有没有这一项，或用 for 逐条写"),
    ],
)
def test_a_name_that_a_constant_lacks_is_told_and_no_fault_of_ours(tag: str, said: str) -> None:
    (line,) = faults(p("前") + p(tag))
    assert line.startswith("TPL-00")
    assert line.split(" ", 2)[1] == "正文"
    assert line.partition("”：")[2] == said


def test_constants_still_print() -> None:
    assert lines(render(p('{{ 1 if {"甲": 1}["甲"] else 2 }}{{ "甲" if [] else "乙" }}'))) == ["1乙"]
