"""`docgen preview`: the pages of a Word file or a PDF as pictures."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli import options
from docgen.cli.batch import Made, apart, told
from docgen.cli.chinese import Command
from docgen.cli.deliver import stamp
from docgen.cli.pages import Dots, PageNumbers, PageRange, chosen
from docgen.errors import DocgenError, FileError
from docgen.pdf.wish import PdfWish


@click.command(
    "preview",
    cls=Command,
    help=(
        "把 Word 文件（.docx）或 PDF 的页面画成图片（PNG）：每页一张，两页以上的另有一张缩略图，"
        "不用打开 Word 就能看清排成了什么样。"
    ),
    short_help="把 Word 文件或 PDF 的页面画成图片",
)
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="文件…")
@click.option("--pages", type=PageNumbers(), default=(), metavar="页码", help="哪几页，如 1-3,5；不写就是全部")
@click.option("--dpi", type=Dots(), default=96, metavar="数", help="每英寸多少点，20 到 600，默认 96")
@options.output_option
@options.pdf_options
@options.force_option
@options.json_option
@options.verbose_option
def command(
    files: tuple[Path, ...],
    pages: tuple[PageRange, ...],
    dpi: int,
    output: Path,
    pdf: PdfWish,
    force: bool,
    as_json: bool,
) -> int:
    """Convert what is no PDF yet, paint the pages, write the pictures."""
    stems = apart({source: source.stem for source in dict.fromkeys(files)})
    made = [_made(source, stem, pages, dpi, output, pdf, force) for source, stem in stems.items()]
    return told(made, as_json=as_json)


def _made(
    source: Path, stem: str, pages: tuple[PageRange, ...], dpi: int, output: Path, wish: PdfWish, force: bool
) -> Made:
    from docgen.output.files import write_files

    try:
        pdf, warnings, fonts = _pdf(source, wish)
        pictures = _pictures(pdf, stem, pages, dpi)
        written = write_files(output, pictures, force=force, backup_stamp=stamp(force=force))
    except DocgenError as error:
        return Made(source, error=error)
    count = sum(not name.endswith(_SHEET) for name in pictures)
    return Made(source, tuple(written), count, warnings, fonts)


_SHEET = "-缩略图.png"


def _pdf(source: Path, wish: PdfWish) -> tuple[bytes, tuple[str, ...], tuple[str, ...]]:
    """The PDF, with what there is to tell about one made of a Word file."""
    from docgen.opening.files import read_bytes
    from docgen.printing import printed

    data = read_bytes(source)
    if data.startswith(b"%PDF-"):
        return data, (), ()
    made = printed(data, source.stem, wish)
    assert made.pdf is not None
    return made.pdf, made.warnings, tuple(made.fonts.lines())


def _pictures(pdf: bytes, stem: str, pages: tuple[PageRange, ...], dpi: int) -> dict[str, bytes]:
    """The pictures by file name: each page, and a sheet of them where there are several."""
    from docgen.pdf.pictures import contact_sheet, page_count, page_pictures

    count = page_count(pdf)
    numbers = chosen(pages, count)
    if not numbers:
        raise FileError(f"没有要的页：一共 {count} 页", f"--pages 写 1 到 {count} 之间的页码")
    width = len(str(count))
    found = dict(page_pictures(pdf, numbers, dpi))
    named = {f"{stem}-第{number:0{width}}页.png": data for number, data in found.items()}
    return named | ({f"{stem}{_SHEET}": contact_sheet(list(found.values()))} if len(found) > 1 else {})
