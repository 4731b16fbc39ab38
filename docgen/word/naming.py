"""Names that a template uses: which it binds itself, which the data must have, and what is told of an unknown one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from jinja2 import TemplateSyntaxError, meta, nodes
from jinja2.environment import Environment

from docgen.diagnostics import Diagnostic, closest
from docgen.word.statements import TAG
from docgen.word.tags import TagParagraph, fault, half_width, parsed_tags

_SHOWN = 12
_BOUND = re.compile(r"\bfor\s+(.+?)\s+in\b|\b(?:set|with)\s+([^%]+?)\s*=|,\s*(\w+)\s*=")


def told(name: str) -> str:
    """What is found where a name stands that the data does not have."""
    return "loop 只能写在 for 里面" if name == "loop" else f"“{name}”在数据里没有"


def remedy(name: str, known: Collection[str], attributes: Iterable[str] = ()) -> str:
    """What to do about an unknown name; `attributes` are what the template wants of it (`名.属性`)."""
    if name == "loop":
        return "把这个标签移到 for 和 endfor 之间"
    if direct := [item for item in attributes if item in known]:
        return f"直接写 {'、'.join('{{ ' + item + ' }}' for item in direct)}"
    near = closest(name, known)
    return f"是不是“{near}”？" if near else listed(known)


def listed(known: Collection[str]) -> str:
    """The first of the known names; "" when there are none."""
    names = list(known)
    return f"能用的名称：{'、'.join(names[:_SHOWN])}{'等' if len(names) > _SHOWN else ''}" if names else ""


def wanted(tree: nodes.Node) -> dict[str, tuple[str, ...]]:
    """Name → the attributes that the template wants of it, in order."""
    found: dict[str, dict[str, None]] = {}
    for node in tree.find_all((nodes.Getattr, nodes.Getitem)):
        owner, key = _read(node)
        if isinstance(owner, nodes.Name) and isinstance(key, str):
            found.setdefault(owner.name, {})[key] = None
    return {name: tuple(keys) for name, keys in found.items()}


def _read(node: nodes.Expr) -> tuple[nodes.Expr, Any]:
    """What is read of and which attribute; None when that is computed."""
    if isinstance(node, nodes.Getattr):
        return node.node, node.attr
    assert isinstance(node, nodes.Getitem)
    return node.node, node.arg.value if isinstance(node.arg, nodes.Const) else None


def guarded(tree: nodes.Node) -> set[str]:
    """Names that the template itself asks about (`is defined`, `default`): their absence is foreseen."""
    tests = [node.node for node in tree.find_all(nodes.Test) if node.name in ("defined", "undefined")]
    filters = [node.node for node in tree.find_all(nodes.Filter) if node.name in ("default", "d")]
    return {node.name for node in (*tests, *filters) if isinstance(node, nodes.Name)}


def unknown(
    paragraphs: Iterable[TagParagraph], template: str, part: str, environment: Environment, known: Collection[str]
) -> Iterator[Diagnostic]:
    """Unknown names in the sound ones of a part's paragraphs, each at its first place, without the whole being parsed.

    A name that any tag of the part binds, even a faulty one, counts as known.
    """
    every = list(paragraphs)
    trees = [(holder, tree) for holder in every for tree in parsed_tags(holder.text, environment)]
    passed = {*known, *environment.globals, *bound(every)}.union(*(guarded(tree) for _, tree in trees))
    for holder, tree in trees:
        attributes = wanted(tree)
        for name in sorted(free(tree) - passed):
            passed.add(name)
            way = remedy(name, known, attributes.get(name, ()))
            yield fault("TPL-007", holder.place(template, part), told(name), remedy=way)


def said(node: nodes.Node) -> str:
    """An expression as the template has it, as far as names and dots go."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{said(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return f"{said(node.node)}[{node.arg.value!r}]"
    if isinstance(node, nodes.Filter) and node.node is not None:
        return f"{said(node.node)} | {node.name}"
    return "标签"


_FOR_OR_LOOP = re.compile(r"(?<!\w)(endfor|for|loop)(?!\w)")


def outside_for(paragraphs: Iterable[TagParagraph]) -> tuple[TagParagraph, ...]:
    """The paragraphs that use `loop` where no for is open."""
    open_loops, found = 0, []
    for paragraph in paragraphs:
        for tag in TAG.findall(paragraph.text):
            for word in _FOR_OR_LOOP.findall(tag):
                open_loops += {"for": 1, "endfor": -1}.get(word, 0)
                if word == "loop" and not open_loops:
                    found.append(paragraph)
    return tuple(found)


def free(tree: nodes.Template) -> set[str]:
    """Names that a tag takes from around it."""
    try:
        return meta.find_undeclared_variables(tree)
    except TemplateSyntaxError:
        return set()


def bound(paragraphs: Iterable[TagParagraph]) -> set[str]:
    """Names that tags bind: in for, set and with; `loop` where there is a for."""
    texts = [half_width(paragraph.text) for paragraph in paragraphs]
    found = {word for text in texts for match in _BOUND.finditer(text) for word in re.findall(r"\w+", match[0])}
    return found | {"loop"} if "for" in found else found
