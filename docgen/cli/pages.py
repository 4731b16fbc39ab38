"""Page numbers as they are typed: 1-3,5,8-."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import click

_FEWEST, _MOST = 20, 600  # dots per inch
_RANGE = re.compile(r"(\d{1,6})(-(\d{1,6})?)?|-(\d{1,6})")


@dataclass(frozen=True, slots=True)
class PageRange:
    """Pages `first` to `last`; None: to the end."""

    first: int
    last: int | None


class PageNumbers(click.ParamType):  # type: ignore[type-arg, unused-ignore] # generic since click 8.2
    """`1-3,5` → ranges; full-width commas are commas, too."""

    name = "页码"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[PageRange, ...]:
        """The ranges in the order in which they were typed."""
        if isinstance(value, tuple):
            return value
        return tuple(self._range(part.strip(), value, param, ctx) for part in re.split("[,，、]", value))

    def _range(self, part: str, value: str, param: click.Parameter | None, ctx: click.Context | None) -> PageRange:
        match = _RANGE.fullmatch(part)
        if match is None:
            self.fail(f"“{value}”不是页码，写成 3、1-3、1-3,5 或 8-", param, ctx)
        if match[4]:
            return PageRange(1, int(match[4]))
        first = int(match[1])
        last = int(match[3]) if match[3] else None if match[2] else first
        if first < 1 or (last is not None and last < first):
            self.fail(f"“{value}”里的 {part} 不是从小到大的页码", param, ctx)
        return PageRange(first, last)


class Dots(click.ParamType):  # type: ignore[type-arg, unused-ignore] # generic since click 8.2
    """Dots per inch of a picture."""

    name = "数"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """A whole number within what makes sense."""
        text = str(value)
        if not text.isdecimal() or not _FEWEST <= int(text) <= _MOST:
            self.fail(f"“{value}”不是 {_FEWEST} 到 {_MOST} 之间的整数", param, ctx)
        return int(text)


def chosen(ranges: tuple[PageRange, ...], count: int) -> list[int]:
    """The numbers of `count` pages that the ranges name, each once; all of them without ranges."""
    if not ranges:
        return list(range(1, count + 1))
    named = (number for part in ranges for number in range(part.first, min(part.last or count, count) + 1))
    return list(dict.fromkeys(named))
