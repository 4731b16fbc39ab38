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
_listed = struct.Struct("<HHHLL").pack
_EPOCH_DATE, _RIGHTS, _UTF8 = 0x21, 0o600 << 16, 0x800
_VERSION = struct.pack("<H", 20)  # of the format: what unpacking needs
_STORED, _DEFLATED = 0, 8
QUICK, SMALL = 3, 9
"""Levels of deflating: a third of the usual time for an eighth more bytes; as small as can be."""
_DENSE = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04")  # how files begin that are packed in themselves

Change = Callable[[IO[bytes]], Iterable[bytes]]
"""What becomes of a member: its bytes as a stream → its new bytes, piece by piece."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive, packed already: packed once, put into any number of archives.

    `head` is what the archive says of it, twice: before its content and in the directory.
    """

    name: bytes
    packed: bytes
    head: bytes


def member(name: str, data: bytes, level: int = zlib.Z_DEFAULT_COMPRESSION) -> Member:
    """Deflate a file; what is packed in itself (PNG, JPEG …) is put in as it is, deflating would only take long."""
    method, packed = _STORED, data
    if not data.startswith(_DENSE):
        packer = zlib.compressobj(level, zlib.DEFLATED, -15)
        method, packed = _DEFLATED, packer.compress(data) + packer.flush()
    flags, called = (0 if name.isascii() else _UTF8), name.encode()
    sizes = (zlib.crc32(data), len(packed), len(data), len(called))
    return Member(called, packed, _VERSION + struct.pack("<HHHHLLLHH", flags, method, 0, _EPOCH_DATE, *sizes, 0))


def archive(members: Iterable[Member]) -> bytes:
    """A zip of these files, in their order, as `zipfile` would write it (APPNOTE.TXT 4.3)."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for item in members:
        pieces += (b"PK\x03\x04", item.head, item.name, item.packed)
        directory += (b"PK\x01\x02", _VERSION, item.head, _listed(0, 0, 0, _RIGHTS, offset), item.name)
        offset += 30 + len(item.name) + len(item.packed)
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
