"""The journal of a run: what it is about to do and what it has done, a line each, until the manifest tells it.

It stands in the output folder as long as a run works there, and is locked by it; one that nobody holds was left by a
run that was killed. So thousands of documents do not write the manifest thousands of times, and whatever a killed run
leaves is known as ours.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any

from docgen.errors import FolderError
from docgen.output.atomic import drop_leftovers, reason
from docgen.output.entries import MALFORMED, Entry, Failure
from docgen.output.file_locks import locked, released
from docgen.output.manifest import Manifest

NAME = ".docgen.journal"
_WAIT = 10.0  # seconds that a second run waits for the first


@dataclass(slots=True)
class Journal:
    """An open journal, locked. `mark` goes into the names of the run's temporary files.

    `says_more`: it tells something that the manifest on disk does not.
    """

    path: Path
    file: IO[bytes]
    mark: str
    says_more: bool

    @classmethod
    def opened(cls, folder: Path) -> tuple[Journal, Manifest]:
        """Open and lock the folder's journal, and learn what is known about the folder; what a killed run has left is
        told by the manifest now, and cleared up.

        Raises FolderError when another run works in the folder, or when it takes no files.
        """
        file = _locked(folder / NAME)
        try:
            left, manifest = list(_lines(file)), Manifest.read(folder)  # not before it is locked: a run may just end
            absorb(left, manifest)
            _clear_up(folder, left)
            journal = cls(folder / NAME, file, os.urandom(4).hex(), says_more=bool(left))
            # On a new line: the last one may have been cut short.
            journal._append({"run": journal.mark}, b"\n" if file.seek(0, os.SEEK_END) else b"")
        except BaseException:
            released(file)
            raise
        return journal, manifest

    def write(self, line: Mapping[str, Any]) -> None:
        """Append a line; it is in the system's hands when this returns."""
        self.says_more = True
        self._append(line)

    def _append(self, line: Mapping[str, Any], before: bytes = b"") -> None:
        data = before + json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        try:
            self.file.seek(0, os.SEEK_END)
            while data:  # a disk that is nearly full takes a part, and says so only when asked again
                data = data[self.file.write(data) :]
        except OSError as error:
            raise FolderError(f"写不了 {self.path}（{reason(error)}）", "腾出空间，或换一个文件夹") from error

    def close(self, *, told: bool) -> None:
        """Let go of it; `told`: the manifest says everything, so that it is not needed any more."""
        released(self.file, self.path if told else None)


def absorb(lines: list[Any], manifest: Manifest) -> None:
    """Enter what the lines of a journal tell; what cannot be understood (a line cut short) tells nothing."""
    for line in lines:
        try:
            if "will" in line:
                manifest.intend({str(name): str(value) for name, value in line["will"].items()})
            elif "files" in line:
                manifest.enter({str(name): str(value) for name, value in line["files"].items()})
            if "document" in line:
                manifest.enter_document(str(line["document"]), Entry.of(line["entry"]))
            elif "failed" in line:
                manifest.enter_failure(str(line["failed"]), Failure.of(line["failure"]))
        except MALFORMED:
            continue


def left_behind(folder: Path) -> list[Any]:
    """The lines of a journal that stands in a folder, without touching it; for looking only."""
    try:
        with (folder / NAME).open("rb") as file:
            return list(_lines(file))
    except OSError:
        return []


def _lines(file: IO[bytes]) -> Iterator[Any]:
    file.seek(0)
    for line in file.read().splitlines():
        try:
            yield json.loads(line)
        except MALFORMED:
            continue


def _clear_up(folder: Path, lines: list[Any]) -> None:
    """Remove the temporary files of killed runs: their marks and the files they were at stand in their journal."""
    marks = [str(line["run"]) for line in lines if isinstance(line, dict) and "run" in line]
    told = (line.get(what) for line in lines if isinstance(line, dict) for what in ("will", "fills"))
    written = (name for files in told for name in _names(files))
    folders = dict.fromkeys(["", *(str(PurePosixPath(name).parent) for name in written)])
    for mark in marks:
        if mark.isalnum():
            for inside in folders:
                drop_leftovers(folder / inside, mark)


def _names(files: Any) -> list[str]:
    """File names that stay inside of the folder."""
    found = files if isinstance(files, dict) else {}
    return [
        str(name) for name in found if ".." not in PurePosixPath(name).parts and not PurePosixPath(name).is_absolute()
    ]


def _locked(path: Path) -> IO[bytes]:
    """The journal, open and ours alone."""
    busy = f"另一个 docgen 正在往 {path.parent} 里写文件"
    try:
        file = locked(path, _WAIT, busy)
    except OSError as error:
        raise FolderError(f"在 {path.parent} 里写不了文件（{reason(error)}）", "换一个能写的文件夹") from error
    if file is None:
        raise FolderError(busy, "等它做完再运行，或换一个文件夹")
    return file
