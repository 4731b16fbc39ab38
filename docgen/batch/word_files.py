"""Word files of the user's own, printed as they are: whose PDF stands already, the others made by a crew, in order."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.batch.carry import OFFICE_LOT, Handling
from docgen.batch.crews import Crew
from docgen.batch.delivered import font_report, plain_fonts
from docgen.batch.fingerprints import of_printing
from docgen.batch.flow import each_in_order
from docgen.errors import DocgenError, MissingError, as_error
from docgen.output.atomic import digest, digest_of
from docgen.output.entries import Entry
from docgen.output.files import Written, untouched
from docgen.output.folder import OutputFolder, known, opened
from docgen.output.manifest import Manifest
from docgen.pdf.wish import Engine, PdfWish

if TYPE_CHECKING:
    from docgen.pdf.typefaces.font_report import FontReport
    from docgen.printing import Printed

log = logging.getLogger("docgen")


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file and where its PDF goes.

    `inputs` is its SHA-256, "" where it cannot be read (which is told when it is to be printed), `printing` the digest
    of what it is printed with; `standing` what the manifest tells of a PDF that stands there and was made of the same.
    """

    source: Path
    goal: Path
    inputs: str
    printing: str
    standing: Entry | None = None

    @property
    def key(self) -> str:
        """What tells its PDF from the other documents of the folder."""
        return f"转换，{self.goal.name}"


@dataclass(frozen=True, slots=True)
class PdfDone:
    """What became of a Word file: its PDF and what its reader must know, or why there is none."""

    file: WordFile
    written: Written | None = None
    pages: int | None = None
    fonts: FontReport | None = None
    warnings: tuple[str, ...] = ()
    error: DocgenError | None = None


def surveyed(goals: Mapping[Path, Path], wish: PdfWish) -> list[WordFile]:
    """The files, each with its PDF where that need not be made again."""
    printing = of_printing(wish)
    manifests: dict[Path, Manifest] = {}
    found = []
    for source, goal in goals.items():
        if goal.parent not in manifests:
            manifests[goal.parent] = known(goal.parent)
        file = WordFile(source, goal, _sha(source), printing)
        found.append(replace(file, standing=_standing(file, manifests[goal.parent])))
    return found


def _sha(path: Path) -> str:
    """The SHA-256 of a file, "" where there is none that can be read; nobody waits for a pipe."""
    try:
        return (digest_of(path) or "") if path.is_file() else ""
    except OSError:  # a name too long
        return ""


def _standing(file: WordFile, manifest: Manifest) -> Entry | None:
    entry = manifest.documents.get(file.key)
    if entry is None or not file.inputs or (entry.inputs, entry.printing) != (file.inputs, file.printing):
        return None
    return entry if _sha(file.goal) == entry.files.get(file.goal.name) else None


def print_lot(wish: PdfWish, lot: Sequence[Path]) -> tuple[Printed | DocgenError, ...]:
    """The PDFs of some Word files. Raises MissingError where LibreOffice is wanted and not there."""
    from docgen.printing import printed_all

    try:
        read = [(source, _read(source)) for source in lot]
        made = printed_all([(source.stem, data) for source, data in read if isinstance(data, bytes)], wish)
        return tuple(data if isinstance(data, DocgenError) else next(made) for _, data in read)
    except MissingError:
        raise
    except Exception as error:  # a fault of one file must not stop the others
        return (as_error(error),) * len(lot)


def _read(source: Path) -> bytes | DocgenError:
    from docgen.opening.files import read_bytes

    try:
        return read_bytes(source)
    except DocgenError as error:
        return error


@dataclass(frozen=True, slots=True)
class PdfRun:
    """Makes the PDFs that do not stand and puts them beside the others; `clock` gives the time for entries."""

    crew: Crew
    wish: PdfWish
    handling: Handling
    clock: Callable[[], str]

    def carried_out(self, files: Sequence[WordFile]) -> Generator[PdfDone, None, None]:
        """Every file, in order, as soon as its PDF stands."""
        results = self._results([file.source for file in files if file.standing is None])
        for folder, group in groupby(files, key=lambda file: file.goal.parent):
            yield from self._in_folder(folder, list(group), results)

    def _results(self, sources: Sequence[Path]) -> Iterator[Printed | DocgenError]:
        size = OFFICE_LOT if self.wish.engine is Engine.LIBREOFFICE else 1
        lots = [sources[at : at + size] for at in range(0, len(sources), size)]
        return each_in_order(lots, self.crew, partial(print_lot, self.wish))

    def _in_folder(
        self, path: Path, files: Sequence[WordFile], results: Iterator[Printed | DocgenError]
    ) -> Iterator[PdfDone]:
        """Those whose PDFs go into one folder; it is opened only where one of them is to be made."""
        with ExitStack() as stack:
            folder: OutputFolder | DocgenError | None = None
            for file in files:
                if file.standing is not None:
                    yield _unchanged(file, file.standing)
                    continue
                folder = folder or _entered(stack, path, self.clock)
                log.info("转换 %s", file.source)
                yield self._put(file, next(results), folder)

    def _put(self, file: WordFile, made: Printed | DocgenError, folder: OutputFolder | DocgenError) -> PdfDone:
        if isinstance(made, DocgenError):
            return PdfDone(file, error=made)
        if isinstance(folder, DocgenError):
            return PdfDone(file, error=folder)
        assert made.pdf is not None
        entry = Entry(
            {file.goal.name: digest(made.pdf)}, file.inputs, file.printing, title=file.source.stem,
            pages=made.pages, fonts=plain_fonts(made.fonts), warnings=made.warnings,
        )  # fmt: skip
        force, stamp = self.handling.force, self.handling.backup_stamp
        try:
            (written,) = folder.put({file.goal.name: made.pdf}, file.key, entry, force=force, backup_stamp=stamp)
        except DocgenError as error:
            return PdfDone(file, error=error)
        return PdfDone(file, written, made.pages, made.fonts, made.warnings)


def _entered(stack: ExitStack, path: Path, clock: Callable[[], str]) -> OutputFolder | DocgenError:
    try:
        return stack.enter_context(opened(path, clock))
    except DocgenError as error:
        return error


def _unchanged(file: WordFile, entry: Entry) -> PdfDone:
    try:
        return PdfDone(file, untouched(file.goal), entry.pages, font_report(entry.fonts), entry.warnings)
    except DocgenError as error:  # somebody has taken it away since the run began
        return PdfDone(file, error=error)


def due(files: Iterable[WordFile]) -> list[WordFile]:
    """Those whose PDFs are to be made."""
    return [file for file in files if file.standing is None]
