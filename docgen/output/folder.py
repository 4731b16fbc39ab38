"""An output folder while a run works in it: locked, with its manifest, its journal, and a way to put files in."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from docgen.errors import DocgenError
from docgen.output.atomic import digest, digest_of, fill_atomically, read, write_atomically
from docgen.output.entries import Entry, Failure
from docgen.output.files import BACKUPS, Outcome, Written, aside, changed_among, make_folder, refusal, write_one
from docgen.output.interrupts import held
from docgen.output.journal import Journal, absorb, left_behind
from docgen.output.manifest import NAME, Manifest

log = logging.getLogger("docgen")


def _never() -> str:
    return ""


def known(folder: Path) -> Manifest:
    """What is known about a folder, without touching it: its manifest, and what a killed run has noted since."""
    manifest = Manifest.read(folder)
    absorb(left_behind(folder), manifest)
    return manifest


@contextmanager
def opened(path: Path, clock: Callable[[], str] = _never) -> Iterator[OutputFolder]:
    """The folder for a run; when the block ends, however it does, the manifest tells what was done.

    A folder that is not there yet is made with the first file. Raises FolderError when another run works in it, or when
    it takes no files.
    """
    folder = OutputFolder(path, clock)
    if path.is_dir():
        folder.begin()
    try:
        yield folder
    except BaseException:
        folder.end(failing=True)
        raise
    folder.end(failing=False)


@dataclass(slots=True)
class OutputFolder:
    """A folder that this run works in; `clock` gives the time for entries. Made by `opened`."""

    path: Path
    clock: Callable[[], str]
    manifest: Manifest = field(default_factory=Manifest)
    _journal: Journal | None = None
    _made: set[Path] = field(default_factory=set)
    _entered: set[str] = field(default_factory=set)

    def begin(self) -> None:
        """Lock the folder and learn what is known about it."""
        make_folder(self.path)
        if (self.path / NAME).is_dir():
            read(self.path / NAME)  # tells what is wrong
        self._journal, self.manifest = Journal.opened(self.path)

    def end(self, *, failing: bool) -> None:
        """Write the manifest, drop the journal. Where even that fails, the journal stays and tells the next run."""
        if self._journal is None:
            return
        told = False
        try:
            if self._journal.says_more:
                self.manifest.write(self.path, self._journal.mark)
            told = True
        except DocgenError:
            if not failing:
                raise
        finally:
            self._journal.close(told=told)

    def put(
        self,
        files: Mapping[str, bytes],
        key: str = "",
        entry: Entry | None = None,
        *,
        force: bool = False,
        backup_stamp: str = "",
    ) -> list[Written]:
        """Write the files of one document, all of them or none; `key` and `entry` are what the manifest tells of it, with
        the digests of the files, if they are known already.

        With `force` a file that somebody has changed goes into the folder `原件` first. Raises ChangedError without it,
        FileError and ResultError when a file cannot be written.
        """
        journal = self._ready(files)
        known = entry.files if entry is not None else {}
        digests = {name: known.get(name) or digest(data) for name, data in files.items()}
        changed = changed_among(self.path, digests, self.manifest)
        if changed and not force:
            raise refusal(self.path, changed)
        if changed:
            make_folder(self.path / BACKUPS)
        with held():  # or Ctrl-C could leave a document's Word file there without its PDF
            self._intend(digests)
            done = [
                write_one(
                    self.path / name, data, aside(self.path, name, backup_stamp) if name in changed else None, journal.mark
                )
                for name, data in files.items()
            ]
            self._enter(digests, key, entry, moved=any(item.outcome is not Outcome.UNCHANGED for item in done))
        return done

    def stands(self, key: str) -> bool:
        """Whether this run has put the document there, and nothing of it has failed."""
        return key in self._entered and key not in self.manifest.failed

    def put_filled(
        self,
        name: str,
        fill: Callable[[BinaryIO], None],
        key: str,
        inputs: str,
        *,
        force: bool = False,
        backup_stamp: str = "",
    ) -> Written:
        """Write one large file of known `inputs`, unless it stands there as it was made from them."""
        path = self.path / name
        before, standing = self.manifest.documents.get(key), digest_of(path)
        if before is not None and before.inputs == inputs and standing and standing == before.files.get(name):
            return Written(path, Outcome.UNCHANGED, path.stat().st_size)
        journal = self._ready([name])
        changed = changed_among(self.path, {name: ""}, self.manifest)
        if changed and not force:
            raise refusal(self.path, changed)
        new: list[str] = []

        def announce(value: str) -> None:
            self._intend({name: value})
            new.append(value)

        put_aside = aside(self.path, name, backup_stamp) if changed else None
        goals = [goal.relative_to(self.path).as_posix() for goal in (put_aside, path) if goal]
        journal.write({"fills": dict.fromkeys(goals, "")})  # their digests are known when they are full
        if put_aside:  # a copy: the changed file keeps its place until the new one takes it
            make_folder(put_aside.parent)
            write_atomically(put_aside, read(path), journal.mark)
        fill_atomically(path, fill, journal.mark, announce)
        outcome = Outcome.NEW if standing is None else Outcome.UNCHANGED if new == [standing] else Outcome.UPDATED
        entry = Entry({name: new[0]}, inputs)
        self._enter(entry.files, key, entry, moved=outcome is not Outcome.UNCHANGED)
        return Written(path, outcome, path.stat().st_size, put_aside)

    def note_failure(self, key: str, failure: Failure) -> None:
        """Remember that a document was not made."""
        if self.manifest.failed.get(key) != failure:
            self._ready(()).write({"failed": key, "failure": failure.as_plain()})
            self.manifest.enter_failure(key, failure)

    def _ready(self, names: Mapping[str, bytes] | list[str] | tuple[()]) -> Journal:
        """The journal, with the folders of these files made."""
        if self._journal is None:
            self.begin()
        assert self._journal is not None
        for folder in dict.fromkeys((self.path / name).parent for name in names):
            if folder not in self._made:
                make_folder(folder)
                self._made.add(folder)
        return self._journal

    def _intend(self, digests: Mapping[str, str]) -> None:
        new = {name: value for name, value in digests.items() if self.manifest.digests_of(name) != (value,)}
        if new:
            assert self._journal is not None
            self._journal.write({"will": new})
            self.manifest.intend(new)

    def _enter(self, digests: Mapping[str, str], key: str, entry: Entry | None, *, moved: bool) -> None:
        """Say in journal and manifest what stands now."""
        assert self._journal is not None
        line: dict[str, object] = {"files": dict(digests)}
        self.manifest.enter(digests)
        if entry is not None:
            before = self.manifest.documents.get(key)
            when = before.when if before is not None and not moved else self.clock()
            entry = replace(entry, files=entry.files or dict(digests), when=when)
            line |= {"document": key, "entry": entry.as_plain()}
            self.manifest.enter_document(key, entry)
            self._entered.add(key)
        self._journal.write(line)
