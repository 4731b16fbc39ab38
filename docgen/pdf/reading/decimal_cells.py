"""Decimal cells: in a table's cell Word sets a text at the decimal stop without a tab before it."""

from __future__ import annotations

from docgen.pdf.source import Inline, ParagraphFormat, Tab, Text


def at_decimal_stop(inlines: tuple[Inline, ...], how: ParagraphFormat) -> tuple[Inline, ...]:
    """The content of a cell's paragraph, a tab before it where its first stop is a decimal one and it has no tab."""
    if not how.tabs or how.tabs[0].alignment != "decimal" or how.alignment not in ("start", "both"):
        return inlines
    first = next((one for one in inlines if isinstance(one, Text)), None)
    if first is None or any(isinstance(one, Tab) for one in inlines):
        return inlines
    return (Tab(first.format), *inlines)
