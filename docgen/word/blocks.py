"""The blocks that a template source is read into."""

from __future__ import annotations

import re
from dataclasses import dataclass

TAG = re.compile(r"\{%-?\s*((?:(?!%\}).)+?)\s*-?%\}")
"""A statement on a line of its own; group 1 is the statement."""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph: its Word style by name, its text with tags."""

    style: str
    text: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A statement on a line of its own, without its braces."""

    statement: str

    @property
    def word(self) -> str:
        """Its first word: for, if, endif, set …"""
        return (self.statement.split() or [""])[0]

    @property
    def step(self) -> int:
        """1 for what opens a `for` or `if`, -1 for what closes one, 0 otherwise."""
        return {"for": 1, "if": 1, "endfor": -1, "endif": -1}.get(self.word, 0)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: heads, relative widths, alignments (left, center, right), then rows of cells and tags."""

    heads: tuple[str, ...]
    widths: tuple[int, ...]
    alignments: tuple[str, ...]
    rows: tuple[tuple[str, ...] | Tag, ...]


@dataclass(frozen=True, slots=True)
class Directive:
    """`::: name`: a part that the standard lays out."""

    name: str


Block = Text | Tag | Table | Directive


@dataclass(frozen=True, slots=True)
class TemplateSource:
    """A whole source: the front matter as text, and the blocks."""

    settings: dict[str, str]
    blocks: tuple[Block, ...]

    def carries(self, part: str) -> bool:
        """Whether the document may carry 版头, 主送, 落款 or 版记."""
        return self.settings.get(part) == "是"
