"""`docgen pdf`: any Word file as PDF."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli import options
from docgen.cli.batch import Made, apart, told
from docgen.cli.chinese import Command
from docgen.cli.deliver import stamp
from docgen.errors import DocgenError
from docgen.pdf.wish import Engine, PdfWish

if TYPE_CHECKING:
    from docgen.printing import Printed

log = logging.getLogger("docgen")


@click.command(
    "pdf",
    cls=Command,
    help=(
        "把 Word 文件（.docx）转成 PDF，不用装 Word 和 WPS。写哪些文件都行，不必是 docgen 生成的。\n\n"
        "PDF 写在 Word 文件旁边；用 -o 写到别的文件夹，只转一个文件时也可以写成 -o 名称.pdf。"
        "没有照 Word 画出来的地方，一处一处提醒。几个文件里有转不了的，其余的照转，退出码是 7。"
    ),
    short_help="把任何 Word 文件（.docx）转成 PDF",
)
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="文件.docx…")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=None, metavar="文件夹|名称.pdf",
    help="写到哪里，默认在 Word 文件旁边",
)  # fmt: skip
@options.pdf_options
@options.force_option
@options.json_option
@options.verbose_option
def command(files: tuple[Path, ...], output: Path | None, pdf: PdfWish, force: bool, as_json: bool) -> int:
    """Convert one file after the other; tell pages, fonts and what is not drawn as in Word."""
    goals = _goals(list(dict.fromkeys(files)), output)
    made = [_written(source, goals[source], outcome, force) for source, outcome in _printed(list(goals), pdf)]
    return told(made, as_json=as_json)


def _goals(files: Sequence[Path], output: Path | None) -> dict[Path, Path]:
    """Where the PDF of each file goes."""
    if output is not None and output.suffix.lower() == ".pdf" and not output.is_dir():
        if len(files) > 1:
            raise click.UsageError("几个文件要写到一个文件夹里：-o 后面写文件夹")
        return {files[0]: output}
    folders: dict[Path, list[Path]] = {}
    for source in files:
        folders.setdefault(output or source.parent, []).append(source)
    goals: dict[Path, Path] = {}
    for folder, sources in folders.items():
        names = apart({source: f"{source.stem}.pdf" for source in sources})
        goals |= {source: folder / name for source, name in names.items()}
    return {source: goals[source] for source in files}


def _printed(files: Sequence[Path], wish: PdfWish) -> Iterator[tuple[Path, Printed | DocgenError]]:
    """The files in order, each with its PDF or its error. LibreOffice gets all of them at once, others one by one."""
    together = wish.engine is Engine.LIBREOFFICE
    for lot in [files] if together else [[source] for source in files]:
        yield from _printed_lot(lot, wish)


def _printed_lot(lot: Sequence[Path], wish: PdfWish) -> Iterator[tuple[Path, Printed | DocgenError]]:
    from docgen.printing import printed_all

    read = [(source, _read(source)) for source in lot]
    made = printed_all([(source.stem, data) for source, data in read if isinstance(data, bytes)], wish)
    for source, data in read:
        if isinstance(data, DocgenError):
            yield source, data
            continue
        log.info("转换 %s", source)
        yield source, next(made)


def _read(source: Path) -> bytes | DocgenError:
    from docgen.opening.files import read_bytes

    try:
        return read_bytes(source)
    except DocgenError as error:
        return error


def _written(source: Path, goal: Path, outcome: Printed | DocgenError, force: bool) -> Made:
    from docgen.output.files import write_files

    if isinstance(outcome, DocgenError):
        return Made(source, error=outcome)
    assert outcome.pdf is not None
    try:
        written = write_files(goal.parent, {goal.name: outcome.pdf}, force=force, backup_stamp=stamp(force=force))
    except DocgenError as error:
        return Made(source, error=error)
    return Made(source, tuple(written), outcome.pages, outcome.warnings, tuple(outcome.fonts.lines()))
