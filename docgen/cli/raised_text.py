"""Texts: what the expressions of a module come to as far as its source tells; what it does not tell becomes …."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

OPEN = "…"
_DEEPEST = 6
_Function = ast.FunctionDef | ast.AsyncFunctionDef
Attributes = Mapping[str, Sequence[str]]
"""Attribute → the texts that it may be, whatever object has it."""


class Texts:
    """The texts of a module; `within` a function its variables and parameters are known, too."""

    def __init__(
        self, tree: ast.Module, attributes: Attributes, around: _Function | None = None, depth: int = 0
    ) -> None:
        self._tree = tree
        self._attributes = attributes
        self._around = around
        self._depth = depth
        self._constants = dict(_assigned(tree.body))
        self._functions = {node.name: node for node in ast.walk(tree) if isinstance(node, _Function)}

    def within(self, around: _Function | None) -> Texts:
        """The texts as they are inside of a function."""
        return self._inside(around, self._depth)

    def _inside(self, around: _Function | None, depth: int | None = None) -> Texts:
        return Texts(self._tree, self._attributes, around, self._depth + 1 if depth is None else depth)

    def calls(self) -> Iterator[tuple[ast.Call, _Function | None]]:
        """Every call of the module, with the function around it."""
        yield from _calls(self._tree, None)

    def of(self, node: ast.expr | None) -> list[str]:
        """The texts that an expression may be; none where nothing is known of it."""
        if isinstance(node, ast.Constant):
            return [node.value] if isinstance(node.value, str) else []
        if isinstance(node, ast.JoinedStr):
            return ["".join(parts) for parts in product(*map(self._piece, node.values))]
        if isinstance(node, ast.IfExp):
            return [*self.of(node.body), *self.of(node.orelse)]
        if isinstance(node, ast.BoolOp):
            return [text for value in node.values for text in self.of(value) if text]
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            return [one + other for one, other in product(self.of(node.left) or [OPEN], self.of(node.right) or [OPEN])]
        if isinstance(node, ast.Name):
            return self._name(node.id)
        if isinstance(node, ast.Attribute):
            return list(self._attributes.get(node.attr, ()))
        if isinstance(node, ast.Subscript):
            return self._values(node.value)
        return self._call(node) if isinstance(node, ast.Call) else []

    def _piece(self, node: ast.expr) -> list[str]:
        """A piece of an f-string. Only names of texts are followed; what comes from data stays open."""
        if isinstance(node, ast.Constant):
            return [str(node.value)]
        value = node.value if isinstance(node, ast.FormattedValue) else node
        known = self.of(value) if isinstance(value, ast.Name | ast.IfExp | ast.Attribute) else []
        if isinstance(value, ast.Name) and value.id not in self._constants and OPEN not in "".join(known):
            known = known if self._is_local(value.id) else []
        return list(dict.fromkeys(known)) or [OPEN]

    def _is_local(self, name: str) -> bool:
        """Whether a name is a variable of the function, or the error that it has caught."""
        if self._around is None:
            return False
        several = any(name in names for names, _ in self._tuples())
        return several or name in self._caught or any(key == name for key, _ in _assigned(ast.walk(self._around)))

    @property
    def _caught(self) -> dict[str, str]:
        """The errors that the function catches: name → class."""
        handlers = () if self._around is None else ast.walk(self._around)
        return {
            node.name: node.type.id
            for node in handlers
            if isinstance(node, ast.ExceptHandler) and node.name and isinstance(node.type, ast.Name)
        }

    def _name(self, name: str) -> list[str]:
        if self._depth > _DEEPEST:
            return []
        deeper = self._inside(self._around)
        if self._around is not None:
            values = [value for key, value in _assigned(ast.walk(self._around)) if key == name]
            if values:
                return [text for value in values for text in deeper.of(value)]
            if unpacked := list(self._unpacked(name)):
                return [text for value in unpacked for text in deeper.of(value)]
            if kind := self._caught.get(name):
                return self._told(kind)
            if name in _parameters(self._around):
                return self._given(name, self._around)
        return deeper.of(self._constants.get(name))

    def _unpacked(self, name: str) -> Iterator[ast.expr]:
        """What a variable is that a `for` or an assignment takes out of a table of constants."""
        for names, value in self._tuples():
            if name in names:
                for row in self._rows(value):
                    if isinstance(row, ast.Tuple) and len(row.elts) == len(names):
                        yield row.elts[names.index(name)]

    def _tuples(self) -> Iterator[tuple[list[str], ast.expr]]:
        """The statements of the function that give several variables a value at once."""
        for node in () if self._around is None else ast.walk(self._around):
            if isinstance(node, ast.For):
                target, value = node.target, self._table(node.iter)
            elif isinstance(node, ast.Assign):
                target, value = node.targets[0], node.value
            else:
                continue
            if isinstance(target, ast.Tuple):
                yield [item.id if isinstance(item, ast.Name) else "" for item in target.elts], value

    def _rows(self, value: ast.expr) -> Iterator[ast.expr]:
        """The tuples that an expression may be."""
        if isinstance(value, ast.IfExp):
            yield from (row for item in (value.body, value.orelse) for row in self._rows(item))
        elif isinstance(value, ast.BoolOp):
            yield from (row for item in value.values for row in self._rows(item))
        elif isinstance(value, ast.List) or (isinstance(value, ast.Tuple) and _is_table(value)):
            yield from value.elts
        elif isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr == "get":
            table = self._table(value.func.value)
            yield from table.values if isinstance(table, ast.Dict) else ()
        else:
            yield value

    def _table(self, node: ast.expr) -> ast.expr:
        """A constant of the module by its name."""
        return self._constants.get(node.id, node) if isinstance(node, ast.Name) else node

    def bound_together(self, one: ast.expr, other: ast.expr) -> bool:
        """Whether two expressions use variables that come out of the same table."""
        used = [{item.id for item in ast.walk(node) if isinstance(item, ast.Name)} for node in (one, other)]
        return any(all(use & set(names) for use in used) for names, _ in self._tuples())

    def _told(self, kind: str) -> list[str]:
        """What the errors of a class are told with, where they are made in the module."""
        made = [(call, around) for call, around in self.calls() if _called(call) == kind and call.args]
        return [text for call, around in made for text in self._inside(around).of(call.args[0])]

    def _given(self, name: str, function: _Function) -> list[str]:
        """What the calls of a function give for a parameter."""
        place = _parameters(function).index(name)
        default = _defaults(function).get(name)
        found: list[str] = [] if default is None else self._inside(None).of(default)
        for call, around in self.calls():
            if _called(call) == function.name:
                named = {item.arg: item.value for item in call.keywords}
                value = named.get(name) or (call.args[place] if place < len(call.args) else None)
                found += self._inside(around).of(value)
        return found

    def _call(self, node: ast.Call) -> list[str]:
        """What a function of the module returns; the values of a table that something is looked up in."""
        if isinstance(node.func, ast.Attribute) and node.func.attr == "get":
            defaults = [text for item in node.args[1:] for text in self.of(item)]
            return [*self._values(node.func.value), *defaults]
        function = self._functions.get(_called(node))
        if function is None or self._depth > _DEEPEST:
            return []
        inside = self._inside(function)
        returned = [item.value for item in ast.walk(function) if isinstance(item, ast.Return)]
        return [text for value in returned for text in inside.of(value)]

    def _values(self, node: ast.expr) -> list[str]:
        table = self._constants.get(node.id) if isinstance(node, ast.Name) else None
        return [text for value in table.values for text in self.of(value)] if isinstance(table, ast.Dict) else []


def _calls(node: ast.AST, around: _Function | None) -> Iterator[tuple[ast.Call, _Function | None]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield child, around
        yield from _calls(child, child if isinstance(child, _Function) else around)


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr if isinstance(call.func.value, ast.Name) and call.func.value.id == "self" else ""
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _parameters(function: _Function) -> list[str]:
    names = [item.arg for item in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)]
    return names[1:] if names[:1] in (["self"], ["cls"]) else names


def _defaults(function: _Function) -> dict[str, ast.expr]:
    """The parameters that have a value of their own."""
    given = function.args
    last = [item.arg for item in (*given.posonlyargs, *given.args)][-len(given.defaults) or None :]
    named = {item.arg: value for item, value in zip(given.kwonlyargs, given.kw_defaults, strict=True) if value}
    return named | (dict(zip(last, given.defaults, strict=True)) if given.defaults else {})


def _is_table(value: ast.Tuple) -> bool:
    return bool(value.elts) and all(isinstance(item, ast.Tuple) for item in value.elts)


def _assigned(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, ast.expr]]:
    """The names that statements give a value, each alone, with that."""
    for node in nodes:
        if isinstance(node, ast.AnnAssign | ast.NamedExpr):
            if isinstance(node.target, ast.Name) and node.value is not None:
                yield node.target.id, node.value
        elif isinstance(node, ast.Assign):
            yield from ((item.id, node.value) for item in node.targets if isinstance(item, ast.Name))
