"""`docgen init`: a new working folder with a workbook to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli import options
from docgen.cli.chinese import Command

WORKBOOK = "督战数据.xlsx"
TWIN = "督战数据.yaml"
TWIN_FOLDER = "YAML"
"""A folder holds one data file at its top level; the twin stands aside, so that `docgen plan 文件夹` knows which is meant."""


@click.command(
    "init",
    cls=Command,
    help=(
        f"新建工作文件夹：里面有要填的工作簿（{WORKBOOK}）和内容相同的 YAML 文件（{TWIN_FOLDER}/{TWIN}）。\n\n"
        "填工作簿就可以；习惯写 YAML 的，把数据写在 YAML 里，命令后面写 YAML 文件的路径。"
    ),
    short_help="新建工作文件夹：空白数据工作簿，或带示例",
)
@click.argument("folder", type=click.Path(path_type=Path), metavar="文件夹")
@click.option("--example", is_flag=True, help="填好示例数据（虚构的云岭县）")
@options.force_option
def command(folder: Path, example: bool, force: bool) -> None:
    """Write the workbook and its twin, made from the model."""
    from datetime import datetime

    from docgen.intake import blank, twin
    from docgen.output.files import write_files

    campaign = _example() if example else None
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S") if force else ""
    workbook = {WORKBOOK: blank.workbook(campaign)}
    text = {TWIN: twin.yaml_text(campaign).encode()}
    written = [
        *write_files(folder, workbook, force=force, backup_stamp=stamp),
        *write_files(folder / TWIN_FOLDER, text, force=force, backup_stamp=stamp),
    ]
    for item in written:
        click.echo(f"  {item.outcome}  {item.path}")
    click.echo(f"接着：打开 {folder / WORKBOOK} 填写，再运行 docgen plan {folder}")


def _example():  # type: ignore[no-untyped-def]
    from docgen import assets, produce

    return produce.checked(assets.folder("data") / "example").campaign
