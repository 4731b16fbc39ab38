"""The end of every document command: make the documents, write them, tell the summary."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.answer import Answer, as_plain
from docgen.cli.parcels import Maker, Order, Parcel
from docgen.diagnostics import Diagnostic
from docgen.errors import MissingError

if TYPE_CHECKING:
    from docgen.documents.composed import Composed
    from docgen.output.files import Written
    from docgen.pdf.font_report import FontReport, FontUse
    from docgen.produce import Document

log = logging.getLogger("docgen")


@dataclass(frozen=True, slots=True)
class Delivered:
    """A parcel and what became of its files."""

    parcel: Parcel
    written: tuple[Written, ...]

    def as_plain(self) -> dict[str, Any]:
        """The document for `--json`, with what tells it from the others of its run."""
        parcel = self.parcel
        told = {"kind": parcel.kind, "month": f"{parcel.month:%Y-%m}" if parcel.month else "", "unit": parcel.unit}
        return {**told, "number": parcel.number, **_as_plain(parcel, self.written)}


def deliver(composed: Composed, warnings: Sequence[Diagnostic], order: Order) -> None:
    """Make one document in the formats wanted and write them all or none; `--json` gives one object of it."""
    tell_warnings(warnings)
    maker = Maker(order)
    parcels = list(maker.parcels([composed]))
    (item,) = put(parcels, order)
    if order.as_json:
        plain = _as_plain(item.parcel, item.written) | {"warnings": warnings_as_plain(warnings, parcels)}
        answer(plain, maker.missing)
    else:
        tell([item])
    end(parcels, maker.missing)


def deliver_all(parcels: Sequence[Parcel], warnings: Sequence[Diagnostic], maker: Maker) -> None:
    """Write several documents, all of them or none; `--json` gives one object with a list of them."""
    order = maker.order
    done = put(parcels, order)
    if order.as_json:
        plain = {
            "documents": [item.as_plain() for item in done],
            "warnings": warnings_as_plain(warnings, parcels),
        }
        answer(plain, maker.missing)
    else:
        tell(done)
    end(parcels, maker.missing)


def put(parcels: Sequence[Parcel], order: Order, inside: str = "") -> list[Delivered]:
    """Write the files of parcels into the folder `inside` the output folder, all of them or none."""
    from docgen.output.files import write_files

    if not parcels:
        return []
    prefix = f"{inside}/" if inside else ""
    files = {prefix + name: data for parcel in _told_apart(parcels) for name, data in parcel.items()}
    log.info("写文件 %s", order.folder / inside)
    written = iter(write_files(order.folder, files, force=order.force, backup_stamp=stamp(force=order.force)))
    return [Delivered(parcel, tuple(next(written) for _ in parcel.files)) for parcel in parcels]


def _told_apart(parcels: Sequence[Parcel]) -> Iterator[Mapping[str, bytes]]:
    """The files of each parcel under names of its own: two units' names may come to one safe file name."""
    taken: dict[str, int] = {}
    for parcel in parcels:
        names = {name.casefold() for name in parcel.files}
        number = max((taken.get(name, 0) for name in names), default=0) + 1
        taken |= dict.fromkeys(names, number)
        yield parcel.files if number == 1 else {_numbered(name, number): data for name, data in parcel.files.items()}


def _numbered(name: str, number: int) -> str:
    path = Path(name)
    return f"{path.stem}（{number}）{path.suffix}"


def stamp(*, force: bool) -> str:
    """Date and time in the names of files that are put aside."""
    return datetime.now().strftime("%Y%m%d-%H%M%S") if force else ""


def answer(plain: dict[str, Any], missing: MissingError | None) -> None:
    """Print the one object of `--json`; a run that lacks its PDFs says so in it."""
    Answer.of(click.get_current_context()).give(plain | (as_plain(missing) if missing else {}))


def tell_warnings(warnings: Sequence[Diagnostic]) -> None:
    """The diagnostics that do not stop the work."""
    for item in warnings:
        click.echo(str(item), err=True)


def tell(done: Sequence[Delivered]) -> None:
    """Title, pages and files of every document, then the fonts of them all."""
    for item in done:
        click.echo(f"《{item.parcel.title}》{_pages(item.parcel)}")
        tell_written(item.written)
    documents = [item.parcel.document for item in done if item.parcel.document]
    for line in dict.fromkeys(line for document in documents for line in font_lines(document)):
        click.echo(f"  字体  {line}")


def _pages(parcel: Parcel) -> str:
    if parcel.document is None:
        return ""
    return " 页数未知（这台电脑没有可用的字体）" if parcel.pages is None else f" {parcel.pages} 页"


def end(parcels: Sequence[Parcel], missing: MissingError | None) -> None:
    """What the reader of the files must know; then the reason why there are no PDFs, as the run's error."""
    for parcel in parcels:
        for text in parcel.document.warnings if parcel.document else ():
            click.echo(f"提醒：{text}" if len(parcels) == 1 else f"提醒：《{parcel.title}》{text}", err=True)
    if missing is not None:
        raise missing


def tell_written(written: Sequence[Written]) -> None:
    """A line for every file: what became of it, where it is, where the one before it went."""
    for item in written:
        click.echo(f"  {item.outcome}  {item.path}")
        if item.backup:
            click.echo(f"        原来的文件移到 {item.backup}")


def font_lines(document: Document) -> list[str]:
    """Every font name of the document with the font that stands for it, then lent and missing characters."""
    uses = [f"{use.asked}：{use.family}{'（代用）' if use.substitute else ''}" for use in document.fonts.uses]
    return [*dict.fromkeys(uses), *document.fonts.shortcomings()]


def _as_plain(parcel: Parcel, written: Sequence[Written]) -> dict[str, Any]:
    uses = parcel.document.fonts.uses if parcel.document else ()
    return {
        "title": parcel.title,
        "pages": parcel.pages,
        "files": [
            {"path": str(item.path), "outcome": item.outcome.name.lower(), "bytes": item.size} for item in written
        ],
        "fonts": [_font_as_plain(use, parcel.document.fonts) for use in uses if parcel.document],
    }


def warnings_as_plain(warnings: Sequence[Diagnostic], parcels: Sequence[Parcel]) -> list[dict[str, Any]]:
    """The data's diagnostics, then what the documents say, each sentence once."""
    told = dict.fromkeys(text for parcel in parcels if parcel.document for text in parcel.document.warnings)
    return [item.as_dict() for item in warnings] + [{"severity": "warning", "found": text} for text in told]


def _font_as_plain(use: FontUse, report: FontReport) -> dict[str, Any]:
    """A font of the document: what stands for it, what it had to borrow, whether its bold is drawn regular."""
    return {
        "asked": use.asked,
        "bold": use.bold,
        "family": use.family,
        "file": use.path,
        "substitute": use.substitute,
        "replaced": [
            {"asked": asked, "characters": chars, "family": family}
            for asked, chars, family in report.replaced
            if asked == use.asked
        ],
        "missing": report.missing,
        "no_bold": use.bold and use.asked in report.no_bold,
    }
