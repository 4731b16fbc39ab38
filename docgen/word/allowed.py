"""What a template may use of Jinja and of Python's values: lists of what a document needs, all else is refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import reduce
from operator import add
from typing import Any

from jinja2 import pass_environment
from jinja2.environment import Environment
from jinja2.filters import make_attrgetter
from jinja2.sandbox import safe_range

from docgen.model.pictures import Picture
from docgen.word.filters import is_foreign, plain_text
from docgen.word.limits import TooMuch, allow, check_operation, spend

FILTERS = frozenset({
    "abs", "batch", "count", "d", "default", "first", "float", "groupby", "int", "items", "join", "last", "length",
    "list", "lower", "map", "max", "min", "reject", "rejectattr", "replace", "reverse", "round", "select",
    "selectattr", "sort", "sum", "trim", "unique", "upper",
})  # fmt: skip
"""Jinja's filters that stay: none can make much of little, none changes from run to run."""

_TEXT = frozenset({
    "count", "endswith", "find", "isalnum", "isalpha", "isdecimal", "isdigit", "isnumeric", "isspace", "lower",
    "lstrip", "partition", "removeprefix", "removesuffix", "rpartition", "rstrip", "split", "startswith", "strip",
    "upper",
})  # fmt: skip
_ATTRIBUTES: tuple[tuple[type | tuple[type, ...], frozenset[str]], ...] = (
    (str, _TEXT),
    ((bytes, bytearray, int, float, complex, Decimal), frozenset()),
    (date, frozenset(("year", "month", "day", "weekday", "isoweekday"))),
    ((list, tuple, range), frozenset(("count", "index", "grouper", "list"))),  # the last two of groupby
    ((set, frozenset, Picture), frozenset()),
)
_LONGEST_LINE = 1000
_MOST_DIGITS = 12


def is_allowed(obj: Any, attribute: str) -> bool:
    """Whether a template may read the attribute; of texts only what gives no longer text (`ljust` would).

    Of an object of docxtpl nothing: it holds the whole document, which can be saved anywhere.
    """
    known = next((attribute in allowed for kind, allowed in _ATTRIBUTES if isinstance(obj, kind)), None)
    return not is_foreign(obj) if known is None else known


def counted_range(*ends: int) -> range:
    """`range`, its numbers counted as steps. OverflowError when it is too long."""
    made: range = safe_range(*ends)
    spend(len(made))
    return made


def upper(value: Any) -> str:
    """`upper`."""
    return plain_text(value).upper()


def lower(value: Any) -> str:
    """`lower`."""
    return plain_text(value).lower()


def trim(value: Any, chars: str | None = None) -> str:
    """`trim`."""
    return plain_text(value).strip(chars)


def replace(value: Any, old: str, new: str, count: int = -1) -> str:
    """`replace`, refused when the text would grow too long."""
    text, old, new = plain_text(value), plain_text(old), plain_text(new)
    allow(len(text) + text.count(old) * max(0, len(new) - len(old)))
    return text.replace(old, new, -1 if count is None else count)


@pass_environment
def total(environment: Environment, items: Iterable[Any], attribute: str | int | None = None, start: Any = 0) -> Any:
    """`sum`, of numbers and of what else may be added."""
    values = items if attribute is None else map(make_attrgetter(environment, attribute), items)
    return reduce(_added, values, start)


def _added(left: Any, right: Any) -> Any:
    check_operation("+", left, right)
    spend(1)
    return add(left, right)


def rounded(value: Any, precision: int = 0, method: str = "common") -> Any:
    """`round`; `10 ** precision` is kept to what a number can hold."""
    from jinja2.filters import do_round

    if abs(precision) > _MOST_DIGITS:
        raise TooMuch
    return do_round(value, precision, method)  # type: ignore[arg-type]


def batch(items: Iterable[Any], length: int, fill: Any = None) -> Iterator[list[Any]]:
    """`batch`: rows of `length` items, the last filled up."""
    if not 0 < length <= _LONGEST_LINE:
        raise TooMuch
    row: list[Any] = []
    for item in items:
        row.append(item)
        if len(row) == length:
            yield row
            row = []
    if row:
        yield row + ([] if fill is None else [fill] * (length - len(row)))


OWN = {
    "upper": upper, "lower": lower, "trim": trim, "replace": replace, "sum": total, "round": rounded, "batch": batch,
}  # fmt: skip
"""Filters of Jinja's names, written anew so that they stay within the limits."""
