"""Path → the files to read: the main data file and, in a folder, those beside it that are named after a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.diagnostics import Diagnostic, Place, Severity, closest
from docgen.errors import FileError
from docgen.intake.books import RECORDS, Book
from docgen.intake.codes import report
from docgen.intake.schema import plain
from docgen.opening.files import lock_of, reason, refuse_lock
from docgen.opening.kinds import Kind, kind_of

SUFFIXES = (".xlsx", ".yaml", ".yml", ".json")
BESIDE_SUFFIXES = (".xlsx", ".csv")
APART = 10_000_000
"""Sheets are numbered through all files, each file's from a multiple of this: places sort in the order of reading."""

_REMEDIES = {
    ".xls": "用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”",
    ".et": "用 WPS 打开，另存为“Excel 工作簿（.xlsx）”",
    ".xlsm": "另存为不带宏的“Excel 工作簿（.xlsx）”",
    ".xlsb": "另存为“Excel 工作簿（.xlsx）”",
    ".ods": "另存为“Excel 工作簿（.xlsx）”",
    ".csv": "把它和主数据文件（.xlsx）放进一个文件夹，命令里写这个文件夹",
}
_FOREIGN = {
    ".pdf": "PDF 里的表格读不准：找到生成它的 Excel 工作簿（.xlsx），用那一个",
    ".doc": "数据要放在工作簿（.xlsx）里：用 docgen init 新建一个，把内容填进去；把 Word 转成 PDF 用 docgen pdf",
    ".html": "用 Excel 或 WPS 打开核对，另存为“Excel 工作簿（.xlsx）”",
    ".xltx": "另存为“Excel 工作簿（.xlsx）”",
    ".zip": "先解压，再用里面的文件",
}
_FOREIGN |= {
    ".docx": _FOREIGN[".doc"],
    ".wps": _FOREIGN[".doc"],
    ".htm": _FOREIGN[".html"],
    ".mht": _FOREIGN[".html"],
    ".xltm": _REMEDIES[".xlsm"],
    ".rar": _FOREIGN[".zip"],
    ".ofd": _FOREIGN[".pdf"].replace("PDF", "OFD"),
}
"""What else is taken for data now and then: no sheet by its name, so a folder's are passed over without a word."""
_LOOKED_AT = 65_536
_OWN = ("文号登记",)
"""What the names of files begin with that the program itself keeps in the data folder."""
_MADE = re.compile(r"清单\.xlsx|\d{4}年\d{1,2}月问题台账(（.+）)?\.xlsx")
"""Workbooks that the program makes, and a user may have it write into the data folder."""

_USUAL = "问题台账"
"""The sheet that most often stands in a file of its own; messages name it as the example."""

_TABLES = {record.sheet: part for part, record in RECORDS.items() if not record.single}


@dataclass(frozen=True, slots=True)
class Beside:
    """A file that adds rows to the main one; `part` is the sheet that its name says."""

    path: Path
    part: str


@dataclass(frozen=True, slots=True)
class Files:
    """What is read, the main file first, and what looks like data but is not."""

    main: Path
    beside: tuple[Beside, ...] = ()
    unread: tuple[Path, ...] = ()

    def within(self, book: Book) -> Files:
        """The same without the files whose sheet the kind of data of the main file does not have."""
        foreign = tuple(item.path for item in self.beside if item.part not in book.sheets)
        beside = tuple(item for item in self.beside if item.part in book.sheets)
        return Files(self.main, beside, tuple(sorted((*self.unread, *foreign))))


def find(path: Path) -> Path:
    """The main data file: `path` itself, or the only one at the top level of the folder `path`. Raises FileError."""
    return files_of(path).main


def files_of(path: Path) -> Files:
    """The files that `path` means. A single file stands for itself alone; a folder, for all that it holds."""
    try:
        there = path.exists()
    except OSError as error:
        raise FileError(f"读不了：{path}（{reason(error)}）", "核对路径，和各级文件夹的权限") from error
    if not there:
        raise FileError(f"没有这个文件或文件夹：{path}", "核对路径；新建工作文件夹用 docgen init")
    if path.is_dir():
        return _in_folder(path)
    refuse_lock(path)
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        remedy = _REMEDIES.get(suffix) or _FOREIGN.get(suffix) or f"数据文件应为 {'、'.join(SUFFIXES)}"
        raise FileError(f"不认识的数据文件：{path.name}{_content(path)}", remedy)
    return Files(path)


