"""YAML → nodes. All scalars are text: the model decides what they are, so `no`, 012 and 3.10 stay as typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docgen.diagnostics import Place
from docgen.intake.nodes import DEPTH, LIST, MAPPING, MOST_NODES, SCALAR, BrokenText, Node, too_many

if TYPE_CHECKING:
    from collections.abc import Iterator

_EMPTY = frozenset(("", "~", "null", "Null", "NULL"))
_ESCAPED = re.compile(r"\\U([0-9A-Fa-f]{8})")
_LAST_CHARACTER = 0x10FFFF
_FULL_WIDTH_COLON = re.compile(r"^\s*-?\s*[^\s\"'：:]+：")


def parse_yaml(text: str, file: str) -> Node:
    """The one document of a YAML text. Raises BrokenText; repeated keys are left to the caller."""
    import yaml

    try:
        return _Reader(yaml.parse(text, Loader=yaml.BaseLoader), file).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _syntax(text, file, mark.line if mark else 0) from error
    except yaml.YAMLError as error:
        raise _control(text, file, error) from error
    except (ValueError, OverflowError) as error:
        raise _no_character(text, file) from error


def _control(text: str, file: str, error: Exception) -> BrokenText:
    """Where the character stands that YAML does not take; its own message is English."""
    position = getattr(error, "position", -1)
    found = "有 YAML 不允许的控制字符"
    if not 0 <= position < len(text):
        return BrokenText("DATA-026", Place(file), found)
    return BrokenText("DATA-026", _place(file, text.count("\n", 0, position)), f"{found} U+{ord(text[position]):04X}")


def _no_character(text: str, file: str) -> BrokenText:
    """`"\\U00110000"`: a number that is no character's; the parser does not say where."""
    match = next((item for item in _ESCAPED.finditer(text) if int(item[1], 16) > _LAST_CHARACTER), None)
    if match is None:
        return BrokenText("DATA-037", Place(file), "这个文件不合 YAML 的写法")
    place = _place(file, text.count("\n", 0, match.start()))
    return BrokenText("DATA-037", place, f"{match[0]} 不是一个字的编号", "直接写这个字")


def _syntax(text: str, file: str, line: int) -> BrokenText:
    """The likely cause, from the line itself and the one before it."""
    lines = text.split("\n")
    near = lines[max(0, line - 1) : line + 1]
    remedy = "核对缩进是否对齐、冒号后是否有空格、引号是否成对"
    if any("\t" in item for item in near):
        remedy = "缩进用空格，不用制表符"
    elif any(_FULL_WIDTH_COLON.match(item) for item in near):
        remedy = "栏目后面用英文冒号加一个空格，如“县名: 云岭县”"
    return BrokenText("DATA-037", _place(file, line), "这一行附近不合 YAML 的写法", remedy)


def _place(file: str, line: int) -> Place:
    return Place(file, (line + 1,), "", f"第{line + 1}行")


class _Reader:
    """Turns the parser's events into nodes, one by one: nothing is walked twice, depth is bounded."""

    def __init__(self, events: Iterator[Any], file: str) -> None:
        self.events = events
        self.file = file
        self.nodes = 0

    def document(self) -> Node:
        """The root of the only document."""
        root: Node | None = None
        for event in self.events:
            name = type(event).__name__
            if name == "DocumentStartEvent" and root is not None:
                raise self._unsupported(event, "一个文件里写了几个文档（---）")
            if name not in ("StreamStartEvent", "StreamEndEvent", "DocumentStartEvent", "DocumentEndEvent"):
                root = self._node(event, 0)
        return root or Node(SCALAR, _place(self.file, 0))

    def _node(self, event: Any, depth: int) -> Node:
        self._refuse(event)
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise too_many(_place(self.file, event.start_mark.line))
        if depth > DEPTH:
            raise BrokenText("DATA-038", _place(self.file, event.start_mark.line), "一层套一层，层数太多")
        name, place = type(event).__name__, _place(self.file, event.start_mark.line)
        if name == "ScalarEvent":
            empty = event.style is None and event.value in _EMPTY
            return Node(SCALAR, place, None if empty else event.value)
        if name == "SequenceStartEvent":
            return Node(LIST, place, entries=self._entries(depth))
        return Node(MAPPING, place, pairs=self._pairs(depth))

    def _refuse(self, event: Any) -> None:
        if type(event).__name__ == "AliasEvent":
            raise self._unsupported(event, f"用了别名 *{event.anchor}")
        if event.anchor is not None:
            raise self._unsupported(event, f"用了锚点 &{event.anchor}")
        if event.tag is not None:
            raise self._unsupported(event, f"用了标签 {event.tag}")

    def _unsupported(self, event: Any, found: str) -> BrokenText:
        return BrokenText("DATA-039", _place(self.file, event.start_mark.line), found)

    def _entries(self, depth: int) -> list[Node]:
        entries = []
        while type(event := next(self.events)).__name__ != "SequenceEndEvent":
            entries.append(self._node(event, depth + 1))
        return entries

    def _pairs(self, depth: int) -> list[tuple[str, Node]]:
        pairs = []
        while type(event := next(self.events)).__name__ != "MappingEndEvent":
            key = self._node(event, depth + 1)
            value_event = next(self.events)
            value = self._node(value_event, depth + 1)
            if key.kind != SCALAR:
                raise BrokenText("DATA-038", key.place, f"栏目名写成了{key.kind}")
            # A value on the following lines is still found under its key.
            value.place = key.place if value.kind == SCALAR else value.place
            pairs.append((str(key.scalar or ""), value))
        return pairs
