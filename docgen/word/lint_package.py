"""Package: what a template carries beside its text and hands on to every document: macros, links, objects, comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from docgen.diagnostics import Diagnostic, Place, Severity
from docgen.opening.outside import outside
from docgen.word.reviewed import reviewed
from docgen.word.tags import fault, part_name

_CODES = (("宏", "TPL-021"), ("嵌入", "TPL-023"), ("控件", "TPL-023"), ("", "TPL-022"))
"""How the guard's words for what leads out begin → the code."""


def faults(parts: Mapping[str, bytes], template: str) -> Iterator[Diagnostic]:
    """What should not be in a template. What leads out is refused, or left out, when it is used."""
    for item in outside(parts):
        place = Place(template, (), part_name(item.part.removesuffix(".xml")) or "文件本身")
        if item.left:
            yield _warned("TPL-030", place, f"有{item}")
            continue
        code = next(code for start, code in _CODES if item.what.startswith(start))
        yield fault(code, place, f"有{item}")
    for part, count in reviewed(parts):
        yield _warned("TPL-024", Place(template, (), part_name(part)), f"有 {count}")


def _warned(code: str, place: Place, found: str) -> Diagnostic:
    return replace(fault(code, place, found), severity=Severity.WARNING)
