"""Zips that say nothing of when, where and on what machine they were packed: same members, same bytes."""

from __future__ import annotations

import io
import shutil
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import IO

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can hold."""
_EPOCH_DATE, _RIGHTS, _DEFLATE, _VERSION, _UTF8 = 0x21, 0o600 << 16, 8, 20, 0x800

Change = Callable[[IO[bytes]], Iterable[bytes]]
"""What becomes of a member: its bytes as a stream → its new bytes, piece by piece."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive, deflated already: packed once, put into any number of archives."""

    name: str
    deflated: bytes
    size: int
    check: int


def member(name: str, data: bytes) -> Member:
    """Deflate a file."""
    packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -15)
    return Member(name, packer.compress(data) + packer.flush(), len(data), zlib.crc32(data))


def archive(members: Iterable[Member]) -> bytes:
    """A zip of these files, in their order, as `zipfile` would write it (APPNOTE.TXT 4.3)."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for item in members:
        name = item.name.encode()
        flags = 0 if item.name.isascii() else _UTF8
        common = struct.pack(
            "<HHHHLLLHH",
            flags, _DEFLATE, 0, _EPOCH_DATE, item.check, len(item.deflated), item.size, len(name), 0,
        )  # fmt: skip
        pieces += (b"PK\x03\x04", struct.pack("<H", _VERSION), common, name, item.deflated)
        directory += (
            b"PK\x01\x02", struct.pack("<BBH", _VERSION, 0, _VERSION), common,
            struct.pack("<HHHLL", 0, 0, 0, _RIGHTS, offset), name,
        )  # fmt: skip
        offset += 30 + len(name) + len(item.deflated)
    listed = b"".join(directory)
    count = len(directory) // 5
    end = struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, count, count, len(listed), offset, 0)
    return b"".join((*pieces, listed, end))


def plain_member(name: str) -> zipfile.ZipInfo:
    """A member as `zipfile` is to enter it: deflated, with fixed time, rights and system."""
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = _RIGHTS
    info.create_system = 0
    return info


def rezipped(content: bytes, change_of: Callable[[str], Change | None] = lambda _: None) -> bytes:
    """The same archive packed anew, member after member in its order, without holding one unpacked as a whole.

    `change_of` gives the change of a member by its name, None where there is none.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for info in source.infolist():
            change = change_of(info.filename)
            with source.open(info) as stream, packed.open(plain_member(info.filename), "w") as written:
                if change is None:
                    shutil.copyfileobj(stream, written)
                else:
                    written.writelines(change(stream))
    return target.getvalue()
