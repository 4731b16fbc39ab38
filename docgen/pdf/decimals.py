"""Decimals: a number → its text in markup and PDF files."""

from __future__ import annotations


def number(value: float) -> str:
    """A number: three decimals at most."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
