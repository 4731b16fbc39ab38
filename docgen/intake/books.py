"""Books: the kinds of data, each with its own sheets: that of a campaign, and that of a 指导意见."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from docgen.model import campaign, guidance
from docgen.model.campaign import Campaign
from docgen.model.fields import Record
from docgen.model.guidance import Guidance


@dataclass(frozen=True, slots=True)
class Book:
    """A kind of data: what is made of it, its sheets, those that it cannot do without, and the form read first."""

    root: Callable[..., Campaign | Guidance]
    sheets: Mapping[str, type[Record]]
    needed: tuple[str, ...]
    form: str


CAMPAIGN = Book(
    Campaign,
    campaign.SHEETS,
    ("basics", "targets", "phases", "duties", "units", "methods", "requirements"),
    "basics",
)
GUIDANCE = Book(Guidance, guidance.SHEETS, ("notice", "passages"), "notice")
BOOKS = (CAMPAIGN, GUIDANCE)

RECORDS: Mapping[str, type[Record]] = {part: record for book in BOOKS for part, record in book.sheets.items()}
"""Part → record, of all books: neither parts nor names of sheets are used twice."""
