"""Locks on open files, on every system; a process that dies lets go of them."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

_FAR = 1 << 40  # a byte behind every file's end: on Windows a locked byte can be read by nobody else


def is_locked_by_us(file: IO[bytes], path: Path) -> bool:
    """Try to lock an open file; True when it is ours and still the one that stands under `path`."""
    if not _locked(file):
        return False
    try:
        held, standing = os.fstat(file.fileno()), path.stat()
    except OSError:
        return False
    return (held.st_dev, held.st_ino) == (standing.st_dev, standing.st_ino)


def released(file: IO[bytes]) -> None:
    """Close the file, and with it the lock."""
    with suppress(OSError):
        file.close()


if sys.platform == "win32":
    import msvcrt

    def _locked(file: IO[bytes]) -> bool:
        try:
            file.seek(_FAR)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system without locks: better no guard than no work
            return True
        return True
