"""Batches of files that a user names: what was made of each, what failed, and the exit code of it all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from docgen.cli.answer import Answer, as_plain
from docgen.cli.failures import code_of
from docgen.cli.faults import with_log
from docgen.cli.listing import tell_error
from docgen.cli.telling import file_as_plain, tell_written
from docgen.errors import DocgenError, ExitCode
from docgen.output.files import Written


@dataclass(frozen=True, slots=True)
class Made:
    """A file of the user's and the files made of it; or the error that kept them from being made."""

    source: Path
    written: tuple[Written, ...] = ()
    pages: int | None = None
    warnings: tuple[str, ...] = ()
    fonts: tuple[str, ...] = ()
    error: DocgenError | None = None

    def as_plain(self) -> dict[str, Any]:
        """The file for `--json`."""
        plain: dict[str, Any] = {"source": str(self.source)}
        if self.error is not None:
            return plain | as_plain(self.error)
        files = [file_as_plain(item) for item in self.written]
        return plain | {"pages": self.pages, "files": files, "warnings": list(self.warnings), "fonts": list(self.fonts)}


def told(made: Sequence[Made], *, as_json: bool, quiet: bool = False) -> int:
    """Tell every file; the exit code: that of the only file, or SOME_FAILED where a part of several failed."""
    if as_json:
        Answer.of(click.get_current_context()).give({"files": [item.as_plain() for item in made]})
    for item in made:
        _tell(item, alone=len(made) == 1, quiet=quiet or as_json)
    failed = [item.error for item in made if item.error is not None]
    if not failed:
        return ExitCode.DONE
    if len(made) > 1:
        click.echo(f"{len(made)} 个文件，{len(failed)} 个没有做成", err=True)
    return code_of(failed, len(made))


def _tell(item: Made, *, alone: bool, quiet: bool) -> None:
    if item.error is not None:
        error = with_log(item.error)
        tell_error(f"{item.source}：{error.message}", error.remedy)
        return
    if not quiet:
        click.echo(f"{item.source}{'' if item.pages is None else f' {item.pages} 页'}")
        tell_written(item.written)
        for line in item.fonts:
            click.echo(f"  字体  {line}")
    for text in item.warnings:
        click.echo(f"提醒：{'' if alone else f'{item.source}：'}{text}", err=True)


def apart(names: Mapping[Path, str]) -> dict[Path, str]:
    """Names of their own for files that go into one folder: `a.pdf`, `a（2）.pdf`."""
    from docgen.output import names as output_names

    chosen = output_names.apart([name] for name in names.values())
    return {source: group[0] for source, group in zip(names, chosen, strict=True)}
