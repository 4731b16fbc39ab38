"""Why Jinja cannot read a tag, in Chinese."""

from __future__ import annotations

import re

from jinja2 import TemplateSyntaxError


def reason(error: TemplateSyntaxError) -> str:
    """Why Jinja cannot read a tag, in Chinese."""
    message = error.message or ""
    for pattern, told in _REASONS:
        if found := re.match(pattern, message):
            return told.format(*found.groups())
    return "写法不对"


_REASONS = (
    (r"Encountered unknown tag '(.+?)'", "没有“{}”这种标签"),
    (r"expected token '.+?', got 'end of .+?'|Expected an expression, got 'end of .+?'|Unexpected end", "话没有说完"),
    (r"expected token '.+?', got '(.+?)'", "“{}”写在这里不对"),
    (r"unexpected '(.+?)'", "“{}”写在这里不对"),
    (r"unexpected char '(.+?)'", "不认识“{}”"),
    (r"tag name expected", "缺少 for、if 这样的词"),
)
