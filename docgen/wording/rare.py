"""Rare 汉字: a character → whether it stands where Unicode has nothing else."""

from __future__ import annotations

_PLANES = range(0x20000, 0x40000)


def is_rare(char: str) -> bool:
    """Whether a character is a rare 汉字, or will be one.

    Names hold some that are younger than Python's tables: those of 3.11 end before 扩展H and 扩展I.
    """
    code = ord(char)
    return code in _PLANES and code & 0xFFFF < 0xFFFE
