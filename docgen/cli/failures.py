"""Failures of a batch: what is told of them on stderr and in JSON, and the exit code that they come to."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from shlex import join
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.answer import Answer, as_plain
from docgen.cli.faults import with_log
from docgen.cli.listing import tell_diagnostics, tell_error
from docgen.errors import DocgenError, ExitCode

if TYPE_CHECKING:
    from docgen.batch.delivered import Delivered

_NAMED = 3  # documents named in one message; the others are counted


def exit_code(done: Sequence[Delivered]) -> ExitCode:
    """5 where files were kept and nothing failed; the code of all where all failed alike; 7 where a part failed."""
    asked = [item for item in done if not item.left_out]
    failed = [item.error for item in asked if item.error is not None and not item.kept]
    if not failed:
        return ExitCode.FILE if any(item.kept for item in asked) else ExitCode.DONE
    return code_of(failed, len(asked))


def code_of(failed: Sequence[DocgenError], asked: int) -> ExitCode:
    """The code of all where all that was asked for failed alike; 7 where a part failed."""
    codes = {error.exit_code for error in failed}
    return codes.pop() if len(failed) == asked and len(codes) == 1 else ExitCode.SOME_FAILED


def tell_failures(done: Sequence[Delivered], *, again: bool = True) -> None:
    """Every reason once, with the documents that it keeps from being made; then how to make only those again."""
    asked = [item for item in done if not item.left_out]
    failed = [item for item in asked if item.error is not None and not item.kept]
    for items in _by_reason(failed):
        _tell(items, alone=len(items) == len(asked))
    kept = kept_error(asked)
    if kept is not None:
        tell_error(kept.message, kept.remedy)
    if failed and again:
        click.echo(f"{len(asked)} 份文件，{len(failed)} 份没有做成。排除原因后，只重做这些：{retry()}", err=True)


def kept_error(done: Sequence[Delivered]) -> DocgenError | None:
    """One error for all files that were left alone because somebody has changed them."""
    from docgen.errors import ChangedError
    from docgen.output.files import refusal

    errors = [item.error for item in done if isinstance(item.error, ChangedError)]
    names = [name for error in errors for name in error.names]
    return refusal(errors[0].folder, names) if errors else None


def _by_reason(failed: Sequence[Delivered]) -> list[list[Delivered]]:
    groups: dict[tuple[str, str, tuple[str, ...]], list[Delivered]] = {}
    for item in failed:
        assert item.error is not None
        reason = (item.error.message, item.error.remedy, tuple(map(str, item.error.diagnostics)))
        groups.setdefault(reason, []).append(item)
    return list(groups.values())


def _tell(items: Sequence[Delivered], *, alone: bool) -> None:
    error = items[0].error
    assert error is not None
    tell_diagnostics(error.diagnostics, err=True)
    told = with_log(error)
    tell_error(told.message if alone else f"{named(items)}：{told.message}", told.remedy)


def named(items: Sequence[Delivered]) -> str:
    """Whose a message is: the first documents by their titles, and how many there are."""
    titles = "、".join(f"《{item.title}》" for item in items[:_NAMED])
    return titles + (f" 等 {len(items)} 份" if len(items) > _NAMED else "")


def retry() -> str:
    """The command that makes only what failed, as it is typed: that of this run, with the option added."""
    given = [item for item in Answer.of(click.get_current_context()).arguments if item not in ("--resume", "--failed")]
    end = given.index("--") if "--" in given else len(given)  # behind it nothing is an option any more
    return typed(["docgen", *given[:end], "--failed", *given[end:]], windows=os.name == "nt")


def typed(words: Sequence[str], *, windows: bool) -> str:
    """Words as one types them: on Windows in double quotes, which cmd and PowerShell understand alike."""
    if not windows:
        return join(words)
    return " ".join(word if _PLAIN.fullmatch(word) else f'"{word}"' for word in words)


_PLAIN = re.compile(r"[\w:\\/.=+-]+")


def failure_as_plain(item: Delivered) -> dict[str, Any]:
    """A document that was not made, or was left alone, for `--json`."""
    assert item.error is not None
    return {**which(item), "title": item.title, "kept": item.kept, **as_plain(item.error)}


def which(item: Delivered) -> dict[str, str]:
    """What tells the document from the others of its run."""
    wanted = item.wanted
    month = f"{wanted.month:%Y-%m}" if wanted.month else ""
    return {"kind": wanted.kind, "month": month, "unit": wanted.unit, "number": wanted.number}


def summary_as_plain(done: Sequence[Delivered]) -> dict[str, Any]:
    """The end of a run in which something failed, as the same run without `--json` tells it."""
    code = exit_code(done)
    asked = [item for item in done if not item.left_out]
    failed = [item for item in asked if item.error is not None and not item.kept]
    groups = _by_reason(failed)
    if len(groups) == 1 and len(failed) == len(asked) and failed[0].error is not None:
        return as_plain(failed[0].error)
    if failed:
        said = f"{len(asked)} 份文件，{len(failed)} 份没有做成"
        return {
            "error": said,
            "remedy": f"排除原因后，只重做这些：{retry()}",
            "exit_code": int(code),
            "diagnostics": [],
        }
    kept = kept_error(asked)
    return as_plain(kept) if kept is not None else {}
