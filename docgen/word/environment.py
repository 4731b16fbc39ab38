"""The Jinja environment of templates: sandboxed, strict about names, everything escaped, Chinese filters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen.word import filters
from docgen.word.missing import NOT_ALLOWED, MissingName

FILTERS: dict[str, Callable[..., Any]] = {
    "中文数字": filters.numeral,
    "日期": filters.day,
    "顿号": filters.with_dun,
    "标题分行": filters.broken_title,
    "断词": filters.broken_after,
    "列": filters.column,
}
"""Filter → function; docs/glossary.md lists them."""

_OPERAND = "~"  # the filter that `~` puts on both its sides; no template can name it
_REMOVED = ("random", "pprint")  # the same data would give other bytes
_LARGEST_POWER, _LONGEST_REPEAT = 64, 1000


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Plain data only; a record's own keys win over the methods of a dictionary (`row.items`)."""

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self) -> None:
        super().__init__(undefined=MissingName, finalize=filters.printed, autoescape=False)
        self.filters.update(FILTERS)
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
