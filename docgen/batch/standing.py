"""What stands of a run's documents: which need not be made again, which somebody has changed, which are due."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path, PurePosixPath

from docgen.batch.jobs import PDF, Wanted
from docgen.output.atomic import digest_of
from docgen.output.entries import Entry
from docgen.output.manifest import Manifest


class Standing(Enum):
    """What is to be done about a document."""

    DUE = auto()
    UNCHANGED = auto()
    CHANGED_BY_HAND = auto()
    LEFT_OUT = auto()


@dataclass(frozen=True, slots=True)
class State:
    """A document and how it stands: `entry` is what the manifest tells of it, `names` its files in the folder by
    ending, `changed` those that somebody has changed; `pdf_of` the digest of the Word file whose PDF still holds."""

    wanted: Wanted
    standing: Standing
    entry: Entry | None = None
    names: tuple[tuple[str, str], ...] = ()
    changed: tuple[str, ...] = ()
    pdf_of: str = ""

    @property
    def stays(self) -> bool:
        """Whether the run leaves its files where they are, whatever its neighbours are called."""
        return self.standing in (Standing.CHANGED_BY_HAND, Standing.LEFT_OUT)


def survey(
    wanted: Iterable[Wanted], folder: Path, manifest: Manifest, *, force: bool = False, only_failed: bool = False
) -> list[State]:
    """How each document stands. `force` makes again what somebody has changed, `only_failed` what the last run did not
    make, and leaves out the rest."""
    chosen: Callable[[Wanted], bool] = (lambda item: item.key in manifest.failed) if only_failed else (lambda _: True)
    return [_state(item, folder, manifest, force=force, chosen=chosen(item)) for item in wanted]


def _state(wanted: Wanted, folder: Path, manifest: Manifest, *, force: bool, chosen: bool) -> State:
    entry = manifest.documents.get(wanted.key)
    if entry is None:
        return State(wanted, Standing.DUE if chosen else Standing.LEFT_OUT)
    files = {name: sha for name, sha in entry.files.items() if _ending(name) in wanted.formats}
    names = tuple((_ending(name), name) for name in files)
    if not chosen:
        return State(wanted, Standing.LEFT_OUT, entry, tuple(pair for pair in names if (folder / pair[1]).is_file()))
    found = {name: digest_of(folder / name) for name in files}
    whole = len(files) == len(wanted.formats) and None not in found.values()
    if whole and wanted.inputs and (entry.inputs, entry.printing) == (wanted.inputs, wanted.printing):
        if found == files:
            return State(wanted, Standing.UNCHANGED, entry, names)
        # Other bytes of ours are no work of the user's: a run was killed while two documents changed their names.
        changed = tuple(name for name, sha in found.items() if sha not in manifest.digests_of(name))
        if changed and not force:
            return State(wanted, Standing.CHANGED_BY_HAND, entry, names, changed)
    return State(wanted, Standing.DUE, entry, names, pdf_of=_pdf_of(entry, wanted, files, found))


def _pdf_of(entry: Entry, wanted: Wanted, files: dict[str, str], found: dict[str, str | None]) -> str:
    """The Word file whose PDF stands as it was printed by the same means, "" where there is none."""
    pdfs = [name for name in files if _ending(name) == PDF]
    holds = entry.printing == wanted.printing and bool(pdfs) and all(found[name] == files[name] for name in pdfs)
    return entry.word if holds else ""


def left_over(manifest: Manifest, folder: Path, keys: Container[str], within: Container[str]) -> list[Path]:
    """Files in some subfolders, of documents of earlier runs that nobody wants any more (not among `keys`)."""
    names = (name for key, entry in sorted(manifest.documents.items()) if key not in keys for name in entry.files)
    inside = (name for name in names if PurePosixPath(name).parts[0] in within)
    return [folder / name for name in dict.fromkeys(inside) if (folder / name).is_file()]


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix


def due(states: Sequence[State]) -> list[State]:
    """The documents that are to be made."""
    return [state for state in states if state.standing is Standing.DUE]
