"""Values: what the tags of a part want of the data, held against what stands there, in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import nodes

from docgen.diagnostics import Severity
from docgen.word import allowed, lint_calls, naming
from docgen.word.fields import SINGLE, Field, Sort
from docgen.word.naming import said

Scope = dict[str, Field | None]
"""Name → what it is; None where that is unknown, and anything may be done with it."""
Tell = Callable[..., None]
"""Called with code, found, remedy ("" for the code's own), severity."""

_OF_A_LOOP = frozenset({
    "index", "index0", "first", "last", "length", "revindex", "revindex0", "previtem", "nextitem", "cycle", "changed",
    "depth", "depth0",
})  # fmt: skip
_LOOP = "loop"
_NUMBER = Field(frozenset({Sort.NUMBER}))
_TEXT = Field(frozenset({Sort.TEXT}))


class ValueReader:
    """Reads expressions; what does not fit is told. `guarded` are attributes that the template itself asks about."""

    def __init__(self, tell: Tell, guarded: frozenset[str] = frozenset()) -> None:
        self.tell = tell
        self._guarded = guarded

    def printed(self, node: nodes.Node, scope: Scope) -> None:
        """What a tag prints must be a single value."""
        found = self.value(node, scope)
        if found is None:
            return
        if found.only(Sort.LIST, Sort.RECORD):
            name = said(node)
            inside = next(iter((found.items or found).fields), "名称")
            way = f"如 {{{{ {name}.{inside} }}}}" if found.only(Sort.RECORD) else f"如 {{{{ {name} | 顿号 }}}}"
            remedy = f"写到具体的一项，{way}" if found.fields or not found.only(Sort.RECORD) else ""
            if found.items is not None and found.items.fields:
                remedy = f'用 for 逐条写，或取各条的一项：{{{{ {name} | 列("{inside}") | 顿号 }}}}'
            self.tell("TPL-008", f"“{name}”是{found.sort}，不是一个值", remedy)
        elif found.only(Sort.PICTURE):
            self.tell("TPL-013", f"“{said(node)}”是一幅图，不能当文字写", f"写成 {{{{ 图({said(node)}) }}}}，独占一段")

    def looped(self, node: nodes.Node, scope: Scope) -> Field | None:
        """What a `for` goes through; returns what each turn has."""
        found = self.value(node, scope)
        if found is None:
            return None
        if found.only(*SINGLE, Sort.RECORD, Sort.PICTURE):
            self.tell("TPL-019", f"“{said(node)}”是{found.sort}，不是一张表")
            return None
        return found.items

    def asked(self, node: nodes.Node, scope: Scope) -> None:
        """The question of an `if`: one whose answer is always the same is told."""
        if isinstance(node, nodes.Not):
            self.asked(node.node, scope)
        elif isinstance(node, nodes.And | nodes.Or):
            self.asked(node.left, scope)
            self.asked(node.right, scope)
        else:
            found = self.value(node, scope)
            if found is not None and found.filled and isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
                self._always(said(node), found)

    def _always(self, name: str, found: Field) -> None:
        way = f'写明是哪一种，如 {{% if {name} == "{found.choices[0]}" %}}' if found.choices else ""
        self.tell("TPL-020", f"“{name}”总是填着的，这个 if 永远成立", way, Severity.WARNING)

    def value(self, node: nodes.Node, scope: Scope) -> Field | None:
        """What an expression comes to, None where that is unknown; everything in it is looked at."""
        if isinstance(node, nodes.Name):
            return scope.get(node.name)
        if isinstance(node, nodes.Getattr | nodes.Getitem):
            return self._attribute(node, scope)
        if isinstance(node, nodes.Filter):
            return lint_calls.filtered(node, scope, self)
        if isinstance(node, nodes.Call):
            return lint_calls.called(node, scope, self)
        if isinstance(node, nodes.Compare):
            self._compared(node, scope)
            return None
        if isinstance(node, nodes.CondExpr):
            return self._chosen(node, scope)
        if isinstance(node, nodes.Concat):
            for item in node.nodes:
                self.printed(item, scope)
            return _TEXT
        if isinstance(node, nodes.Test) and node.name in ("defined", "undefined"):
            return None
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Expr):
                self.value(child, scope)
        return _constant(node)

    def _chosen(self, node: nodes.CondExpr, scope: Scope) -> Field | None:
        self.asked(node.test, scope)
        several = [self.value(item, scope) for item in (node.expr1, node.expr2) if item is not None]
        return several[0] if len(set(map(id, several))) == 1 else None

    def _compared(self, node: nodes.Compare, scope: Scope) -> None:
        """`名 == "写法"`: a text that the name can never be is told."""
        found = self.value(node.expr, scope)
        for operand in node.ops:
            self.value(operand.expr, scope)
            if found is not None and operand.op in ("eq", "ne") and isinstance(operand.expr, nodes.Const):
                self._never(said(node.expr), found, operand.expr.value)

    def _never(self, name: str, found: Field, wanted: Any) -> None:
        if not isinstance(wanted, str):
            return
        if found.choices and wanted and wanted not in found.choices:
            known = "、".join(found.choices)
            self.tell("TPL-020", f"“{name}”不会是“{wanted}”", f"能写的有：{known}", Severity.WARNING)
        elif wanted and found.only(Sort.NUMBER, Sort.DAY, Sort.LIST, Sort.RECORD, Sort.YES_NO):
            way = f"去掉引号：{name} == {wanted}" if found.only(Sort.NUMBER) else ""
            self.tell("TPL-020", f"“{name}”是{found.sort}，和文字“{wanted}”总不相同", way, Severity.WARNING)

    def _attribute(self, node: nodes.Getattr | nodes.Getitem, scope: Scope) -> Field | None:
        key = node.attr if isinstance(node, nodes.Getattr) else _key(node.arg)
        if isinstance(node, nodes.Getitem):
            self.value(node.arg, scope)
        if isinstance(node.node, nodes.Name) and node.node.name == _LOOP:
            if isinstance(key, str) and key not in _OF_A_LOOP:
                self.tell("TPL-007", f"loop 没有“{key}”", naming.remedy(key, sorted(_OF_A_LOOP)))
            return None
        owner = self.value(node.node, scope)
        if owner is None or key is None or not owner.sorts:
            return None
        return self.entry(owner, key, said(node.node))

    def entry(self, owner: Field, key: str | int, name: str) -> Field | None:
        """What stands in a record, list or value under a key; `name` is how the template calls that."""
        if Sort.RECORD in owner.sorts:
            if key not in owner.fields and owner.fields and key not in self._guarded:
                self.tell("TPL-007", f"“{key}”在“{name}”里没有", naming.remedy(str(key), owner.fields))
            return owner.fields.get(str(key))
        if owner.only(Sort.LIST):
            return self._of_list(owner, key, name)
        if owner.only(*SINGLE) and isinstance(key, str) and not any(_may(sort, key) for sort in owner.sorts):
            self.tell("TPL-007", f"“{name}”是{owner.sort}，不是一条记录，没有“{key}”", f"只写 {name}")
        return None

    def _of_list(self, owner: Field, key: str | int, name: str) -> Field | None:
        if isinstance(key, int):
            return owner.items
        if not allowed.is_allowed([], key) and key not in self._guarded:
            self.tell("TPL-007", f"“{name}”是整张表，没有“{key}”", f'用 for 逐条写，或用 列("{key}") 取各条的这一项')
        return None


_SAMPLES: Mapping[Sort, Any] = {Sort.TEXT: "", Sort.NUMBER: 0, Sort.YES_NO: True}


def _may(sort: Sort, key: str) -> bool:
    """Whether a template may read this of a single value."""
    from datetime import date

    return allowed.is_allowed(date.min if sort is Sort.DAY else _SAMPLES[sort], key)


def _key(node: nodes.Node) -> Any:
    value = node.value if isinstance(node, nodes.Const) else None
    return value if isinstance(value, str | int) else None


def _constant(node: nodes.Node) -> Field | None:
    if not isinstance(node, nodes.Const) or isinstance(node.value, bool):
        return None
    return _NUMBER if isinstance(node.value, int | float) else _TEXT if isinstance(node.value, str) else None
