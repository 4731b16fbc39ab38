"""Limits: how much of the machine a template may use. Beyond them the rendering stops with a fault at its place."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from functools import wraps
from itertools import islice
from time import thread_time
from typing import Any

from jinja2 import Undefined
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
LONGEST_TIME = 10.0
"""Seconds that the making of one part may take: what the counted steps leave open. No real document comes near it."""
_LARGEST_POWER = 64
_MOST_BITS = 4096
_CHARACTERS_A_STEP = 20
_COUNTED = (list, tuple, dict, range)
_AT_ONCE = 64  # pieces of a part that are made between two looks at its length


class TooMuch(SecurityError):
    """What the template asks for goes beyond the limits."""


def spend(steps: int) -> None:
    """Count steps of the rendering that is going on; LookupError outside of one, so that nothing is folded early."""
    if spent(steps if steps > 1 else 1) > MOST_STEPS:
        raise TooMuch


def allow(length: int, *, text: bool = True) -> None:
    """Raise TooMuch before a text or list of this length is made; count the work otherwise."""
    if length > (LONGEST if text else MOST_ITEMS):
        raise TooMuch
    spend(1 + (length // _CHARACTERS_A_STEP if text else length))


def together(texts: Iterable[str], between: str = "") -> str:
    """`between.join(texts)`, stopped while it grows too long."""
    if type(texts) is list:
        allow(sum(map(len, texts)) + len(between) * len(texts))
        return between.join(texts)
    pieces: list[str] = []
    length = 0
    for text in texts:
        length += len(text) + len(between)
        if length > LONGEST:
            raise TooMuch
        pieces.append(text)
    allow(length)
    return between.join(pieces)


def part_of(begin: Callable[[], Generator[str, None, None]]) -> str:
    """A whole rendered part from its pieces; `begin` starts making them. It is stopped when it grows too long."""
    kept: list[str] = []
    length = 0
    latest = thread_time() + LONGEST_TIME
    pieces = begin()
    while some := list(islice(pieces, _AT_ONCE)):
        if thread_time() > latest:
            pieces.throw(TooMuch())
        length += sum(map(len, some))
        if length > LONGEST_PART:
            pieces.close()
            kept.clear()
            _stop_where_too_long(begin())
        kept += some
    return "".join(kept)


def _stop_where_too_long(pieces: Generator[str, None, None]) -> None:
    """Raise TooMuch at the piece that makes a part too long: there the template has its fault."""
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > LONGEST_PART:
            pieces.throw(TooMuch())


def charged(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that counts what it is given: each item is a step."""
    if hasattr(function, "jinja_pass_arg"):

        @wraps(function)
        def run_within(context: Any, value: Any, *given: Any, **named: Any) -> Any:
            spend(_cost(value))
            return function(context, value, *given, **named)

        return run_within

    @wraps(function)
    def run(value: Any, *given: Any, **named: Any) -> Any:
        spend(_cost(value))
        return function(value, *given, **named)

    return run


def counted(items: Any) -> Any:
    """What a `for` goes through, its turns counted: at once where it is known how many there will be."""
    if isinstance(items, _COUNTED):
        spend(len(items))
        return items
    return items if isinstance(items, Undefined) else _counted_one_by_one(items)


def _counted_one_by_one(items: Iterable[Any]) -> Iterator[Any]:
    for item in items:
        spend(1)
        yield item


def _cost(value: Any) -> int:
    if isinstance(value, str):
        return 1 + len(value) // _CHARACTERS_A_STEP
    return 1 + len(value) if isinstance(value, _COUNTED) else 1


def check_operation(operator: str, left: Any, right: Any) -> None:
    """Raise before `left operator right` where the result would be beyond all use; `**`, `*` and `+` count lengths.

    The operation itself is a step: a loop may be short and what it computes long.
    """
    spend(1)
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
