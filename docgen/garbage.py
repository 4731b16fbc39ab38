"""Garbage: Python's search for objects that only hold one another, put off while a long text is worked on.

Records of data and of layout hold no cycles, so there is nothing to find; but the search looks through all of them
again and again as they become more: a quarter of the time of a table of thousands of rows.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the search until the block ends."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
