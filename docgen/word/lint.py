"""Lint: every fault of a Word template, found without data, all at once.

The tags are checked as they are before rendering; the names and what is done with them, against the names of a kind
of document; what Word or its writer have left in the file, part by part.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from lxml import etree

from docgen.diagnostics import Diagnostic, Place
from docgen.opening.office import open_word
from docgen.word import lint_package, lint_places, naming
from docgen.word.environment import TemplateEnvironment
from docgen.word.fields import Field
from docgen.word.finishing import BODY
from docgen.word.lint_names import misused
from docgen.word.package import read_parts
from docgen.word.part_trees import part_tree
from docgen.word.tags import FILLED, TagParagraph, fault, faults, part_name, tag_paragraphs, unfilled

_BROKEN = frozenset({"TPL-001", "TPL-002", "TPL-005", "TPL-006", "TPL-010"})
"""Faults after which it cannot be said what belongs to which loop."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a part is held against: the template's name in messages, the names of the data, the styles that hide."""

    template: str
    names: Mapping[str, Field]
    hidden_styles: Collection[str]


def lint(data: bytes, name: str, names: Mapping[str, Field]) -> list[Diagnostic]:
    """The faults of a .docx as a template, in reading order; `names` are those that it may use.

    Raises FileError when it is no .docx at all.
    """
    parts = _parts(data, name)
    wanted = _Wanted(name, names, lint_places.hidden_styles(parts.get("word/styles.xml", b"")))
    found = [item for part in _ordered(parts) for item in _of_part(part, parts[part], wanted)]
    return in_order([*found, *lint_package.faults(parts, name)])


def _parts(data: bytes, name: str) -> dict[str, bytes]:
    """The parts, those included for which the template would be refused."""
    opened = open_word(data, name, macros=True)
    parts = {part: opened.read(part) for part in opened}
    return parts if BODY in parts else read_parts(data, name)


def in_order(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Diagnostics part by part, the body first, then in the order of the paragraphs; equal ones once."""
    items = list(dict.fromkeys(found))
    sections = list(dict.fromkeys([part_name("document"), *(item.place.section for item in items)]))
    return sorted(items, key=lambda item: (sections.index(item.place.section), not item.place.order, item.place.order))


def _ordered(parts: Iterable[str]) -> list[str]:
    """The body, then the other parts that are filled, then the rest."""
    return sorted(parts, key=lambda part: (part != BODY, FILLED.fullmatch(part) is None, part))


def _of_part(part: str, xml: bytes, wanted: _Wanted) -> Iterator[Diagnostic]:
    if not part.endswith(".xml"):
        return
    try:
        root = part_tree(xml)
    except etree.XMLSyntaxError:
        yield fault("TPL-028", Place(wanted.template, (), part_name(part)), f"{part} 不是正确的 XML")
        return
    if FILLED.fullmatch(part):
        yield from _of_text(part, xml, root, wanted)
    else:
        yield from unfilled(xml, wanted.template, part)
        yield from lint_places.unfilled_comments(root, wanted.template, part)


def _of_text(part: str, xml: bytes, root: etree._Element, wanted: _Wanted) -> Iterator[Diagnostic]:
    """A part that is filled: its tags, then what stands where nobody looks."""
    template = wanted.template
    copies = lint_places.fallback_copies(root)
    holders = [holder for holder in tag_paragraphs(xml) if holder.number not in copies]
    tags = [*_outside_rows(holders, template, part), *faults(holders, template, part, _environment())]
    yield from tags
    yield from naming.unknown(holders, template, part, _environment(), wanted.names)
    if not _BROKEN & {item.code for item in tags}:
        yield from misused(holders, template, part, _environment(), wanted.names)
    yield from lint_places.out_of_sight(root, template, part, wanted.hidden_styles)


def _outside_rows(holders: Iterable[TagParagraph], template: str, part: str) -> Iterator[Diagnostic]:
    """Row tags where there is no row."""
    for holder in holders:
        if holder.row_text is None and (tag := lint_places.row_tag(holder.text)):
            yield fault("TPL-018", holder.place(template, part), f"“{tag}”不在表格里")


@cache
def _environment() -> TemplateEnvironment:
    return TemplateEnvironment()
