"""From a line of the compiled source back to the paragraph that the writer sees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

from docgen.diagnostics import Place
from docgen.word.marks import unescaped
from docgen.word.tags import TagParagraph, part_name

_REMEMBERED = 10_000  # paragraphs: each is asked for by every fault
_TAG, _WORD = re.compile(r"\{[{%].*?[}%]\}", re.DOTALL), re.compile(r"\w+")


def place(
    template: str, part: str, lines: Sequence[str], holders: Iterable[TagParagraph], line: int | None, used: str = ""
) -> Place:
    """The paragraph that a line of the compiled source came from.

    Every paragraph begins a line, but those of {%p %} tags are melted into their neighbours': among the paragraphs
    whose text is in the line, the one that uses the name in question is meant.
    """
    text = _comparable(unescaped(re.sub(r"<[^>]+>", "", lines[line - 1]))) if line and line <= len(lines) else ""
    every = list(holders)
    users = [item for item in every if uses(item.text, used)]
    near = (item for item in chain(users, every) if _comparable(item.text) in text)
    for holder in chain(near, users):
        return holder.place(template, part)
    return Place(template, (), part_name(part))


def uses(text: str, name: str) -> bool:
    """Whether a tag in the text uses the name."""
    return name in _words(text)


@lru_cache(_REMEMBERED)
def _words(text: str) -> frozenset[str]:
    """The names and other words in the tags of a text."""
    return frozenset(word for tag in _TAG.findall(text) for word in _WORD.findall(tag))


def first_uses(lines: Sequence[str]) -> dict[str, int]:
    """Name → the line where it is used first."""
    found: dict[str, int] = {}
    for number, text in enumerate(lines, 1):
        for word in _words(text):
            found.setdefault(word, number)
    return found


def error_line(error: BaseException) -> int | None:
    """The template's line in the error's traceback."""
    line, trace = None, error.__traceback__
    while trace is not None:
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line


@lru_cache(_REMEMBERED)
def _comparable(text: str) -> str:
    """Tags as docxtpl leaves them: without p and tr, one space after the brace, straight quotes."""
    plain = re.sub(r"\{%(?:-?\s*)(?:(?:p|tr)\s+)?", "{% ", text)
    return plain.translate(str.maketrans("“”‘’", "\"\"''"))
