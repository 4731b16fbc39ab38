"""Counters: the numbers of the lists of a story, as far as it is read (ECMA-376 Part 1, 17.9.11, 17.9.27)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from docgen.pdf.numbers.number_formats import formatted
from docgen.pdf.reading.numbering import Level, Num

_PLACE = re.compile("%([1-9])")


@dataclass(slots=True)
class Counters:
    """The present number of every level, by the abstract list that it counts for."""

    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def next(self, num: Num, level: int) -> str:
        """Count a paragraph and give its number as text."""
        counts = self._counts.setdefault(num.abstract, {})
        first = (num.identity, level) not in self._started
        self._started.add((num.identity, level))
        if level in counts and not (first and level in num.starts):
            counts[level] += 1
        else:
            counts[level] = num.start(level)
        for deeper in [other for other in counts if other > level and _restarts(num.levels.get(other), level)]:
            del counts[deeper]
        # A level that the text passed over counts as begun: its first number is shown.
        for higher in range(level):
            counts.setdefault(higher, num.start(higher))
        return _text(num, level, counts)


def _restarts(deeper: Level | None, level: int) -> bool:
    """Whether a number of `level` starts a deeper level again."""
    restart = None if deeper is None else deeper.restart
    return restart is None or level < restart


def _text(num: Num, level: int, counts: dict[int, int]) -> str:
    own = num.levels[level]
    if own.format == "bullet":
        return own.text

    def shown(match: re.Match[str]) -> str:
        other = int(match[1]) - 1
        if other > level or other not in num.levels:
            return ""
        format_ = num.levels[other].format
        return formatted(counts[other], "decimal" if own.legal and format_ != "none" else format_)

    return _PLACE.sub(shown, own.text)
