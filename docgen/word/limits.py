"""Limits: how much of the machine a template may use. Beyond them the rendering stops with a fault at its place."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from functools import wraps
from typing import Any

from jinja2.exceptions import SecurityError

from docgen.word.collecting import spent

LONGEST = 1_000_000
"""Characters of one text that a template makes."""
MOST_ITEMS = 100_000
"""Items of one list that a template makes."""
MOST_STEPS = 500_000
"""Turns of loops, items given to filters and the characters made by the twenty, in one part."""
RECURSION = 20
"""Steps that a turn of a loop costs that calls itself."""
LONGEST_PART = 40_000_000
"""Characters of one rendered part: thousands of table rows stay far below."""
_LARGEST_POWER = 64
_MOST_BITS = 4096
_CHARACTERS_A_STEP = 20


class TooMuch(SecurityError):
    """What the template asks for goes beyond the limits."""


def spend(steps: int) -> None:
    """Count steps of the rendering that is going on; LookupError outside of one, so that nothing is folded early."""
    if spent(max(1, steps)) > MOST_STEPS:
        raise TooMuch


def allow(length: int, *, text: bool = True) -> None:
    """Raise TooMuch before a text or list of this length is made; count the work otherwise."""
    if length > (LONGEST if text else MOST_ITEMS):
        raise TooMuch
    spend(1 + (length // _CHARACTERS_A_STEP if text else length))


def together(texts: Iterable[str], between: str = "") -> str:
    """`between.join(texts)`, stopped while it grows too long."""
    pieces: list[str] = []
    length = 0
    for text in texts:
        length += len(text) + len(between)
        if length > LONGEST:
            raise TooMuch
        pieces.append(text)
    allow(length)
    return between.join(pieces)


def part_of(pieces: Generator[str, None, None]) -> str:
    """A whole rendered part from its pieces; it is stopped, where it is, when it grows too long."""
    kept: list[str] = []
    length = 0
    keep = kept.append
    for piece in pieces:
        length += len(piece)
        if length > LONGEST_PART:
            pieces.throw(TooMuch())
        keep(piece)
    return "".join(kept)


def charged(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that counts what it is given: each item is a step."""
    position = 1 if hasattr(function, "jinja_pass_arg") else 0

    @wraps(function)
    def run(*given: Any, **named: Any) -> Any:
        spend(_cost(given[position]))
        return function(*given, **named)

    return run


def _cost(value: Any) -> int:
    if isinstance(value, str):
        return 1 + len(value) // _CHARACTERS_A_STEP
    return 1 + len(value) if isinstance(value, list | tuple | dict | range) else 1


def check_operation(operator: str, left: Any, right: Any) -> None:
    """Raise before `left operator right` where the result would be beyond all use; `**`, `*` and `+` count lengths."""
    if operator == "**" and max(_size(left), _size(right)) > _LARGEST_POWER:
        raise TooMuch
    if operator == "*":
        _check_product(left, right)
    for kind in (str, list, tuple):
        if operator == "+" and isinstance(left, kind) and isinstance(right, kind):
            allow(len(left) + len(right), text=kind is str)


def _check_product(left: Any, right: Any) -> None:
    """Of two whole numbers, or of a text or list and a number, whichever side it stands on."""
    if isinstance(left, int) and isinstance(right, int):
        if left.bit_length() + right.bit_length() > _MOST_BITS:
            raise TooMuch
        return
    for many, times in ((left, right), (right, left)):
        if isinstance(many, str | list | tuple) and isinstance(times, int):
            allow(len(many) * max(times, 0), text=isinstance(many, str))


def _size(value: Any) -> float:
    return abs(value) if isinstance(value, int | float) else 0
