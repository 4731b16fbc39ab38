"""Composed: one document before it is rendered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Composed:
    """A document to be rendered: its template, its plain data, and what its properties say.

    `name` is the office's word for the kind, used as file name when the rendered document shows no title.
    """

    template: str
    name: str
    context: dict[str, Any]
    author: str
    day: date
