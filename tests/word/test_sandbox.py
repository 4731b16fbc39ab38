"""A template is text from outside: it may use the data and the filters, nothing else, and not all of the machine."""

from __future__ import annotations

import time
from datetime import date
from types import SimpleNamespace

import pytest
from small_template import codes, faults, lines, p, render

from docgen.word.tags import shortened

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
        "{{ namespace.__init__.__globals__ }}",
        "{{ '%0999999999d' % 1 }}",
        "{{ '{:>999999999}'.format(1) }}",
        "{{ 文.ljust(10**9) }}",
        "{{ 文.zfill(999999999) }}",
        "{{ 文.replace('', 'xx') }}",
        "{{ ','.join(表) }}",
        "{{ (1).to_bytes(999999999, 'big') }}",
        "{{ 日.strftime('%0999999999Y') }}",
    ],
)
def test_a_way_out_of_the_sandbox_is_refused_with_its_place(tag: str) -> None:
    begun = time.process_time()
    told = faults(p("前") + p(tag), {"文": "x", "表": [1], "日": date(2024, 2, 26)})
    assert told[0].partition("：")[2] == FORBIDDEN
    assert told[0].startswith("TPL-009 正文 第2段“")
    assert time.process_time() - begun < 2


TOO_MUCH = "要做的太多：得到的文字太长，或重复、循环的次数太多 → 检查这一段的标签"


@pytest.mark.parametrize(
    "tag",
    [
        "{{ 10 ** 1000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 'a' * 10000000 }}",
        "{{ 10000000 * 'a' }}",
        "{{ [1] * 10000000 }}",
        "{% set n = namespace(x='aa') %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
        "{% set n = namespace(x='aa') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
        "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
        "{% set n = namespace(x=9) %}{% for i in range(60) %}{% set n.x = n.x * n.x %}{% endfor %}",
        "{% set n = namespace(x='aa') %}{% for i in range(60) %}{% set n.x = n.x | replace('a', 'aa') %}{% endfor %}",
        "{% for i in 千 %}{% for j in 千 %}{{ [-9**9] | map('#') | join }}{% endfor %}{% endfor %}",
        "{{ 文 | replace('', '甲' * 999999) | replace('甲', '乙乙') }}",
        "{{ range(1000) | join('甲' * 9999) }}",
        "{{ [1] | batch(999999999, 0) | list }}",
        "{{ 1.5 | round(999999999, 'ceil') }}",
        "{{ ([['a'] * 9999] * 99) | sum(start=[]) }}",
        "{% for i in range(99999) %}{% if range(99999) | sum %}{% endif %}{% endfor %}",
        "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
        "{% for i in 千 %}{% for j in 千 %}{% for k in 千 %}{% endfor %}{% endfor %}{% endfor %}",
        "{% for i in 千 %}{% for j in 千 %}{% for k in 千 if 0 > k %}{% endfor %}{% endfor %}{% endfor %}",
        "{% for i in [1, 1] recursive %}{% if 60 > loop.depth %}{{ loop([1, 1]) }}{% endif %}{% endfor %}",
        "{% for i in 千 %}{{ '甲' * 999999 }}{% endfor %}",
    ],
)
def test_a_template_that_would_use_up_the_machine_stops_at_once_with_its_place(tag: str) -> None:
    begun = time.process_time()
    told = faults(p("前") + p(tag), {"文": "x", "千": list(range(1000))})
    assert [line.partition("”：")[2] for line in told] == [TOO_MUCH]
    assert told[0].startswith("TPL-009 正文 第2段“")
    assert time.process_time() - begun < 4


def test_a_part_that_grows_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.word.limits.LONGEST_PART", 5000)
    assert faults(p("{{ 文 }}"), {"文": "甲" * 3000}) == []
    told = faults(p("{{ 文 }}{{ 文 }}"), {"文": "甲" * 3000})
    assert told == [f"TPL-009 正文 第1段“{{{{ 文 }}}}{{{{ 文 }}}}”：{TOO_MUCH}"]


