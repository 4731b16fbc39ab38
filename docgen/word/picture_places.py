"""Where a template asks for a picture: in a paragraph of its own, which goes away when there is none."""

from __future__ import annotations

from jinja2 import nodes

NAME = "图"
"""The function that templates call."""


def stands_beside(text: str, tag: str, tree: nodes.Template) -> str:
    """What stands in the paragraph `text` beside `tag` (parsed: `tree`) if that asks for a picture; "" for nothing."""
    called = (call.node for call in tree.find_all(nodes.Call))
    if not any(isinstance(node, nodes.Name) and node.name == NAME for node in called):
        return ""
    return text.replace(tag, "", 1).strip()
