"""Files read and written whole: a temporary name, then a rename."""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
from pathlib import Path

from docgen.errors import FileError


def write_atomically(path: Path, data: bytes) -> None:
    """Write beside the goal under a temporary name, then rename: an interrupted run leaves no half file."""
    try:
        descriptor, temporary = tempfile.mkstemp(prefix=".docgen-", suffix=".tmp", dir=path.parent)
    except OSError as error:
        raise FileError(f"在 {path.parent} 里写不了文件（{reason(error)}）", "换一个能写的文件夹") from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o666 & ~_umask())  # noqa: PTH101 - mkstemp's 0600 would lock colleagues out
        os.replace(temporary, path)  # noqa: PTH105 - one call on every system
    except OSError as error:
        raise FileError(f"写不了 {path}（{reason(error)}）", "关掉正打开它的 Word 或 WPS，或换一个文件夹") from error
    finally:
        Path(temporary).unlink(missing_ok=True)


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
