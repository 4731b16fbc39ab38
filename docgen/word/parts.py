"""A part with tags: compiled once, run for every document, its faults told at the paragraphs they come from."""

from __future__ import annotations

import logging
import re
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

from jinja2 import Template, TemplateSyntaxError, meta
from jinja2.exceptions import SecurityError
from jinja2.exceptions import TemplateError as JinjaError

from docgen.diagnostics import Diagnostic, Place
from docgen.errors import TemplateError
from docgen.word import limits, locating, naming
from docgen.word.collecting import Fault, Rendering, rendering
from docgen.word.environment import TemplateEnvironment, restrain
from docgen.word.finishing import PartFacts, facts_of
from docgen.word.marks import restored
from docgen.word.missing import NOT_ALLOWED
from docgen.word.preparing import finish_texts, prepared
from docgen.word.reasons import reason
from docgen.word.tags import TagParagraph, fault, part_name

log = logging.getLogger("docgen")


@dataclass(frozen=True, slots=True)
class Part:
    """A part with tags: the compiled template, its source's lines, the names it uses and what it wants of each."""

    facts: PartFacts
    source: bytes
    template: Template
    lines: list[str]
    names: frozenset[str]
    wanted: Mapping[str, tuple[str, ...]]
    holders: tuple[TagParagraph, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A part filled in: its XML, the faults found on the way, and what was placed in it."""

    xml: str
    faults: list[Fault]
    state: Rendering


def compiled_part(
    part: str,
    xml: bytes,
    name: str,
    environment: TemplateEnvironment,
    holders: list[TagParagraph],
    titles: tuple[str, ...],
) -> Part:
    """Compile a part of the template `name`. Raises TemplateError where its tags cannot be read together."""
    source = prepared(xml)
    lines = source.split("\n")
    try:
        tree = environment.parse(source)
        names = meta.find_undeclared_variables(tree) - naming.guarded(tree) - set(environment.globals)
        wanted = naming.wanted(tree)
        finish_texts(tree)
        facts = facts_of(part, source, tree, titles)
        restrain(tree, environment)
        template = environment.from_string(tree)
    except TemplateSyntaxError as error:
        place = locating.place(name, part, lines, holders, error.lineno)
        raise template_error(name, [fault("TPL-005", place, f"标签读不懂（{reason(error)}）")]) from error
    except (SyntaxError, RecursionError, MemoryError, ValueError) as error:
        log.debug("%s: %s", part, error)
        deepest = _deepest(holders).place(name, part) if holders else Place(name, (), part_name(part))
        raise template_error(name, [fault("TPL-009", deepest, _TOO_DEEP)]) from error
    return Part(facts, xml, template, lines, frozenset(names), wanted, tuple(holders))


def _deepest(holders: Iterable[TagParagraph]) -> TagParagraph:
    """The paragraph where the most for and if are open."""
    depth, found = 0, []
    for holder in holders:
        depth += len(_OPENING.findall(holder.text)) - len(_CLOSING.findall(holder.text))
        found.append((depth, -holder.number, holder))
    return max(found)[2]


def run(part: Part, context: Mapping[str, Any]) -> Run:
    """Fill a part in; names used anywhere must exist, branch or not."""
    unknown = part.names - set(context)
    first = locating.first_uses(part.lines) if unknown else {}
    with rendering(context) as state:
        for name in sorted(unknown):
            line = first.get(name)
            remedy = naming.remedy(name, list(context), part.wanted.get(name, ()))
            state.faults[Fault("TPL-007", naming.told(name), line, name, remedy)] = None
        try:
            xml = limits.part_of(partial(_pieces, part.template, context))
        except _FAILURES as error:
            state.faults[Fault("TPL-009", _told(error), locating.error_line(error))] = None
            xml = ""
    # A name that is unknown altogether is told once, at its first place.
    unique: dict[tuple[str, str, str | int | None], Fault] = {}
    for item in state.faults:
        unique.setdefault((item.code, item.found, item.name if item.name in unknown else item.line), item)
    return Run(restored(xml), list(unique.values()), state)


def _pieces(template: Template, context: Mapping[str, Any]) -> Generator[str, None, None]:
    """The pieces of a rendering, from the compiled code itself: what it raises is told by us, not by Jinja."""
    return cast(
        Generator[str, None, None], template.root_render_func(template.new_context(cast(dict[str, Any], context)))
    )


def diagnostics(part: Part, template: str, faults: Iterable[Fault]) -> list[Diagnostic]:
    """The faults of a part with their places, in reading order."""
    found = [_diagnostic(part, template, item) for item in faults]
    return sorted(found, key=lambda item: item.place.order)


def _diagnostic(part: Part, template: str, item: Fault) -> Diagnostic:
    holders, line = part.holders, item.line
    if item.name == "loop":  # in a for it is no fault: only one outside of all is meant
        holders, line = naming.outside_for(holders), None
    place = locating.place(template, part.facts.name, part.lines, holders, line, item.name)
    return fault(item.code, place, item.found, remedy=item.remedy)


def template_error(name: str, found: Iterable[Diagnostic]) -> TemplateError:
    """The error that tells every fault of a template."""
    items = list(dict.fromkeys(found))
    return TemplateError(f"模板 {name} 有 {len(items)} 处错误", "按下面各条改好模板再试", items)


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
