"""Carry out a run: make what is due, write each document as it comes, in the order in which they were wanted."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from docgen.batch.crews import Crew
from docgen.batch.delivered import Delivered, entry_of, told
from docgen.batch.flow import each_in_order
from docgen.batch.jobs import PDF, Job, Wanted
from docgen.batch.moving import Moving
from docgen.batch.naming import Names
from docgen.batch.standing import Standing, State, due
from docgen.batch.worker import Outcome, work
from docgen.errors import ChangedError, DocgenError, FileError, FolderError, as_error
from docgen.output.atomic import digest
from docgen.output.entries import Entry, Failure
from docgen.output.files import refusal, untouched
from docgen.output.folder import OutputFolder
from docgen.pdf.wish import Engine

log = logging.getLogger("docgen")

OFFICE_LOT = 50
"""Documents that go to LibreOffice in one call."""

Task = Callable[[Sequence[Job]], tuple[Outcome, ...]]
"""What a crew does with a lot of jobs."""


@dataclass(frozen=True, slots=True)
class Handling:
    """How files are put into the folder. `remember_failures`: the manifest tells what was not made."""

    force: bool = False
    backup_stamp: str = ""
    remember_failures: bool = True


def carried_out(
    states: Sequence[State], folder: OutputFolder, crew: Crew, handling: Handling, task: Task = work
) -> Iterator[Delivered]:
    """Every document of the run, in order, as soon as it stands. Raises FolderError when the folder takes no more."""
    outcomes = _outcomes(states, crew, task)
    run = _Run(folder, handling, Names.beside(states), Moving.of(states, folder.path))
    for state in states:
        if state.stays:
            yield run.left(state)
        elif state.standing is Standing.UNCHANGED:
            yield run.unchanged(state)
        else:
            yield run.made(state, _booked(state.wanted) if state.wanted.book else next(outcomes))


def outcomes_of(states: Sequence[State], crew: Crew, task: Task) -> Iterator[tuple[State, Outcome]]:
    """What a crew makes of the jobs that are due, in order; nothing is written."""
    jobs = [state for state in due(states) if state.wanted.job is not None]
    return zip(jobs, _outcomes(states, crew, task), strict=True)


def _outcomes(states: Sequence[State], crew: Crew, task: Task) -> Iterator[Outcome]:
    """The outcome of each job, in order; a job is fetched when it is handed over, and no sooner."""
    return each_in_order(_lots(_jobs(states)), crew, task)


def _jobs(states: Sequence[State]) -> Iterator[Job]:
    return (replace(state.wanted.job(), standing=state.pdf_of) for state in due(states) if state.wanted.job)


def _lots(jobs: Iterator[Job]) -> Iterator[tuple[Job, ...]]:
    """Jobs by themselves; those for LibreOffice many together."""
    for job in jobs:
        together = job.pdf is not None and job.pdf.engine is Engine.LIBREOFFICE
        yield (job, *islice(jobs, OFFICE_LOT - 1)) if together else (job,)


def _booked(wanted: Wanted) -> Outcome:
    """A workbook, made here and now."""
    assert wanted.book is not None
    try:
        return wanted.book()
    except Exception as error:  # a fault of one document must not stop the others
        return as_error(error)


@dataclass(frozen=True, slots=True)
class _Run:
    folder: OutputFolder
    handling: Handling
    names: Names
    moving: Moving

    def unchanged(self, state: State) -> Delivered:
        """A document that stands; under another name now where its neighbours' names have changed."""
        wanted, entry = state.wanted, state.entry
        assert entry is not None
        names, standing = self._names(wanted, entry.stem), dict(state.names)
        try:
            if names == standing and wanted.key not in self.folder.manifest.failed:
                paths = [self.folder.path / name for name in standing.values()]
                return told(wanted, entry, tuple(map(untouched, paths)))
            files = {names[ending]: self.moving.bytes_of(name) for ending, name in standing.items()}
        except FileError as error:  # somebody has taken it away since the run began
            return self._failed(Delivered(wanted, entry.title, error=error))
        return replace(self._put(wanted, files, entry), made=False)

    def left(self, state: State) -> Delivered:
        """A document that somebody has changed, or that nobody asked for: it keeps its name."""
        entry = state.entry
        if entry is None:
            return Delivered(state.wanted, state.wanted.label, left_out=True)
        paths = [self.folder.path / name for _, name in state.names]
        standing = tuple(untouched(path) for path in paths if path.is_file())
        if state.standing is Standing.LEFT_OUT:
            return replace(told(state.wanted, entry, standing), left_out=True)
        error = refusal(self.folder.path, state.changed)
        kept = tuple(item.path for item in standing)
        return Delivered(state.wanted, entry.title, standing=kept, pages=entry.pages, error=error)

    def made(self, state: State, outcome: Outcome) -> Delivered:
        """A document just made, or the error that kept it from being made."""
        wanted = state.wanted
        if isinstance(outcome, DocgenError):
            if stem := wanted.stem or (state.entry.stem if state.entry else ""):
                self._names(wanted, stem)  # what stands of it from before is not to be written over
            return self._failed(Delivered(wanted, wanted.label, error=outcome))
        stem = wanted.stem or outcome.title
        names = self._names(wanted, stem)
        files = {names[ending]: data for ending, data in outcome.files.items()}
        entry = entry_of(wanted, stem, outcome)
        if outcome.pdf_stands:
            assert state.entry is not None
            before = state.entry
            try:
                files[names[PDF]] = self.moving.bytes_of(dict(state.names)[PDF])
            except FileError as error:
                return self._failed(Delivered(wanted, outcome.title, error=error, made=True))
            entry = replace(entry, pages=before.pages, fonts=before.fonts, warnings=before.warnings)
        done = self._put(wanted, files, entry)
        return done if outcome.lacking is None or done.error else self._failed(replace(done, error=outcome.lacking))

    def _put(self, wanted: Wanted, files: dict[str, bytes], entry: Entry) -> Delivered:
        entry = replace(entry, files={name: digest(data) for name, data in files.items()})
        force, stamp = self.handling.force, self.handling.backup_stamp
        log.info("写文件 %s", self.folder.path / wanted.folder)
        try:
            self.moving.save(files, wanted.key)
            written = self.folder.put(files, wanted.key, self._kept(wanted, entry), force=force, backup_stamp=stamp)
        except FolderError:
            raise
        except ChangedError as error:
            standing = tuple(path for path in (self.folder.path / name for name in files) if path.is_file())
            return Delivered(wanted, entry.title, standing=standing, pages=entry.pages, error=error, made=True)
        except DocgenError as error:
            return self._failed(Delivered(wanted, entry.title, error=error, made=True))
        return replace(told(wanted, entry, tuple(written)), made=True)

    def _kept(self, wanted: Wanted, entry: Entry) -> Entry:
        """The entry for the manifest: the one before, where it tells the same Word file and a PDF besides."""
        before = self.folder.manifest.documents.get(wanted.key)
        if before is None or before.word != entry.word or not entry.files.items() < before.files.items():
            return entry
        return replace(before, inputs=entry.inputs)

    def _failed(self, item: Delivered) -> Delivered:
        error = item.error
        assert error is not None
        if self.handling.remember_failures:
            failure = Failure(item.title, error.message, error.remedy, int(error.exit_code))
            self.folder.note_failure(item.wanted.key, failure)
        return item

    def _names(self, wanted: Wanted, stem: str) -> dict[str, str]:
        return self.names.of(wanted.folder, stem, wanted.formats)
