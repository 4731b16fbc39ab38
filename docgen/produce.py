"""The way of the data, conducted: read, build, derive, compose, render, convert.

The steps do not know each other; this does. Nothing here prints, asks the clock or writes: the command line does.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.diagnostics import Diagnostic, Severity
from docgen.errors import DataError
from docgen.filling import Filled, filled, read_template
from docgen.pdf.wish import PLAIN, PdfWish

if TYPE_CHECKING:
    from docgen.documents.composed import Composed
    from docgen.intake.load import Loaded
    from docgen.model.campaign import Campaign
    from docgen.model.guidance import Guidance
    from docgen.pdf.typefaces.font_report import FontReport
    from docgen.printing import Printed

log = logging.getLogger("docgen")


def _unchanged(campaign: Campaign) -> Campaign:
    return campaign


@dataclass(frozen=True, slots=True)
class Examined:
    """What the data says, a campaign or a 指导意见 to be issued (None as soon as there is an error), and all faults."""

    root: Campaign | Guidance | None
    path: Path
    diagnostics: tuple[Diagnostic, ...]

    @property
    def errors(self) -> list[Diagnostic]:
        """The faults that stop the work."""
        return [item for item in self.diagnostics if item.severity is Severity.ERROR]


@dataclass(frozen=True, slots=True)
class Checked:
    """A campaign that may be rendered, and the warnings about it."""

    campaign: Campaign
    path: Path
    warnings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A rendered document: its title, its Word bytes, its PDF bytes (None when not asked for), pages, fonts, warnings.

    `pages` is None where a machine without fonts cannot count them.
    """

    title: str
    word: bytes
    pdf: bytes | None
    pages: int | None
    fonts: FontReport
    warnings: tuple[str, ...]


def examine(
    data: Path, issue_date: date | None = None, change: Callable[[Campaign], Campaign] = _unchanged
) -> Examined:
    """Steps 1 to 3: read the data, build it, look for contradictions. All diagnostics, in reading order.

    `issue_date` takes the place of 成文日期; `change` is what the command line wants otherwise than the data. Both are
    made before the rules look, so that messages name the option and not a cell.
    """
    from docgen.intake.load import load

    log.info("读取 %s", data)
    loaded = load(data, issue_date=issue_date)
    log.info("检查 %s", loaded.path.name)
    found = [*loaded.diagnostics, *_contradictions(loaded, change)]
    root = loaded.guidance if loaded.campaign is None else change(loaded.campaign)
    ordered = sorted(dict.fromkeys(found), key=lambda item: (item.place, item.code))
    return Examined(root, loaded.path, tuple(ordered))


def _contradictions(loaded: Loaded, change: Callable[[Campaign], Campaign]) -> list[Diagnostic]:
    from docgen.rules import consistency, guidance

    if loaded.draft is not None:
        return consistency.inconsistencies(change(loaded.draft), gaps=loaded.gaps)
    if loaded.guidance_draft is not None:
        return guidance.inconsistencies(loaded.guidance_draft, gaps=loaded.gaps)
    return []


def faultless(examined: Examined) -> Campaign | Guidance:
    """What the data says, or DataError with every fault."""
    errors = examined.errors
    if examined.root is None or errors:
        raise DataError(f"数据有 {len(errors)} 处错误，没有生成文件", "按上面各条改好再运行", examined.diagnostics)
    return examined.root


def checked(data: Path, issue_date: date | None = None, change: Callable[[Campaign], Campaign] = _unchanged) -> Checked:
    """`examine` of a campaign, or DataError with every fault."""
    from docgen.model.campaign import Campaign

    examined = examine(data, issue_date, change)
    campaign = faultless(examined)
    if not isinstance(campaign, Campaign):
        raise DataError(f"{examined.path.name} 是印发通知和指导意见的数据，没有督战的内容", "用 docgen notice 生成它")
    return Checked(campaign, examined.path, examined.diagnostics)


def produce(composed: Composed, *, template: Path | None = None, pdf: PdfWish | None = PLAIN) -> Document:
    """Steps 5 and 6: render the Word file, read it again, lay it out and convert it, compare the two texts.

    Without a wish for a PDF only the pages are counted.
    """
    return printed_document(filled(composed, read_template(composed.template, template)), pdf)


def printed_document(word: Filled, pdf: PdfWish | None) -> Document:
    """Step 6: the Word file with its PDF, or with its pages counted."""
    from docgen.printing import printed

    log.info("排版《%s》", word.title)
    return document(word, printed(word.word, word.title, pdf, word.said))


def document(word: Filled, made: Printed) -> Document:
    """A Word file and what was printed of it, as one."""
    return Document(word.title, word.word, made.pdf, made.pages, made.fonts, (*word.notes, *made.warnings))
