"""Balance: proven when a template is compiled, well-formedness need not be checked in any document made from it.

Every branch of an `if` and every turn of a `for` leaves the same elements open that it found open, and values are
always escaped: then, whatever the data, the result is well-formed. On the same way it is seen which elements end with a
paragraph whatever the data, as Word wants it, and which may turn out without one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jinja2 import nodes

TABLE = "w:tbl"
_ENDED = ("w:tc", "w:hdr", "w:ftr", "w:footnote", "w:endnote", "w:txbxContent")  # with a paragraph

_TAG = re.compile(r"<(/?)([A-Za-z_][\w:.\-]*)((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*?)(/?)>")
_VALUE = "x"  # stands for what an expression prints
_QUIET = (nodes.Assign, nodes.ExprStmt)
_BLOCKS = frozenset({"w:p", "w:sdt", "w:customXml"})
_WANTED_LAST = dict.fromkeys(_ENDED, _BLOCKS) | {TABLE: frozenset({"w:tr"})}
_RANGES = re.compile(r"w:(?:bookmark(?:Start|End)|\w+Range(?:Start|End)|perm(?:Start|End)|proofErr)")
"""Elements that only say where something begins and ends."""
_NOTHING = frozenset(("",))

LooseEnd = tuple[str, str]
"""An element that must end with a paragraph or row, and which one may come to be its last; "" for none or any."""

ANY_END: frozenset[LooseEnd] = frozenset((name, "") for name in (*_ENDED, TABLE))
"""What may be loose where nothing is proven."""


class _Unknown(Exception):
    """It cannot be said what a template makes."""


@dataclass(frozen=True, slots=True)
class _State:
    """A place of the template: the elements open there, and which elements may be the last to have ended before it.

    "" among them: none that has a closing tag, inside of the element that is open.
    """

    open: tuple[str, ...] = ()
    last: frozenset[str] = _NOTHING


def loose_ends(tree: nodes.Template) -> frozenset[LooseEnd] | None:
    """None where a document made from the template may turn out not well-formed.

    Otherwise the elements that may not end with what they must: with a paragraph, a table with a row.
    """
    reading = _Reading()
    try:
        return frozenset(reading.loose) if reading.body(tree.body, _State()).open == () else None
    except _Unknown:
        return None


class _Reading:
    """Goes through a template as if every branch and any number of turns were taken."""

    def __init__(self) -> None:
        self.loose: set[LooseEnd] = set()

    def body(self, body: Iterable[nodes.Node], state: _State) -> _State:
        """What holds behind a part of the template, `state` holding before it."""
        text = ""  # not looked at yet: a tag may go on in the next node
        for node in body:
            if isinstance(node, nodes.Output):
                text += "".join(item.data if isinstance(item, nodes.TemplateData) else _VALUE for item in node.nodes)
            elif isinstance(node, nodes.FilterBlock):
                # What a filter makes of a text is escaped like any value; of elements it would make something else.
                _bare(node.body)
                text += _VALUE
            elif text.rfind("<") > text.rfind(">"):
                for inner in _bodies(node):
                    _bare(inner)
                text += _VALUE
            else:
                state, text = self._block(node, self._text(text, state)), ""
        return self._text(text, state)

    def _block(self, node: nodes.Node, state: _State) -> _State:
        bodies = _bodies(node)
        if isinstance(node, nodes.For):
            return self._turns(bodies, state)
        ends = [self._same(inner, state) for inner in bodies]
        last = frozenset().union(*(end.last for end in ends)) if ends else state.last
        return _State(state.open, last)

    def _turns(self, bodies: Sequence[Sequence[nodes.Node]], state: _State) -> _State:
        turn, otherwise = bodies
        last = state.last
        while (grown := last | self._same(turn, _State(state.open, last)).last) != last:
            last = grown
        return _State(state.open, last | self._same(otherwise, state).last)

    def _same(self, body: Iterable[nodes.Node], state: _State) -> _State:
        """A body that must leave open what it found open."""
        end = self.body(body, state)
        if end.open != state.open:
            raise _Unknown
        return end

    def _text(self, text: str, state: _State) -> _State:
        """What holds behind a text. Raises _Unknown where it closes others than are open."""
        stack, last = list(state.open), state.last
        end = 0
        for match in _TAG.finditer(text):
            if re.search("[<>]", text[end : match.start()]):
                raise _Unknown
            end = match.end()
            closes, name, _, alone = match.groups()
            if closes:
                if not stack or stack.pop() != name:
                    raise _Unknown
                self._ends(name, last)
                last = frozenset((name,))
            elif alone and _RANGES.fullmatch(name):
                continue
            elif alone:
                self._ends(name, _NOTHING)
                last = frozenset((name,)) if name in _BLOCKS else _NOTHING
            else:
                stack.append(name)
                last = _NOTHING
        if re.search("[<>]", text[end:]):
            raise _Unknown
        return _State(tuple(stack), last)

    def _ends(self, name: str, last: frozenset[str]) -> None:
        if name in _WANTED_LAST:
            self.loose |= {(name, other) for other in last - _WANTED_LAST[name]}


def _bodies(node: nodes.Node) -> list[Sequence[nodes.Node]]:
    """The contents of a block: of an `if` and a `with` one is printed, of a `for` the first any number of times."""
    if isinstance(node, _QUIET):
        return []
    if isinstance(node, nodes.If):
        return [node.body, *(item.body for item in node.elif_), node.else_]
    if isinstance(node, nodes.For):
        return [node.body, node.else_]
    if isinstance(node, nodes.With):
        return [node.body]
    raise _Unknown


def _bare(body: Iterable[nodes.Node]) -> None:
    """Raises _Unknown where something prints an element, or a quotation mark that would end an attribute."""
    for node in body:
        if isinstance(node, nodes.Output):
            if any(isinstance(item, nodes.TemplateData) and re.search("[<>\"']", item.data) for item in node.nodes):
                raise _Unknown
        else:
            for inner in _bodies(node):
                _bare(inner)
