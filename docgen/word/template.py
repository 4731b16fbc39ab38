"""Word templates: compiled once, rendered many times.

docxtpl prepares a part's XML for Jinja (tags that Word has cut into runs, paragraph and row tags); all the rest is done
here: checks before compiling, strict names, escaping, newlines as paragraphs, the same bytes for the same data.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Generator, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, cast

from jinja2 import Template, TemplateSyntaxError, meta
from jinja2.exceptions import SecurityError
from jinja2.exceptions import TemplateError as JinjaError
from lxml import etree

from docgen.diagnostics import Diagnostic, Place
from docgen.errors import TemplateError
from docgen.word import limits, locating, naming, properties
from docgen.word.collecting import Fault, Placement, rendering
from docgen.word.environment import TemplateEnvironment, restrain
from docgen.word.finishing import BODY, NotWellFormed, PartFacts, facts_of, finished
from docgen.word.marks import restored, unescaped
from docgen.word.media import Media
from docgen.word.missing import NOT_ALLOWED
from docgen.word.package import packed, read_parts
from docgen.word.reasons import reason
from docgen.word.tags import TagParagraph, fault, faults, part_name, tag_paragraphs, unfilled
from docgen.zipped import member

log = logging.getLogger("docgen")

_TEMPLATED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_JOIN = re.compile(
    r"(<w:tcPr>(?:<w:(?:cnfStyle|tcW|gridSpan|hMerge)\b[^>]*/>)*)((?:(?!</w:tcPr>).)*)"
    r"(<w:vMerge w:val=\"{% if loop.first %}[^\"]*\"/>)(</w:tcPr>)",
    re.DOTALL,
)
_PARAGRAPH_START = re.compile(r"<w:p([ >])")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A rendered document: its bytes, and its title as it stands on the page ("" when no paragraph is a title)."""

    data: bytes
    title: str


@dataclass(frozen=True, slots=True)
class _Part:
    """A part with tags: the compiled template, its source's lines, the names it uses and what it wants of each."""

    facts: PartFacts
    source: bytes
    template: Template
    lines: list[str]
    names: frozenset[str]
    wanted: Mapping[str, tuple[str, ...]]
    holders: tuple[TagParagraph, ...]


class CompiledTemplate:
    """A template ready to be rendered any number of times. Made by `compile_template`."""

    def __init__(self, name: str, plain: dict[str, bytes], parts: list[_Part]) -> None:
        self.name = name
        self._parts = parts
        sources = {part.facts.name: part.source for part in parts}
        self._media_of = plain | sources
        static, self._core = properties.with_room_for_core(plain)
        self._static = {key: member(key, data) for key, data in static.items()}

    @property
    def names(self) -> frozenset[str]:
        """The names of the data that the template uses."""
        return frozenset().union(*(part.names for part in self._parts))

    def render(self, context: Mapping[str, Any], *, author: str = "", day: date | None = None) -> Rendered:
        """Render with plain data (dict, list, str, numbers, dates).

        `author` and `day` become the document's properties; nothing of the machine does. Raises TemplateError with a
        diagnostic for every missing name, all at once.
        """
        found: list[Diagnostic] = []
        done: dict[str, bytes] = {}
        media = Media(self._media_of)
        title = ""
        for part in self._parts:
            xml, errors, pictures = _run(part, context)
            found += sorted((self._diagnostic(part, item) for item in errors), key=lambda item: item.place.order)
            if found:
                continue
            done[part.facts.name], said = self._finished(part, xml, pictures, media)
            title = title or said
        if found:
            raise _template_error(self.name, found)
        moment = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None
        done[self._core] = properties.core_xml(title, author, moment)
        made = {key: member(key, data) for key, data in (done | media.added()).items()}
        return Rendered(packed(self._static | made), title)

    def _finished(self, part: _Part, xml: str, pictures: list[Placement], media: Media) -> tuple[bytes, str]:
        try:
            return finished(xml, part.facts, pictures, media)
        except NotWellFormed as error:
            log.debug("%s: %s", part.facts.name, error)
            raise TemplateError(
                f"{self.name} 的{part_name(part.facts.name)}填入数据后不是完好的 Word 内容",
                "检查模板里跨段落、跨单元格的 if 和 for",
            ) from error

    def _diagnostic(self, part: _Part, item: Fault) -> Diagnostic:
        holders, line = part.holders, item.line
        if item.name == "loop":  # in a for it is no fault: only one outside of all is meant
            holders, line = naming.outside_for(holders), None
        place = locating.place(self.name, part.facts.name, part.lines, holders, line, item.name)
        return fault(item.code, place, item.found, remedy=item.remedy)


def compile_template(data: bytes, name: str, *, known: Collection[str] = ()) -> CompiledTemplate:
    """Check and compile a .docx; `name` is said in messages. Raises TemplateError with every fault found.

    `known` are the names of the data, where the caller has them: what a faulty template names beyond them is told at
    once and not on the next run. A template without faults is checked against the data when it is rendered.
    """
    everything = read_parts(data, name)
    environment = _environment()
    found: list[Diagnostic] = []
    tagged: dict[str, list[TagParagraph]] = {}
    for part, xml in everything.items():
        if not _TEMPLATED.fullmatch(part):
            found += unfilled(xml, name, part)
            continue
        holders = _holders(xml, name, part)
        if holders or part == BODY:
            found += faults(holders, name, part, environment)
            tagged[part] = holders
    if found:
        raise _template_error(name, _with_unknown(found, tagged, name, environment, known))
    titles = properties.title_styles(everything.get("word/styles.xml", b""))
    parts = [_compiled(part, everything[part], name, environment, holders, titles) for part, holders in tagged.items()]
    return CompiledTemplate(name, {key: value for key, value in everything.items() if key not in tagged}, parts)


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


