"""`docgen template`: the Word templates: made from their texts, checked, and what they may use."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from docgen.cli import template_fields, template_lint
from docgen.cli.chinese import Command, Group
from docgen.errors import ExitCode, FileError


@click.group(
    "template",
    cls=Group,
    help="模板：由文字稿生成 Word 模板，检查模板，列出模板里能用的名称。",
    short_help="模板：生成、检查、列出能用的名称",
)
def command() -> None:
    """The group; it does nothing itself."""


command.add_command(template_lint.command)
command.add_command(template_fields.command)


@command.command(
    "build",
    cls=Command,
    help=(
        "把 templates/source 里的文字稿（.md）排成 Word 模板（.docx）。\n\n"
        "改措辞就改文字稿，再运行这个命令；也可以直接用 Word 改模板，用 docgen plan --template 指定它。"
    ),
    short_help="由文字稿生成 Word 模板",
)
@click.option("--check", is_flag=True, help="只比较，不写；不一致时退出码是 1")
@click.argument("folder", type=click.Path(path_type=Path), required=False, metavar="[模板文件夹]")
def build(folder: Path | None, check: bool) -> int:
    """Typeset every source; tell which templates changed."""
    from docgen import assets
    from docgen.output.atomic import read, write_atomically
    from docgen.word.package import read_parts
    from docgen.word.source import parse
    from docgen.word.template import compile_template
    from docgen.word.typeset import typeset

    root = folder or assets.folder("templates")
    sources = sorted((root / "source").glob("*.md"))
    if not sources:
        raise FileError(f"{root / 'source'} 里没有文字稿（.md）", "在命令后面写模板文件夹")
    different = 0
    for path in sources:
        goal = root / f"{path.stem}.docx"
        made = typeset(parse(read(path).decode("utf-8"), path.name, partial(_beside, path.parent)))
        compile_template(made, path.name)  # a fault in the source is told here, before it stands in a template
        # By parts: how well a zip is packed depends on the machine's zlib, what it says does not.
        same = goal.is_file() and read_parts(read(goal), goal.name) == read_parts(made, path.name)
        different += not same
        if not check and not same:
            write_atomically(goal, made)
        click.echo(f"  {'未变化' if same else '不一致' if check else '生成'}  {goal}")
    return ExitCode.FINDINGS if check and different else ExitCode.DONE


def _beside(folder: Path, name: str) -> str | None:
    """The text of a source in the same folder that another one includes."""
    from docgen.output.atomic import read

    path = folder / f"{name}.md"
    return read(path).decode("utf-8") if path.parent == folder and path.is_file() else None
