"""The end of every document command: make the files, write them, tell the summary."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.answer import Answer, as_plain
from docgen.diagnostics import Diagnostic
from docgen.errors import MissingError

if TYPE_CHECKING:
    from docgen.documents.composed import Composed
    from docgen.output.files import Written
    from docgen.pdf.font_report import FontReport, FontUse
    from docgen.produce import Document

log = logging.getLogger("docgen")


def deliver(
    composed: Composed,
    warnings: Sequence[Diagnostic],
    *,
    folder: Path,
    wanted: str,
    template: Path | None,
    force: bool,
    as_json: bool,
) -> None:
    """Make a document in the formats wanted and write them all or none.

    Where both were wanted and the PDF cannot be made on this machine, the Word file is written all the same and the
    MissingError goes on to say what is missing; the JSON is one object all the same.
    """
    from docgen import produce

    for item in warnings:
        click.echo(str(item), err=True)
    missing: MissingError | None = None
    try:
        document = produce.produce(composed, template=template, pdf=wanted != "word")
    except MissingError as error:
        if wanted != "both":
            raise
        missing = error
        document = produce.produce(composed, template=template, pdf=False)
    written = _write(document, wanted, folder, force=force)
    if as_json:
        failure = as_plain(missing) if missing else {}
        Answer.of(click.get_current_context()).give(_as_plain(document, written, warnings) | failure)
    else:
        _tell(document, written)
    for text in document.warnings:
        click.echo(f"提醒：{text}", err=True)
    if missing is not None:
        raise missing


def _write(document: Document, wanted: str, folder: Path, *, force: bool) -> list[Written]:
    from docgen.output.files import write_files
    from docgen.output.names import file_name

    files = {}
    if wanted != "pdf":
        files[file_name(document.title, ".docx")] = document.word
    if document.pdf is not None:
        files[file_name(document.title, ".pdf")] = document.pdf
    log.info("写文件 %s", folder)
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S") if force else ""
    return write_files(folder, files, force=force, backup_stamp=stamp)


def _tell(document: Document, written: list[Written]) -> None:
    pages = "页数未知（这台电脑没有可用的字体）" if document.pages is None else f"{document.pages} 页"
    click.echo(f"《{document.title}》 {pages}")
    tell_written(written)
    for line in font_lines(document):
        click.echo(f"  字体  {line}")


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


def _as_plain(document: Document, written: list[Written], warnings: Sequence[Diagnostic]) -> dict[str, Any]:
    return {
        "title": document.title,
        "pages": document.pages,
        "files": [
            {"path": str(item.path), "outcome": item.outcome.name.lower(), "bytes": item.size} for item in written
        ],
        "fonts": [_font_as_plain(use, document.fonts) for use in document.fonts.uses],
        "warnings": [item.as_dict() for item in warnings]
        + [{"severity": "warning", "found": text} for text in document.warnings],
    }


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