def _compiled(
    part: str,
    xml: bytes,
    name: str,
    environment: TemplateEnvironment,
    holders: list[TagParagraph],
    titles: tuple[str, ...],
) -> _Part:
    source = _PARAGRAPH_START.sub(r"\n<w:p\1", _prepared(xml))
    lines = source.split("\n")
    try:
        tree = environment.parse(source)
        names = meta.find_undeclared_variables(tree) - naming.guarded(tree) - set(environment.globals)
        wanted = naming.wanted(tree)
        facts = facts_of(part, source, tree, titles)
        restrain(tree, environment)
        template = environment.from_string(tree)
    except TemplateSyntaxError as error:
        place = locating.place(name, part, lines, holders, error.lineno)
        raise _template_error(name, [fault("TPL-005", place, f"标签读不懂（{reason(error)}）")]) from error
    except (SyntaxError, RecursionError, MemoryError, ValueError) as error:
        log.debug("%s: %s", part, error)
        deepest = _deepest(holders).place(name, part) if holders else Place(name, (), part_name(part))
        raise _template_error(name, [fault("TPL-009", deepest, _TOO_DEEP)]) from error
    return _Part(facts, xml, template, lines, frozenset(names), wanted, tuple(holders))


def _deepest(holders: Iterable[TagParagraph]) -> TagParagraph:
    """The paragraph where the most for and if are open."""
    depth, found = 0, []
    for holder in holders:
        depth += len(_OPENING.findall(holder.text)) - len(_CLOSING.findall(holder.text))
        found.append((depth, -holder.number, holder))
    return max(found)[2]


def _prepared(xml: bytes) -> str:
    """The part's XML as docxtpl makes it understandable to Jinja."""
    from docxtpl import DocxTemplate

    # The serialisation that docxtpl works on: without declaration, entities resolved.
    root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    text = etree.tostring(root, encoding="unicode")
    prepared: str = DocxTemplate.patch_xml(DocxTemplate.__new__(DocxTemplate), text)
    # docxtpl puts the join that `{% vm %}` makes behind all other properties of the cell, against the schema.
    prepared = _JOIN.sub(r"\1\3\2\4", prepared)
    # docxtpl turns some entities inside tags back into characters, not all.
    return _TAG.sub(lambda match: unescaped(match[0]), prepared)


def _run(part: _Part, context: Mapping[str, Any]) -> tuple[str, list[Fault], list[Placement]]:
    """The rendered XML, the faults of the rendering, the pictures; names used anywhere must exist, branch or not."""
    unknown = part.names - set(context)
    with rendering(context) as state:
        for name in sorted(unknown):
            line = locating.first_use(part.lines, name)
            remedy = naming.remedy(name, list(context), part.wanted.get(name, ()))
            state.faults[Fault("TPL-007", naming.told(name), line, name, remedy)] = None
        try:
            xml = limits.part_of(cast(Generator[str, None, None], part.template.generate(context)))
        except _FAILURES as error:
            state.faults[Fault("TPL-009", _told(error), locating.error_line(error))] = None
            xml = ""
    # A name that is unknown altogether is told once, at its first place.
    unique: dict[tuple[str, str, str | int | None], Fault] = {}
    for item in state.faults:
        unique.setdefault((item.code, item.found, item.name if item.name in unknown else item.line), item)
    return restored(xml), list(unique.values()), state.pictures


_FAILURES = (
    JinjaError,
    ArithmeticError,
    TypeError,
    ValueError,
    LookupError,
    AttributeError,
    RecursionError,
    MemoryError,
)
_NO_FILTER = re.compile(r"No (filter|test) named '(.+?)'")
_TOO_DEEP = "循环或括号套得太深"
_OPENING, _CLOSING = re.compile(r"\{%-?\s*(?:p|tr)?\s*(?:for|if)\b"), re.compile(r"\bend(?:for|if)\b")


def _told(error: Exception) -> str:
    """What went wrong in a tag, in Chinese; the error's own words are for programmers."""
    if isinstance(error, limits.TooMuch | MemoryError):
        return "要做的太多：得到的文字太长，或重复、循环的次数太多"
    if isinstance(error, SecurityError):
        return NOT_ALLOWED
    if named := _NO_FILTER.match(str(error)):
        return f"没有叫“{named[2]}”的{'过滤器' if named[1] == 'filter' else '判断'}"
    if isinstance(error, ZeroDivisionError):
        return "除数是 0"
    if isinstance(error, OverflowError):
        return "次数或数字太大"
    return "循环套得太深" if isinstance(error, RecursionError) else "值的种类不合，如拿文字当数来算"


def _template_error(name: str, found: Iterable[Diagnostic]) -> TemplateError:
    items = list(dict.fromkeys(found))
    return TemplateError(f"模板 {name} 有 {len(items)} 处错误", "按下面各条改好模板再试", items)


@cache
def _environment() -> TemplateEnvironment:
    return TemplateEnvironment()
