"""The way of the data, conducted: read, build, derive, compose, render, convert.

The steps do not know each other; this does. Nothing here prints, asks the clock or writes: the command line does.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from docgen import assets
from docgen.diagnostics import Diagnostic, Severity
from docgen.errors import DataError, MissingError, ResultError

if TYPE_CHECKING:
    from docgen.documents.composed import Composed
    from docgen.model.campaign import Campaign
    from docgen.pdf.convert import Converted
    from docgen.pdf.font_report import FontReport

log = logging.getLogger("docgen")

_UNDRAWN_REMEDY = "用 Word 另存 PDF，或改掉模板里的这一处"


def _unchanged(campaign: Campaign) -> Campaign:
    return campaign


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
) -> tuple[Campaign | None, Path, list[Diagnostic]]:
    """Steps 1 to 3: read the data, build the campaign, look for contradictions. All diagnostics, in reading order.

    `issue_date` takes the place of 成文日期; `change` is what the command line wants otherwise than the data. Both are
    made before the rules look, so that messages name the option and not a cell.
    """
    from docgen.intake.load import load
    from docgen.rules.consistency import inconsistencies

    log.info("读取 %s", data)
    loaded = load(data, issue_date=issue_date)
    found = list(loaded.diagnostics)

    log.info("检查 %s", loaded.path.name)
    if loaded.draft is not None:
        found += inconsistencies(change(loaded.draft), gaps=loaded.gaps)
    campaign = None if loaded.campaign is None else change(loaded.campaign)
    return campaign, loaded.path, sorted(dict.fromkeys(found), key=lambda item: (item.place, item.code))


def checked(data: Path, issue_date: date | None = None, change: Callable[[Campaign], Campaign] = _unchanged) -> Checked:
    """`examine`, or DataError with every fault."""
    campaign, path, found = examine(data, issue_date, change)
    errors = [item for item in found if item.severity is Severity.ERROR]
    if campaign is None or errors:
        raise DataError(f"数据有 {len(errors)} 处错误，没有生成文件", "按上面各条改好再运行", found)
    return Checked(campaign, path, tuple(found))


def read_template(name: str, own: Path | None = None) -> tuple[bytes, str]:
    """A template's bytes and its name for messages; the user's own file wins."""
    from docgen.output.atomic import read

    path = own or assets.folder("templates") / f"{name}.docx"
    if own is None and not path.is_file():
        raise MissingError(f"缺少模板 {path.name}", "运行 docgen template build，或重新安装 docgen")
    return read(path, "模板"), path.name


def produce(composed: Composed, *, template: Path | None = None, pdf: bool = True) -> Document:
    """Steps 5 and 6: render the Word file, read it again, lay it out and convert it, compare the two texts."""
    from docgen.pdf.font_report import FontReport
    from docgen.word.reread import body_text
    from docgen.word.template import compile_template

    data, name = read_template(composed.template, template)
    log.info("填写模板 %s", name)
    rendered = compile_template(data, name, known=composed.context).render(
        composed.context, author=composed.author, day=composed.day
    )
    title = rendered.title or composed.name
    said = body_text(rendered.data, title)
    log.info("排版《%s》", title)
    made = _laid_out(rendered.data, pdf)
    if made is None:
        return Document(title, rendered.data, None, None, FontReport(), ())
    if made.pdf is not None:
        _same_text(_without(said, made.fonts.missing), made.pdf, title)
    return Document(title, rendered.data, made.pdf, made.page_count, made.fonts, tuple(_warnings(made)))


def _warnings(made: Converted) -> Iterator[str]:
    """What the reader of the files must know: what the PDF shows otherwise than Word, and what nobody can show."""
    drawn = "PDF 里没有" if made.pdf is not None else "PDF 里不会"
    for feature, place in made.warnings:
        where = f"（{place}）" if place else ""
        yield f"{drawn}照 Word 画：{feature}{where}。改法：{_UNDRAWN_REMEDY}"
    yield from made.notes
    if made.fonts.missing:
        shown = "PDF 里印成方框" if made.pdf is not None else "这台电脑上显示成方框"
        yield f"各字体都缺的字：{made.fonts.missing}，{shown}"


def _laid_out(word: bytes, pdf: bool) -> Converted | None:
    """The PDF, or the pages alone; None where only the Word file is wanted and no font is there to count with."""
    from docgen.pdf.convert import convert, paginate

    if pdf:
        return convert(word)
    try:
        return paginate(word)
    except MissingError:
        return None


def _without(said: str, missing: str) -> str:
    """The text less the characters that no font has: the font report tells them."""
    return said.translate(dict.fromkeys(map(ord, missing)))


def _same_text(said: str, pdf: bytes, title: str) -> None:
    """Every character of the Word file is in the PDF."""
    from docgen.pdf.reread import first_missing

    index = first_missing(said, pdf)
    if index is not None:
        near = said[max(0, index - 10) : index + 10]
        raise ResultError(
            f"《{title}》的 PDF 里少了 Word 里的字，在“{near}”附近", "换一个字体，或用 --format word 只要 Word"
        )
