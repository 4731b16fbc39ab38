"""Names: the tags of a part in their order, each read with what the loops around it have bound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jinja2 import TemplateSyntaxError, nodes
from jinja2.environment import Environment

from docgen.diagnostics import Diagnostic, Severity
from docgen.word import lint_calls, naming
from docgen.word.codes import CODES
from docgen.word.fields import Field
from docgen.word.lint_values import Scope, ValueReader
from docgen.word.statements import STATEMENT, TAG, standalone, straight
from docgen.word.tags import TagParagraph, fault, parsed, parsed_tags

_SCOPED = {"for": "endfor", "with": "endwith"}


def misused(
    paragraphs: Iterable[TagParagraph], template: str, part: str, environment: Environment, names: Mapping[str, Field]
) -> list[Diagnostic]:
    """What the tags of a part do with the data that the data does not allow. The tags pair up and can be parsed."""
    return list(_Walk(list(paragraphs), template, part, environment, names).found())


class _Walk:
    """Goes through the tags; keeps what each open `for` and `with` has bound."""

    def __init__(
        self,
        holders: list[TagParagraph],
        template: str,
        part: str,
        environment: Environment,
        names: Mapping[str, Field],
    ) -> None:
        self._holders = holders
        self._where = (template, part)
        self._environment = environment
        trees = [tree for holder in holders for tree in parsed_tags(holder.text, environment)]
        self._guarded_names = frozenset[str]().union(*map(naming.guarded, trees))
        self._reader = ValueReader(self._tell, frozenset[str]().union(*map(_guarded_attributes, trees)))
        self._bound = naming.bound(holders) - names.keys() - environment.globals.keys()
        self._scopes: list[Scope] = [dict(names)]
        self._at = TagParagraph("", 0, None)
        self._told: list[Diagnostic] = []

    def found(self) -> Iterator[Diagnostic]:
        """What is told, paragraph by paragraph."""
        for holder in self._holders:
            self._at = holder
            for match in TAG.finditer(holder.text):
                self._tag(straight(match[0]))
        return iter(dict.fromkeys(self._told))

    def _tell(self, code: str, found: str, remedy: str = "", severity: Severity = Severity.ERROR) -> None:
        made = fault(code, self._at.place(*self._where), found, "", remedy or CODES[code].remedy)
        self._told.append(Diagnostic(made.code, made.place, made.found, made.expected, made.remedy, severity))

    def _tag(self, tag: str) -> None:
        statement = STATEMENT.fullmatch(tag)
        if statement is not None and statement[2] in _SCOPED.values() and len(self._scopes) > 1:
            self._scopes.pop()
        source = None if tag.startswith("{#") else standalone(tag)
        if source is None:
            return
        try:
            tree = parsed(source, self._environment)
        except (TemplateSyntaxError, RecursionError, MemoryError, ValueError):
            return
        if any(name in tag for name in self._bound):
            self._names(tree)
        for node in tree.body:
            self._node(node)

    def _names(self, tree: nodes.Template) -> None:
        """A name that some other loop of the part binds is unknown outside of it."""
        for name in sorted(naming.free(tree) & self._bound - self._guarded_names):
            if name not in self._scopes[-1] and name != "loop":
                self._tell("TPL-029", f"“{name}”只在它的 for 和 endfor 之间有，这里是外面")
            elif name == "loop" and len(self._scopes) == 1:
                self._tell("TPL-007", naming.told(name), naming.remedy(name, ()))

    def _node(self, node: nodes.Node) -> None:
        scope = self._scopes[-1]
        if isinstance(node, nodes.Output):
            for item in node.nodes:
                if not isinstance(item, nodes.TemplateData):
                    self._reader.printed(item, scope)
        elif isinstance(node, nodes.For):
            self._scopes.append(self._turn(node, scope))
        elif isinstance(node, nodes.If):
            self._reader.asked(node.test, scope)
        elif isinstance(node, nodes.With):
            values = [self._reader.value(item, scope) for item in node.values]
            names = [item.name if isinstance(item, nodes.Name) else "" for item in node.targets]
            self._scopes.append(scope | dict(zip(names, values, strict=False)))
        elif isinstance(node, nodes.Assign):
            scope |= _targets(node.target, self._reader.value(node.node, scope))
        elif isinstance(node, nodes.FilterBlock):
            lint_calls.filtered(node.filter, scope, self._reader)

    def _turn(self, node: nodes.For, scope: Scope) -> Scope:
        """What holds within a loop."""
        within = scope | {"loop": None} | _targets(node.target, self._reader.looped(node.iter, scope))
        if node.test is not None:
            self._reader.asked(node.test, within)
        return within


def _targets(target: nodes.Node, value: Field | None) -> Scope:
    """The names that are bound, and to what: known only where it is a single one."""
    if isinstance(target, nodes.Name):
        return {target.name: value}
    return {item.name: None for item in target.find_all(nodes.Name)}


def _guarded_attributes(tree: nodes.Template) -> set[str]:
    """Attributes that the template itself asks about (`镇.电话 is defined`, `镇.电话 | default("")`)."""
    tests = [node.node for node in tree.find_all(nodes.Test) if node.name in ("defined", "undefined")]
    filters = [node.node for node in tree.find_all(nodes.Filter) if node.name in ("default", "d")]
    read = [node for node in (*tests, *filters) if isinstance(node, nodes.Getattr | nodes.Getitem)]
    keys = (node.attr if isinstance(node, nodes.Getattr) else getattr(node.arg, "value", "") for node in read)
    return {key for key in keys if isinstance(key, str)}
