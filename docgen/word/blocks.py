"""The blocks that a template source is read into."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

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
class Cell:
    """A cell: its paragraphs (style "": the cell's usual one), its first column, how many columns it spans.

    `merge` says how it is joined to the cells above and below.
    """

    paragraphs: tuple[Text | Tag, ...]
    column: int
    span: int = 1
    merge: Literal["none", "start", "continue"] = "none"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its cells, and its least height in mm (0: the table's usual one).

    `keeps_next`: it stands on one page with the row below; `whole`: it does not split, also in a form.
    """

    cells: tuple[Cell, ...]
    height: float = 0.0
    keeps_next: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of heads, relative widths, alignments (left, center, right), then rows and tags between them.

    A table without heads is a form: labels beside what is filled in; its rows may split between pages.
    """

    heads: tuple[Row, ...]
    widths: tuple[int, ...]
    alignments: tuple[str, ...]
    rows: tuple[Row | Tag, ...]

    @property
    def is_form(self) -> bool:
        """Whether the table has no heads."""
        return not self.heads


@dataclass(frozen=True, slots=True)
class Directive:
    """`::: name`: a part that the standard lays out."""

    name: str


Block = Text | Tag | Table | Directive


@dataclass(frozen=True, slots=True)
class TemplateSource:
    """A whole source: the front matter as text, and the blocks.

    `borrows_attachments`: the attachments are those of an included source, which tells of them itself.
    """

    settings: dict[str, str]
    blocks: tuple[Block, ...]
    borrows_attachments: bool = field(default=False)

    def carries(self, part: str) -> bool:
        """Whether the document may carry 版头, 主送, 落款, 附注, 版记, 报头 or 报尾."""
        return self.settings.get(part) == "是"

    @property
    def tells_attachments(self) -> bool:
        """Whether something else than the signature block tells of the attachments: own lines, or what is included."""
        own = any(isinstance(block, Text) and block.style.startswith("附件说明") for block in self.blocks)
        return self.borrows_attachments or own

    @property
    def landscape(self) -> bool:
        """Whether the pages lie on their side."""
        return self.settings.get("页面") == "横"

    @property
    def numbering(self) -> str:
        """How pages are numbered: 标准, 第x页共y页 or 无."""
        return self.settings.get("页码", "标准")
