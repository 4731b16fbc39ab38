"""JSON → nodes. Numbers stay as written; a place is a path, list entries counted from 0: 乡镇[3].名称."""

from __future__ import annotations

import json
from itertools import count
from typing import Any

from docgen.diagnostics import Place
from docgen.intake.nodes import DEPTH, LIST, MAPPING, MOST_NODES, SCALAR, BrokenText, Node, too_many


class _Pairs(list[tuple[str, Any]]):
    """An object with its keys in order, repeated ones too."""


class _NoValue(str):
    """NaN, Infinity and -Infinity: some programs write them, JSON does not know them."""

    __slots__ = ()


def parse_json(text: str, file: str) -> Node:
    """The value of a JSON text. Raises BrokenText; repeated keys are left to the caller."""
    try:
        value = json.loads(text, object_pairs_hook=_Pairs, parse_int=str, parse_float=str, parse_constant=_NoValue)
    except json.JSONDecodeError as error:
        place = Place(file, (error.lineno,), "", f"第{error.lineno}行")
        remedy = f"核对第 {error.colno} 个字附近的逗号、引号和括号"
        raise BrokenText("DATA-037", place, "这一行不合 JSON 的写法", remedy) from error
    except RecursionError as error:
        raise BrokenText("DATA-038", Place(file), "一层套一层，层数太多") from error
    return _node(value, file, "", count(1), 0)


def _node(value: Any, file: str, path: str, order: count[int], depth: int) -> Node:
    place = Place(file, (number := next(order),), "", path)
    if number > MOST_NODES:
        raise too_many(place)
    if isinstance(value, _NoValue):
        raise BrokenText("DATA-037", place, f"{value} 不是 JSON 的值", "写成数字，或写成 null（没有填）")
    if depth > DEPTH:
        raise BrokenText("DATA-038", place, "一层套一层，层数太多")
    if isinstance(value, _Pairs):
        pairs = [(key, _node(item, file, f"{path}.{key}" if path else key, order, depth + 1)) for key, item in value]
        return Node(MAPPING, place, pairs=pairs)
    if isinstance(value, list):
        entries = [_node(item, file, f"{path}[{index}]", order, depth + 1) for index, item in enumerate(value)]
        return Node(LIST, place, entries=entries)
    return Node(SCALAR, place, value)
