"""Mutations of bytes, whatever they mean."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

Mutation = Callable[[Random, bytes], bytes]


def _place(random: Random, data: bytes) -> int:
    return random.randrange(len(data) + 1)


def flipped(random: Random, data: bytes) -> bytes:
    """Some bytes changed."""
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 8, 64)) if changed else 0):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def cut_off(random: Random, data: bytes) -> bytes:
    """The beginning only."""
    return data[: _place(random, data)]


def without_a_piece(random: Random, data: bytes) -> bytes:
    """A piece gone."""
    start = _place(random, data)
    return data[:start] + data[start + random.randrange(1, 200) :]


def twice(random: Random, data: bytes) -> bytes:
    """A piece repeated."""
    start, end = sorted((_place(random, data), _place(random, data)))
    return data[:end] + data[start:end] + data[end:]


def with_noise(random: Random, data: bytes) -> bytes:
    """Bytes put in."""
    at = _place(random, data)
    return data[:at] + random.randbytes(random.randrange(1, 100)) + data[at:]


def emptied(random: Random, data: bytes) -> bytes:
    """A piece overwritten with noughts."""
    start = _place(random, data)
    length = min(random.randrange(1, 500), len(data) - start)
    return data[:start] + bytes(length) + data[start + length :]


def something_else(random: Random, data: bytes) -> bytes:
    """Another kind of file under the same name."""
    kinds = (
        b"", b"\0", b"hello", b"%PDF-1.7\n%%EOF", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), b"{\\rtf1 x}",
        b"<html><table>", b"\x89PNG\r\n\x1a\n" + bytes(40), b"PK\x05\x06" + bytes(18), b"PK\x03\x04", b"\xff\xfe",
        b"\xef\xbb\xbf", b"\x1f\x8b\x08", data[::-1],
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), data + data,
        b"\xff" * 1000,
    )  # fmt: skip
    return random.choice(kinds)


MUTATIONS: tuple[Mutation, ...] = (
    flipped, flipped, cut_off, without_a_piece, twice, with_noise, emptied, something_else,
)  # fmt: skip


def spoiled(random: Random, data: bytes) -> bytes:
    """One mutation of the bytes."""
    return random.choice(MUTATIONS)(random, data)
