"""Nodes: what YAML and JSON have in common: scalars, lists and mappings that know where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from docgen.diagnostics import Diagnostic, Place
from docgen.intake.codes import report

DEPTH = 6
"""File → sheet → row → cell → entry is five; deeper nesting has no meaning here."""

MOST_NODES = 300_000
"""Values, lists and mappings of one text: a ledger of ten thousand rows has two thirds of them."""

Scalar: TypeAlias = str | bool | None


@dataclass(slots=True)
class Node:
    """A value; exactly one of the three fields beside `place` is meant, by `kind`."""

    kind: str
    place: Place
    scalar: Scalar = None
    entries: list[Node] = field(default_factory=list)
    pairs: list[tuple[str, Node]] = field(default_factory=list)

    @property
    def nothing(self) -> bool:
        """An empty scalar."""
        return self.kind == SCALAR and self.scalar in (None, "")


SCALAR, LIST, MAPPING = "一个值", "一串列表", "一组“栏目: 内容”"


def too_many(place: Place) -> BrokenText:
    """The fault of a text with more than MOST_NODES; `place` is where it grew too long."""
    found, remedy = f"到这里已经超过 {MOST_NODES} 项，太多了", "长的表放进单独的工作簿或 CSV 文件，名称以工作表名开头"
    return BrokenText("DATA-038", place, found, remedy)


class BrokenText(Exception):
    """The text cannot be read at all; carries its one diagnostic."""

    def __init__(self, code: str, place: Place, found: str, remedy: str = "") -> None:
        super().__init__(found)
        self.diagnostic: Diagnostic = report(code, place, found, "", remedy)
