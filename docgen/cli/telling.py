"""Telling: what a run has written, in words on stdout or as the one object of `--json`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.failures import named, which
from docgen.cli.listing import tell_diagnostics
from docgen.diagnostics import Diagnostic

if TYPE_CHECKING:
    from docgen.batch.delivered import Delivered
    from docgen.output.files import Written
    from docgen.pdf.typefaces.font_report import FontReport, FontUse


def tell_warnings(warnings: Sequence[Diagnostic]) -> None:
    """The diagnostics that do not stop the work."""
    tell_diagnostics(warnings, err=True)


def tell(done: Sequence[Delivered]) -> None:
    """Title, pages and files of every document, then the fonts of them all."""
    for item in done:
        if item.written:
            click.echo(f"《{item.title}》{_pages(item)}")
            tell_written(item.written)
    for line in dict.fromkeys(line for item in done if item.written for line in font_lines(item.fonts)):
        click.echo(f"  字体  {line}")


def _pages(item: Delivered) -> str:
    if item.is_workbook:
        return ""
    return " 页数未知（这台电脑没有可用的字体）" if item.pages is None else f" {item.pages} 页"


def tell_written(written: Sequence[Written]) -> None:
    """A line for every file: what became of it, where it is, where the one before it went."""
    for item in written:
        click.echo(f"  {item.outcome}  {item.path}")
        tell_backups([item])


def tell_backups(written: Sequence[Written]) -> None:
    """Where the files went that somebody had changed."""
    for item in written:
        if item.backup:
            click.echo(f"        原来的文件移到 {item.backup}")


def tell_remarks(done: Sequence[Delivered]) -> None:
    """What the reader of the files must know; what is true of several documents is said once."""
    said: dict[str, list[Delivered]] = {}
    for item in done:
        for text in dict.fromkeys(item.warnings) if item.written else ():
            said.setdefault(text, []).append(item)
    for text, items in said.items():
        whose = "" if len(done) == 1 else named(items) + ("：" if len(items) > 1 else "")
        click.echo(f"提醒：{whose}{text}", err=True)


def font_lines(report: FontReport | None) -> list[str]:
    """Every font name of a document with the font that stands for it, then lent and missing characters."""
    if report is None:
        return []
    uses = [f"{use.asked}：{use.family}{'（代用）' if use.substitute else ''}" for use in report.uses]
    return [*dict.fromkeys(uses), *report.shortcomings()]


def document_as_plain(item: Delivered) -> dict[str, Any]:
    """A document for `--json`: title, pages, files, fonts."""
    return {
        "title": item.title,
        "pages": item.pages,
        "files": [file_as_plain(file) for file in item.written],
        "fonts": [_font_as_plain(use, item.fonts) for use in (item.fonts.uses if item.fonts else ()) if item.fonts],
    }


def one_of_many_as_plain(item: Delivered) -> dict[str, Any]:
    """A document with what tells it from the others of its run."""
    return {**which(item), **document_as_plain(item)}


def file_as_plain(file: Written) -> dict[str, Any]:
    """A file for `--json`."""
    plain = {"path": str(file.path), "outcome": file.outcome.name.lower(), "bytes": file.size}
    return plain | ({"backup": str(file.backup)} if file.backup else {})


def warnings_as_plain(warnings: Sequence[Diagnostic], done: Sequence[Delivered]) -> list[dict[str, Any]]:
    """The data's diagnostics, then what the documents say, each sentence once."""
    return [item.as_dict() for item in warnings] + [{"severity": "warning", "found": text} for text in _remarks(done)]


def _remarks(done: Sequence[Delivered]) -> Iterator[str]:
    yield from dict.fromkeys(text for item in done if item.written for text in item.warnings)


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
