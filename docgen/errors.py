"""DocgenError: the run cannot go on. Faults of the user's data are diagnostics, not errors (see `diagnostics`)."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from docgen.diagnostics import Diagnostic


class ExitCode(IntEnum):
    """What the process tells its caller; documented in docs/errors.md."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    MISSING = 3
    INVALID_TEMPLATE = 4
    FILE = 5
    WRONG_RESULT = 6
    SOME_FAILED = 7
    OWN_FAULT = 70
    INTERRUPTED = 130

    @property
    def meaning(self) -> str:
        """The Chinese sentence of docs/errors.md."""
        return _MEANINGS[self]


_MEANINGS = {
    ExitCode.DONE: "完成",
    ExitCode.FINDINGS: "检查出问题，或数据有错",
    ExitCode.USAGE: "命令用法不对",
    ExitCode.MISSING: "缺少字体、程序库或模板",
    ExitCode.INVALID_TEMPLATE: "模板或设置有错",
    ExitCode.FILE: "文件读不了、写不了，或会覆盖别人改过的文件",
    ExitCode.WRONG_RESULT: "写出的文件复读后与要求不符",
    ExitCode.SOME_FAILED: "一批文件中有几份没有做成",
    ExitCode.OWN_FAULT: "docgen 自身的故障",
    ExitCode.INTERRUPTED: "被中断",
}


class DocgenError(Exception):
    """Ends the run with one message and one exit code.

    `remedy` says what the user does next; `diagnostics` carries the single faults when there are several.
    """

    exit_code: ExitCode = ExitCode.OWN_FAULT

    def __init__(self, message: str, remedy: str = "", diagnostics: Sequence[Diagnostic] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.diagnostics = tuple(diagnostics)

    def __reduce__(self) -> tuple[type[DocgenError], tuple[str, str, tuple[Diagnostic, ...]]]:
        """An error raised in a worker process arrives whole."""
        return type(self), (self.message, self.remedy, self.diagnostics)


class UsageError(DocgenError):
    """What was asked for does not exist, or does not go together."""

    exit_code = ExitCode.USAGE


class DataError(DocgenError):
    """The data has faults; nothing was written."""

    exit_code = ExitCode.FINDINGS


class MissingError(DocgenError):
    """A font, library or template that the work needs is not on this machine."""

    exit_code = ExitCode.MISSING


class TemplateError(DocgenError):
    """A Word template cannot be used."""

    exit_code = ExitCode.INVALID_TEMPLATE


class FileError(DocgenError):
    """A file cannot be read or written, or would be overwritten."""

    exit_code = ExitCode.FILE


class FolderError(FileError):
    """A folder or disk takes no files at all: the next file would fare no better."""


class ChangedError(FileError):
    """Somebody has changed files since they were made; they were left alone."""

    folder: Path
    names: tuple[str, ...] = ()


class ResultError(DocgenError):
    """What was written, read again, is not what was asked for."""

    exit_code = ExitCode.WRONG_RESULT


class WorkerError(DocgenError):
    """The process that made a document was ended from outside, again and again."""

    exit_code = ExitCode.SOME_FAILED


class OwnFault(DocgenError):
    """A fault of docgen itself; `trace` is what its maintainers need to see."""

    def __init__(self, message: str, remedy: str = "", diagnostics: Sequence[Diagnostic] = (), trace: str = "") -> None:
        super().__init__(message, remedy, diagnostics)
        self.trace = trace

    def __reduce__(self) -> tuple[type[OwnFault], tuple[str, str, tuple[Diagnostic, ...], str]]:  # type: ignore[override]
        return type(self), (self.message, self.remedy, self.diagnostics, self.trace)


class Interrupted(DocgenError):
    """The user has stopped the run."""

    exit_code = ExitCode.INTERRUPTED


def as_error(error: Exception) -> DocgenError:
    """What a user is told of an exception that nobody expected, with its remedy."""
    import traceback

    if isinstance(error, DocgenError):
        return error
    if isinstance(error, MemoryError):
        return OwnFault("内存不够，没有做完", "关掉别的程序再试；数据特别大的，分成几份")
    if isinstance(error, RecursionError):
        return OwnFault("数据或模板里一层套一层，太深了，没有做完", "把嵌套的层数减少再试")
    trace = "".join(traceback.format_exception(error))
    return OwnFault(f"docgen 自身出了故障（{type(error).__name__}）", trace=trace)
