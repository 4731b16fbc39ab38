"""Sharing: streams of a PDF that are equal byte for byte (a picture, a font of the same characters) are stored once."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_Place = tuple[int, int]
"""Number and generation of an object."""


def share_equal_streams(pdf: Pdf) -> None:
    """Let all that refers to one of several equal streams refer to the first of them; the others are not saved.

    Streams that refer to streams (a picture to its mask) become equal when what they refer to is shared: so it goes on
    until nothing more is found.
    """
    while firsts := _repeated(pdf):
        for item in list(pdf.objects):
            _refer(item, firsts)


def _repeated(pdf: Pdf) -> dict[_Place, Object]:
    """The streams in use that repeat an earlier one, by their places, with that earlier one."""
    from pikepdf import Stream

    used = set(_referred(pdf))
    seen: dict[bytes, Object] = {}
    found: dict[_Place, Object] = {}
    for item in pdf.objects:
        if isinstance(item, Stream) and item.objgen in used:
            first = seen.setdefault(_digest(item), item)
            if first.objgen != item.objgen:
                found[item.objgen] = first
    return found


def _digest(stream: Any) -> bytes:
    told = stream.stream_dict.unparse(resolved=True)
    return sha256(b"%d " % len(told) + told + stream.read_raw_bytes()).digest()


def _referred(pdf: Pdf) -> Iterator[_Place]:
    for item in pdf.objects:
        for _, _, value in _entries(item):
            if value.is_indirect:
                yield value.objgen


def _refer(item: Object, firsts: dict[_Place, Object]) -> None:
    for holder, key, value in list(_entries(item)):
        if value.is_indirect and value.objgen in firsts:
            holder[key] = firsts[value.objgen]


def _entries(item: Any) -> Iterator[tuple[Any, Any, Any]]:
    """(holder, key, value) of all that an object holds itself, however deep, as far as it is an object."""
    from pikepdf import Array, Dictionary, Object, Stream

    if isinstance(item, Dictionary | Stream):
        pairs: list[tuple[Any, Any]] = list(item.items())
    elif isinstance(item, Array):
        pairs = list(enumerate(item))
    else:
        return
    for key, value in pairs:
        if isinstance(value, Object):
            yield item, key, value
            if not value.is_indirect:
                yield from _entries(value)
