"""`docgen init`: a new working folder with a workbook to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli import options
from docgen.cli.chinese import Command

if TYPE_CHECKING:
    from docgen.model.campaign import Campaign

WORKBOOK = "督战数据.xlsx"
TWIN = "督战数据.yaml"
TWIN_FOLDER = "YAML"
"""The twin stands aside: a folder holds one data file at its top level, so that `docgen plan 文件夹` knows its own."""


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

    from docgen.cli.deliver import tell_written
    from docgen.intake import blank, twin
    from docgen.output.files import write_files

    campaign = _example() if example else None
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S") if force else ""
    files = {WORKBOOK: blank.workbook(campaign), f"{TWIN_FOLDER}/{TWIN}": twin.yaml_text(campaign).encode()}
    tell_written(write_files(folder, files, force=force, backup_stamp=stamp))
    click.echo(f"接着：打开 {folder / WORKBOOK} 填写，再运行 docgen plan {folder}")


def _example() -> Campaign:
    from docgen import assets, produce

    return produce.checked(assets.folder("data") / "example").campaign
