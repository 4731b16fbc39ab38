"""`docgen notice`: the notice that issues the plan, or the one that issues a 指导意见."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from docgen.cli import options
from docgen.cli.chinese import Command
from docgen.cli.deliver import deliver
from docgen.cli.documents import Run, composed_with_numbers
from docgen.cli.manner import Manner, manner_options
from docgen.cli.order import Order
from docgen.model.settings import DocumentKind
from docgen.pdf.wish import PdfWish


@click.command(
    "notice",
    cls=Command,
    help=(
        "生成印发通知。督战数据：关于印发《……实施方案》的通知，方案作为印发的文件接在后面；"
        "指导意见的数据：印发指导意见的通知，带意见全文和附件。"
    ),
    short_help="印发通知：把方案（或指导意见）作为印发的文件带上",
)
@options.data_argument
@options.output_option
@options.format_option
@options.pdf_options
@options.template_option
@options.date_option
@options.force_option
@manner_options
@options.json_option
@options.verbose_option
def command(
    data: Path,
    output: Path,
    wanted: str,
    template: Path | None,
    issue_date: date | None,
    force: bool,
    as_json: bool,
    pdf: PdfWish,
    manner: Manner,
) -> int:
    """Find out which of the two the data is for, compose, make and write the notice."""
    from docgen import issue, produce
    from docgen.documents import issued_opinion
    from docgen.model.campaign import Campaign

    examined = produce.examine(data, issue_date)
    root = produce.faultless(examined)
    if isinstance(root, Campaign):
        checked = produce.Checked(root, examined.path, examined.diagnostics)
        asked = Run(data, output, wanted, template, force, as_json, issue_date=issue_date, manner=manner)
        kinds = [DocumentKind.COVERING_NOTICE]
        with composed_with_numbers(checked, kinds, (), asked, issue.Facts(root)) as made:
            (composed,) = made
    else:
        composed = issued_opinion.compose(root)
    order = Order(output, wanted, template, force, as_json, pdf, manner)
    return deliver(composed, examined.diagnostics, order)
