"""Filling: a composed document → its Word file, with charts drawn, by a template that is compiled once."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from docgen import assets
from docgen.errors import MissingError

if TYPE_CHECKING:
    from docgen.documents.composed import Composed
    from docgen.word.template import CompiledTemplate

log = logging.getLogger("docgen")


class Template(NamedTuple):
    """A Word template as it stands in its file; `name` is said in messages."""

    data: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A Word file just rendered: title, bytes, the text it says, what is to be told about its template and charts."""

    title: str
    word: bytes
    said: str
    notes: tuple[str, ...]


def read_template(name: str, own: Path | None = None) -> Template:
    """The template of a kind of document; the user's own file wins."""
    from docgen.output.atomic import read

    path = own or assets.folder("templates") / f"{name}.docx"
    if own is None and not path.is_file():
        raise MissingError(f"缺少模板 {path.name}", "运行 docgen template build，或重新安装 docgen")
    return Template(read(path, "模板"), path.name)


def filled(composed: Composed, template: Template) -> Filled:
    """Render the Word file and read it again. Raises TemplateError and ResultError."""
    from docgen.word.reread import body_text

    log.info("填写模板 %s", template.name)
    drawn, notes = with_charts_drawn(composed.context)
    compiled = _compiled(template, drawn)
    rendered = compiled.render(drawn, author=composed.author, day=composed.day)
    title = rendered.title or composed.name
    return Filled(title, rendered.data, body_text(rendered.data, title), (*compiled.notes, *notes))


_COMPILED: dict[bytes, CompiledTemplate] = {}
_MOST_COMPILED = 32


def _compiled(template: Template, context: Mapping[str, Any]) -> CompiledTemplate:
    """The template, compiled once for all documents that are made from it."""
    from docgen.word.template import compile_template

    key = sha256(template.name.encode() + template.data).digest()
    if key not in _COMPILED:
        if len(_COMPILED) >= _MOST_COMPILED:
            _COMPILED.clear()
        _COMPILED[key] = compile_template(template.data, template.name, known=context)
    return _COMPILED[key]


def with_charts_drawn(context: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The context with its charts drawn, and what is to be told about them."""
    from docgen.model.charts import Chart

    charts = {name: value for name, value in context.items() if isinstance(value, Chart)}
    if not charts:
        return dict(context), ()
    from docgen.charts.draw import characters, draw
    from docgen.pdf.typefaces.chart_fonts import chart_font

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
