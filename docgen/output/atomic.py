"""Files read and written whole: a temporary name, then a rename."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from docgen.errors import FileError, FolderError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
"""What a disk says that takes no other file either."""


def write_atomically(path: Path, data: bytes, mark: str = "") -> None:
    """Write beside the goal under a temporary name, then rename: an interrupted run leaves no half file.

    `mark` goes into the temporary name, so that what a killed run has left is known by it (`drop_leftovers`).
    """

    def fill(file: BinaryIO) -> None:
        file.write(data)

    fill_atomically(path, fill, mark)


def fill_atomically(
    path: Path, fill: Callable[[BinaryIO], None], mark: str = "", announce: Callable[[str], None] | None = None
) -> None:
    """`write_atomically` for what is too large to be held: `fill` writes it into the file it is given.

    `announce` is told the digest of the file before it takes its place.
    """
    try:
        descriptor, temporary = tempfile.mkstemp(prefix=_prefix(mark), suffix=_TEMPORARY, dir=path.parent)
    except OSError as error:
        raise FolderError(f"在 {path.parent} 里写不了文件（{reason(error)}）", "换一个能写的文件夹") from error
    try:
        with os.fdopen(descriptor, "w+b") as file:
            fill(file)
            file.flush()
            os.fsync(file.fileno())
            if announce is not None:
                file.seek(0)
                announce(hashlib.file_digest(file, "sha256").hexdigest())
        with contextlib.suppress(PermissionError):  # a share of another system may know no modes
            os.chmod(temporary, 0o666 & ~_umask())  # noqa: PTH101 - mkstemp's 0600 would lock colleagues out
        os.replace(temporary, path)  # noqa: PTH105 - one call on every system
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        Path(temporary).unlink(missing_ok=True)


_TEMPORARY = ".tmp"


def _prefix(mark: str) -> str:
    return f".docgen-{mark}-" if mark else ".docgen-"


def drop_leftovers(folder: Path, mark: str) -> None:
    """Remove the temporary files that a killed run with this mark has left in a folder."""
    with contextlib.suppress(OSError):
        for path in folder.glob(f"{_prefix(mark)}*{_TEMPORARY}"):
            path.unlink(missing_ok=True)


def _refused(path: Path, error: OSError) -> FileError:
    if error.errno in _FULL:
        return FolderError(f"写不了 {path}（{reason(error)}）", "腾出空间，或换一个文件夹")
    return FileError(f"写不了 {path}（{reason(error)}）", "关掉正打开它的 Word、WPS 或 Excel，或换一个文件夹")


def read(path: Path, what: str = "") -> bytes:
    """The bytes of a file; FileError with a reason when it cannot be read. `what` says its kind (模板)."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileError(
            f"读不了{what} {path}（{reason(error)}）", "检查文件在不在、有没有权限、是不是正被别的程序占用"
        ) from error


def digest(data: bytes) -> str:
    """SHA-256, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest_of(path: Path) -> str | None:
    """The SHA-256 of a file; None where there is none that can be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def reason(error: OSError) -> str:
    """Why the system refused, in Chinese."""
    reasons = {
        PermissionError: "没有权限",
        FileNotFoundError: "找不到",
        NotADirectoryError: "路径中有一段不是文件夹",
        FileExistsError: "已有同名文件",
        IsADirectoryError: "它是一个文件夹",
    }
    numbers = {
        errno.ENOSPC: "磁盘满了",
        errno.EDQUOT: "超出磁盘配额",
        errno.EROFS: "磁盘是只读的",
        errno.ENAMETOOLONG: "路径太长",
    }
    if error.errno in numbers:
        return numbers[error.errno]
    return next((text for kind, text in reasons.items() if isinstance(error, kind)), error.strerror or str(error))
