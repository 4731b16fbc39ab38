"""From a line of the compiled source back to the paragraph that the writer sees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from docgen.diagnostics import Place
from docgen.word.marks import unescaped
from docgen.word.tags import TagParagraph, part_name


def place(
    template: str, part: str, lines: Sequence[str], holders: Iterable[TagParagraph], line: int | None, used: str = ""
) -> Place:
    """The paragraph that a line of the compiled source came from.

    Every paragraph begins a line, but those of {%p %} tags are melted into their neighbours': among the paragraphs
    whose text is in the line, the one that uses the name in question is meant.
    """
    text = _comparable(unescaped(re.sub(r"<[^>]+>", "", lines[line - 1]))) if line and line <= len(lines) else ""
    near = [holder for holder in holders if _comparable(holder.text) in text]
    using = [item for item in near if uses(item.text, used)]
    for holder in (*using, *near, *(item for item in holders if uses(item.text, used))):
        return holder.place(template, part)
    return Place(template, (), part_name(part))


def uses(text: str, name: str) -> bool:
    """Whether a tag in the text uses the name."""
    tags = re.findall(r"\{[{%].*?[}%]\}", text, re.DOTALL)
    return bool(name) and any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", tag) for tag in tags)


def first_use(lines: Sequence[str], name: str) -> int | None:
    """The line where a name is used first."""
    return next((number for number, text in enumerate(lines, 1) if uses(text, name)), None)


def error_line(error: BaseException) -> int | None:
    """The template's line in the error's traceback."""
    line, trace = None, error.__traceback__
    while trace is not None:
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line


def _comparable(text: str) -> str:
    """Tags as docxtpl leaves them: without p and tr, one space after the brace, straight quotes."""
    plain = re.sub(r"\{%(?:-?\s*)(?:(?:p|tr)\s+)?", "{% ", text)
    return plain.translate(str.maketrans("“”‘’", "\"\"''"))
