"""File names of a run's documents: two documents whose names come to one safe file name stand beside each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from docgen.output.names import Taken, file_name


@dataclass(slots=True)
class Names:
    """Names given so far, by folder. Documents must ask in their order: the second of two equal ones is numbered."""

    _folders: dict[str, Taken] = field(default_factory=dict)

    def of(self, folder: str, stem: str, endings: Iterable[str]) -> dict[str, str]:
        """Ending → name (folder and file) for a document; all its files bear the same number."""
        wanted = {ending: file_name(stem, ending) for ending in endings}
        chosen = self._folders.setdefault(folder, Taken()).apart(wanted.values())
        return {ending: _within(folder, name) for ending, name in zip(wanted, chosen, strict=True)}


def _within(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name
