"""Forecast: what a run would write, found out without writing anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from docgen.batch.carry import outcomes_of
from docgen.batch.crews import Crew
from docgen.batch.jobs import PDF, WORD, Made, Wanted
from docgen.batch.naming import Names
from docgen.batch.standing import Standing, State
from docgen.batch.worker import sketch
from docgen.errors import DocgenError
from docgen.output.atomic import digest_of
from docgen.output.manifest import Manifest


class Fate(StrEnum):
    """What would become of a file."""

    NEW = "会新建"
    UPDATED = "会更新"
    UNCHANGED = "未变化"
    KEPT = "改过，不动"
    SPARED = "同一份里有改过的，也不动"
    REPLACED = "改过，会移到 原件 再更新"


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A file of a run and what would become of it."""

    path: Path
    fate: Fate


@dataclass(frozen=True, slots=True)
class Prospect:
    """A document of a run: its files, or why it could not be made."""

    wanted: Wanted
    title: str
    files: tuple[Foreseen, ...] = ()
    error: DocgenError | None = None


def foreseen(
    states: Sequence[State], folder: Path, manifest: Manifest, crew: Crew, *, force: bool = False
) -> Iterator[Prospect]:
    """Every document of a run, in order. Word files that are due are filled, for their titles; nothing is printed."""
    sketches = outcomes_of(states, crew, sketch)
    look = _Look(folder, manifest, force, Names.beside(states))
    for state in states:
        if state.standing is Standing.LEFT_OUT:
            continue
        if state.standing is Standing.DUE and state.wanted.job is not None:
            yield look.due(state, next(sketches)[1])
        else:
            yield look.known(state)


def foreseen_of_the_set(
    files: Sequence[Foreseen], names: Sequence[str], folder: Path, manifest: Manifest, *, force: bool = False
) -> list[Foreseen]:
    """What would become of files made of the whole set: they change when anything in it does."""
    look = _Look(folder, manifest, force, Names())
    moved = any(file.fate in (Fate.NEW, Fate.UPDATED, Fate.REPLACED) for file in files)
    return [look.file(name, same=not moved and not look.is_foreign(name)) for name in names] if files else []


@dataclass(frozen=True, slots=True)
class _Look:
    folder: Path
    manifest: Manifest
    force: bool
    names: Names

    def known(self, state: State) -> Prospect:
        """A document that stands, or a workbook, whose name is known."""
        wanted, entry = state.wanted, state.entry
        if state.stays:
            names = dict(state.names)
        else:
            names = self.names.of(wanted.folder, wanted.stem or (entry.stem if entry else ""), wanted.formats)
        files = [self.file(name, same=self._stands(state, name)) for name in names.values()]
        return Prospect(wanted, entry.title if entry else wanted.label, _all_or_none(files))

    def due(self, state: State, made: Made | DocgenError) -> Prospect:
        """A document whose Word file has just been filled."""
        wanted = state.wanted
        if isinstance(made, DocgenError):
            return Prospect(wanted, wanted.label, error=made)
        names = self.names.of(wanted.folder, wanted.stem or made.title, wanted.formats)
        same = {WORD: made.word, PDF: ""}
        if state.pdf_of and state.pdf_of == made.word and state.entry is not None:
            same[PDF] = next((sha for name, sha in state.entry.files.items() if name.endswith(PDF)), "")
        files = [self.file(name, same=digest_of(self.folder / name) == same[ending]) for ending, name in names.items()]
        return Prospect(wanted, made.title, _all_or_none(files))

    def _stands(self, state: State, name: str) -> bool:
        if state.standing is Standing.CHANGED_BY_HAND:
            return name not in state.changed
        return state.standing is Standing.UNCHANGED and name in dict(state.names).values()

    def is_foreign(self, name: str) -> bool:
        """Whether something stands under a name that docgen has not written."""
        standing = digest_of(self.folder / name)
        return standing is not None and standing not in self.manifest.digests_of(name)

    def file(self, name: str, *, same: bool) -> Foreseen:
        """What would become of a file; `same`: what stands there is what would be written."""
        path = self.folder / name
        standing = digest_of(path)
        if standing is None:
            return Foreseen(path, Fate.NEW)
        if same:
            return Foreseen(path, Fate.UNCHANGED)
        if not self.is_foreign(name):
            return Foreseen(path, Fate.UPDATED)
        return Foreseen(path, Fate.REPLACED if self.force else Fate.KEPT)


def _all_or_none(files: Sequence[Foreseen]) -> tuple[Foreseen, ...]:
    """The files of one document: where one is kept, none is written."""
    if all(file.fate is not Fate.KEPT for file in files):
        return tuple(files)
    return tuple(replace(file, fate=Fate.SPARED) if file.fate in (Fate.NEW, Fate.UPDATED) else file for file in files)
