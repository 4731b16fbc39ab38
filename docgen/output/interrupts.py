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


def deaf_to_interrupts() -> None:
    """This thread, and any process that it starts, hears nothing of Ctrl-C from now on.

    A terminal sends it to all processes, and one that is just loading Python would answer with a traceback.
    """
    if hasattr(signal, "pthread_sigmask"):  # not on Windows
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
