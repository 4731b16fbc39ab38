"""`docgen all`: the whole set of a month, or of the campaign, in a folder per month and kind, with a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.cli import options
from docgen.cli.carrying import Carried
from docgen.cli.chinese import Command
from docgen.cli.deliver import deliver_all, tell_warnings, tell_written
from docgen.cli.documents import Run, composed_with_numbers, wanted_months
from docgen.cli.ledger import workbooks
from docgen.cli.manner import Manner, manner_options
from docgen.cli.order import wanted_documents
from docgen.cli.telling import tell_backups
from docgen.errors import DocgenError
from docgen.pdf.wish import PdfWish

if TYPE_CHECKING:
    from docgen.batch.carry import Handling
    from docgen.batch.delivered import Delivered
    from docgen.model.campaign import Campaign
    from docgen.model.index import IndexEntry
    from docgen.output.files import Written
    from docgen.output.folder import OutputFolder

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
@manner_options
@options.json_option
@options.verbose_option
def command(
    data: Path,
    month: tuple[date, ...],
    output: Path,
    wanted: str,
    force: bool,
    as_json: bool,
    pdf: PdfWish,
    manner: Manner,
) -> int:
    """Compose everything with its numbers, make it, write it folder by folder, list it."""
    from docgen import issue, produce

    checked = produce.checked(data)
    asked = Run(data, output, wanted, None, force, as_json, months=month, all_months=not month, pdf=pdf, manner=manner)
    months = wanted_months(checked.campaign, asked)
    tell_warnings(checked.warnings)
    facts = issue.Facts(checked.campaign)
    kinds = list(issue.MONTHLY_KINDS if month else issue.DOCUMENTS)
    plan = [] if month else [issue.plan(checked.campaign)]
    with composed_with_numbers(checked, kinds, months, asked, facts) as composed:
        documents = wanted_documents(chain(plan, composed), asked.order, folder_of)
    documents += workbooks(facts, months, folder_of=folder_of)
    listing = partial(_listed, campaign=checked.campaign, months=months)
    return deliver_all(documents, checked.warnings, asked.order, [listing], [LIST], _tell, _list_as_plain)


def folder_of(kind: str, month: date | None) -> str:
    """2024-04/简报; 全程/实施方案."""
    return f"{month:%Y-%m}/{kind}" if month else f"{WHOLE}/{kind}"


def _tell(carried: Carried) -> None:
    """A line for each folder, then the files of the whole set."""
    groups: dict[str, list[Delivered]] = {}
    for item in carried.done:
        if not item.left_out:
            groups.setdefault(item.wanted.folder, []).append(item)
    for folder, items in groups.items():
        _tell_folder(folder, items)
    tell_written(carried.extras)
    if groups:
        click.echo(_summary([item for items in groups.values() for item in items]))


def _tell_folder(folder: str, items: Sequence[Delivered]) -> None:
    written = [file for item in items for file in item.written]
    whole = [item for item in items if item.written]
    said = [f"{len(whole)} 份，{_state(written)}"] if whole else []
    failed = sum(item.error is not None and not item.kept for item in items)
    kept = sum(item.kept for item in items)
    said += [f"{failed} 份没有做成"] if failed else []
    said += [f"{kept} 份被人改过，没有动"] if kept else []
    click.echo(f"  {folder}：{'，'.join(said)}")
    tell_backups(written)


def _state(written: Sequence[Written]) -> str:
    from docgen.output.files import Outcome

    files, changed = len(written), sum(file.outcome is not Outcome.UNCHANGED for file in written)
    if not changed:
        return "未变化"
    return f"{files} 个文件" + (f"，{changed} 个有变化" if changed < files else "")


def _list_as_plain(carried: Carried) -> dict[str, Any]:
    listed = [item.path for item in carried.extras if item.path.name == LIST]
    plain: dict[str, Any] = {"list": str(listed[0])} if listed else {}
    return plain | ({"left_over": list(map(str, carried.left_over))} if carried.left_over else {})


def _listed(
    folder: OutputFolder, handling: Handling, carried: Carried, campaign: Campaign, months: Sequence[date]
) -> Iterator[Written | DocgenError]:
    """Write the list of all documents that stand; tell the files that look as if they belonged to it."""
    from docgen.batch.standing import left_over
    from docgen.batch.whole_sets import or_error
    from docgen.wording.dates import month_range
    from docgen.workbooks.index import index_workbook

    basics = campaign.basics
    span = f"（{month_range(months[0], months[-1])}）" if months else ""
    book = index_workbook(
        [_entry(item, folder.path) for item in carried.done if item.standing],
        title=f"{basics.county}{basics.campaign}文件清单{span}",
        author=basics.printing_organ or basics.office,
        day=months[-1] if months else basics.start_month,
    )
    keys = {item.wanted.key for item in carried.done}
    old = left_over(folder.manifest, folder.path, keys, {item.split("/")[0] for item in keys})
    carried.left_over = sorted(set(old).difference(carried.standing))
    yield from or_error(lambda: folder.put({LIST: book}, force=handling.force, backup_stamp=handling.backup_stamp))


def _entry(item: Delivered, folder: Path) -> IndexEntry:
    """A line of the list."""
    from docgen.model.index import IndexEntry

    wanted = item.wanted
    paths = {path.suffix: path.relative_to(folder).as_posix() for path in item.standing}
    return IndexEntry(
        kind=wanted.kind,
        title=item.title,
        month=wanted.month,
        unit=wanted.unit,
        number=wanted.number,
        editable=paths.get(".docx") or paths.get(".xlsx") or "",
        pdf=paths.get(".pdf", ""),
        pages=item.pages,
    )


def _summary(done: Sequence[Delivered]) -> str:
    whole = [item for item in done if item.written]
    pages = [item.pages for item in whole if not item.is_workbook]
    known = sum(page for page in pages if page is not None)
    total = f"，共 {known} 页" if all(page is not None for page in pages) else ""
    return f"{len(whole)} 份文件{total}"
