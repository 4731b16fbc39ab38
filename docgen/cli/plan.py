"""`docgen plan`: the county's implementation plan."""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path

import click

from docgen.cli import options
from docgen.cli.chinese import Command
from docgen.cli.deliver import deliver
from docgen.cli.manner import Manner, manner_options
from docgen.cli.order import Order
from docgen.model.campaign import Campaign
from docgen.model.settings import DocumentKind, Head
from docgen.pdf.wish import PdfWish

log = logging.getLogger("docgen")


@click.command(
    "plan",
    cls=Command,
    help=(
        "由数据生成县级实施方案的 Word 和 PDF。\n\n"
        "数据可以是工作簿（.xlsx）、YAML 或 JSON 文件，或放着其中一个的文件夹；不写就用当前文件夹。"
        "文件夹里名称以工作表名开头的 .xlsx 和 .csv（如 问题台账-3月.csv）一起读；写明一个文件，就只读它。"
        "文件名就是文件的标题。"
    ),
    short_help="生成县级实施方案（Word 和 PDF）",
)
@options.data_argument
@options.output_option
@options.format_option
@options.pdf_options
@options.template_option
@options.date_option
@click.option(
    "--head",
    type=click.Choice([str(item) for item in Head]),
    default=None,
    metavar="红头|无版头|套打",
    help="版头，代替“文件设置”里的",
)
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
    head: str | None,
    force: bool,
    as_json: bool,
    pdf: PdfWish,
    manner: Manner,
) -> int:
    """Read, check, compose, render, convert, write, and tell what was written."""
    from docgen import produce
    from docgen.documents.implementation_plan import compose
    from docgen.rules.counts import counts

    def wanted_head(campaign: Campaign) -> Campaign:
        return campaign.with_head(DocumentKind.IMPLEMENTATION_PLAN, Head(head)) if head else campaign

    checked = produce.checked(data, issue_date, wanted_head)
    log.info("组织《%s》", DocumentKind.IMPLEMENTATION_PLAN)
    composed = compose(checked.campaign, counts(checked.campaign).values())
    return deliver(composed, checked.warnings, Order(output, wanted, template, force, as_json, pdf, manner))
