"""Diagnostics: faults of the user's data, template or document, collected and shown all together.

A fault has a stable code, the place in the user's own words, what was found, what was expected and the remedy.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """An error stops the document; a warning is told and the work goes on."""

    ERROR = "错误"
    WARNING = "提醒"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands, in the user's words.

    `order` is (sheet number, row, column) or the like: places sort by it, as the user reads them. Files that are read
    together number their sheets one after another, so that the main file comes first, whatever its name.
    """

    file: str = ""
    order: tuple[int, ...] = ()
    section: str = ""
    address: str = ""
    heading: str = ""

    def __lt__(self, other: Place) -> bool:
        return self._reading_order() < other._reading_order()

    def _reading_order(self) -> tuple[object, ...]:
        return self.order, self.file, self.section, self.address, self.heading

    @classmethod
    def of_option(cls, name: str) -> Place:
        """The place of a value that an option of the command line gave: messages name it instead of a cell."""
        return cls(section="命令行", address=name)

    def __str__(self) -> str:
        section, address, heading = map(_brief, (self.section, self.address, self.heading))
        address = f"{address}（{heading}）" if address and heading else address or heading
        return " · ".join(part for part in (self.file, section, address) if part)


_LONGEST_NAME = 100  # characters that a message tells of a heading or path, and that are compared with known names


def _brief(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault: code, place, found, expected, remedy. Sentences carry no closing stop."""

    code: str
    place: Place
    found: str
    expected: str
    remedy: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        mark = "" if self.severity is Severity.ERROR else f"（{self.severity}）"
        expected = f"，{self.expected}" if self.expected else ""
        return f"{self.code}{mark}  {self.place}\n          {self.found}{expected}\n          改法：{self.remedy}"

    def as_dict(self) -> dict[str, Any]:
        """Plain data for `--json`."""
        return {
            "code": self.code,
            "severity": "error" if self.severity is Severity.ERROR else "warning",
            "file": self.place.file,
            "section": self.place.section,
            "address": self.place.address,
            "heading": self.place.heading,
            "found": self.found,
            "expected": self.expected,
            "remedy": self.remedy,
        }


@dataclass(frozen=True, slots=True)
class Code:
    """What a code stands for, as docs/errors.md tells it; each folder keeps its own registry of them."""

    title: str
    meaning: str
    remedy: str


@dataclass(slots=True)
class Diagnostics:
    """A growing collection; `sorted()` gives it in reading order without repetitions."""

    items: list[Diagnostic] = field(default_factory=list)

    def add(self, item: Diagnostic) -> None:
        """Collect one."""
        self.items.append(item)

    def extend(self, items: Iterable[Diagnostic]) -> None:
        """Collect several."""
        self.items.extend(items)

    def sorted(self) -> list[Diagnostic]:
        """Errors and warnings together, by place, then code; equal ones once."""
        unique = dict.fromkeys(self.items)
        return sorted(unique, key=lambda item: (item.place, item.code, item.found))

    @property
    def errors(self) -> list[Diagnostic]:
        """The errors, in reading order."""
        return [item for item in self.sorted() if item.severity is Severity.ERROR]

    @property
    def warnings(self) -> list[Diagnostic]:
        """The warnings, in reading order."""
        return [item for item in self.sorted() if item.severity is Severity.WARNING]


def closest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like `name`, or None when nothing is near enough to be meant."""
    from difflib import SequenceMatcher

    name = name[:_LONGEST_NAME]
    letters = set(name)
    best, score = None, 0.0
    for candidate in known:
        within = bool(name) and (name in candidate or candidate in name)
        if not within and (letters.isdisjoint(candidate) or _most_alike(name, candidate) <= score):
            continue  # nearly all of them, and comparing takes long
        ratio = SequenceMatcher(None, name, candidate).ratio()
        if within:
            ratio = max(ratio, 0.6)
        if ratio > score:
            best, score = candidate, ratio
    return best if score >= 0.5 else None


def _most_alike(name: str, other: str) -> float:
    """What the ratio of two texts is at most, by their lengths."""
    return 2 * min(len(name), len(other)) / (len(name) + len(other))
