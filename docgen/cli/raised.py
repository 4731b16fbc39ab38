"""Raised: every message that ends a run, with its remedy, read from the source of the package itself.

`FileError(f"读不了文件：{path}", "核对权限")` → 读不了文件：… / 核对权限. What is put in at run time becomes …; names
are followed to the constants, variables, parameters and functions that they stand for.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from docgen import errors
from docgen.cli.raised_text import OPEN, Attributes, Texts

_PACKAGE = Path(errors.__file__).parent
_OWN = {
    name: item for name, item in vars(errors).items() if isinstance(item, type) and issubclass(item, errors.DocgenError)
}
_SEE_HELP = "看 … --help"
_SEND = "把 … 发给维护的人"
_COMPOSES = "opening/wanted.py"
"""Composes its sentences from tables: they are taken from itself."""
_USAGE = ("cli/chinese.py", "usage_message")
"""The function that says in Chinese what click has to say."""


@dataclass(frozen=True, slots=True, order=True)
class Raised:
    """A message that ends a run: its exit code, what is told, what to do; where it stands in the source.

    Message and remedy are "" where the source does not show what they are.
    """

    exit_code: int
    message: str
    remedy: str
    where: str


@cache
def raised() -> tuple[Raised, ...]:
    """Every message of the package, as it stands in the source."""
    found = {item: None for path in sorted(_PACKAGE.rglob("*.py")) for item in _in_module(path)}
    return tuple(found)


def _in_module(path: Path) -> Iterator[Raised]:
    where = path.relative_to(_PACKAGE).as_posix()
    if where == _COMPOSES:
        yield from _composed()
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    texts = Texts(tree, _attributes())
    for call, around in texts.calls():
        error = _error(call, where)
        if error is not None and call.args and not _passed_on(call.args[0]):
            yield from _messages(error, call, texts.within(around), f"{where}:{call.lineno}")
    if where == _USAGE[0]:
        yield from _of_usage(tree, texts)


@dataclass(frozen=True, slots=True)
class _Error:
    """A kind of error: its exit code, the remedy of one that has none of its own, how its messages begin."""

    exit_code: errors.ExitCode
    remedy: str = ""
    start: str = ""


def _error(call: ast.Call, where: str) -> _Error | None:
    """The error that a call makes, None for any other call."""
    func = call.func
    if isinstance(func, ast.Name):
        if func.id in _OWN and func.id != "DocgenError":
            return _Error(_OWN[func.id].exit_code, _SEND if func.id == "OwnFault" else "")
        return _Error(errors.ExitCode.INTERRUPTED) if (where, func.id) == ("cli/main.py", "_tell") else None
    owner = func.value.id if isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name) else ""
    name = func.attr if isinstance(func, ast.Attribute) else ""
    if (owner, name) in (("click", "UsageError"), ("self", "fail")):
        return _Error(errors.ExitCode.USAGE, _SEE_HELP)
    if where.startswith("opening/") and (owner, name) == ("self", "_refused"):
        return _Error(errors.ExitCode.FILE, "；或 ".join(_attributes()["again"]), f"{OPEN} ")
    return None


def _passed_on(message: ast.expr) -> bool:
    """Whether a call hands on what another error says, perhaps with more behind it."""
    first = message.values[0] if isinstance(message, ast.JoinedStr) else message
    value = first.value if isinstance(first, ast.FormattedValue | ast.Starred) else first
    return isinstance(first, ast.Starred) or (isinstance(value, ast.Attribute) and value.attr == "message")


def _messages(error: _Error, call: ast.Call, texts: Texts, where: str) -> Iterator[Raised]:
    second = call.args[1] if len(call.args) > 1 and error.remedy != _SEE_HELP else None
    said = [_closed(error.start + text) for text in texts.of(call.args[0])] or [""]
    ways = [_closed(text) for text in (texts.of(second) if second is not None else [])] or [error.remedy]
    paired = second is not None and texts.bound_together(call.args[0], second)
    yield from _listed(int(error.exit_code), said, ways, where, paired=paired)


def _of_usage(tree: ast.Module, texts: Texts) -> Iterator[Raised]:
    """The pairs of message and remedy that a function returns."""
    where = _USAGE[0]
    (function,) = (item for item in tree.body if isinstance(item, ast.FunctionDef) and item.name == _USAGE[1])
    inside = texts.within(function)
    for item in ast.walk(function):
        if isinstance(item, ast.Return) and isinstance(item.value, ast.Tuple):
            message, remedy = item.value.elts
            if not _passed_on(message):
                ways = [_closed(text) for text in inside.of(remedy)]
                said = list(map(_closed, inside.of(message)))
                yield from _listed(int(errors.ExitCode.USAGE), said, ways, f"{where}:{item.lineno}")


def _closed(text: str) -> str:
    """A text in which neighbouring gaps are one."""
    return re.sub(f"{OPEN}(?:[，、]?{OPEN})+", OPEN, text)


def _listed(kind: int, said: list[str], ways: list[str], where: str, *, paired: bool = False) -> Iterator[Raised]:
    """Each message with its remedy where both come from one table (`paired`), with all remedies otherwise."""
    if paired and len(said) == len(ways):
        yield from (Raised(kind, one, way, where) for one, way in zip(said, ways, strict=True))
    else:
        yield from (Raised(kind, one, "；或 ".join(dict.fromkeys(ways)), where) for one in said)


@cache
def _attributes() -> Attributes:
    """What the guard's readers say, by attribute."""
    from docgen.opening.wanted import WORD, WORKBOOK

    names = [item.name for item in fields(WORD) if item.name != "remedies"]
    return {name: [getattr(item, name) for item in (WORKBOOK, WORD)] for name in (*names, "locked")}


def _composed() -> Iterator[Raised]:
    """What the guard says of files that are something else than they should be."""
    from docgen.opening.kinds import Kind
    from docgen.opening.wanted import WORD, WORKBOOK

    for wanted, right in ((WORKBOOK, Kind.XLSX), (WORD, Kind.DOCX)):
        for kind in Kind:
            if kind is not right:
                error = wanted.refuses(kind, OPEN)
                yield Raised(int(error.exit_code), error.message, error.remedy, _COMPOSES)


def told(items: Iterable[Raised]) -> list[Raised]:
    """What a page lists: each message once, in order."""
    unique = {(item.exit_code, item.message, item.remedy): item for item in items if item.message}
    return [unique[key] for key in sorted(unique)]
