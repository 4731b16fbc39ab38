"""Moving: documents that get another name because their neighbours' names have changed, and lose no byte on the way.

Two documents may change places: what the second one is made of must be read before the first one is written over it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from docgen.batch.standing import Standing, State
from docgen.errors import FileError
from docgen.output.atomic import read


@dataclass(slots=True)
class Moving:
    """The files in a folder that may have to move (name → key of their document), and the bytes of those whose place
    was taken already."""

    folder: Path
    owners: dict[str, str]
    _saved: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, states: Sequence[State], folder: Path) -> Moving:
        """The files of documents that are not made anew, or whose PDF is not."""
        moving = [state for state in states if state.standing is Standing.UNCHANGED or state.pdf_of]
        return cls(folder, {name: state.wanted.key for state in moving for _, name in state.names})

    def save(self, names: Iterable[str], key: str) -> None:
        """A document is about to be written under these names: keep what others still need."""
        for name in names:
            if self.owners.pop(name, key) != key:
                with suppress(FileError):  # whoever needs it will tell that it is gone
                    self._saved[name] = read(self.folder / name)

    def bytes_of(self, name: str) -> bytes:
        """What stood under a name when the run began. Raises FileError."""
        return self._saved.pop(name, b"") or read(self.folder / name)
