"""`docgen completion`: the script that lets a shell complete commands and options."""

from __future__ import annotations

import click

from docgen.cli.chinese import Command

SHELLS = ("bash", "zsh", "fish")


@click.command(
    "completion",
    cls=Command,
    help='输出命令行补全脚本。\n\n用法（bash）：把 eval "$(docgen completion bash)" 写进 ~/.bashrc。',
    short_help="输出命令行补全脚本",
)
@click.argument("shell", type=click.Choice(SHELLS), metavar="bash|zsh|fish")
def command(shell: str) -> None:
    """Print the script that click makes."""
    from click.shell_completion import get_completion_class

    from docgen.cli.main import cli

    found = get_completion_class(shell)
    assert found is not None  # click knows all of SHELLS
    click.echo(found(cli, {}, "docgen", "_DOCGEN_COMPLETE").source())
