"""Files written whole or not at all, and never over what somebody has changed by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from docgen.errors import ChangedError, FileError, FolderError, ResultError
from docgen.output.atomic import digest, read, reason, write_atomically
from docgen.output.manifest import Manifest

BACKUPS = "原件"
"""Where changed files are put aside. A folder of its own: no command looks for data or templates in it."""


class Outcome(StrEnum):
    """What became of a file."""

    NEW = "新建"
    UPDATED = "更新"
    UNCHANGED = "未变化"


@dataclass(frozen=True, slots=True)
class Written:
    """A file that stands in the output folder now; `backup` is where a hand-edited one was put."""

    path: Path
    outcome: Outcome
    size: int
    backup: Path | None = None


def write_files(
    folder: Path, files: Mapping[str, bytes], *, force: bool = False, backup_stamp: str = ""
) -> list[Written]:
    """Write files by name (`方案.docx`, `YAML/数据.yaml`) into `folder`, all of them or, when one would overwrite
    foreign work, none.

    A file is ours while its bytes are those the manifest knows. With `force` a changed one is first moved into the
    folder `原件`, with `backup_stamp` in its name. Raises FileError (exit 5) and ResultError (exit 6, when what is
    read back differs).
    """
    from docgen.output.folder import opened

    with opened(folder) as open_folder:
        return open_folder.put(files, force=force, backup_stamp=backup_stamp)


def changed_among(folder: Path, files: Mapping[str, str], manifest: Manifest) -> list[str]:
    """The names under which something else stands than docgen has written there, or is about to (name → digest)."""
    return [name for name, value in files.items() if _is_foreign(folder / name, value, manifest.digests_of(name))]


def refusal(folder: Path, changed: Sequence[str]) -> ChangedError:
    """Why files were left alone, and what to do."""
    named = "、".join(changed[:_MOST_NAMED]) + (f" 等 {len(changed)} 个文件" if len(changed) > _MOST_NAMED else "")
    error = ChangedError(
        f"{folder} 里的 {named} 生成以后被人改过，或不是 docgen 生成的，没有覆盖",
        f"要保留改动，换一个文件夹；要重新生成，加 --force（原来的文件移到 {BACKUPS} 文件夹里）",
    )
    error.folder, error.names = folder, tuple(changed)
    return error


_MOST_NAMED = 20


def untouched(path: Path) -> Written:
    """A file that stands as it is. Raises FileError where it is gone."""
    try:
        return Written(path, Outcome.UNCHANGED, path.stat().st_size)
    except OSError as error:
        raise FileError(f"读不了 {path}（{reason(error)}）", "看看它是不是刚被移走；再运行一次就会重做") from error


def make_folder(folder: Path) -> None:
    """Make a folder with those above it. Raises FolderError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderError(f"建不了文件夹 {folder}（{reason(error)}）", "换一个能写的文件夹") from error


def _is_foreign(path: Path, wanted: str, ours: tuple[str, ...]) -> bool:
    if not path.exists():
        return False
    if path.is_dir():
        raise FileError(f"{path} 是一个文件夹，不能写成文件", "把它改名，或换一个文件夹")
    return digest(read(path)) not in (wanted, *ours)


def aside(folder: Path, name: str, stamp: str) -> Path:
    """A free name for a changed file, flat: `原件/数据.20240226-101500.yaml`."""
    path = folder / BACKUPS / Path(name).name
    return _free(path.with_name(f"{path.stem}.{stamp}{path.suffix}"))


def write_one(path: Path, data: bytes, put_aside: Path | None = None, mark: str = "") -> Written:
    """Write one file; `put_aside` is where the changed one that stands there goes first."""
    outcome = Outcome.UPDATED if path.exists() else Outcome.NEW
    if outcome is Outcome.UPDATED and read(path) == data:
        return Written(path, Outcome.UNCHANGED, len(data))
    if put_aside:
        _put_aside(path, put_aside)
    try:
        write_atomically(path, data, mark)
    except FileError:
        if put_aside:  # the user's work stands under its own name again
            put_aside.rename(path)
            _drop_if_empty(put_aside.parent)
        raise
    if read(path) != data:
        raise ResultError(f"{path} 写完再读，内容不一样", "检查磁盘，换个文件夹再试")
    return Written(path, outcome, len(data), put_aside)


def _put_aside(path: Path, aside: Path) -> None:
    try:
        path.rename(aside)
    except OSError as error:
        _drop_if_empty(aside.parent)
        raise FileError(f"{path} 移不走（{reason(error)}）", "关掉正打开它的 Word、WPS 或 Excel，或换一个文件夹") from error


def _drop_if_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()


def _free(path: Path) -> Path:
    number, candidate = 1, path
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.stem}（{number}）{path.suffix}")
    return candidate
