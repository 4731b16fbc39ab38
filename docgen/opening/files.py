"""Files read whole, in bounds: what is no ordinary file, too large or locked is told with its remedy."""

from __future__ import annotations

import errno
import logging
import stat
from pathlib import Path

from docgen.errors import FileError

LARGEST = 200_000_000
_LOCKS = ("~$", ".~lock.")
"""How the names begin that Word, Excel and WPS, or LibreOffice, give to the mark of an open file."""

log = logging.getLogger("docgen")


def read_bytes(path: Path, largest: int = LARGEST, what: str = "文件", expected: str = "这样的文件") -> bytes:
    """The bytes of a file. Raises FileError when it cannot be read or has more than `largest`."""
    refuse_lock(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise FileError(f"读不了{what}：{path}（这是一个文件夹）", "写到文件夹里的那个文件")
        if not stat.S_ISREG(mode):
            raise FileError(f"读不了{what}：{path}（不是普通的文件）", "换一个普通的文件")
        with path.open("rb") as file:
            # Not the size that the system tells: a file may grow, and some have a size of nought.
            content = file.read(largest + 1)
            size = max(len(content), path.stat().st_size)
    except OSError as error:
        raise FileError(f"读不了{what}：{path}（{reason(error)}）", _remedy(path, error)) from error
    if size > largest:
        found = f"文件太大：{path.name}（{size / 1e6:.0f} MB）"
        raise FileError(found, f"{expected}不应超过 {largest / 1e6:.0f} MB，请核对")
    return content


def refuse_lock(path: Path) -> None:
    """Raise FileError for the mark of an open file: it lies beside the file and bears nearly its name."""
    if path.name.startswith(_LOCKS):
        found = f"{path.name} 是文件打开时留下的记号，里面没有内容"
        raise FileError(found, "用同一个文件夹里名称前面没有 ~$ 的那个文件")


def lock_of(path: Path) -> Path | None:
    """The mark beside a file that says that somebody has it open; None when there is none."""
    names = (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#")
    try:
        return next((mark for name in names if (mark := path.with_name(name)).is_file()), None)
    except OSError:
        return None


def _remedy(path: Path, error: OSError) -> str:
    if error.errno in (errno.EACCES, errno.EPERM, errno.EBUSY) and lock_of(path):
        return "它正在 Word、Excel 或 WPS 里打开着：先关闭它"
    return "核对文件名和权限；文件正被别的程序打开时先关闭它"


def reason(error: OSError) -> str:
    """Why a file cannot be read, in Chinese; the system's own words go to the log."""
    log.debug("%s", error)
    return _REASONS.get(error.errno or 0, "系统不让读")


_REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOENT: "没有这个文件",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EISDIR: "这是一个文件夹",
    errno.EBUSY: "正被别的程序使用",
    errno.ENAMETOOLONG: "名称太长",
    errno.EIO: "磁盘读取出错",
    errno.ELOOP: "快捷方式指来指去，找不到文件",
}
