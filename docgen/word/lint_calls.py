"""Calls: what filters and functions of a template want of the data, and what they make of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from jinja2 import nodes

from docgen.word import naming
from docgen.word.fields import SINGLE, Field, Sort
from docgen.word.filters import LAYOUT_NAMES
from docgen.word.naming import said
from docgen.word.picture_places import NAME as PICTURE
from docgen.word.picture_tags import WISHES

if TYPE_CHECKING:
    from docgen.word.lint_values import Scope, ValueReader

_TEXT, _NUMBER = Field(frozenset({Sort.TEXT})), Field(frozenset({Sort.NUMBER}))
_MAKE_TEXT = frozenset(
    {"顿号", "join", "日期", "中文数字", "断词", "标题分行", "upper", "lower", "trim", "replace", "string"}
)
_MAKE_NUMBER = frozenset({"length", "count", "int", "float", "abs", "round", "sum"})
_KEEP_LIST = frozenset({"sort", "reverse", "unique", "select", "reject", "selectattr", "rejectattr", "list"})
_ONE_OF = frozenset({"first", "last", "min", "max"})
_LAYOUT = "版式"


def called(node: nodes.Call, scope: Scope, reader: ValueReader) -> Field | None:
    """A call of a function: of 版式 and 图, what they are given names for."""
    for child in (*node.args, *(item.value for item in node.kwargs)):
        reader.value(child, scope)
    name = node.node.name if isinstance(node.node, nodes.Name) else ""
    if not name:
        reader.value(node.node, scope)
    for known, code, words in ((_LAYOUT, "TPL-005", LAYOUT_NAMES), (PICTURE, "TPL-013", WISHES)):
        for item in node.kwargs if name == known else ():
            if item.key not in words:
                reader.tell(code, f"{known}里没有“{item.key}”", naming.remedy(item.key, words))
    if name == PICTURE and node.args:
        _pictured(node.args[0], scope, reader)
    return Field(frozenset({Sort.LIST}), items=_NUMBER) if name == "range" else None


def _pictured(node: nodes.Expr, scope: Scope, reader: ValueReader) -> None:
    found = reader.value(node, scope)
    if found is not None and found.sorts and Sort.PICTURE not in found.sorts:
        reader.tell("TPL-013", f"“图”要的是一幅图，“{said(node)}”是{found.sort}", "写数据里一幅图的名称")


def filtered(node: nodes.Filter, scope: Scope, reader: ValueReader) -> Field | None:
    """A filter: whether it fits what it is used on, and what it makes of that."""
    for child in (*node.args, *(item.value for item in node.kwargs)):
        reader.value(child, scope)
    if node.name in ("default", "d") or node.node is None:
        return None
    found = reader.value(node.node, scope)
    if found is None or not found.sorts:
        return _made(node.name, None)
    _check(node, found, reader)
    if (path := _path(node)) and found.items is not None and found.only(Sort.LIST):
        return _column(node, found.items, path, reader, found)
    return _made(node.name, found)


def _check(node: nodes.Filter, found: Field, reader: ValueReader) -> None:
    assert node.node is not None
    wants = _WANTS.get(node.name)
    if wants is not None and not wants[0](found):
        reader.tell("TPL-008", f"“{node.name}”要用在{wants[1]}上，“{said(node.node)}”是{found.sort}", wants[2])
    elif node.name in ("顿号", "join") and _bare_records(node, found):
        assert found.items is not None
        first = next(iter(found.items.fields))
        way = f'先取各条的一项：{{{{ {said(node.node)} | 列("{first}") | {node.name} }}}}'
        reader.tell("TPL-008", f"“{said(node.node)}”的各项是一条记录，不能连成一串", way)


def _bare_records(node: nodes.Filter, found: Field) -> bool:
    records = found.items is not None and found.items.only(Sort.RECORD) and bool(found.items.fields)
    return records and not any(item.key == "attribute" for item in node.kwargs) and len(node.args) < 2


_Wants = tuple[Callable[[Field], bool], str, str]
_NO_LIST = (
    lambda found: not found.only(*SINGLE, Sort.RECORD, Sort.PICTURE),
    "一张名单",
    "已经是一个值的，直接写它的名称",
)
_WANTS: dict[str, _Wants] = {
    "日期": (lambda found: Sort.DAY in found.sorts, "日期", "已经写成文字的日期，去掉“日期”"),
    "中文数字": (lambda found: Sort.NUMBER in found.sorts, "数字", "去掉“中文数字”"),
    "顿号": _NO_LIST,
    "join": _NO_LIST,
    "列": _NO_LIST,
}


def _path(node: nodes.Filter) -> list[str]:
    """The names that a filter looks up in every record: `列("a")`, `map(attribute="a.b")`, `selectattr("a", …)`."""
    given: Any = next((item.value for item in node.kwargs if item.key == "attribute"), None)
    if given is None and node.args and node.name in ("列", "selectattr", "rejectattr", "groupby"):
        given = node.args[0]
    value = given.value if isinstance(given, nodes.Const) else None
    return value.split(".") if isinstance(value, str) else []


def _column(node: nodes.Filter, items: Field, path: list[str], reader: ValueReader, whole: Field) -> Field | None:
    """Follow the names into the records."""
    assert node.node is not None
    at: Field | None = items
    name = f"{said(node.node)}的一条"
    for key in path:
        at = None if at is None or not at.sorts else reader.entry(at, key, name)
        name = key
    if node.name in ("列", "map"):
        return replace(whole, items=at, example="", filled=False)
    return None if node.name == "groupby" else _made(node.name, whole)


def _made(name: str, found: Field | None) -> Field | None:
    """What a filter makes, as far as that is known."""
    if name in _MAKE_TEXT:
        return _TEXT
    if name in _MAKE_NUMBER:
        return _NUMBER
    if found is None:
        return None
    if name in _KEEP_LIST:
        return replace(found, filled=False) if found.only(Sort.LIST) else None
    return found.items if name in _ONE_OF and found.only(Sort.LIST) else None
