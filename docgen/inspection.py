"""Inspection: a Word template looked at without data, as a template, as a Word file, and as the PDF that it will be."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.diagnostics import Diagnostic, Place, Severity
from docgen.errors import DocgenError, MissingError, TemplateError
from docgen.vocabulary import Vocabulary, every_name, kind_of_file, vocabulary
from docgen.word.lint import in_order, lint
from docgen.word.tags import fault

if TYPE_CHECKING:
    from docgen.pdf.typefaces.font_report import FontReport

_NUMBER = re.compile(r"第(\d+)段")
_STORIES = ("正文", "页眉", "页脚", "脚注", "尾注")
_REFUSED = frozenset({"TPL-021", "TPL-022", "TPL-023"})
"""What nobody reads further for."""
_REVISED = "修订"
"""How the reader calls what the template's own check tells better."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """What was found in a template; `kind` is the kind of document whose names it was held against, "" for all."""

    kind: str
    diagnostics: tuple[Diagnostic, ...]


def inspect(data: bytes, name: str, kind: str = "", fonts: tuple[Path, ...] = ()) -> Inspected:
    """Everything that can be said of a template; `kind` "" is guessed by its file name.

    Raises FileError when it is no .docx.
    """
    known = kind or kind_of_file(name)
    words = vocabulary(known) if known else every_name()
    found = lint(data, name, words.names)
    if not any(item.severity is Severity.ERROR for item in found):
        found += _tried(data, name, words)
    if not any(item.code in _REFUSED and item.severity is Severity.ERROR for item in found):
        found += _laid_out(data, name, fonts)
    return Inspected(known, tuple(in_order(found)))


def _tried(data: bytes, name: str, words: Vocabulary) -> list[Diagnostic]:
    """What compiling the template, and filling it with the example's data, tells: a fault there is a fault anywhere."""
    from docgen.word.template import compile_template

    found: dict[Diagnostic, None] = {}
    try:
        compiled = compile_template(data, name, known=words.names)
    except TemplateError as error:
        return _told(error, name)
    for sample in words.samples:
        try:
            compiled.render(_drawn(sample))
        except TemplateError as error:
            found |= dict.fromkeys(_told(error, name))
    return list(found)


def _told(error: DocgenError, name: str) -> list[Diagnostic]:
    return list(error.diagnostics) or [fault("TPL-009", Place(name), error.message, remedy=error.remedy)]


def _drawn(sample: Mapping[str, Any]) -> dict[str, Any]:
    """Data with a small picture in the place of every chart."""
    from docgen.model.charts import RateChart, TrendChart
    from docgen.model.pictures import Picture

    picture = Picture(_png(), 2, 1, "图")
    return {key: picture if isinstance(value, TrendChart | RateChart) else value for key, value in sample.items()}


def _png() -> bytes:
    """A white picture of two pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = (2).to_bytes(4, "big") + (1).to_bytes(4, "big") + bytes((8, 0, 0, 0, 0))
    pixels = zlib.compress(bytes((0, 255, 255)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def _laid_out(data: bytes, name: str, fonts: tuple[Path, ...]) -> Iterator[Diagnostic]:
    """What the PDF will not show as Word does, and the fonts that this machine lacks."""
    from docgen.pdf.convert import machine_fonts, paginate

    try:
        made = paginate(data, machine_fonts(fonts))
    except MissingError as error:
        yield _warned("TPL-027", Place(name, (), _FONTS), error.message, error.remedy)
        return
    except DocgenError as error:  # whoever reads the file for the PDF asks for more than a template needs
        yield replace(fault("TPL-028", Place(name), error.message, remedy=error.remedy), severity=Severity.WARNING)
        return
    for feature, where in made.warnings:
        if not feature.startswith(_REVISED):
            yield _warned("TPL-026", _placed(name, where), f"PDF 不照 Word 画：{feature}")
    yield from _fonts(made.fonts, name)


_FONTS = "字体"


def _fonts(report: FontReport, name: str) -> Iterator[Diagnostic]:
    place = Place(name, (), _FONTS)
    for asked, family in dict.fromkeys((use.asked, use.family) for use in report.uses if use.substitute):
        yield _warned("TPL-027", place, f"没有“{asked}”，用 {family} 代替")
    for line in report.shortcomings():
        yield _warned("TPL-027", place, line)


def _placed(name: str, where: str) -> Place:
    """A place of the layout as a place of the template, among those of the same part."""
    section = next((story for story in _STORIES if where.startswith(story)), _STORIES[0])
    number = _NUMBER.search(where)
    return Place(name, (int(number[1]),) if number else (), section, where.removeprefix(section).strip() or where)


def _warned(code: str, place: Place, found: str, remedy: str = "") -> Diagnostic:
    return replace(fault(code, place, found, remedy=remedy), severity=Severity.WARNING)
