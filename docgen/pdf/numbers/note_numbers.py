"""Note numbers: which sign each footnote and endnote carries, counted as its section asks."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.pdf.numbers.number_formats import formatted
from docgen.pdf.source import Note, NoteRules, Section, Source
from docgen.pdf.stories import references

OWN_NUMBER = "NOTE"
"""Under which name the numbers of a note's own story hold its sign."""


def has_notes(source: Source) -> bool:
    """Whether the text refers to any note."""
    return any(True for section in source.sections for _ in references(section.blocks))


def counts_pages(source: Source) -> bool:
    """Whether notes are counted anew on every page, so that their numbers hang on the layout."""
    return any("page" in (section.footnotes.restart, section.endnotes.restart) for section in source.sections)


def note_numbers(source: Source, pages: Mapping[Note, int]) -> dict[str, str]:
    """The sign of each note by its key. `pages`: where the notes were in the layout before; {} for none."""
    signs: dict[str, str] = {}
    counts: dict[str, _Count] = {"footnote": _Count(), "endnote": _Count()}
    for number, section in enumerate(source.sections):
        for reference in references(section.blocks):
            note = reference.note
            if not reference.custom:
                rules = _rules(section, note)
                value = counts[note.kind].next(rules, number, pages.get(note, -1))
                signs[note_key(note)] = formatted(value, rules.format)
    return signs


def note_key(note: Note) -> str:
    """Under which name the numbers of a document hold the sign of a note."""
    return f"{note.kind} {note.number}"


def _rules(section: Section, note: Note) -> NoteRules:
    return section.footnotes if note.kind == "footnote" else section.endnotes


class _Count:
    """The running number of one kind of notes."""

    def __init__(self) -> None:
        self._value: int | None = None
        self._stretch: tuple[str, int] | None = None

    def next(self, rules: NoteRules, section: int, page: int) -> int:
        """The number of the next note, standing in a section and on a page."""
        stretch = {"section": ("section", section), "page": ("page", page)}.get(rules.restart)
        anew = self._value is None or (stretch is not None and stretch != self._stretch)
        self._value = rules.start if anew or self._value is None else self._value + 1
        self._stretch = stretch
        return self._value
