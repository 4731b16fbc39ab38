"""The way of the data, conducted: read, build, derive, compose, render, convert.

The steps do not know each other; this does. Nothing here prints, asks the clock or writes: the command line does.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen import assets
from docgen.diagnostics import Diagnostic, Severity
from docgen.errors import DataError, DocgenError, MissingError

if TYPE_CHECKING:
    from docgen.documents.composed import Composed
    from docgen.intake.load import Loaded
    from docgen.model.campaign import Campaign
    from docgen.model.guidance import Guidance
    from docgen.pdf.font_report import FontReport
    from docgen.pdf.wish import PdfWish
    from docgen.printing import Printed
    from docgen.word.template import CompiledTemplate

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


def read_template(name: str, own: Path | None = None) -> tuple[bytes, str]:
    """A template's bytes and its name for messages; the user's own file wins."""
    from docgen.output.atomic import read

    path = own or assets.folder("templates") / f"{name}.docx"
    if own is None and not path.is_file():
        raise MissingError(f"缺少模板 {path.name}", "运行 docgen template build，或重新安装 docgen")
    return read(path, "模板"), path.name


_POOL_FROM = 6  # documents: below, starting processes takes longer than they save
_OFFICE_BATCH = 50  # documents that wait for one call of LibreOffice


def produce_all(
    composed: Sequence[Composed], *, template: Path | None = None, pdf: PdfWish | None = None
) -> Iterator[Document]:
    """`produce` for several documents, in their order; many are shared among the machine's cores."""
    from docgen.pdf.wish import Engine

    if pdf is not None and pdf.engine is Engine.LIBREOFFICE:
        yield from _produce_by_office(composed, template, pdf)
        return
    cores = os.cpu_count() or 1
    if len(composed) < _POOL_FROM or cores == 1:
        yield from (produce(item, template=template, pdf=pdf) for item in composed)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Not forked: a copy of a process that has threads may hang.
    pool = ProcessPoolExecutor(min(cores, len(composed)), get_context("spawn"))
    try:
        yield from pool.map(partial(produce, template=template, pdf=pdf), composed, chunksize=2)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def produce(composed: Composed, *, template: Path | None = None, pdf: PdfWish | None = None) -> Document:
    """Steps 5 and 6: render the Word file, read it again, lay it out and convert it, compare the two texts.

    Without a wish for a PDF only the pages are counted.
    """
    from docgen.printing import printed

    filled = _filled(composed, template)
    log.info("排版《%s》", filled.title)
    return _document(filled, printed(filled.word, filled.title, pdf, filled.said))


def _produce_by_office(composed: Sequence[Composed], template: Path | None, pdf: PdfWish) -> Iterator[Document]:
    """Word files first, then one call of LibreOffice for many of them."""
    from docgen.printing import printed_all

    for first in range(0, len(composed), _OFFICE_BATCH):
        filled = [_filled(item, template) for item in composed[first : first + _OFFICE_BATCH]]
        log.info("LibreOffice 转换 %s 份", len(filled))
        made = printed_all([(item.title, item.word) for item in filled], pdf, [item.said for item in filled])
        for item, outcome in zip(filled, made, strict=True):
            if isinstance(outcome, DocgenError):
                raise outcome
            yield _document(item, outcome)


@dataclass(frozen=True, slots=True)
class _Filled:
    """A Word file just rendered: its title, its bytes, the text it says, what is to be told about its charts."""

    title: str
    word: bytes
    said: str
    notes: tuple[str, ...]


def _filled(composed: Composed, template: Path | None) -> _Filled:
    from docgen.word.reread import body_text

    data, name = read_template(composed.template, template)
    log.info("填写模板 %s", name)
    drawn, notes = _drawn(composed.context)
    rendered = _compiled(data, name, drawn).render(drawn, author=composed.author, day=composed.day)
    title = rendered.title or composed.name
    return _Filled(title, rendered.data, body_text(rendered.data, title), notes)


def _document(filled: _Filled, made: Printed) -> Document:
    return Document(filled.title, filled.word, made.pdf, made.pages, made.fonts, (*filled.notes, *made.warnings))


_COMPILED: dict[bytes, CompiledTemplate] = {}
_MOST_COMPILED = 32


def _compiled(data: bytes, name: str, context: Mapping[str, Any]) -> CompiledTemplate:
    """The template, compiled once for all documents that are made from it."""
    from docgen.word.template import compile_template

    key = sha256(name.encode() + data).digest()
    if key not in _COMPILED:
        if len(_COMPILED) >= _MOST_COMPILED:
            _COMPILED.clear()
        _COMPILED[key] = compile_template(data, name, known=context)
    return _COMPILED[key]


def _drawn(context: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The context with its charts drawn, and what is to be told about them."""
    from docgen.model.charts import Chart

    charts = {name: value for name, value in context.items() if isinstance(value, Chart)}
    if not charts:
        return dict(context), ()
    from docgen.charts.draw import characters, draw
    from docgen.pdf.chart_fonts import chart_font

    pictures: dict[str, Any] = {}
    notes: dict[str, None] = {}
    for name, chart in charts.items():
        try:
            font = chart_font(characters(chart))
            pictures[name] = draw(chart, font)
        except MissingError as error:
            pictures[name] = ""
            notes[f"没有画图：{error.message}。改法：{error.remedy}"] = None
            continue
        if font.missing:
            notes[f"图里各字体都缺的字：{font.missing}，印成方框"] = None
    return dict(context) | pictures, tuple(notes)
