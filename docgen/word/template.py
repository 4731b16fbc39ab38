"""Word templates: compiled once, rendered many times.

docxtpl prepares a part's XML for Jinja (tags that Word has cut into runs, paragraph and row tags); all the rest is done
here: checks before compiling, strict names, escaping, newlines as paragraphs, the same bytes for the same data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from jinja2 import Template, TemplateSyntaxError, meta, nodes
from jinja2.exceptions import SecurityError
from jinja2.exceptions import TemplateError as JinjaError
from lxml import etree

from docgen.diagnostics import Diagnostic, closest
from docgen.errors import TemplateError
from docgen.word import containers, locating, paragraphs, properties, trailing
from docgen.word.collecting import Fault, rendering
from docgen.word.environment import TemplateEnvironment, strict_joins
from docgen.word.marks import restored, unescaped
from docgen.word.missing import NOT_ALLOWED
from docgen.word.package import read_parts, write_parts
from docgen.word.tags import TagParagraph, fault, faults, part_name, reason, tag_paragraphs, unfilled

_TEMPLATED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_PARAGRAPH_START = re.compile(r"<w:p([ >])")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A rendered document: its bytes, and its title as it stands on the page ("" when no paragraph is a title)."""

    data: bytes
    title: str


@dataclass(frozen=True, slots=True)
class _Part:
    """A part with tags: the compiled template, its source's lines, the names it uses."""

    name: str
    template: Template
    lines: list[str]
    names: frozenset[str]
    holders: tuple[TagParagraph, ...]


class CompiledTemplate:
    """A template ready to be rendered any number of times. Made by `compile_template`."""

    def __init__(self, name: str, plain: dict[str, bytes], parts: list[_Part]) -> None:
        self.name = name
        self._plain = plain
        self._parts = parts

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
        title = ""
        for part in self._parts:
            xml, errors = _run(part, context)
            found += sorted((self._diagnostic(part, item) for item in errors), key=lambda item: item.place.order)
            if found:
                continue
            root = self._parsed(part, xml)
            if part.name == "word/document.xml":
                trailing.drop_empty_section(root)
                title = properties.title_of(root, self._plain.get("word/styles.xml", b""))
            done[part.name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        if found:
            raise _template_error(self.name, found)
        core = properties.core_xml(title, author, datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None)
        return Rendered(write_parts(properties.with_properties(self._plain | done, core)), title)

    def _parsed(self, part: _Part, xml: str) -> etree._Element:
        try:
            root = etree.fromstring(
                xml.encode(), etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
            )
        except etree.XMLSyntaxError as error:
            raise TemplateError(
                f"{self.name} 的{part_name(part.name)}填入数据后不是完好的 Word 内容（{error.msg}）",
                "检查模板里跨段落、跨单元格的 if 和 for",
            ) from error
        if paragraphs.has_marks(xml):
            paragraphs.carry_out(root)
        containers.complete(root)
        return root

    def _diagnostic(self, part: _Part, item: Fault) -> Diagnostic:
        place = locating.place(self.name, part.name, part.lines, part.holders, item.line, item.name)
        remedy = f"是不是“{item.meant}”？" if item.meant else ""
        return fault(item.code, place, item.found, remedy=remedy)


def compile_template(data: bytes, name: str) -> CompiledTemplate:
    """Check and compile a .docx; `name` is said in messages. Raises TemplateError with every fault found."""
    everything = read_parts(data, name)
    environment = _environment()
    found: list[Diagnostic] = []
    tagged: dict[str, list[TagParagraph]] = {}
    for part, xml in everything.items():
        if not _TEMPLATED.fullmatch(part):
            found += unfilled(xml, name, part)
            continue
        holders = _holders(xml, name, part)
        if holders or part == "word/document.xml":
            found += faults(holders, name, part, environment)
            tagged[part] = holders
    if found:
        raise _template_error(name, found)
    parts = [_compiled(part, everything[part], name, environment, holders) for part, holders in tagged.items()]
    return CompiledTemplate(name, {key: value for key, value in everything.items() if key not in tagged}, parts)


def _holders(xml: bytes, name: str, part: str) -> list[TagParagraph]:
    remedy = "用 Word 打开模板后另存一份再试"
    if b"<!DOCTYPE" in xml:
        raise TemplateError(f"{name} 的{part_name(part)}里有 Word 不会写的 DOCTYPE", remedy)
    try:
        return tag_paragraphs(xml)
    except etree.XMLSyntaxError as error:
        raise TemplateError(f"{name} 的{part_name(part)}已经损坏（{error.msg}）", remedy) from error


def _compiled(part: str, xml: bytes, name: str, environment: TemplateEnvironment, holders: list[TagParagraph]) -> _Part:
    source = _PARAGRAPH_START.sub(r"\n<w:p\1", _prepared(xml))
    lines = source.split("\n")
    try:
        tree = environment.parse(source)
        names = meta.find_undeclared_variables(tree) - _guarded(tree) - set(environment.globals)
        strict_joins(tree, environment)
        template = environment.from_string(tree)
    except TemplateSyntaxError as error:
        place = locating.place(name, part, lines, holders, error.lineno)
        raise _template_error(name, [fault("TPL-005", place, f"标签读不懂（{reason(error)}）")]) from error
    return _Part(part, template, lines, frozenset(names), tuple(holders))


def _prepared(xml: bytes) -> str:
    """The part's XML as docxtpl makes it understandable to Jinja."""
    from docxtpl import DocxTemplate

    # The serialisation that docxtpl works on: without declaration, entities resolved.
    root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    text = etree.tostring(root, encoding="unicode")
    prepared: str = DocxTemplate.patch_xml(DocxTemplate.__new__(DocxTemplate), text)
    # docxtpl turns some entities inside tags back into characters, not all.
    return _TAG.sub(lambda match: unescaped(match[0]), prepared)


def _guarded(tree: nodes.Template) -> set[str]:
    """Names that the template itself asks about (`is defined`, `default`): their absence is foreseen."""
    tests = [node.node for node in tree.find_all(nodes.Test) if node.name in ("defined", "undefined")]
    filters = [node.node for node in tree.find_all(nodes.Filter) if node.name in ("default", "d")]
    return {node.name for node in (*tests, *filters) if isinstance(node, nodes.Name)}


def _run(part: _Part, context: Mapping[str, Any]) -> tuple[str, list[Fault]]:
    """The rendered XML and the faults of the rendering; names used anywhere must exist, taken branch or not."""
    unknown = part.names - set(context)
    with rendering(context) as state:
        for name in sorted(unknown):
            line = locating.first_use(part.lines, name)
            state.faults[Fault("TPL-007", f"“{name}”在数据里没有", line, name, closest(name, list(context)))] = None
        try:
            xml = part.template.render(context)
        except _FAILURES as error:
            state.faults[Fault("TPL-009", _told(error), locating.error_line(error))] = None
            xml = ""
    # A name that is unknown altogether is told once, at its first place.
    unique: dict[tuple[str, str, str | int | None], Fault] = {}
    for item in state.faults:
        unique.setdefault((item.code, item.found, item.name if item.name in unknown else item.line), item)
    return restored(xml.replace("\n<w:p", "<w:p")), list(unique.values())


_FAILURES = (JinjaError, ArithmeticError, TypeError, ValueError, LookupError, AttributeError, RecursionError)


def _told(error: Exception) -> str:
    """What went wrong in a tag, in Chinese; the error's own words are for programmers."""
    if isinstance(error, SecurityError):
        return NOT_ALLOWED
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
