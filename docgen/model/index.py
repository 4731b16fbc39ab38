"""清单: what the list of files says of one document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A document of a set: its kind, its title, where its files lie.

    `editable` is the Word or Excel file, `pdf` the PDF: paths from the list's own folder, parts joined by "/", "" for
    none. `month`, `unit`, `number` (文号) and `pages` are told where they are known.
    """

    kind: str
    title: str
    editable: str = ""
    pdf: str = ""
    month: date | None = None
    unit: str = ""
    number: str = ""
    pages: int | None = None
