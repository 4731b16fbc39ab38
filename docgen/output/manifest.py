"""The manifest of an output folder: which bytes docgen itself has written, and what each document was made from.

`files` (name → SHA-256) says which files are ours. `documents` says for each document what `Entry` tells; `failed`
which ones of the last run were not made. Equal font reports stand once, under `fonts`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from docgen.output.atomic import digest, digest_of, fill_atomically
from docgen.output.entries import MALFORMED, Entry, Failure

NAME = ".docgen.json"
_T = TypeVar("_T")


@dataclass(slots=True)
class Manifest:
    """What docgen knows about a folder. Nothing of it is needed: without it docgen is more careful, and slower."""

    digests: dict[str, tuple[str, ...]] = field(default_factory=dict)
    documents: dict[str, Entry] = field(default_factory=dict)
    failed: dict[str, Failure] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """The folder's manifest; an empty one when there is none or it cannot be understood.

        An unreadable manifest only makes docgen more careful: every file then counts as somebody's.
        """
        try:
            found = json.loads((folder / NAME).read_text(encoding="utf-8"))
            digests = {str(name): tuple(map(str, values)) for name, values in found["files"].items()}
        except (OSError, *MALFORMED):
            return cls()
        return cls(digests, dict(_entries(found)), dict(_sound(found.get("failed"), Failure.of)))

    def digests_of(self, name: str) -> tuple[str, ...]:
        """What was written under that name; two values when a run was interrupted."""
        return self.digests.get(name, ())

    def intend(self, files: Mapping[str, str]) -> None:
        """Files with these digests are about to replace the old ones: until they do, both are ours."""
        for name, value in files.items():
            self.digests[name] = tuple(dict.fromkeys((*self.digests_of(name), value)))

    def enter(self, files: Mapping[str, str]) -> None:
        """Files with these digests were written."""
        self.digests |= {name: (value,) for name, value in files.items()}

    def enter_document(self, key: str, entry: Entry) -> None:
        """A document stands; its files have been entered."""
        self.documents[key] = entry
        self.failed.pop(key, None)

    def enter_failure(self, key: str, failure: Failure) -> None:
        """A document was not made."""
        self.failed[key] = failure

    def write(self, folder: Path, mark: str = "") -> None:
        """Put it into the folder, unless it stands there already."""
        path = folder / NAME
        wanted = sha256()
        for line in self._lines():
            wanted.update(line)
        if digest_of(path) != wanted.hexdigest():
            fill_atomically(path, lambda file: file.writelines(self._lines()), mark)

    def _lines(self) -> Iterator[bytes]:
        """The manifest as JSON, a line for each name: it is never held as a whole."""
        fonts: dict[str, Any] = {}
        told: dict[str, Iterable[tuple[str, Any]]] = {"files": sorted(self.digests.items())}
        if self.documents:
            told["documents"] = ((key, _shared(entry, fonts)) for key, entry in sorted(self.documents.items()))
            told["fonts"] = _sorted(fonts)
        if self.failed:
            told["failed"] = ((key, failure.as_plain()) for key, failure in sorted(self.failed.items()))
        before = "{"
        for name, items in told.items():
            yield f'{before}\n"{name}": {{'.encode()
            between = ""
            for key, plain in items:
                yield f"{between}\n {_json(key)}: {_json(plain)}".encode()
                between = ","
            yield b"\n}"
            before = ","
        yield b"\n}\n"


def _json(plain: Any) -> str:
    return json.dumps(plain, ensure_ascii=False)


def _sorted(items: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """What a mapping holds by the time it is asked for."""
    yield from sorted(items.items())


def _shared(entry: Entry, fonts: dict[str, Any]) -> dict[str, Any]:
    """The entry with its font report named instead of said; the report goes into `fonts`."""
    plain = entry.as_plain()
    if entry.fonts:
        name = digest(_json(entry.fonts).encode())[:12]
        fonts[name], plain["fonts"] = entry.fonts, name
    return plain


def _entries(found: Mapping[str, Any]) -> Iterator[tuple[str, Entry]]:
    fonts = found.get("fonts")
    reports = fonts if isinstance(fonts, dict) else {}

    def told(plain: Any) -> Entry:
        return Entry.of({**plain, "fonts": reports.get(plain.get("fonts", ""), {})})

    return _sound(found.get("documents"), told)


def _sound(found: Any, make: Callable[[Any], _T]) -> Iterator[tuple[str, _T]]:
    """The values that can be understood; a document whose entry cannot is made again."""
    for key, plain in found.items() if isinstance(found, dict) else ():
        try:
            yield str(key), make(plain)
        except MALFORMED:
            continue
