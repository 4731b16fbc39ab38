"""The .xlsx as an archive of members, opened through the guard."""

from __future__ import annotations

from pathlib import Path

from docgen.opening import files
from docgen.opening.office import open_workbook

_LARGEST_FILE = 60_000_000
_SHEETS = "xl/worksheets/"


def read_bytes(path: Path, largest: int = _LARGEST_FILE) -> bytes:
    """The file's bytes. Raises FileError when it cannot be read or is larger than `largest` bytes."""
    return files.read_bytes(path, largest, expected="数据文件")


class Archive:
    """The members of a workbook, checked before another program inflates them. Raises FileError."""

    def __init__(self, content: bytes, name: str) -> None:
        self.name = name
        self._opened = open_workbook(content, name)

    def read(self, member: str) -> bytes:
        """A member's bytes; b"" when there is none."""
        if member and member not in self._opened:
            # Another reader may find the sheet under a name that this one does not.
            for other in self._opened:
                if other.startswith(_SHEETS):
                    self._opened.verify(other)
        return self._opened.read(member)
