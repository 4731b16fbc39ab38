"""Word templates: compiled once, rendered many times.

docxtpl prepares a part's XML for Jinja (tags that Word has cut into runs, paragraph and row tags); all the rest is done
here: checks before compiling, strict names, escaping, newlines as paragraphs, the same bytes for the same data. What
only docxtpl can do is handed over to it, checked by us first.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from lxml import etree

from docgen.diagnostics import Diagnostic
from docgen.errors import TemplateError
from docgen.word import handover, naming, properties
from docgen.word.environment import TemplateEnvironment
from docgen.word.finishing import BODY, NotWellFormed, finished
from docgen.word.media import Media
from docgen.word.package import Carried, carried, packed, write_parts
from docgen.word.parts import Part, Run, compiled_part, diagnostics, run, template_error
from docgen.word.reviewed import reviewed
from docgen.word.tags import FILLED, TagParagraph, faults, part_name, tag_paragraphs, unfilled
from docgen.zipped import QUICK, SMALL, member

log = logging.getLogger("docgen")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A rendered document: its bytes, and its title as it stands on the page ("" when no paragraph is a title)."""

    data: bytes
    title: str


class CompiledTemplate:
    """A template ready to be rendered any number of times. Made by `compile_template`.

    `hands_over`: it has tags that only docxtpl can carry out, so every document is made by docxtpl.
    `notes`: what no document gets of it, and what they all get without anybody having typed it.
    """

    def __init__(
        self,
        name: str,
        plain: dict[str, bytes],
        parts: list[Part],
        *,
        hands_over: bool = False,
        notes: tuple[str, ...] = (),
    ) -> None:
        self.name = name
        self.notes = notes
        self.hands_over = hands_over
        self._parts = parts
        sources = {part.facts.name: part.source for part in parts}
        self._all = plain | sources
        static, self._core = properties.with_room_for_core(plain)
        self._static = {key: member(key, data, SMALL) for key, data in static.items()}

    @property
    def names(self) -> frozenset[str]:
        """The names of the data that the template uses."""
        return frozenset().union(*(part.names for part in self._parts))

    def render(
        self, context: Mapping[str, Any], *, author: str = "", day: date | None = None, document: Any = None
    ) -> Rendered:
        """Render with plain data (dict, list, str, numbers, dates).

        `author` and `day` become the document's properties; nothing of the machine does. Raises TemplateError with a
        diagnostic for every missing name, all at once. `document` is docxtpl's own object of this template, where
        pictures or links of the data were made with it or it is to replace some: docxtpl then renders.
        """
        runs = [(part, run(part, context)) for part in self._parts]
        if found := [item for part, done in runs for item in diagnostics(part, self.name, done.faults)]:
            raise template_error(self.name, found)
        objects = [item for _, done in runs for item in done.state.objects]
        moment = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None
        if objects or self.hands_over or handover.wants_replacements(document):
            return self._handed_over(context, document, objects, author, moment)
        done, title = self._finished(runs)
        done[self._core] = properties.core_xml(title, author, moment)
        # Quickly, as Word itself does: deflating would take longer than all the rest.
        return Rendered(packed(self._static | {key: member(key, data, QUICK) for key, data in done.items()}), title)

    def _finished(self, runs: list[tuple[Part, Run]]) -> tuple[dict[str, bytes], str]:
        """The parts that are not those of the template, and the title."""
        done: dict[str, bytes] = {}
        media, title = Media(self._all), ""
        for part, filled in runs:
            try:
                done[part.facts.name], said = finished(filled.xml, part.facts, filled.state.pictures, media)
            except NotWellFormed as error:
                raise self._cut(part.facts.name, error) from error
            title = title or said
        return done | media.added(), title

    def _cut(self, part: str, error: NotWellFormed) -> TemplateError:
        log.debug("%s: %s", part, error)
        return TemplateError(
            f"{self.name} 的{part_name(part)}填入数据后不是完好的 Word 内容", "检查模板里跨段落、跨单元格的 if 和 for"
        )

    def _handed_over(
        self, context: Mapping[str, Any], document: Any, objects: list[Any], author: str, moment: datetime | None
    ) -> Rendered:
        own = write_parts(self._all | {self._core: properties.core_xml("", "", None)})
        order = handover.Order(self.name, own, [part.facts for part in self._parts], document)
        parts, title = handover.rendered(order, context, objects)
        static, core = properties.with_room_for_core(parts)
        return Rendered(write_parts(static | {core: properties.core_xml(title, author, moment)}), title)


def compile_template(data: bytes, name: str, *, known: Collection[str] = ()) -> CompiledTemplate:
    """Check and compile a .docx; `name` is said in messages. Raises TemplateError with every fault found.

    `known` are the names of the data, where the caller has them: what a faulty template names beyond them is told at
    once and not on the next run. A template without faults is checked against the data when it is rendered.
    """
    taken = carried(data, name)
    everything = taken.parts
    environment = _environment()
    found: list[Diagnostic] = []
    tagged: dict[str, list[TagParagraph]] = {}
    for part, xml in everything.items():
        if not FILLED.fullmatch(part):
            found += unfilled(xml, name, part)
            continue
        holders = _holders(xml, name, part)
        if holders or part == BODY:
            found += faults(holders, name, part, environment)
            tagged[part] = holders
    if found:
        raise template_error(name, _with_unknown(found, tagged, name, environment, known))
    titles = properties.title_styles(everything.get("word/styles.xml", b""))
    parts = [
        compiled_part(part, everything[part], name, environment, holders, titles) for part, holders in tagged.items()
    ]
    plain = {key: value for key, value in everything.items() if key not in tagged}
    beyond_us = any(handover.LEVELS.search(holder.text) for holders in tagged.values() for holder in holders)
    return CompiledTemplate(name, plain, parts, hands_over=beyond_us, notes=tuple(_notes(taken, name)))


def _notes(taken: Carried, name: str) -> Iterator[str]:
    """What whoever uses the template must know of it."""
    yield from (f"模板 {name} 里的{item}没有带进文件" for item in taken.left_out)
    for part, count in reviewed(taken.parts):
        where = f"（{part_name(part)}）" if FILLED.fullmatch(part) else ""
        yield (
            f"模板 {name} 里有 {count}{where}，会连同留下的人的姓名带进每一份文件；"
            "在 Word 的“审阅”里删除批注，接受或拒绝修订，再用这个模板"
        )


def _with_unknown(
    found: list[Diagnostic],
    tagged: Mapping[str, list[TagParagraph]],
    name: str,
    environment: TemplateEnvironment,
    known: Collection[str],
) -> list[Diagnostic]:
    """The faults with the unknown names of each part, in reading order: part by part, paragraph by paragraph."""
    if known:
        for part, holders in tagged.items():
            found += naming.unknown(holders, name, part, environment, known)
    sections = list(dict.fromkeys([*map(part_name, tagged), *(item.place.section for item in found)]))
    return sorted(found, key=lambda item: (sections.index(item.place.section), item.place.order))


def _holders(xml: bytes, name: str, part: str) -> list[TagParagraph]:
    remedy = "用 Word 打开模板后另存一份再试"
    if b"<!DOCTYPE" in xml:
        raise TemplateError(f"{name} 的{part_name(part)}里有 Word 不会写的 DOCTYPE", remedy)
    try:
        return tag_paragraphs(xml)
    except etree.XMLSyntaxError as error:
        log.debug("%s: %s", part, error)
        raise TemplateError(f"{name} 的{part_name(part)}已经损坏", remedy) from error


@cache
def _environment() -> TemplateEnvironment:
    return TemplateEnvironment()
