"""Braces in long texts: every reference that is not known, every brace that stands alone, each told by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from docgen.diagnostics import closest
from docgen.intake.codes import Fault, shown
from docgen.model.references import names_in, resolve

BRACE = re.compile(r"[{}｛｝]")
_REST = re.compile(r"[{｛]+([^{}｛｝]*)[}｝]+|[{}｛｝]+[^{}｛｝]{0,6}")
_DOUBLE = re.compile(r"[{｛]{2}[^{}｛｝]*[}｝]{2}")


def faults(text: str, known: Mapping[str, str]) -> Iterator[Fault]:
    """The faults of a text in which the `known` names may be referred to."""
    if not BRACE.search(text):
        return
    for name in dict.fromkeys(names_in(text)):
        if name not in known:
            yield Fault("DATA-028", f"引用了 {{{name}}}", "没有这个名称", _instead(name, known))
    # What is left once the references are taken out is no reference; the mark keeps what was apart from joining.
    for match in _REST.finditer(resolve(text, lambda _name: "\0")):
        yield _stray(match[0].split("\0")[0], match[1], known)


def _stray(found: str, inside: str | None, known: Mapping[str, str]) -> Fault:
    if _DOUBLE.fullmatch(found):
        name = (inside or "").strip()
        remedy = f"只写一层花括号：{{{name}}}" if name in known else _instead(name, known)
        return Fault("DATA-029", f"写的是 {found}", "这里只用一层花括号", remedy)
    return Fault("DATA-029", f"{shown(found)}的花括号不成对", "应为 {名称} 的样子")


def _instead(name: str, known: Mapping[str, str]) -> str:
    near = closest(name, known)
    return f"改成 {{{near}}}" if near else f"可引用的名称：{'、'.join(known)}"
