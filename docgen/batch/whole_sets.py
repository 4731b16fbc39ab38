"""Whole sets: after a run, one PDF per kind for printing, one zip for handing over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from docgen.batch.canonical import digest
from docgen.batch.carry import Handling
from docgen.batch.delivered import Delivered
from docgen.batch.fingerprints import of_code
from docgen.batch.jobs import PDF, WORD
from docgen.batch.merging import Part, merge
from docgen.batch.packing import pack
from docgen.errors import DocgenError, FolderError
from docgen.output.atomic import digest_of
from docgen.output.files import Written
from docgen.output.folder import OutputFolder
from docgen.output.names import file_name

MERGED = "合并"
"""The folder of the merged PDFs."""
ZIP = "整套文件.zip"


def merged_name(kind: str) -> str:
    """合并/简报.pdf."""
    return f"{MERGED}/{file_name(kind, PDF)}"


@dataclass(frozen=True, slots=True)
class WholeSets:
    """Writes merged PDFs and zips into the folder of a run; what is made of the same files is not made again."""

    folder: OutputFolder
    handling: Handling

    def merged(self, done: Iterable[Delivered]) -> Iterator[Written | DocgenError]:
        """One PDF of each kind that has any, in the order of the kinds; or why there is none."""
        for kind, parts in parts_by_kind(done).items():
            inputs = digest(of_code(), kind, [(part.title, digest_of(part.path)) for part in parts])

            def fill(file: BinaryIO, parts: Sequence[Part] = parts, kind: str = kind) -> None:
                merge(parts, kind, file)

            yield from self._put(merged_name(kind), fill, inputs)

    def zipped(self, paths: Sequence[Path]) -> Iterator[Written | DocgenError]:
        """One zip of these files, if there are any; or why there is none."""
        if not paths:
            return
        named = [(path.relative_to(self.folder.path).as_posix(), digest_of(path)) for path in paths]

        def fill(file: BinaryIO) -> None:
            pack(paths, self.folder.path, file)

        yield from self._put(ZIP, fill, digest(of_code(), named))

    def _put(self, name: str, fill: Callable[[BinaryIO], None], inputs: str) -> Iterator[Written | DocgenError]:
        force, stamp = self.handling.force, self.handling.backup_stamp
        yield from or_error(lambda: [self.folder.put_filled(name, fill, name, inputs, force=force, backup_stamp=stamp)])


def or_error(put: Callable[[], Iterable[Written]]) -> Iterator[Written | DocgenError]:
    """The files put; or why one could not be (changed by hand, open in Excel), which stops nothing else."""
    try:
        yield from put()
    except FolderError:
        raise
    except DocgenError as error:
        yield error


def outdated(done: Iterable[Delivered], folder: OutputFolder) -> list[Delivered]:
    """Documents whose Word file somebody has changed, and whose PDF still shows what it said before."""
    return [item for item in done if item.kept and _shows_what_was(item, folder)]


def _shows_what_was(item: Delivered, folder: OutputFolder) -> bool:
    entry, pdf = folder.manifest.documents.get(item.wanted.key), item.file(PDF)
    if entry is None or pdf is None:
        return False
    made = {Path(name).suffix: sha for name, sha in entry.files.items()}
    word = item.file(WORD)
    return word is not None and digest_of(word) != made.get(WORD) and digest_of(pdf) == made.get(PDF)


def parts_by_kind(done: Iterable[Delivered]) -> dict[str, list[Part]]:
    """The PDFs that stand, kind by kind."""
    found: dict[str, list[Part]] = {}
    for item in done:
        path = item.file(PDF)
        if path is not None and (item.error is None or item.kept):
            found.setdefault(item.wanted.kind, []).append(Part(item.title, path))
    return found
