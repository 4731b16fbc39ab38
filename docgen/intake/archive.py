"""The .xlsx as a zip: refused when it is something else, encrypted, cut off or too large to be meant."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from docgen.errors import FileError
from docgen.intake.codes import reason

_LARGEST_FILE = 60_000_000
_LARGEST_TOTAL = 400_000_000
_LARGEST_RATIO = 150
_RATIO_FROM = 5_000_000  # small parts may compress very well without harm
_MOST_MEMBERS = 2_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SAVE_AGAIN = "用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”"


def read_bytes(path: Path, largest: int = _LARGEST_FILE) -> bytes:
    """The file's bytes. Raises FileError when it cannot be read or is larger than `largest` bytes."""
    try:
        size = path.stat().st_size
        if size > largest:
            raise FileError(
                f"文件太大：{path.name}（{size / 1e6:.0f} MB）", f"数据文件不应超过 {largest / 1e6:.0f} MB，请核对"
            )
        return path.read_bytes()
    except OSError as error:
        raise FileError(
            f"读不了文件：{path}（{reason(error)}）", "核对文件名和权限；文件正被别的程序打开时先关闭它"
        ) from error


class Archive:
    """The members of a workbook, checked before anything is inflated."""

    def __init__(self, content: bytes, name: str) -> None:
        self.name = name
        _refuse_ole(content, name)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise FileError(f"{name} 不是完整的 .xlsx 文件", f"文件可能没有传完或被改过后缀；{_SAVE_AGAIN}") from error
        self._check_sizes()
        if "xl/workbook.xml" not in self._zip.namelist():
            raise FileError(f"{name} 里没有工作簿，不是 .xlsx 文件", _SAVE_AGAIN)

    def _check_sizes(self) -> None:
        members = self._zip.infolist()
        total = sum(member.file_size for member in members)
        bomb = any(
            member.file_size > _RATIO_FROM and member.file_size > _LARGEST_RATIO * max(member.compress_size, 1)
            for member in members
        )
        if len(members) > _MOST_MEMBERS or total > _LARGEST_TOTAL or bomb:
            raise FileError(
                f"{self.name} 展开后大得不正常（{total / 1e6:.0f} MB），不予读取", f"{_SAVE_AGAIN}；若内容可疑请勿使用"
            )
        if any(member.flag_bits & 1 for member in members):
            raise FileError(f"{self.name} 设了密码，读不了", "去掉密码后再存一次")

    def read(self, member: str) -> bytes:
        """A member's bytes, at most its declared size; b"" when there is none."""
        try:
            info = self._zip.getinfo(member)
        except KeyError:
            return b""
        try:
            with self._zip.open(info) as stream:
                return stream.read(info.file_size)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
            raise FileError(f"{self.name} 已损坏：{member} 读不出来", _SAVE_AGAIN) from error


def _refuse_ole(content: bytes, name: str) -> None:
    if not content:
        raise FileError(f"{name} 是空文件", "重新取得这个文件")
    if not content.startswith(_OLE):
        return
    if _ENCRYPTED in content:
        raise FileError(f"{name} 设了密码，读不了", "在 Excel 或 WPS 里去掉密码后再存一次")
    raise FileError(f"{name} 是旧的 .xls 格式", _SAVE_AGAIN)
