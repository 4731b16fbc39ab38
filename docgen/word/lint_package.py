"""Package: what a template carries beside its text and hands on to every document: macros, links, objects, comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml import etree

from docgen.diagnostics import Diagnostic, Place, Severity
from docgen.opening.outside import outside
from docgen.word.lint_places import COMMENTS
from docgen.word.tags import FILLED, fault, part_name

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CODES = (("宏", "TPL-021"), ("嵌入", "TPL-023"), ("控件", "TPL-023"), ("", "TPL-022"))
"""How the guard's words for what leads out begin → the code."""
_REVISIONS = (f"{_W}ins", f"{_W}del", f"{_W}moveFrom", f"{_W}moveTo")


def faults(parts: Mapping[str, bytes], template: str) -> Iterator[Diagnostic]:
    """What should not be in a template. What leads out is refused, or left out, when it is used."""
    for item in outside(parts):
        place = Place(template, (), part_name(item.part.removesuffix(".xml")) or "文件本身")
        if item.left:
            yield _warned("TPL-030", place, f"有{item}")
            continue
        code = next(code for start, code in _CODES if item.what.startswith(start))
        yield fault(code, place, f"有{item}")
    for part, xml in parts.items():
        if part == COMMENTS and (count := _count(xml, f"{_W}comment")):
            yield _warned("TPL-024", Place(template, (), part_name(part)), f"有 {count} 条批注")
        elif FILLED.fullmatch(part) and (count := _count(xml, *_REVISIONS)):
            yield _warned("TPL-024", Place(template, (), part_name(part)), f"有 {count} 处修订没有接受或拒绝")


def _count(xml: bytes, *tags: str) -> int:
    if not any(tag.rpartition("}")[2].encode() in xml for tag in tags):
        return 0
    root = _root(xml)
    return 0 if root is None else sum(1 for _ in root.iter(*tags))


def _root(xml: bytes) -> etree._Element | None:
    """A part's tree; None for a broken one, which is told elsewhere."""
    try:
        return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None


def _warned(code: str, place: Place, found: str) -> Diagnostic:
    return replace(fault(code, place, found), severity=Severity.WARNING)
