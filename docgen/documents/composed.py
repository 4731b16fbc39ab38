"""Composed: one document before it is rendered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Composed:
    """A document to be rendered: its template, its plain data, and what its properties say.

    `name` is the office's word for the kind; `stem` the file's name where the title on the page would not tell one
    document from another; `month`, `unit` and `number` say in the list of files which document it is.
    """

    template: str
    name: str
    context: dict[str, Any]
    author: str
    day: date
    stem: str = ""
    month: date | None = None
    unit: str = ""
    number: str = ""
