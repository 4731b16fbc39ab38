"""Code maps: which glyph of a common program each two-byte code of a font means (ISO 32000-1, 9.7.5.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

NAME = "Docgen-Shared"
_BATCH = 100  # ranges that may stand in one block


def code_map(numbers: Sequence[int]) -> bytes:
    """The map that turns code n into `numbers[n]`."""
    rows = [f"<{first:04x}> <{last:04x}> {number}" for first, last, number in _ranges(numbers)]
    blocks = []
    for start in range(0, len(rows), _BATCH):
        block = rows[start : start + _BATCH]
        blocks.append(f"{len(block)} begincidrange\n" + "\n".join(block) + "\nendcidrange\n")
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo 3 dict dup begin /Registry (Adobe) def /Ordering (Identity) def /Supplement 0 def end def\n"
        f"/CMapName /{NAME} def\n/CMapType 1 def\n/WMode 0 def\n"
        f"1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n{''.join(blocks)}"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode("ascii")


def _ranges(numbers: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """(first code, last code, first number) of neighbours that stay neighbours; a range keeps its first byte."""
    first = 0
    for code in range(1, len(numbers) + 1):
        if code == len(numbers) or not code & 0xFF or numbers[code] != numbers[code - 1] + 1:
            yield first, code - 1, numbers[first]
            first = code
