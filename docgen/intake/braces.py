"""Braces in long texts: every reference that is not known, every brace that stands alone, each told by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.diagnostics import closest
from docgen.intake.codes import Fault, shown
from docgen.model.references import REFERENCES, names_in, resolve

_REST = re.compile(r"[{｛]+([^{}｛｝]*)[}｝]+|[{}｛｝]+[^{}｛｝]{0,6}")
_DOUBLE = re.compile(r"[{｛]{2}[^{}｛｝]*[}｝]{2}")


def faults(text: str) -> Iterator[Fault]:
    """The faults of a text in which names may be referred to."""
    for name in dict.fromkeys(names_in(text)):
        if name not in REFERENCES:
            yield Fault("DATA-028", f"引用了 {{{name}}}", "没有这个名称", _instead(name))
    # What is left once the references are taken out is no reference; the mark keeps what was apart from joining.
    for match in _REST.finditer(resolve(text, lambda _name: "\0")):
        yield _stray(match[0].split("\0")[0], match[1])


def _stray(found: str, inside: str | None) -> Fault:
    if _DOUBLE.fullmatch(found):
        name = (inside or "").strip()
        remedy = f"只写一层花括号：{{{name}}}" if name in REFERENCES else _instead(name)
        return Fault("DATA-029", f"写的是 {found}", "这里只用一层花括号", remedy)
    return Fault("DATA-029", f"{shown(found)}的花括号不成对", "应为 {名称} 的样子")


def _instead(name: str) -> str:
    near = closest(name, REFERENCES)
    return f"改成 {{{near}}}" if near else f"可引用的名称：{'、'.join(REFERENCES)}"
