"""Click in Chinese: help pages and usage errors as an office writer reads them."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

import click

_METAVARS = {"[OPTIONS]": "[选项]", "COMMAND [ARGS]...": "命令 [参数]…"}


class _Chinese:
    """What commands and groups share: Chinese headings in the help page."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """用法：docgen plan [数据] [选项]."""
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), "用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """选项, then 命令 for a group."""
        records = _option_records(self.get_params(ctx), ctx)  # type: ignore[attr-defined]
        if records:
            with formatter.section("选项"):
                formatter.write_dl(records)
        if isinstance(self, click.Group):
            commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
            with formatter.section("命令"):
                formatter.write_dl([(name, command.get_short_help_str(80)) for name, command in commands if command])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse; an error of click's parser learns which command it belongs to."""
        try:
            rest: list[str] = super().parse_args(ctx, args)  # type: ignore[misc]
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise
        return rest

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The pieces of the usage line, with click's own metavars in Chinese."""
        pieces: list[str] = super().collect_usage_pieces(ctx)  # type: ignore[misc]
        return [_METAVARS.get(piece, piece) for piece in pieces]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """--help, said in Chinese."""
        option: click.Option | None = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "显示这页说明"
        return option


class Command(_Chinese, click.Command):
    """A command whose help page is Chinese."""


class Group(_Chinese, click.Group):
    """A group whose help page is Chinese."""

    command_class = Command


class LazyGroup(Group):
    """A group that loads a command's module only when the command is called; the help page needs none of them."""

    def __init__(self, *args: Any, modules: Mapping[str, tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the table."""
        return list(self._modules)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Load the command `command` of its module."""
        if name not in self._modules:
            return None
        command: click.Command = importlib.import_module(self._modules[name][0]).command
        return command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help page from the table alone."""
        records = _option_records(self.get_params(ctx), ctx)
        with formatter.section("选项"):
            formatter.write_dl(records)
        with formatter.section("命令"):
            formatter.write_dl([(name, text) for name, (_, text) in self._modules.items()])


def _option_records(params: list[click.Parameter], ctx: click.Context) -> list[tuple[str, str]]:
    """The help records of the options; what an argument is stands in the usage line and the text."""
    return [record for param in params if isinstance(param, click.Option) and (record := param.get_help_record(ctx))]


def usage_message(error: click.UsageError) -> tuple[str, str]:
    """What is wrong with the command line, and the remedy, in Chinese."""
    from docgen.diagnostics import closest

    see = f"看 {error.ctx.command_path} --help" if error.ctx else "看 docgen --help"
    if isinstance(error, click.NoSuchOption):
        known = [name for param in error.ctx.command.params for name in param.opts] if error.ctx else []
        near = closest(error.option_name, known)
        return f"没有 {error.option_name} 这个选项", f"是不是 {near}？{see}" if near else see
    if isinstance(error, click.BadOptionUsage):
        needs_none = error.message.endswith("does not take a value.")
        return f"{error.option_name} 后面{'不写内容' if needs_none else '缺少内容'}", see
    if isinstance(error, click.MissingParameter):
        return f"缺少 {_name(error.param)}", see
    if isinstance(error, click.BadParameter):
        return f"{_name(error.param)} 不对：{_bad_parameter(error)}", see
    if error.message.startswith("No such command") and error.ctx and isinstance(error.ctx.command, click.Group):
        asked = error.message.split("'")[1]
        near = closest(asked, error.ctx.command.list_commands(error.ctx))
        return f"没有 {asked} 这个命令", f"是不是 {near}？{see}" if near else see
    if error.message.startswith("Got unexpected extra argument"):
        return f"多了：{error.message.partition('(')[2].removesuffix(')')}", see
    if error.message.startswith("Missing command"):
        return "没有说要做什么", see
    return error.message, see


def _name(param: click.Parameter | None) -> str:
    """A parameter as the user writes it: --format, not the name that the program gives it."""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.human_readable_name if param else ""


def _bad_parameter(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"只能是 {'、'.join(map(str, kind.choices))}"
    if isinstance(kind, click.IntRange):
        return f"写 {kind.min} 到 {kind.max} 之间的整数"
    if isinstance(kind, click.Path) and error.message.endswith("does not exist."):
        return "没有这个文件或文件夹"
    return error.message
