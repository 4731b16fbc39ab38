"""The faults of data that a workbook cannot hold, by code."""

from __future__ import annotations

from docgen.diagnostics import Code, Diagnostic, Place

CODES: dict[str, Code] = {
    "BOOK-001": Code(
        "一格写不下",
        "Excel 的一个单元格最多 32,767 个字，生僻字一个算两个，多出来的会丢",
        "缩短这一格的内容，或分成几个问题来写",
    ),
}
"""Code → what it means and what to do; docs/errors.md is made from it."""

_MOST = 32_767


def too_long(text: str) -> bool:
    """Whether one cell of a workbook cannot hold the text."""
    # A character beyond U+FFFF counts twice, so half the limit is always safe.
    return len(text) > _MOST // 2 and _units(text) > _MOST


def too_long_fault(text: str, place: Place) -> Diagnostic:
    """The fault of a text that is too long."""
    found = f"内容有 {_units(text):,} 个字"
    return Diagnostic("BOOK-001", place, found, f"Excel 的一格最多 {_MOST:,} 个字", CODES["BOOK-001"].remedy)


def _units(text: str) -> int:
    """The length as Excel counts it, in units of UTF-16."""
    return len(text.encode("utf-16-le")) // 2
