"""Ctrl-C: held back while something is done that must not be left half done, kept from processes that are started."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def held() -> Iterator[None]:
    """Ctrl-C takes effect at the end of the block. Pressed a second time it takes effect at once: the disk may hang.

    Outside of the main thread, which alone hears of Ctrl-C, the block simply runs.
    """
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(before):
        yield
        return
    came: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        came.append(number)
        if len(came) > 1:
            before(number, frame)

    signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if len(came) == 1:
            before(came[0], None)


@contextmanager
def kept_from_children() -> Iterator[None]:
    """Processes that are started in the block do not hear of Ctrl-C, from their first moment on; this one does, after.

    A terminal sends it to all of them, and one that is just loading Python would answer with a traceback.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows: the block simply runs
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
