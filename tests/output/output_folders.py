"""Two generations of a document's files, and what stands in a folder."""

from __future__ import annotations

from pathlib import Path

OLD = {"方案.docx": b"word 1", "方案.pdf": b"pdf 1"}
NEW = {"方案.docx": b"word 2", "方案.pdf": b"pdf 2"}


def standing(folder: Path) -> dict[str, bytes]:
    """What is in the folder and below, manifest and journal aside; an empty folder tells itself."""
    found = (path for path in folder.rglob("*") if path.name not in (".docgen.json", ".docgen.journal"))
    return {
        path.relative_to(folder).as_posix(): b"" if path.is_dir() else path.read_bytes()
        for path in found
        if path.is_file() or not any(path.iterdir())
    }
