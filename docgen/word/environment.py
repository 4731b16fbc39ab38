"""The Jinja environment of templates: sandboxed, strict about names, everything escaped, Chinese filters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen.word import allowed, filters, limits, picture_tags
from docgen.word.missing import NOT_ALLOWED, MissingName
from docgen.word.picture_places import NAME


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

_JOINED, _STEP, _TURNS = "~", "#", "#for"
"""The filters that `~` and loops are compiled to; no template can name them."""


_OF_A_LOOP = frozenset({"index", "index0", "first", "last", "length", "revindex", "revindex0", "previtem", "nextitem"})


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Plain data only; a record's own keys win over the methods of a dictionary (`row.items`)."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "**", "%"})

    def __init__(self) -> None:
        super().__init__(undefined=MissingName, finalize=filters.printed, autoescape=False)
        kept: dict[str, Callable[..., Any]] = {name: self.filters[name] for name in allowed.FILTERS} | allowed.OWN
        kept |= {name: item.function for name, item in FILTERS.items()}
        # Everything is escaped when it is printed, once: a template that asks for it gets no more.
        kept |= dict.fromkeys(("e", "escape", "forceescape", "safe", "string"), filters.plain_text)
        kept |= {"join": filters.joined, _JOINED: filters.joined}
        self.filters = {name: limits.charged(function) for name, function in kept.items()} | {
            _STEP: _turn,
            _TURNS: limits.counted,
        }
        del self.globals["lipsum"]
        self.globals |= {"版式": filters.layout, NAME: picture_tags.picture, "range": allowed.counted_range}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`记录.名称`: the key, before any attribute."""
        kind = type(obj)
        if kind is dict and attribute in obj:  # nearly always
            return obj[attribute]
        if kind is LoopContext and attribute in _OF_A_LOOP:
            return getattr(obj, attribute)
        return self._entry(obj, attribute) if isinstance(obj, Mapping) else super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """`记录["名称"]`: the key, never a method."""
        return self._entry(obj, argument) if isinstance(obj, Mapping) else super().getitem(obj, argument)

    def _entry(self, obj: Mapping[Any, Any], key: Any) -> Any:
        return obj[key] if key in obj else self.undefined(obj=obj, name=key)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Only what a document needs of a value; see `allowed`."""
        return super().is_safe_attribute(obj, attr, value) and allowed.is_allowed(obj, attr)

    def wrap_str_format(self, value: Any) -> None:
        """No `format`: a width in it (`{:>999999999}`) makes a text of any length."""

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """`+`, `*`, `**` within the limits, `%` of numbers: a template must not be able to use up the machine."""
        if operator == "%" and isinstance(left, str):
            raise SecurityError(NOT_ALLOWED)
        limits.check_operation(operator, left, right)
        return super().call_binop(context, operator, left, right)


def _turn(steps: int) -> bool:
    """Count one turn of a loop; always true."""
    limits.spend(steps)
    return True


def restrain(tree: nodes.Template, environment: TemplateEnvironment) -> None:
    """Let `~` join only what may be printed (`{{ 表 ~ "x" }}` is the same fault as `{{ 表 }}`), and count all turns.

    What a loop goes through is counted as a whole; of a loop that calls itself only each turn can be.
    """
    for join in list(tree.find_all(nodes.Concat)):
        join.nodes = [_filtered(nodes.List(join.nodes, lineno=join.lineno), _JOINED)]
    for loop in list(tree.find_all(nodes.For)):
        if not loop.recursive:
            loop.iter = _filtered(loop.iter, _TURNS)
            continue
        # A loop that calls itself multiplies, and no document needs it.
        turn = _filtered(nodes.Const(limits.RECURSION, lineno=loop.lineno), _STEP)
        loop.body = [nodes.ExprStmt(turn, lineno=loop.lineno), *loop.body]
        if loop.test is not None:
            loop.test = nodes.And(turn, loop.test, lineno=loop.lineno)
    tree.set_environment(environment)


def _filtered(node: nodes.Node, name: str) -> nodes.Filter:
    return nodes.Filter(cast(nodes.Expr, node), name, [], [], None, None, lineno=node.lineno)
