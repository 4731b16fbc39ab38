"""Delivered: a document of a run and what became of it, made now or told by the manifest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.batch.jobs import EXCEL, Made, Wanted
from docgen.errors import ChangedError, DocgenError
from docgen.output.entries import Entry
from docgen.output.files import Written

if TYPE_CHECKING:
    from docgen.pdf.typefaces.font_report import FontReport


_REPORTS = 256
"""Font reports kept for others that are equal: a batch of thousands has few that differ."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """A document and its files, or the error that kept them from being made or written.

    With both, a file of it (the PDF) is lacking. `standing` are all its files in the folder, written now or not.
    `made`: it was made in this run; `left_out`: nobody asked for it in this run, what is told stands from earlier ones.
    """

    wanted: Wanted
    title: str
    written: tuple[Written, ...] = ()
    standing: tuple[Path, ...] = ()
    pages: int | None = None
    fonts: FontReport | None = None
    warnings: tuple[str, ...] = ()
    error: DocgenError | None = None
    made: bool = False
    left_out: bool = False

    @property
    def kept(self) -> bool:
        """Whether it was left alone because somebody has changed it."""
        return isinstance(self.error, ChangedError)

    @property
    def is_workbook(self) -> bool:
        """Whether it is a workbook: it has no pages and no fonts."""
        return self.wanted.formats == (EXCEL,)

    def file(self, ending: str) -> Path | None:
        """Its file with this ending."""
        return next((path for path in self.standing if path.suffix == ending), None)


def told(wanted: Wanted, entry: Entry, written: tuple[Written, ...]) -> Delivered:
    """A document as its entry tells it."""
    fonts = None if wanted.formats == (EXCEL,) else font_report(entry.fonts)
    paths = tuple(item.path for item in written)
    return Delivered(wanted, entry.title, written, paths, entry.pages, fonts, entry.warnings)


def entry_of(wanted: Wanted, stem: str, made: Made) -> Entry:
    """What the manifest is to tell of a document, its files aside."""
    return Entry(
        inputs=wanted.inputs,
        printing=wanted.printing,
        word=made.word,
        stem=stem,
        title=made.title,
        template=wanted.template,
        pages=made.pages,
        fonts=plain_fonts(made.fonts),
        warnings=made.warnings,
    )


@lru_cache(maxsize=_REPORTS)
def plain_fonts(report: FontReport | None) -> Mapping[str, Any]:
    """The report as JSON has it; the same mapping for equal reports."""
    if report is None:
        return {}
    plain = asdict(report)
    return {name: [list(i) if isinstance(i, tuple) else i for i in value] if isinstance(value, tuple) else value
            for name, value in plain.items()}  # fmt: skip


def font_report(plain: Any) -> FontReport:
    """The report again, equal ones as one object; an empty one where it cannot be understood."""
    from docgen.pdf.typefaces.font_report import FontReport, FontUse

    try:
        return _shared(
            FontReport(
                tuple(FontUse(**use) for use in plain.get("uses", ())),
                tuple((asked, chars, family) for asked, chars, family in plain.get("replaced", ())),
                str(plain.get("missing", "")),
                tuple(plain.get("no_bold", ())),
            )
        )
    except (AttributeError, TypeError, ValueError):
        return FontReport()


@lru_cache(maxsize=_REPORTS)
def _shared(report: FontReport) -> FontReport:
    return report
