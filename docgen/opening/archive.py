"""An office file as a zip: everything that it declares is checked before anything is inflated, and nothing inflates to
more than it declared."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.errors import FileError
from docgen.opening import prolog
from docgen.opening.kinds import UNPACKING_ERRORS, ZIP_START, Kind, kind_of
from docgen.opening.wanted import Wanted

_CHUNK = 1 << 20
_STORED, _DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
_LOCAL = struct.Struct("<4s22xHH")
_ENCRYPTED_BIT = 1


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an archive may hold: members, bytes of all, of one, of one XML part; and how well it may be packed."""

    members: int = 10_000
    total: int = 500_000_000
    one: int = 200_000_000
    xml: int = 100_000_000
    ratio: int = 150
    ratio_from: int = 5_000_000
    """Small parts may compress very well without harm."""


class Archive:
    """The members of an office file. Raises FileError for what is no such file, or one that is not to be trusted."""

    def __init__(self, content: bytes, name: str, wanted: Wanted, limits: Limits) -> None:
        self.name = name
        self.wanted = wanted
        self.limits = limits
        self._content = content
        self._members = self._checked(self._listed())

    def _listed(self) -> list[zipfile.ZipInfo]:
        if not self._content.startswith(ZIP_START):
            raise self.wanted.refuses(kind_of(self._content), self.name)
        try:
            with zipfile.ZipFile(io.BytesIO(self._content)) as opened:
                return opened.infolist()
        except UNPACKING_ERRORS as error:
            raise self.wanted.refuses(Kind.CUT_ZIP, self.name) from error

    def _checked(self, listed: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        """The members by name. All that needs no inflating is asked here."""
        self._check_sizes(listed)
        members: dict[str, zipfile.ZipInfo] = {}
        alike: set[str] = set()
        for info in listed:
            name = info.filename
            if info.flag_bits & _ENCRYPTED_BIT:
                raise self._refused(f"{self.wanted.locked}，读不了", "去掉压缩包的密码后再存一次")
            if _leads_out(name) or name.lower() in alike:
                fault = "的名称不正常" if _leads_out(name) else "有两个"
                raise self._refused(f"里的部件 {shown(name)} {fault}，不予读取", f"{self.wanted.again}；{_DISTRUST}")
            if info.compress_type not in (_STORED, _DEFLATED):
                raise self._refused(f"里的部件 {shown(name)} 用了 Office 不用的压缩方法，读不了")
            alike.add(name.lower())
            if not info.is_dir():
                members[name] = info
        return members

    def _check_sizes(self, listed: list[zipfile.ZipInfo]) -> None:
        limits = self.limits
        if len(listed) > limits.members:
            raise self._refused(f"里有 {len(listed)} 个部件，多得不正常，不予读取", f"{self.wanted.again}；{_DISTRUST}")
        total = sum(info.file_size for info in listed)
        if total > limits.total:
            raise self._too_large(total)
        for info in listed:
            size, most = info.file_size, limits.xml if prolog.is_xml(info.filename) else limits.one
            if size > most or (size > limits.ratio_from and size > limits.ratio * max(info.compress_size, 1)):
                raise self._too_large(total)

    def _too_large(self, total: int) -> FileError:
        return self._refused(
            f"展开后大得不正常（{total / 1e6:.0f} MB），不予读取",
            f"图片太多时先在 Word、Excel 里压缩图片，再存一次；{_DISTRUST}",
        )

    def _refused(self, rest: str, remedy: str = "") -> FileError:
        return self.wanted.refused(self.name, rest, remedy)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def __iter__(self) -> Iterator[str]:
        """The names of the members, in their order."""
        return iter(self._members)

    def read(self, name: str) -> bytes:
        """A member's bytes, b"" when there is none. Raises FileError when it is damaged or no plain XML."""
        info = self._members.get(name)
        if info is None:
            return b""
        try:
            data = self._inflated(info)
        except UNPACKING_ERRORS as error:
            raise self._damaged(name) from error
        if prolog.is_xml(name):
            self._check_xml(name, data)
        return data

    def verify(self, name: str) -> None:
        """Inflate a member piece by piece, keep nothing: a lying size or a DOCTYPE is found before others read it."""
        info = self._members[name]
        try:
            size = check = 0
            for piece in self._pieces(info):
                if not size and prolog.is_xml(name):
                    self._check_xml(name, piece)
                size, check = size + len(piece), zlib.crc32(piece, check)
                if size > info.file_size:
                    break
            if size != info.file_size or check != info.CRC:
                raise zipfile.BadZipFile(name)
        except UNPACKING_ERRORS as error:
            raise self._damaged(name) from error

    def _damaged(self, name: str) -> FileError:
        return self._refused(f"已损坏：部件 {shown(name)} 读不出来", f"{_INCOMPLETE}；{self.wanted.again}")

    def _check_xml(self, name: str, data: bytes) -> None:
        if fault := prolog.fault(data):
            raise self._refused(f"里的部件 {shown(name)} {fault}，不予读取", f"{self.wanted.again}；{_DISTRUST}")

    def _packed(self, info: zipfile.ZipInfo) -> memoryview:
        """The bytes of a member as they are stored."""
        start = info.header_offset
        head = self._content[start : start + _LOCAL.size]
        if len(head) < _LOCAL.size or not head.startswith(ZIP_START):
            raise zipfile.BadZipFile(info.filename)
        _, name, extra = _LOCAL.unpack(head)
        start += _LOCAL.size + name + extra
        if start + info.compress_size > len(self._content):
            raise zipfile.BadZipFile(info.filename)
        return memoryview(self._content)[start : start + info.compress_size]

    def _pieces(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        raw = self._packed(info)
        if info.compress_type == _STORED:
            yield bytes(raw)
            return
        unpacker = zlib.decompressobj(-15)
        rest: bytes | memoryview = raw
        while piece := unpacker.decompress(rest, _CHUNK):
            yield piece
            rest = unpacker.unconsumed_tail
        if not unpacker.eof:
            raise zipfile.BadZipFile(info.filename)

    def _inflated(self, info: zipfile.ZipInfo) -> bytes:
        """The whole of a member; the room for it is what it declared, whatever it would inflate to."""
        raw = self._packed(info)
        if info.compress_type == _STORED:
            data, whole = bytes(raw), True
        else:
            unpacker = zlib.decompressobj(-15)
            data = unpacker.decompress(raw, info.file_size + 1)
            whole = unpacker.eof
        if len(data) != info.file_size or not whole or zlib.crc32(data) != info.CRC:
            raise zipfile.BadZipFile(info.filename)
        return data


_DISTRUST = "若来源可疑请勿使用"
_INCOMPLETE = "文件可能没有传完"


def _leads_out(name: str) -> bool:
    """Whether a name would lead out of the package if somebody unpacked it, or is none."""
    parts = name.split("/")
    return not name or name.startswith("/") or ".." in parts or "\\" in name or ":" in parts[0] or "\0" in name


def shown(name: str) -> str:
    """A member's name for a message, shortened, without what a terminal would obey."""
    plain = "".join(char if char.isprintable() else "�" for char in name)
    return plain if len(plain) <= 60 else f"{plain[:60]}…"