def _content(path: Path) -> str:
    """What a file with a strange name holds, where that is plain: an .xls that is a web page, a picture …"""
    try:
        if not path.is_file():  # a pipe would keep us waiting
            return ""
        with path.open("rb") as file:
            kind = kind_of(file.read(_LOOKED_AT))
    except OSError:
        return ""
    return "" if kind in (Kind.TEXT, Kind.BINARY, Kind.CUT_ZIP) else f"（内容是{kind.behind}）"


def _in_folder(folder: Path) -> Files:
    """Lock files (~$…), hidden files and the program's own do not count."""
    try:
        files = sorted(item for item in folder.iterdir() if item.is_file())
    except OSError as error:
        raise FileError(f"读不了文件夹：{folder}（{reason(error)}）", "核对文件夹的权限") from error
    files = [item for item in files if not item.name.startswith(("~$", ".", *_OWN))]
    named = {item: part for item in files if (part := _part_of(item))}
    main = _main(folder, [item for item in files if item.suffix.lower() in SUFFIXES], named)
    beside = tuple(
        Beside(item, part) for item, part in named.items() if item.suffix.lower() in BESIDE_SUFFIXES and item != main
    )
    return Files(main, beside, tuple(item for item in files if _unread(item, named)))


def _part_of(path: Path) -> str | None:
    """The sheet that a file's name begins with; 约谈要求.csv is 约谈要求 and not 约谈."""
    stem = plain(path.stem)
    longest = max((name for name in _TABLES if stem.startswith(name)), key=len, default="")
    return _TABLES.get(longest)


def _main(folder: Path, candidates: list[Path], named: Iterable[Path]) -> Path:
    """The single data file that is not named after a sheet; a workbook that is alone may have any name."""
    beside = [item for item in candidates if item in named and item.suffix.lower() in BESIDE_SUFFIXES]
    others = [item for item in candidates if item not in beside]
    found = [item for item in others if not _MADE.fullmatch(item.name)] or others
    if not found and len(beside) == 1:
        return beside[0]
    listed = "、".join(item.name for item in found or beside)
    if not found and beside:
        raise FileError(
            f"文件夹里没有主数据文件，只有按工作表名命名的：{listed}", "把有“基本信息”的那个改名，如 督战数据.xlsx"
        )
    if not found:
        raise FileError(
            f"文件夹里没有数据文件：{folder}", f"放入一个数据文件（{'、'.join(SUFFIXES)}），或用 docgen init 新建"
        )
    if len(found) > 1:
        raise FileError(
            f"文件夹里有 {len(found)} 个数据文件：{listed}",
            "在命令里写明用哪一个，或只留一个；单独成册的表，名称以工作表名开头，如 问题台账.xlsx",
        )
    return found[0]


def _unread(path: Path, named: Iterable[Path]) -> bool:
    """A CSV that is named after no sheet, or a file named after one in a format that is not read."""
    suffix = path.suffix.lower()
    return suffix in _REMEDIES and (suffix == ".csv") != (path in named)


def not_read(files: Files, book: Book) -> list[Diagnostic]:
    """A warning for each file that looks like data and was not read, or whose unsaved changes were not."""
    first = (len(files.beside) + 1) * APART
    unread = [_not_read(path, Place(path.name, (first + number,)), book) for number, path in enumerate(files.unread)]
    every = (files.main, *(item.path for item in files.beside))
    return [_opened(path, number) for number, path in enumerate(every) if lock_of(path)] + unread


def _opened(path: Path, number: int) -> Diagnostic:
    item = report(
        "DATA-047", Place(path.name, (number * APART,)), "这个文件正在别的程序里打开着", "没有保存的改动读不到"
    )
    return replace(item, severity=Severity.WARNING)


def _not_read(path: Path, place: Place, book: Book) -> Diagnostic:
    why, aside = "名称不是以工作表名开头", "不用的话移到别的文件夹"
    if path.suffix.lower() not in BESIDE_SUFFIXES:
        why, remedy = "格式不是 .xlsx 或 .csv", _REMEDIES[path.suffix.lower()]
    else:
        names = [name for name, part in _TABLES.items() if part in book.sheets]
        usual = _USUAL if _USUAL in names else names[-1]
        remedy = f"要读它，名称以工作表名开头，如 {closest(plain(path.stem), names) or usual}.csv"
    item = report("DATA-046", place, "这个文件没有读", why, f"{remedy}；{aside}")
    return replace(item, severity=Severity.WARNING)
