"""The zip of a .docx: read once; written so that the same parts give the same bytes."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping

from docgen.errors import FileError
from docgen.zipped import Member, archive, member

_FIRST = ("[Content_Types].xml", "_rels/.rels")
_NEEDED = (*_FIRST, "word/document.xml")
_LARGEST = 256 * 1024 * 1024  # bytes, all parts unpacked: a template with pictures stays far below
_REMEDY = "用 Word 或 WPS 打开后另存为 .docx 再试"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)


def read_parts(data: bytes, name: str) -> dict[str, bytes]:
    """Every part of a .docx. Raises FileError, which says `name`, when it is none or is too large unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _unpacked(archive, name)
    except _BROKEN as error:
        raise FileError(f"{name} 不是完好的 Word 文件（.docx）", _REMEDY) from error
    if any(part not in parts for part in _NEEDED):
        raise FileError(f"{name} 里没有 Word 正文", _REMEDY)
    return parts


def _unpacked(archive: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    """The parts, read in bounds: the sizes that a zip declares may be lies."""
    parts: dict[str, bytes] = {}
    room = _LARGEST
    for info in archive.infolist():
        if info.is_dir():
            continue
        with archive.open(info) as stream:
            parts[info.filename] = stream.read(room + 1)
        room -= len(parts[info.filename])
        if room < 0:
            raise FileError(
                f"{name} 解开后超过 {_LARGEST // 1024 // 1024} MB", "换一个正常大小的文件，或在 Word 里压缩图片"
            )
    return parts


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """Pack parts in a fixed order with fixed times."""
    return packed({name: member(name, data) for name, data in parts.items()})


def packed(members: Mapping[str, Member]) -> bytes:
    """A package of parts that are deflated already, in a fixed order."""
    return archive([members[name] for name in _ordered(members)])


def _ordered(names: Iterable[str]) -> list[str]:
    """Content types first, as readers expect; the rest by name."""
    return sorted(names, key=lambda name: (_FIRST.index(name) if name in _FIRST else len(_FIRST), name))
