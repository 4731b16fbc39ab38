"""How the numbers of issues are said: 期号 of a briefing."""

from __future__ import annotations


def issue_number(year: int, serial: int) -> str:
    """2024年第3期."""
    return f"{year}年第{serial}期"
