"""The manifest of an output folder: which bytes docgen itself has written under which name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from docgen.output.atomic import digest, read, write_atomically

NAME = ".docgen.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """File name → SHA-256 of what was written. No times, no paths: the same run leaves the same manifest."""

    digests: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """The folder's manifest; an empty one when there is none or it cannot be understood.

        An unreadable manifest only makes docgen more careful: every file then counts as somebody's.
        """
        try:
            found = json.loads((folder / NAME).read_text(encoding="utf-8"))
            return cls({str(name): tuple(map(str, values)) for name, values in found["files"].items()})
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return cls()

    def digests_of(self, name: str) -> tuple[str, ...]:
        """What was written under that name; two values when a run was interrupted."""
        return self.digests.get(name, ())

    def with_files(self, files: Mapping[str, bytes]) -> Manifest:
        """The manifest after these files were written."""
        return Manifest({**self.digests, **{name: (digest(data),) for name, data in files.items()}})

    def while_writing(self, files: Mapping[str, bytes]) -> Manifest:
        """The manifest that holds while these files replace the old ones."""
        both = {name: tuple(dict.fromkeys((*self.digests_of(name), digest(data)))) for name, data in files.items()}
        return Manifest({**self.digests, **both})

    def write(self, folder: Path) -> None:
        """Put it into the folder, unless it stands there already."""
        text = json.dumps({"files": dict(sorted(self.digests.items()))}, ensure_ascii=False, indent=1) + "\n"
        path = folder / NAME
        if not path.exists() or read(path) != text.encode():
            write_atomically(path, text.encode())
