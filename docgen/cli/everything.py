"""`docgen all`: the whole set of a month, or of the campaign, in a folder per month and kind, with a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli import options
from docgen.cli.chinese import Command
from docgen.cli.deliver import Delivered, answer, end, put, tell_warnings, tell_written, warnings_as_plain
from docgen.cli.documents import Run, composed_with_numbers, wanted_months
from docgen.cli.ledger import workbooks
from docgen.cli.parcels import Maker, Order, Parcel
from docgen.model.settings import DocumentKind
from docgen.output.files import Outcome
from docgen.pdf.wish import PdfWish

if TYPE_CHECKING:
    from docgen.model.campaign import Campaign
    from docgen.model.index import IndexEntry
    from docgen.output.files import Written

LIST = "清单.xlsx"
WHOLE = "全程"
"""The folder of what the campaign issues once."""


@click.command(
    "all",
    cls=Command,
    help=(
        "生成整套文件。写了 --month 的，出这些月的整套；不写的，出全程的：实施方案、印发通知、各乡镇专项实施方案，"
        "和到目前为止各个月的简报、报告、通知书、约谈文书、台账。\n\n"
        f"按月份和种类分文件夹；{LIST} 列出每份文件的种类、单位、文号、页数。"
    ),
    short_help="整套文件：按月份和种类分文件夹，带清单",
)
@options.data_argument
@options.month_option
@options.output_option
@options.format_option
@options.pdf_options
@options.force_option
@options.json_option
@options.verbose_option
def command(
    data: Path, month: tuple[date, ...], output: Path, wanted: str, force: bool, as_json: bool, pdf: PdfWish
) -> None:
    """Compose everything with its numbers, make it, write it folder by folder, list it."""
    from docgen import issue, produce

    checked = produce.checked(data)
    asked = Run(data, output, wanted, None, force, as_json, months=month, all_months=not month, pdf=pdf)
    months = wanted_months(checked.campaign, asked)
    tell_warnings(checked.warnings)
    maker = Maker(asked.order)
    kinds = list(issue.MONTHLY_KINDS if month else issue.DOCUMENTS)
    composed = composed_with_numbers(checked, kinds, months, asked)
    if not month:
        composed = [issue.plan(checked.campaign), *composed]
    made = chain(maker.parcels(composed), workbooks(checked.campaign, months))
    done = [item for group in _groups(made) for item in _delivered(group, asked.order)]
    listed = _listed(done, checked.campaign, months, asked.order)
    parcels = [item.parcel for item in done]
    if as_json:
        plain = {"documents": [item.as_plain() for item in done], "list": str(listed.path)}
        answer(plain | {"warnings": warnings_as_plain(checked.warnings, parcels)}, maker.missing)
    else:
        tell_written([listed])
        click.echo(_summary(done))
    end(parcels, maker.missing)


def folder_of(parcel: Parcel) -> str:
    """2024-04/简报; 全程/实施方案."""
    kind = str(DocumentKind.LEDGER) if parcel.document is None else parcel.kind
    return f"{parcel.month:%Y-%m}/{kind}" if parcel.month else f"{WHOLE}/{kind}"


def _groups(parcels: Iterator[Parcel]) -> Iterator[list[Parcel]]:
    """Neighbours that go into one folder: each group is written before the next is made."""
    return (list(group) for _, group in groupby(parcels, folder_of))


def _delivered(group: Sequence[Parcel], order: Order) -> list[Delivered]:
    """Write a group and tell it on one line."""
    folder = folder_of(group[0])
    done = put(group, order, folder)
    if not order.as_json:
        changed = sum(file.outcome is not Outcome.UNCHANGED for item in done for file in item.written)
        files = sum(len(item.written) for item in done)
        click.echo(f"  {folder}：{len(done)} 份，{_state(files, changed)}")
    return done


def _state(files: int, changed: int) -> str:
    if not changed:
        return "未变化"
    return f"{files} 个文件" + (f"，{changed} 个有变化" if changed < files else "")


def _listed(done: Sequence[Delivered], campaign: Campaign, months: Sequence[date], order: Order) -> Written:
    """Write the list of all documents."""
    from docgen.wording.dates import month_range
    from docgen.workbooks.index import index_workbook

    basics = campaign.basics
    span = f"（{month_range(months[0], months[-1])}）" if months else ""
    book = index_workbook(
        [_entry(item, order.folder) for item in done],
        title=f"{basics.county}{basics.campaign}文件清单{span}",
        author=basics.printing_organ or basics.office,
        day=months[-1] if months else basics.start_month,
    )
    return put([Parcel("清单", "清单", {LIST: book})], order)[0].written[0]


def _entry(item: Delivered, folder: Path) -> IndexEntry:
    """A line of the list."""
    from docgen.model.index import IndexEntry

    parcel = item.parcel
    paths = {file.path.suffix: file.path.relative_to(folder).as_posix() for file in item.written}
    return IndexEntry(
        kind=parcel.kind,
        title=parcel.title,
        month=parcel.month,
        unit=parcel.unit,
        number=parcel.number,
        editable=paths.get(".docx") or paths.get(".xlsx") or "",
        pdf=paths.get(".pdf", ""),
        pages=parcel.pages,
    )


def _summary(done: Sequence[Delivered]) -> str:
    pages = [item.parcel.pages for item in done if item.parcel.document]
    known = sum(page for page in pages if page is not None)
    total = f"，共 {known} 页" if all(page is not None for page in pages) else ""
    return f"{len(done)} 份文件{total}"
