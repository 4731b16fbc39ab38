"""Balance: proven when a template is compiled, well-formedness need not be checked in any document made from it.

Every branch of an `if` and every turn of a `for` leaves the same elements open that it found open, and values are
always escaped: then, whatever the data, the result is well-formed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from jinja2 import nodes

_TAG = re.compile(r"<(/?)([A-Za-z_][\w:.\-]*)((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*?)(/?)>")
_VALUE = "x"  # stands for what an expression prints
_QUIET = (nodes.Assign, nodes.ExprStmt)

_Open = tuple[str, ...]


class _Unknown(Exception):
    """It cannot be said what a template makes."""


def is_balanced(tree: nodes.Template) -> bool:
    """Whether every document made from the template is well-formed."""
    try:
        return _left_open(tree.body, ()) == ()
    except _Unknown:
        return False


def _left_open(body: Iterable[nodes.Node], open_: _Open) -> _Open:
    """The elements that are open behind a part of the template, `open_` being open before it."""
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
            open_, text = _after(text, open_), ""
            if any(_left_open(inner, open_) != open_ for inner in _bodies(node)):
                raise _Unknown
    return _after(text, open_)


def _bodies(node: nodes.Node) -> list[Sequence[nodes.Node]]:
    """The contents of a block, of which one, several or none are printed."""
    if isinstance(node, _QUIET):
        return []
    if isinstance(node, nodes.If):
        return [node.body, node.else_, *(body for item in node.elif_ for body in _bodies(item))]
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


def _after(text: str, open_: _Open) -> _Open:
    """The elements that are open behind a text. Raises _Unknown where it closes others than are open."""
    stack = list(open_)
    end = 0
    for match in _TAG.finditer(text):
        if re.search("[<>]", text[end : match.start()]):
            raise _Unknown
        end = match.end()
        closes, name, _, alone = match.groups()
        if not closes:
            stack += [] if alone else [name]
        elif not stack or stack.pop() != name:
            raise _Unknown
    if re.search("[<>]", text[end:]):
        raise _Unknown
    return tuple(stack)
