"""Files as they come from many hands: built here, small, each with one thing wrong."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def ole(stream: str) -> bytes:
    """An OLE file whose directory names a stream."""
    return OLE + stream.encode("utf-16-le").ljust(128, b"\0")


def types_of(main: str, part: str = "/word/document.xml") -> str:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="{part}" ContentType="{main}"/></Types>'
    )


def relationships(*inner: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{"".join(inner)}</Relationships>'


def relation(kind: str, target: str, *, external: bool = False, identity: str = "rId9") -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{identity}" Type="{RELATIONS}/{kind}" Target="{target}"{mode}/>'


def zipped(
    members: dict[str, bytes | str] | list[tuple[str, bytes | str]], method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as made:
        for name, content in members.items() if isinstance(members, dict) else members:
            made.writestr(zipfile.ZipInfo(name), content, method)
    return target.getvalue()


def word_parts(**more: bytes | str) -> dict[str, bytes | str]:
    """The parts of a .docx with one paragraph."""
    return {
        "[Content_Types].xml": types_of(WORD_TYPE),
        "_rels/.rels": relationships(relation("officeDocument", "word/document.xml")),
        "word/document.xml": document("<w:r><w:t>甲</w:t></w:r>"),
        **more,
    }


def document(runs: str) -> str:
    """The document part with one paragraph."""
    spaces = f'xmlns:w="{W}" xmlns:r="{RELATIONS}"'
    return f"<w:document {spaces}><w:body><w:p>{runs}</w:p></w:body></w:document>"


def word(**more: bytes | str) -> bytes:
    return zipped(word_parts(**more))


def book_parts(**more: bytes | str) -> dict[str, bytes | str]:
    """The parts of a workbook without sheets."""
    return {"[Content_Types].xml": types_of(BOOK_TYPE, "/xl/workbook.xml"), "xl/workbook.xml": "<workbook/>", **more}


def book(**more: bytes | str) -> bytes:
    return zipped(book_parts(**more))


def lying(name: str, content: bytes, declared: int) -> bytes:
    """A zip with one member that declares another size than it has, with a check sum that fits what it declares."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packed.compress(content) + packed.flush()
    common = struct.pack(
        "<HHHHLLLHH", 0, 8, 0, 0x21, zlib.crc32(content[:declared]), len(data), declared, len(name), 0
    )  # fmt: skip
    local = b"PK\x03\x04" + struct.pack("<H", 20) + common + name.encode() + data
    entry = (
        b"PK\x01\x02" + struct.pack("<BBH", 20, 0, 20) + common + struct.pack("<HHHLL", 0, 0, 0, 0, 0) + name.encode()
    )
    return local + entry + struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, 1, 1, len(entry), len(local), 0)
