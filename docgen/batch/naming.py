"""File names of a run's documents: two documents whose names come to one safe file name stand beside each other.

Names follow the order in which documents are wanted, whatever stood in the folder before. Only what a run does not
touch keeps its name, and nobody else gets it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from docgen.batch.standing import State
from docgen.output.names import Taken, file_name


@dataclass(slots=True)
class Names:
    """Names given so far, by folder. Documents must ask in their order: the second of two equal ones is numbered."""

    _folders: dict[str, Taken] = field(default_factory=dict)

    @classmethod
    def beside(cls, states: Iterable[State]) -> Names:
        """Names for a run that leaves some documents where they are."""
        names = cls()
        for state in states:
            if state.entry is not None and state.stays:
                for name in state.entry.files:
                    names._taken(state.wanted.folder).keep(PurePosixPath(name).name)
        return names

    def of(self, folder: str, stem: str, endings: Iterable[str]) -> dict[str, str]:
        """Ending → name (folder and file) for a document; all its files bear the same number."""
        wanted = {ending: file_name(stem, ending) for ending in endings}
        chosen = self._taken(folder).apart(wanted.values())
        return {ending: _within(folder, name) for ending, name in zip(wanted, chosen, strict=True)}

    def _taken(self, folder: str) -> Taken:
        return self._folders.setdefault(folder, Taken())


def _within(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name
