"""Locks on open files, on every system; a process that dies lets go of them.

A lock file stands only as long as it is held: whoever opens it must look whether it is still the one that stands there.
"""

from __future__ import annotations

import logging
import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

log = logging.getLogger("docgen")

_FAR = 1 << 40  # a byte behind every file's end: on Windows a locked byte can be read by nobody else
_LOOK = 0.05  # seconds between two looks
_SILENT = 1.0  # seconds after which it is told that it is waited


def locked(path: Path, wait: float, waiting_for: str = "") -> IO[bytes] | None:
    """A file, made where there is none, open and ours alone; None where somebody else has held it for `wait` seconds.

    Whoever sits at the screen is told that it is waited, and for what. Raises OSError where the file cannot be opened.
    """
    begun = time.monotonic()
    until, silent_until = begun + wait, begun + _SILENT
    while True:
        file = opened(path)
        if _is_ours(file, path):
            return file
        file.close()
        if time.monotonic() > until:
            return None
        if waiting_for and time.monotonic() > silent_until:
            log.warning("提醒：%s，等它做完，最多等 %.0f 秒", waiting_for, wait)
            waiting_for = ""
        time.sleep(_LOOK)


def opened(path: Path) -> IO[bytes]:
    """The file for reading and writing, unbuffered."""
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666), "r+b", buffering=0)


def _is_ours(file: IO[bytes], path: Path) -> bool:
    """Try to lock an open file; True when it is ours and still the one that stands under `path`."""
    if not _locked(file):
        return False
    try:
        held, standing = os.fstat(file.fileno()), path.stat()
    except OSError:
        return False
    return (held.st_dev, held.st_ino) == (standing.st_dev, standing.st_ino)


def released(file: IO[bytes], path: Path | None = None) -> None:
    """Close the file, and with it the lock; with `path` the file goes, too."""
    if path is not None and os.name != "nt":
        with suppress(OSError):
            path.unlink()  # while it is locked: nobody else can have begun to write to it
    with suppress(OSError):
        file.close()
    if path is not None and os.name == "nt":
        with suppress(OSError):  # another run may have opened it already, and will clear it up
            path.unlink()


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
