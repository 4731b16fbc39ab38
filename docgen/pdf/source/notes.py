"""Notes: footnotes and endnotes, the marks that refer to them, and how a section counts them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from docgen.pdf.source.looks import RunFormat

if TYPE_CHECKING:
    from docgen.pdf.source.tables import Block


@dataclass(frozen=True, slots=True, eq=False)
class Note:
    """A footnote or endnote: the `number`-th of its kind in the file's order of references, from 1."""

    kind: Literal["footnote", "endnote"]
    number: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class NoteReference:
    """The mark in the text that refers to a note; `custom`: its sign follows as text, and it is not counted."""

    note: Note
    format: RunFormat
    custom: bool = False


@dataclass(frozen=True, slots=True)
class NoteNumber:
    """The note's own number at its head (w:footnoteRef, w:endnoteRef)."""

    format: RunFormat


@dataclass(frozen=True, slots=True)
class Separator:
    """The rule above the notes: `long` is as wide as the text (a note goes on here), the other short."""

    format: RunFormat
    long: bool = False


@dataclass(frozen=True, slots=True)
class NoteRules:
    """How a section's footnotes or endnotes are counted and where they stand. `format` is Word's (w:numFmt)."""

    format: str = "decimal"
    start: int = 1
    restart: Literal["never", "section", "page"] = "never"
    place: Literal["page", "text", "section", "document"] = "page"


@dataclass(frozen=True, slots=True)
class NoteSeparators:
    """What stands above the notes of a page, and above notes that go on from the page before."""

    short: tuple[Block, ...] = ()
    long: tuple[Block, ...] = ()


FOOTNOTE_RULES, ENDNOTE_RULES = NoteRules(), NoteRules("lowerRoman", place="document")
"""Word's own rules, where a file gives none."""
NO_SEPARATORS = NoteSeparators()
"""What a file without notes says."""
