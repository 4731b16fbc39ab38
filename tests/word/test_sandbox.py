"""A template is text from outside: it may use the data and the filters, nothing else, and not all of the machine."""

from __future__ import annotations

import time
from types import SimpleNamespace

import pytest
from small_template import codes, faults, lines, p, render

FORBIDDEN = "标签要做的事不被允许：模板只能用数据和列出的过滤器 → 检查这一段的标签"


@pytest.mark.parametrize(
    "tag",
    [
        "{{ cycler.__init__.__globals__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ ''['__class__'] }}",
        "{{ [].__class__.__base__.__subclasses__() }}",
        "{{ 版式.__globals__ }}",
        "{{ 版式.__code__ }}",
        "{{ 文.format.__globals__ }}",
        "{{ '{0.__class__}'.format(文) }}",
        "{{ '{x.__class__.__mro__}'.format_map({'x': 文}) }}",
        "{{ 表.append(1) }}",
        "{{ 表.clear() }}",
        "{{ (文 | attr('__class__')) }}",
        "{{ namespace.__init__.__globals__ }}",
        "{{ 10 ** 1000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 'a' * 10000000 }}",
        "{{ [1] * 10000000 }}",
    ],
)
def test_a_way_out_of_the_sandbox_is_refused_with_its_place(tag: str) -> None:
    begun = time.monotonic()
    told = faults(p("前") + p(tag), {"文": "x", "表": [1]})
    assert told[0].partition("：")[2] == FORBIDDEN
    assert told[0].startswith("TPL-009 正文 第2段“")
    assert time.monotonic() - begun < 2


def test_objects_show_no_private_attributes() -> None:
    assert codes(faults(p("{{ 物._secret }}"), {"物": SimpleNamespace(_secret="钥匙")})) == ["TPL-009"]


def test_a_loop_that_would_run_too_long_is_refused_with_its_place() -> None:
    told = faults(p("前") + p("{% for x in range(10**9) %}x{% endfor %}"))
    assert told == ["TPL-009 正文 第2段“{% for x in range(10**9)……”：次数或数字太大 → 检查这一段的标签"]


def test_a_loop_that_calls_itself_for_ever_is_refused() -> None:
    told = faults(p("{% for x in 表 recursive %}{{ loop(表) }}{% endfor %}"), {"表": [1]})
    assert [line.partition("：")[2] for line in told] == ["循环套得太深 → 检查这一段的标签"]


@pytest.mark.parametrize(
    ("tag", "why"), [("{{ 1 / 0 }}", "除数是 0"), ("{{ 文 + 1 }}", "值的种类不合，如拿文字当数来算")]
)
def test_a_computation_that_fails_is_told_in_chinese(tag: str, why: str) -> None:
    assert faults(p(tag), {"文": "x"}) == [f"TPL-009 正文 第1段“{tag}”：{why} → 检查这一段的标签"]


def test_what_a_document_needs_to_compute_is_allowed() -> None:
    body = p("{{ 3 * 4 }}{{ 2 ** 3 }}{{ '—' * 3 }}{{ 100000 * 100000 }}{{ (7 / 2) | round(1) }}")
    assert lines(render(body)) == ["128———100000000003.5"]


@pytest.mark.parametrize("tag", ["{{ lipsum() }}", "{{ [1, 2, 3] | random }}", "{{ 表 | pprint }}"])
def test_nothing_that_changes_from_run_to_run_is_offered(tag: str) -> None:
    assert codes(faults(p(tag), {"表": [1]})) in (["TPL-007"], ["TPL-005"])