def test_a_machine_without_room_is_told_as_a_fault_of_the_template(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(_: object) -> str:
        raise MemoryError

    monkeypatch.setattr("docgen.word.limits.part_of", no_room)
    assert [line.partition("：")[2] for line in faults(p("甲"))] == [TOO_MUCH]


def test_lists_within_lists_are_never_printed_in_a_message() -> None:
    deep = "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = [n.x, n.x] %}{% endfor %}"
    begun = time.process_time()
    told = faults(p(deep + "{{ n.x }}{{ n.x | 中文数字 }}{{ n.x | 日期 }}{{ n.x | upper }}{{ 版式(左空=n.x) }}"))
    assert codes(told) == ["TPL-008"] * 4
    assert time.process_time() - begun < 2


@pytest.mark.parametrize("name", ["center", "indent", "wordwrap", "format", "tojson", "attr", "slice", "xmlattr"])
def test_a_filter_that_no_document_needs_is_not_there(name: str) -> None:
    told = faults(p("前") + p(f"{{{{ 文 | {name}(999999999) }}}}"), {"文": "x"})
    assert [line.partition(" → ")[0] for line in told] == [
        f"TPL-005 正文 第2段“{shortened(f'{{{{ 文 | {name}(999999999) }}}}')}”：没有叫“{name}”的过滤器"
    ]


def test_a_filter_named_at_run_time_is_told_too() -> None:
    told = faults(p("{{ 表 | map('center') | list }}"), {"表": ["a"]})
    assert [line.partition("”：")[2].partition(" →")[0] for line in told] == ["没有叫“center”的过滤器"]


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("{{ 文 | upper }}{{ 'AB' | lower }}{{ ' 甲 ' | trim }}{{ '甲乙' | replace('乙', '丙') }}", "ABab甲甲丙"),
        ("{{ 数 | sum }}、{{ 数 | max }}、{{ 数 | min }}、{{ 数 | length }}、{{ 数 | first }}", "6、3、1、3、3"),
        ("{{ 数 | sort | join('，') }}；{{ 数 | reverse | join }}；{{ [1, 1] | unique | join }}", "1，2，3；213；1"),
        ("{% for 行 in 数 | batch(2, '无') %}{{ 行 | join('-') }} {% endfor %}", "3-1 2-无 "),
        ("{{ 表 | map(attribute='名') | join('、') }}{{ 表 | sum('量') }}", "甲、乙、甲7"),
        (
            "{{ 表 | selectattr('量', '>', 1) | map(attribute='名') | join }}{{ 数 | select('odd') | list | count }}",
            "乙甲2",
        ),
        ("{% for 组 in 表 | groupby('名') %}{{ 组.grouper }}{{ 组.list | count }}{% endfor %}", "乙1甲2"),
        ("{{ 2.345 | round(2) }}{{ '7' | int + 1 }}{{ -3 | abs }}{{ 7 % 4 }}{{ 无 | default('—') }}", "2.35833—"),
        ("{{ 文.startswith('a') }}{{ '甲、乙'.split('、')[1] }}{{ 日.year }}", "是乙2024"),
        ("{% for 项 in 数 %}{{ 项 }}{% if not loop.last %}、{% endif %}{{ loop.length }}{% endfor %}", "3、31、323"),
        ("{% for 项 in 数 if 项 > 1 %}{{ loop.index }}{{ 项 }}{% else %}无{% endfor %}", "1322"),
    ],
)
def test_what_documents_do_with_filters_and_methods_stays(tag: str, shown: str) -> None:
    rows = [{"名": "甲", "量": 1}, {"名": "乙", "量": 2}, {"名": "甲", "量": 4}]
    found = lines(render(p(tag), {"文": "ab", "数": [3, 1, 2], "表": rows, "日": date(2024, 2, 26)}))
    assert found == [shown]


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


def test_a_filter_is_not_answered_with_one_of_a_single_letter() -> None:
    told = faults(p("{{ 文 | center(9) }}"), {"文": "x"})
    assert [line.partition(" → ")[2] for line in told] == ["是不是“count”？"]


def test_a_loop_is_counted_by_what_it_goes_through_before_it_begins() -> None:
    told = faults(p("前") + p("{% for i in 千 %}{% for j in 千 %}{{ '' }}{% endfor %}{% endfor %}"), {"千": [0] * 1000})
    assert [line.partition("”：")[2] for line in told] == [TOO_MUCH]
    counted = "{% for i in 表 if i > 1 %}{{ i }}{% endfor %}{% for k, v in 记 | items %}{{ k }}{{ v }}{% endfor %}"
    assert lines(render(p(counted), {"表": (1, 2, 3), "记": {"甲": 1}})) == ["23甲1"]


def test_a_part_is_stopped_where_it_grows_too_long_and_not_where_that_was_noticed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("docgen.word.limits.LONGEST_PART", 5000)
    body = p("一{{ 文 }}") + p("二{{ 文 }}") + "".join(p(f"{n}{{{{ 文 }}}}") for n in range(80))
    told = faults(body, {"文": "甲" * 3000})
    assert [line.partition("：")[0] for line in told] == ["TPL-009 正文 第2段“二{{ 文 }}”"]


def test_a_loop_of_long_sums_is_stopped_at_its_place() -> None:
    sums = " + ".join(["项"] * 50)
    told = faults(p(f"{{% for 项 in range(99999) %}}{{% set 和 = {sums} %}}{{% endfor %}}"))
    assert codes(told) == ["TPL-009"]
    assert "第1段" in told[0]
    assert TOO_MUCH in told[0]


def test_a_part_that_takes_too_long_is_stopped_at_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.word.limits.LONGEST_TIME", -1.0)
    told = faults(p("前") + p("{% for 项 in range(500) %}{{ 项 }}{% endfor %}"))
    assert codes(told) == ["TPL-009"]
    assert "第2段" in told[0]
    assert TOO_MUCH in told[0]
