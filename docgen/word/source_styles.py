"""Styles named in a template source: `{: 样式 }text`."""

from __future__ import annotations

from docgen.errors import TemplateError
from docgen.word.blocks import Text
from docgen.word.styles import NAMES

MARK = "{:"
"""What a paragraph with a style of its own begins with."""


def styled(line: str, place: str) -> Text:
    """The paragraph; `place` is said of a style that does not exist."""
    style, brace, text = line.removeprefix(MARK).partition("}")
    known = [name for name, item in NAMES.items() if not item.character]
    if not brace or style.strip() not in known:
        raise TemplateError(f"{place}的样式“{style.strip()}”不认识", f"可以写的样式：{'、'.join(known)}")
    return Text(style.strip(), text.strip())
