"""Load: a data file → Campaign and diagnostics. Cross-checks are not made here (see `docgen.rules.consistency`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.diagnostics import Diagnostic, Severity
from docgen.errors import FileError
from docgen.intake.build import build
from docgen.intake.codes import reason
from docgen.intake.tables import Tables
from docgen.model.campaign import Campaign
from docgen.model.gaps import Gaps

SUFFIXES = (".xlsx", ".yaml", ".yml", ".json")
_REMEDIES = {
    ".xls": "用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”",
    ".et": "用 WPS 打开，另存为“Excel 工作簿（.xlsx）”",
    ".xlsm": "另存为不带宏的“Excel 工作簿（.xlsx）”",
    ".xlsb": "另存为“Excel 工作簿（.xlsx）”",
    ".ods": "另存为“Excel 工作簿（.xlsx）”",
    ".csv": "一个 .csv 只有一张表：把各表放进一个 .xlsx 工作簿",
}


@dataclass(frozen=True)
class Loaded:
    """What a data file says.

    `campaign` is None as soon as there is one error: no document is made from faulty data. `draft` is what could be
    built all the same, for cross-checks only; `gaps` tells which of its values are missing or stand-ins.
    """

    campaign: Campaign | None
    diagnostics: tuple[Diagnostic, ...]
    path: Path
    draft: Campaign | None
    gaps: Gaps


def find(path: Path) -> Path:
    """The data file: `path` itself, or the only one at the top level of the folder `path`. Raises FileError."""
    if not path.exists():
        raise FileError(f"没有这个文件或文件夹：{path}", "核对路径；新建工作文件夹用 docgen init")
    if path.is_dir():
        return _only(path)
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise FileError(f"不认识的数据文件：{path.name}", _REMEDIES.get(suffix, f"数据文件应为 {'、'.join(SUFFIXES)}"))
    return path


def _only(folder: Path) -> Path:
    """The single data file of a folder; lock files (~$…) and hidden files do not count."""
    try:
        files = sorted(item for item in folder.iterdir() if item.is_file())
    except OSError as error:
        raise FileError(f"读不了文件夹：{folder}（{reason(error)}）", "核对文件夹的权限") from error
    found = [item for item in files if item.suffix.lower() in SUFFIXES and not item.name.startswith(("~$", "."))]
    if not found:
        raise FileError(
            f"文件夹里没有数据文件：{folder}", f"放入一个数据文件（{'、'.join(SUFFIXES)}），或用 docgen init 新建"
        )
    if len(found) > 1:
        names = "、".join(item.name for item in found)
        raise FileError(f"文件夹里有 {len(found)} 个数据文件：{names}", "在命令里写明用哪一个，或只留一个")
    return found[0]


def load(path: Path, *, issue_date: date | None = None) -> Loaded:
    """Read and build; `issue_date` takes the place of the 成文日期 in the data. Raises FileError."""
    path = find(path)
    tables, broken = read(path)
    if broken:
        return Loaded(None, tuple(tables.diagnostics), path, None, Gaps())
    built = build(tables, issue_date)
    faulty = any(item.severity is Severity.ERROR for item in built.diagnostics)
    return Loaded(None if faulty else built.draft, built.diagnostics, path, built.draft, built.gaps)


def read(path: Path) -> tuple[Tables, bool]:
    """The tables of a data file; True when its syntax is so broken that there are none."""
    if path.suffix.lower() == ".xlsx":
        from docgen.intake.tabulate import workbook_tables

        return workbook_tables(path), False
    from docgen.intake.text import text_tables

    return text_tables(path)
