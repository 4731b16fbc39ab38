"""`docgen ledger`: the ledger of a month as a workbook, and as an attachment in Word and PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli import options
from docgen.cli.chinese import Command
from docgen.cli.deliver import deliver_all, tell_warnings
from docgen.cli.documents import Run, check_only, composed_with_numbers, wanted_months
from docgen.cli.parcels import Maker, Order, Parcel
from docgen.model.settings import DocumentKind
from docgen.pdf.wish import PdfWish
from docgen.wording.dates import month_name

if TYPE_CHECKING:
    from docgen.model.campaign import Campaign

KIND = DocumentKind.LEDGER
_EXCEL = "excel"


@click.command(
    "ledger",
    cls=Command,
    help=(
        "生成一个月的问题台账：Excel（可筛选、冻结表头、逾期标红、带汇总表，A4 横排可直接打印），"
        "和作附件用的 Word、PDF。"
    ),
    short_help="问题台账：Excel、Word 和 PDF",
)
@options.data_argument
@options.month_option
@options.all_months_option
@options.only_option
@options.output_option
@click.option(
    "--format",
    "wanted",
    type=click.Choice(["all", _EXCEL, "both", "word", "pdf"]),
    default="all",
    metavar="all|excel|both|word|pdf",
    help="要 Excel、Word、PDF，还是都要（默认）；both 是 Word 和 PDF",
)
@options.pdf_options
@options.template_option
@options.date_option
@options.force_option
@options.json_option
@options.verbose_option
def command(
    data: Path,
    month: tuple[date, ...],
    all_months: bool,
    only: tuple[str, ...],
    output: Path,
    wanted: str,
    template: Path | None,
    issue_date: date | None,
    force: bool,
    as_json: bool,
    pdf: PdfWish,
) -> None:
    """Make the workbook and the attachment of each month and write them all or none."""
    from docgen import produce

    checked = produce.checked(data)
    asked = Run(data, output, wanted, template, force, as_json, only, issue_date, month, all_months)
    months = wanted_months(checked.campaign, asked)
    check_only(checked.campaign, only)
    tell_warnings(checked.warnings)
    maker = Maker(Order(output, "both" if wanted == "all" else wanted, template, force, as_json, pdf))
    parcels = list(workbooks(checked.campaign, months, only)) if wanted in ("all", _EXCEL) else []
    if wanted != _EXCEL:
        parcels += maker.parcels(composed_with_numbers(checked, [KIND], months, asked))
    deliver_all(parcels, checked.warnings, maker)


def workbooks(campaign: Campaign, months: Sequence[date], only: Sequence[str] = ()) -> Iterator[Parcel]:
    """The ledger of each month as a workbook; of the townships in `only`, each its own."""
    from docgen import issue
    from docgen.output.names import file_name

    for unit, scope in issue.scopes(campaign, only):
        facts = issue.Facts(scope)
        for month in months:
            title, data = issue.ledger_workbook(facts, month)
            whose = f"（{unit}）" if unit else ""
            name = file_name(f"{month_name(month)}{KIND}{whose}", ".xlsx")
            yield Parcel(f"{KIND}（Excel）", title, {name: data}, month=month, unit=unit)
