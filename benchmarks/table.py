"""Tables of figures on the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def show(title: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table: the first column to the left, the others to the right."""
    cells = [tuple(map(_said, row)) for row in (heads, *rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    print(f"\n{title}")
    for row in cells:
        first, *others = zip(row, widths, strict=True)
        print("  " + "  ".join((first[0].ljust(first[1]), *(text.rjust(width) for text, width in others))).rstrip())


def _said(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:.0f}"
    return str(value)


def times(ratio: float) -> str:
    """A ratio: 25.1x."""
    return f"{ratio:.1f}x"
