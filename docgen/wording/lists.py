"""Lists in running text."""

from __future__ import annotations

from collections.abc import Iterable


def enumerate_with_dun(items: Iterable[object]) -> str:
    """Items joined by the 顿号: 教育、卫健、医保."""
    return "、".join(str(item) for item in items)
