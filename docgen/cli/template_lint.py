"""`docgen template lint`: every fault of Word templates, without data."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.cli import options
from docgen.cli.answer import Answer, as_plain
from docgen.cli.chinese import Command
from docgen.cli.listing import tell_error
from docgen.diagnostics import Diagnostic, Severity
from docgen.errors import DocgenError, ExitCode

if TYPE_CHECKING:
    from docgen.inspection import Inspected

kind_option = click.option(
    "--kind", default="", metavar="种类", help="哪一种文件的模板，如 简报；不写就看文件名，看不出的按各种文件的名称查"
)


@dataclass(frozen=True, slots=True)
class _Looked:
    """A file that was looked at: what was found, or why it cannot be read."""

    file: Path
    found: Inspected | None = None
    error: DocgenError | None = None

    def of(self, severity: Severity) -> list[Diagnostic]:
        """The findings of a severity."""
        return [item for item in self.found.diagnostics if item.severity is severity] if self.found else []


@click.command(
    "lint",
    cls=Command,
    help=(
        "检查 Word 模板，不用数据，一次列出全部毛病：标签没写完、用了全角符号、没有成对、名称不存在（并提示最接近的）、"
        "段落标签旁边有文字、标签在删掉或隐藏的文字里、取记录里没有的项、总是成立的 if；"
        "还有宏、外部链接、嵌入的对象、批注和修订、PDF 里画不出的地方、这台电脑没有的字体。\n\n"
        "每一处都说明在哪一部分、第几段、怎么改。有错误时退出码是 1，只有提醒时是 0。"
    ),
    short_help="检查 Word 模板，不用数据",
)
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="模板.docx…")
@kind_option
@options.fonts_option
@options.json_option
def command(files: tuple[Path, ...], kind: str, fonts: tuple[Path, ...], as_json: bool) -> int:
    """Look at one file after the other; exit 1 when there is an error in any, 5 when one cannot be read."""
    from docgen.vocabulary import kind_named

    known = kind_named(kind) if kind else ""
    looked = [_look(file, known, fonts) for file in dict.fromkeys(files)]
    if as_json:
        Answer.of(click.get_current_context()).give({"files": [_as_plain(item) for item in looked]})
    else:
        for item in looked:
            _tell(item)
    unread = [item.error.exit_code for item in looked if item.error is not None]
    if unread:
        return unread[0]
    return ExitCode.FINDINGS if any(item.of(Severity.ERROR) for item in looked) else ExitCode.DONE


def _look(file: Path, kind: str, fonts: tuple[Path, ...]) -> _Looked:
    from docgen.inspection import inspect
    from docgen.output.atomic import read

    try:
        return _Looked(file, inspect(read(file, "模板"), file.name, kind, fonts))
    except DocgenError as error:
        return _Looked(file, error=error)


def _as_plain(looked: _Looked) -> dict[str, Any]:
    if looked.error is not None:
        return {"file": str(looked.file), **as_plain(looked.error)}
    assert looked.found is not None
    return {
        "file": str(looked.file),
        "kind": looked.found.kind,
        "errors": len(looked.of(Severity.ERROR)),
        "warnings": len(looked.of(Severity.WARNING)),
        "diagnostics": [item.as_dict() for item in looked.found.diagnostics],
    }


def _tell(looked: _Looked) -> None:
    if looked.error is not None:
        tell_error(looked.error.message, looked.error.remedy)
        return
    assert looked.found is not None
    for item in looked.found.diagnostics:
        click.echo(str(item))
    as_what = f"按“{looked.found.kind}”的名称检查" if looked.found.kind else "按各种文件的名称检查；用 --kind 说明种类"
    counts = ((len(looked.of(severity)), severity) for severity in (Severity.ERROR, Severity.WARNING))
    parts = [f"{count} 处{severity}" for count, severity in counts if count]
    click.echo(f"{looked.file}：{'，'.join(parts) or '没有发现问题'}（{as_what}）")
