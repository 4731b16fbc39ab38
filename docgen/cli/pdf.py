"""`docgen pdf`: any Word file as PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli import options
from docgen.cli.batch import Made, apart, told
from docgen.cli.carrying import clock, stamp
from docgen.cli.chinese import Command
from docgen.cli.manner import jobs_option, quiet_option
from docgen.cli.progress import Progress
from docgen.errors import Interrupted
from docgen.pdf.wish import PdfWish

if TYPE_CHECKING:
    from docgen.batch.word_files import PdfDone, WordFile


@click.command(
    "pdf",
    cls=Command,
    help=(
        "把 Word 文件（.docx）转成 PDF，不用装 Word 和 WPS。写哪些文件都行，不必是 docgen 生成的。\n\n"
        "PDF 写在 Word 文件旁边；用 -o 写到别的文件夹，只转一个文件时也可以写成 -o 名称.pdf。"
        "Word 文件、字体和选项都没有变的，不重新转；中断了的，再运行一次同样的命令就接着转。"
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
@jobs_option
@quiet_option
@options.json_option
@options.verbose_option
def command(
    files: tuple[Path, ...],
    output: Path | None,
    pdf: PdfWish,
    force: bool,
    jobs: int | None,
    quiet: bool,
    as_json: bool,
) -> int:
    """Convert what has changed; tell pages, fonts and what is not drawn as in Word, file by file."""
    from docgen.batch.carry import Handling
    from docgen.batch.crews import crew_on_this_machine, let_go_at_the_end
    from docgen.batch.word_files import PdfRun, due, surveyed

    wanted = surveyed(_goals(list(dict.fromkeys(files)), output), pdf)
    waiting = due(wanted)
    with (
        let_go_at_the_end(crew_on_this_machine(jobs, len(waiting), pdf)) as crew,
        Progress.of(len(wanted), len(waiting), quiet=quiet) as seen,
    ):
        run = PdfRun(crew, pdf, Handling(force, stamp(force=force)), clock)
        with closing(run.carried_out(wanted)) as results:
            done = list(_seen(wanted, results, seen))
    return told([_made(item) for item in done], as_json=as_json, quiet=quiet)


def _seen(wanted: Sequence[WordFile], results: Iterator[PdfDone], seen: Progress) -> Iterator[PdfDone]:
    """The results as they come, with what the user sees meanwhile. Raises Interrupted on Ctrl-C."""
    made = 0
    try:
        for file in wanted:
            seen.begins(file.source.name)
            item = next(results)
            seen.ends(made=file.standing is None)
            made += item.written is not None
            yield item
    except KeyboardInterrupt:
        if len(wanted) == 1:
            raise
        raise Interrupted(
            f"已中断：{len(wanted)} 个文件，转好 {made} 个", "再运行一次同样的命令接着转；写好的文件都是完整的"
        ) from None


def _made(item: PdfDone) -> Made:
    if item.written is None:
        return Made(item.file.source, error=item.error)
    fonts = tuple(item.fonts.lines()) if item.fonts else ()
    return Made(item.file.source, (item.written,), item.pages, item.warnings, fonts)


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
