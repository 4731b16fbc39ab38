"""The zip of a .docx: read once; written so that the same parts give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

from docgen.errors import FileError

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can hold: no machine's clock gets into a document
_FIRST = ("[Content_Types].xml", "_rels/.rels")


def read_parts(data: bytes, name: str) -> dict[str, bytes]:
    """Every part of a .docx. Raises FileError when it is none; `name` is said in the message."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        raise FileError(f"{name} 不是完好的 Word 文件（.docx）", "用 Word 或 WPS 打开后另存为 .docx 再试") from error
    if "word/document.xml" not in parts:
        raise FileError(f"{name} 里没有 Word 正文", "用 Word 或 WPS 打开后另存为 .docx 再试")
    return parts


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """Pack parts in a fixed order with fixed times."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in _ordered(parts):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            info.create_system = 0
            archive.writestr(info, parts[name])
    return buffer.getvalue()


def _ordered(names: Iterable[str]) -> list[str]:
    """Content types first, as readers expect; the rest by name."""
    return sorted(names, key=lambda name: (_FIRST.index(name) if name in _FIRST else len(_FIRST), name))
