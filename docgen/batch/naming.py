"""File names of a run's documents: two documents whose names come to one safe file name stand beside each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from docgen.output.names import file_name


@dataclass(slots=True)
class Names:
    """Names given so far. Documents must ask in their order: the second of two equal names is numbered."""

    _taken: dict[str, int] = field(default_factory=dict)

    def of(self, folder: str, stem: str, endings: Iterable[str]) -> dict[str, str]:
        """Ending → name (folder and file) for a document; all its files bear the same number."""
        names = {ending: file_name(stem, ending) for ending in endings}
        keys = {f"{folder}/{name}".casefold() for name in names.values()}
        number = max((self._taken.get(key, 0) for key in keys), default=0) + 1
        self._taken |= dict.fromkeys(keys, number)
        return {ending: _within(folder, _numbered(name, number)) for ending, name in names.items()}


def _numbered(name: str, number: int) -> str:
    path = PurePosixPath(name)
    return name if number == 1 else f"{path.stem}（{number}）{path.suffix}"


def _within(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name
