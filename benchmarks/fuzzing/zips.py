"""Mutations of a zip's members: gone, twice, swapped, renamed, swollen, lying about their size, added."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
from random import Random

from benchmarks.fuzzing import octets

Members = list[tuple[str, bytes]]
_NAMES = (
    "../x", "/etc/x", "..\\x", "C:/x", "word/../../x", "word/document.xml", "WORD/Document.XML", "xl/workbook.xml",
    "[Content_Types].xml", "_rels/.rels", "a" * 300, "甲.xml", "word/vbaProject.bin", "word/media/x.png",
    "EncryptedPackage", "", "x/",
)  # fmt: skip


def members(data: bytes) -> Members:
    """The members in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return [(info.filename, opened.read(info)) for info in opened.infolist()]


def packed(found: Members, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of members, which may bear one name."""
    target = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w", method) as made:
        warnings.simplefilter("ignore")
        for name, content in found:
            made.writestr(zipfile.ZipInfo(name or "-"), content, method)
    return target.getvalue()


def timeless(data: bytes) -> bytes:
    """An Office file without the moment at which it was saved: a case is the same bytes whenever it is made."""
    return packed([(name, _MOMENT.sub(b">2024-01-01T00:00:00Z<", content) if name == _CORE else content)
                   for name, content in members(data)])  # fmt: skip


_CORE = "docProps/core.xml"
_MOMENT = re.compile(rb">\d{4}-\d\d-\d\dT[^<]*<")


def spoiled(random: Random, data: bytes) -> bytes:
    """One mutation of the members."""
    found = members(data)
    at = random.randrange(len(found))
    name, content = found[at]
    match random.randrange(10):
        case 0:
            del found[at]
        case 1:
            found.append((random.choice((name, name.upper())), content))
        case 2:
            other = random.randrange(len(found))
            found[at], found[other] = (name, found[other][1]), (found[other][0], content)
        case 3:
            found[at] = (random.choice(_NAMES), content)
        case 4:
            found.append((random.choice(_NAMES), random.choice((content, b"", b"<x/>"))))
        case 5:
            found[at] = (name, octets.spoiled(random, content))
        case 6:
            found[at] = (name, content + random.choice((b" ", b"\0", b"<x/>")) * random.choice((1_000, 10_000_000)))
        case 7:
            return lying(random, packed(found))
        case 8:
            return packed(found, random.choice((zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)))
        case _:
            random.shuffle(found)
    return packed(found)


def lying(random: Random, data: bytes) -> bytes:
    """Another size, check sum, method or flag in the directory of the zip."""
    changed = bytearray(data)
    entries = []
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        entries.append(at)
        at = data.find(b"PK\x01\x02", at + 4)
    if not entries:
        return data
    field, form = random.choice(((8, "<H"), (10, "<H"), (16, "<L"), (20, "<L"), (24, "<L"), (28, "<H"), (42, "<L")))
    value = random.choice((0, 1, 8, 12, 255, 65_535, 10_000_000, 2**32 - 1))
    struct.pack_into(form, changed, random.choice(entries) + field, value & (0xFFFF if form == "<H" else 2**32 - 1))
    return bytes(changed)
