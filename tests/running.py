"""Other processes, run so that no test waits for ever: what is still there at the end of a block is ended, with all
that it started.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

LIMIT = 300.0
"""Seconds that anything may take, on a machine that is busy with other things."""


@contextmanager
def running(command: Sequence[object], **given: Any) -> Iterator[subprocess.Popen[str]]:
    """A process that does not outlive the block, nor do those that it starts."""
    call = [str(word) for word in command]
    with subprocess.Popen(call, start_new_session=True, encoding="utf-8", **given) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL) if hasattr(os, "killpg") else process.kill()
