"""`docgen validate`: every fault of the data at once."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli import options
from docgen.cli.answer import Answer
from docgen.cli.chinese import Command
from docgen.cli.listing import tell_diagnostics
from docgen.diagnostics import Diagnostic, Severity
from docgen.errors import ExitCode


@click.command(
    "validate",
    cls=Command,
    help=(
        "检查数据，一次列出全部问题：在哪个文件、哪张表、哪一格，填了什么，应填什么，怎么改。"
        "超过 500 处的，每一种列出前 20 处，其余的报出处数；--json 总是列出全部。"
        "还列出正文里的数和它们的来由。有错误时退出码是 1，只有提醒时是 0。"
    ),
    short_help="检查数据，一次列出全部问题",
)
@options.data_argument
@options.json_option
def command(data: Path, as_json: bool) -> int:
    """Print the diagnostics; exit 1 when there is an error among them."""
    from docgen import produce
    from docgen.model.campaign import Campaign
    from docgen.rules.counts import counts

    examined = produce.examine(data)
    registered = _register(examined.path)
    found = [*examined.diagnostics, *registered]
    derived = counts(examined.root).by_name() if isinstance(examined.root, Campaign) else {}
    errors = sum(item.severity is Severity.ERROR for item in found)
    if as_json:
        plain = {
            "file": str(examined.path),
            "errors": errors,
            "warnings": len(found) - errors,
            "diagnostics": [item.as_dict() for item in found],
            "counts": {name: {"value": count.value, "reason": count.reason} for name, count in derived.items()},
        }
        Answer.of(click.get_current_context()).give(plain)
    else:
        tell_diagnostics(found, err=False)
        for name, count in derived.items():
            click.echo(f"{name}：{count.value}（{count.reason}）")
        click.echo(_verdict(examined.path, errors, len(found) - errors))
    return ExitCode.FINDINGS if errors else ExitCode.DONE


def _register(path: Path) -> list[Diagnostic]:
    """The faults of the register of numbers beside the data."""
    from docgen import issue
    from docgen.output import register

    return register.examine(issue.data_folder(path))[1]


def _verdict(path: Path, errors: int, warnings: int) -> str:
    if not errors and not warnings:
        return f"{path}：没有发现问题"
    parts = [f"{count} 处{name}" for count, name in ((errors, "错误"), (warnings, "提醒")) if count]
    return f"{path}：{'，'.join(parts)}"
