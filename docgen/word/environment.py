"""The Jinja environment of templates: sandboxed, strict about names, everything escaped, Chinese filters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen.word import filters
from docgen.word.missing import NOT_ALLOWED, MissingName


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter of the office: what does it, what it does in Chinese, an example with its result."""

    function: Callable[..., Any]
    explanation: str
    example: str


FILTERS: dict[str, Filter] = {
    "中文数字": Filter(filters.numeral, "写成中文数字", "{{ 12 | 中文数字 }} → 十二"),
    "日期": Filter(filters.day, "写成公文的日期", "{{ 行.完成时限 | 日期 }} → 2024年6月30日"),
    "顿号": Filter(filters.with_dun, "用顿号连接", "{{ 挂牌条件 | 顿号 }} → 任务较重、难度较大"),
    "标题分行": Filter(
        filters.broken_title, "标题在写了 | 的地方分行", "{% filter 标题分行 %}{{ 县名 }}|实施方案{% endfilter %}"
    ),
    "断词": Filter(filters.broken_after, "标题可以在这个词之后分行", "{{ 工作名称 | 断词(工作主题) }}"),
    "列": Filter(filters.column, "取各条记录的同一项", '{{ 督战村 | 列("村名") | 顿号 }} → 石桥村、上坝村'),
}
"""Name → filter; docs/glossary.md lists them."""

LAYOUT_EXAMPLE = "{{ 版式(左空=32, 字号=16, 行距=28.95, 缩放=80) }}"

_OPERAND = "~"  # the filter that `~` puts on both its sides; no template can name it
_REMOVED = ("random", "pprint")  # the same data would give other bytes
_LARGEST_POWER, _LONGEST_REPEAT = 64, 1000


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Plain data only; a record's own keys win over the methods of a dictionary (`row.items`)."""

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self) -> None:
        super().__init__(undefined=MissingName, finalize=filters.printed, autoescape=False)
        self.filters.update({name: item.function for name, item in FILTERS.items()})
        # Everything is escaped when it is printed, once: a template that asks for it gets no more.
        self.filters.update(
            dict.fromkeys(("e", "escape", "forceescape", "safe", "string", _OPERAND), filters.plain_text)
        )
        self.filters["join"] = filters.joined
        for name in _REMOVED:
            del self.filters[name]
        del self.globals["lipsum"]
        self.globals["版式"] = filters.layout

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`记录.名称`: the key, before any attribute."""
        return self._entry(obj, attribute) if isinstance(obj, Mapping) else super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """`记录["名称"]`: the key, never a method."""
        return self._entry(obj, argument) if isinstance(obj, Mapping) else super().getitem(obj, argument)

    def _entry(self, obj: Mapping[Any, Any], key: Any) -> Any:
        return obj[key] if key in obj else self.undefined(obj=obj, name=key)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """`*` and `**`, kept to what a document needs: a template must not be able to use up the machine."""
        numbers = all(isinstance(side, int | float) for side in (left, right))
        if operator == "**" and numbers and max(abs(left), abs(right)) > _LARGEST_POWER:
            raise SecurityError(NOT_ALLOWED)
        if (
            operator == "*"
            and any(isinstance(side, int) and side > _LONGEST_REPEAT for side in (left, right))
            and not numbers
        ):
            raise SecurityError(NOT_ALLOWED)
        return super().call_binop(context, operator, left, right)


def strict_joins(tree: nodes.Template, environment: TemplateEnvironment) -> None:
    """Let `~` join only what may be printed: `{{ 表 ~ "x" }}` is the same fault as `{{ 表 }}`."""
    for join in list(tree.find_all(nodes.Concat)):
        checked = (nodes.Filter(node, _OPERAND, [], [], None, None, lineno=node.lineno) for node in join.nodes)
        join.nodes = list(checked)
    tree.set_environment(environment)
