"""Packing: the files of a run as one zip, for handing over."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from docgen.zipped import plain_member


def pack(paths: Sequence[Path], folder: Path, target: BinaryIO) -> None:
    """Write a zip of these files below `folder`, under their names from there: same files, same bytes.

    They go in as they are: what a .docx or a PDF holds is compressed already. Any number and size will do.
    """
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as packed:
        for path in paths:
            member = plain_member(path.relative_to(folder).as_posix())
            member.compress_type = zipfile.ZIP_STORED
            member.file_size = path.stat().st_size
            with path.open("rb") as source, packed.open(member, "w") as goal:
                shutil.copyfileobj(source, goal)
