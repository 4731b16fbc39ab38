"""`docgen ledger`: the ledger of a month as a workbook, and as an attachment in Word and PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli import options
from docgen.cli.chinese import Command
from docgen.cli.deliver import deliver_all, tell_warnings
from docgen.cli.documents import Run, check_only, composed_with_numbers, wanted_months
from docgen.cli.manner import Manner, manner_options
from docgen.cli.order import Order, key, wanted_documents
from docgen.model.settings import DocumentKind
from docgen.pdf.wish import PdfWish
from docgen.wording.dates import month_name

if TYPE_CHECKING:
    from docgen import issue
    from docgen.batch.jobs import Wanted

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
@manner_options
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
    manner: Manner,
) -> int:
    """Make the workbook and the attachment of each month."""
    from docgen import issue, produce

    checked = produce.checked(data)
    asked = Run(data, output, wanted, template, force, as_json, only, issue_date, month, all_months, manner=manner)
    months = wanted_months(checked.campaign, asked)
    check_only(checked.campaign, only)
    tell_warnings(checked.warnings)
    order = Order(output, "both" if wanted in ("all", _EXCEL) else wanted, template, force, as_json, pdf, manner)
    facts = issue.Facts(checked.campaign)
    documents = workbooks(facts, months, only) if wanted in ("all", _EXCEL) else []
    if wanted != _EXCEL:
        with composed_with_numbers(checked, [KIND], months, asked, facts) as composed:
            documents += wanted_documents(composed, order)
    return deliver_all(documents, checked.warnings, order)


def workbooks(
    facts: issue.Facts,
    months: Sequence[date],
    only: Sequence[str] = (),
    folder_of: Callable[[str, date | None], str] = lambda *_: "",
) -> list[Wanted]:
    """The ledger of each month as a workbook; of the townships in `only`, each its own."""
    from docgen import issue

    scopes = issue.scopes(facts.campaign, only)
    own = ((unit, facts if scope is facts.campaign else issue.Facts(scope)) for unit, scope in scopes)
    return [_workbook(whose, unit, month, folder_of(str(KIND), month)) for unit, whose in own for month in months]


def _workbook(facts: issue.Facts, unit: str, month: date, folder: str) -> Wanted:
    from docgen.batch.canonical import digest
    from docgen.batch.fingerprints import of_code
    from docgen.batch.jobs import EXCEL, Made, Wanted

    kind = f"{KIND}（Excel）"

    def book() -> Made:
        from docgen import issue

        title, data = issue.ledger_workbook(facts, month)
        return Made(title, {EXCEL: data})

    return Wanted(
        key(folder, kind, month, unit),
        kind,
        (EXCEL,),
        digest(of_code(), facts.campaign, month),
        book=book,
        stem=f"{month_name(month)}{KIND}{f'（{unit}）' if unit else ''}",
        folder=folder,
        month=month,
        unit=unit,
    )
