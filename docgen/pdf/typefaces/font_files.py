"""Font files: the single-face file of a face, for a PDF writer that cannot take one face out of a collection."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

from docgen.pdf.pages import Face
from docgen.pdf.typefaces.cache_folder import cache_folder, write_cached


def face_path(face: Face) -> Path | None:
    """The file of a face, for one in a collection its copy in the cache; None when that cannot be written."""
    if not face.path.lower().endswith((".ttc", ".otc")):
        return Path(face.path)
    copy = _copy_path(face)
    if copy.is_file() and copy.stat().st_size:
        return copy
    return copy if write_cached(copy, extracted(face)) else None


def extracted(face: Face) -> bytes:
    """One face of a collection as a font file of its own."""
    from fontTools.ttLib import TTFont

    result = BytesIO()
    with TTFont(face.path, fontNumber=face.number, lazy=True, recalcTimestamp=False) as font:
        font.save(result, reorderTables=None)
    return result.getvalue()


def _copy_path(face: Face) -> Path:
    status = Path(face.path).stat()
    stamp = f"{face.path}|{face.number}|{status.st_mtime_ns}|{status.st_size}"
    return cache_folder() / f"face-{hashlib.sha256(stamp.encode()).hexdigest()[:24]}.otf"
