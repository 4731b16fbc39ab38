"""The documents that are made from the code: command reference, glossary, list of errors."""

from __future__ import annotations

from collections.abc import Iterator

import click

from docgen.cli.main import cli
from docgen.cli.page_errors import errors
from docgen.cli.page_names import glossary
from docgen.cli.page_tables import NOTE


def cli_reference() -> str:
    """docs/cli.md: the help page of every command."""
    parts = [f"# 命令\n\n{NOTE}"]
    for path, command in _commands(cli, ("docgen",)):
        context: click.Context | None = None
        for name in path:
            owner = cli if context is None else context.command.get_command(context, name)  # type: ignore[attr-defined]
            context = click.Context(
                owner,
                context,
                info_name=name,
                help_option_names=["-h", "--help"],
                max_content_width=100,
                terminal_width=100,
            )
        assert context is not None
        parts.append(f"## {' '.join(path)}\n\n```\n{command.get_help(context).rstrip()}\n```\n")
    return "\n".join(parts)


def _commands(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            if child is not None:
                yield from _commands(child, (*path, name))


PAGES = {"cli.md": cli_reference, "glossary.md": glossary, "errors.md": errors}
"""File in docs/ → what makes it."""
