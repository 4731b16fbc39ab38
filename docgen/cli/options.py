"""Options and arguments that several commands share, so that they are said and checked alike."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click

from docgen.cli.answer import remember
from docgen.pdf.wish import PLAIN, Engine, PdfWish

DEFAULT_OUTPUT = Path("output")

data_argument = click.argument(
    "data", type=click.Path(path_type=Path), default=Path(), required=False, metavar="[数据]"
)
output_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=DEFAULT_OUTPUT,
    metavar="文件夹",
    help="写到哪个文件夹，默认 output",
)
format_option = click.option(
    "--format",
    "wanted",
    type=click.Choice(["both", "word", "pdf"]),
    default="both",
    metavar="both|word|pdf",
    help="要 Word、PDF，还是都要（默认）",
)
engine_option = click.option(
    "--engine",
    type=click.Choice([str(item) for item in Engine]),
    default=str(PLAIN.engine),
    metavar="direct|weasyprint|libreoffice",
    help="用什么写 PDF：direct（默认，快，不用 Pango）、weasyprint、libreoffice（交给装好的 LibreOffice 去排）",
)
fonts_option = click.option(
    "--fonts",
    type=click.Path(path_type=Path, exists=True),
    multiple=True,
    metavar="文件夹",
    help="先在这个文件夹里找字体，可以写几次",
)
_pdf_options = (
    engine_option,
    fonts_option,
    click.option("--strict-fonts", is_flag=True, help="字体不许代用：缺哪个字体就报哪个，不写 PDF"),
    click.option("--pdfa", is_flag=True, help="写成长期保存用的 PDF/A（A-2u；带 Word 文件的是 A-3u）"),
    click.option("--tagged", is_flag=True, help="PDF 里标明标题、段落、列表、表格、图、链接和注（供读屏软件用）"),
    click.option("--attach-source", is_flag=True, help="把 Word 文件附在 PDF 里"),
)


def pdf_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options on how PDFs are made; the command gets them as one `pdf: PdfWish`."""

    @wraps(command)
    def folded(*args: Any, **given: Any) -> Any:
        names = ("strict_fonts", "pdfa", "tagged", "attach_source")
        wish = PdfWish(Engine(given.pop("engine")), given.pop("fonts"), **{name: given.pop(name) for name in names})
        if wish.engine is Engine.LIBREOFFICE and (wish.strict_fonts or wish.attach_source):
            raise click.UsageError("--strict-fonts 和 --attach-source 不能和 --engine libreoffice 一起用")
        return command(*args, pdf=wish, **given)

    wrapped: Callable[..., Any] = folded
    for option in reversed(_pdf_options):
        wrapped = option(wrapped)
    return wrapped


template_option = click.option(
    "--template", type=click.Path(path_type=Path), default=None, metavar="模板.docx", help="用自己的 Word 模板"
)
force_option = click.option(
    "--force", is_flag=True, help="生成后被人改过的文件也重新生成；原来的文件移到 原件 文件夹里"
)
json_option = click.option(
    # Eager: whatever is wrong with the other options is told in JSON, too.
    "--json", "as_json", is_flag=True, is_eager=True, callback=remember, help="结果用 JSON 输出"
)  # fmt: skip


class Day(click.ParamType):  # type: ignore[type-arg, unused-ignore] # generic since click 8.2
    """A date as an office writer types it; the same forms as in the workbook."""

    name = "日期"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """2024-02-26, 2024年2月26日, 2024.2.26 → date."""
        from docgen.diagnostics import Place
        from docgen.intake.cells import Cell
        from docgen.intake.codes import Fault
        from docgen.intake.dates import UnknownYear, day

        if isinstance(value, date):
            return value
        try:
            return day(Cell(str(value), Place()), None)
        except (Fault, UnknownYear):
            self.fail(f"“{value}”不是日期，写成 2024-02-26 或 2024年2月26日", param, ctx)


class Month(click.ParamType):  # type: ignore[type-arg, unused-ignore] # generic since click 8.2
    """A month as an office writer types it."""

    name = "月份"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """2024-04, 2024年4月 → the first day of the month."""
        from docgen.diagnostics import Place
        from docgen.intake.cells import Cell
        from docgen.intake.codes import Fault
        from docgen.intake.dates import UnknownYear, month

        if isinstance(value, date):
            return value
        try:
            return month(Cell(str(value), Place()), None)
        except (Fault, UnknownYear):
            self.fail(f"“{value}”不是月份，写成 2024-04 或 2024年4月", param, ctx)


month_option = click.option(
    "--month", type=Month(), multiple=True, metavar="月份", help="哪个月的，如 2024-04；可以写几次"
)
all_months_option = click.option("--all-months", is_flag=True, help="到目前为止的各个月都要")
only_option = click.option(
    "--only", multiple=True, metavar="名称", help="只要这个乡镇或单位的，可以写几次；不写就是全部"
)
by_township_option = click.option("--by-township", is_flag=True, help="每个乡镇（街道）一份，不出全县的")

date_option = click.option(
    "--date",
    "issue_date",
    type=Day(),
    default=None,
    metavar="日期",
    help="成文日期，代替数据里的，如 2024-02-26；早于它的印发日期也改成它",
)


def verbose_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """-v: tell the steps on stderr."""

    def start(_: click.Context, __: click.Parameter, value: bool) -> None:
        if value:
            import logging

            logging.basicConfig(format="%(message)s", level=logging.WARNING)
            logging.getLogger("docgen").setLevel(logging.INFO)

    return click.option("-v", "--verbose", is_flag=True, expose_value=False, callback=start, help="说出每一步")(command)
