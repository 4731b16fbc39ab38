"""The commands that make documents of a campaign's life: one factory, since they differ in kinds and words only."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.cli import options
from docgen.cli.chinese import Command
from docgen.cli.deliver import deliver_all, tell_warnings
from docgen.cli.manner import PLAINLY, Manner, manner_options
from docgen.cli.order import Order, wanted_documents
from docgen.diagnostics import closest
from docgen.model.settings import DocumentKind
from docgen.pdf.wish import PLAIN, PdfWish
from docgen.wording.dates import month_name

if TYPE_CHECKING:
    from docgen import issue
    from docgen.documents.composed import Composed
    from docgen.model.campaign import Campaign
    from docgen.produce import Checked

log = logging.getLogger("docgen")


@dataclass(frozen=True, slots=True)
class Run:
    """What was asked of a document command."""

    data: Path
    output: Path
    wanted: str
    template: Path | None
    force: bool
    as_json: bool
    only: tuple[str, ...] = ()
    issue_date: date | None = None
    months: tuple[date, ...] = ()
    all_months: bool = False
    by_township: bool = False
    pdf: PdfWish = PLAIN
    manner: Manner = PLAINLY

    @property
    def order(self) -> Order:
        """How the documents are wanted."""
        return Order(self.output, self.wanted, self.template, self.force, self.as_json, self.pdf, self.manner)


def document_command(
    name: str,
    kinds: Sequence[DocumentKind],
    *,
    help: str,  # noqa: A002 - click's own word
    short_help: str,
    monthly: bool = True,
    by_township: bool = False,
    only: bool = True,
    template: bool = True,
) -> click.Command:
    """A command that makes documents of these kinds."""

    def callback(**given: Any) -> int:
        months = given.pop("month", ())
        given.setdefault("template", None)
        return run(Run(months=months, **given), kinds, monthly=monthly)

    wrapped: Callable[..., Any] = callback
    for option in reversed(_options(monthly=monthly, by_township=by_township, only=only, template=template)):
        wrapped = option(wrapped)
    return click.command(name, cls=Command, help=help, short_help=short_help)(wrapped)


def _options(*, monthly: bool, by_township: bool, only: bool, template: bool) -> list[Callable[..., Any]]:
    chosen: list[Callable[..., Any]] = [options.data_argument]
    if monthly:
        chosen += [options.month_option, options.all_months_option]
    if only:
        chosen.append(options.only_option)
    if by_township:
        chosen.append(options.by_township_option)
    chosen += [options.output_option, options.format_option, options.pdf_options]
    if template:
        chosen.append(options.template_option)
    chosen += [options.date_option, options.force_option, manner_options]
    return [*chosen, options.json_option, options.verbose_option]


def run(asked: Run, kinds: Sequence[DocumentKind], *, monthly: bool) -> int:
    """Check the data, compose the documents with their numbers, make and write them."""
    from docgen import issue, produce

    checked = produce.checked(asked.data)
    campaign = checked.campaign
    months = wanted_months(campaign, asked) if monthly else ()
    check_only(campaign, asked.only)
    with composed_with_numbers(checked, kinds, months, asked, issue.Facts(campaign)) as composed:
        wanted = wanted_documents(composed, asked.order)
    if not wanted and not asked.as_json:
        click.echo(_nothing(kinds, months))
    tell_warnings(checked.warnings)
    return deliver_all(wanted, checked.warnings, asked.order)


@contextmanager
def composed_with_numbers(
    checked: Checked, kinds: Sequence[DocumentKind], months: Sequence[date], asked: Run, facts: issue.Facts
) -> Iterator[Iterator[Composed]]:
    """The documents, composed one after the other; when the block ends without an error, new numbers are in the
    register, unless the run is to write nothing.
    """
    from docgen import issue
    from docgen.output.register import register, unwritten

    log.info("组织 %s", "、".join(kinds))
    wish = issue.Wish(asked.only, asked.issue_date, asked.by_township)
    with (unwritten if asked.manner.dry_run else register)(issue.data_folder(checked.path)) as numbers:
        yield issue.compose(facts, numbers, kinds, months, wish)


def wanted_months(campaign: Campaign, asked: Run) -> tuple[date, ...]:
    """The months asked for. Raises UsageError where none was, or one lies outside of the campaign."""
    from docgen import issue
    from docgen.rules.span import months

    known = months(campaign)
    if asked.all_months:
        return issue.lived_months(campaign)
    if not asked.months:
        raise click.UsageError(f"没有说是哪个月：写 --month，如 --month {known[0]:%Y-%m}；全部月份写 --all-months")
    for month in asked.months:
        if month not in known:
            raise click.UsageError(f"{month_name(month)}不在督战时间 {known[0]:%Y-%m} 至 {known[-1]:%Y-%m} 之内")
    return tuple(sorted(set(asked.months)))


def check_only(campaign: Campaign, only: Sequence[str]) -> None:
    """Every name of --only is the county, a township or a unit. Raises UsageError with the closest one."""
    names = [campaign.basics.county, *(township.name for township in campaign.townships)]
    names += [name for unit in campaign.units for name in (unit.name, unit.short_name)]
    for name in only:
        if name not in names and campaign.party(name) is None:
            near = closest(name, names)
            hint = f"，是不是 {near}" if near else ""
            raise click.UsageError(f"--only 的“{name}”不是数据里的乡镇或单位{hint}")


def _nothing(kinds: Sequence[DocumentKind], months: Sequence[date]) -> str:
    """Why nothing was made: nobody has it coming."""
    when = "、".join(map(month_name, months))
    return f"{when}没有要出的{'、'.join(kinds)}" if when else f"没有要出的{'、'.join(kinds)}"
