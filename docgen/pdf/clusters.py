"""Clusters: a text → its characters, each with what is attached to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ATTACHED = (
    "[\u0300-\u036f\u0483-\u0489\u20d0-\u20f0\u3099\u309a\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e01ef]"
)
_JOINED = re.compile(f"\u200d+.(?:{_ATTACHED}|\u200d+.?)*|.(?:{_ATTACHED}|\u200d+.?)+", re.DOTALL)


def has_clusters(text: str) -> bool:
    """Whether something is attached to a character of a text."""
    return not text.isascii() and _JOINED.search(text) is not None


def clusters(text: str) -> Iterator[tuple[int, str]]:
    """(place, character with what is attached to it)."""
    if not has_clusters(text):
        yield from enumerate(text)
        return
    end = 0
    for match in _JOINED.finditer(text):
        yield from enumerate(text[end : match.start()], end)
        yield match.start(), match[0]
        end = match.end()
    yield from enumerate(text[end:], end)
