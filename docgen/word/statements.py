"""Statements: how tags look in a text, and how one of them is made readable for Jinja alone, without its nesting."""

from __future__ import annotations

import re

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
STATEMENT = re.compile(r"\{%-?\s*(?:(p|tr|tc|r)\s+)?(\w+)(.*?)-?%\}", re.DOTALL)
"""A `{% … %}`: its level (p or tr), its word, the rest."""
OPENERS = {
    "for": "endfor",
    "if": "endif",
    "filter": "endfilter",
    "macro": "endmacro",
    "with": "endwith",
    "call": "endcall",
}
"""The word of a statement that waits for another one → that one's."""

_CURLY = str.maketrans("“”‘’", "\"\"''")
_PRINTED_AT = re.compile(r"\{\{(?:p|r|tr|tc)\s")  # docxtpl's: in place of a whole paragraph, run, row or cell
_NOT_STATEMENTS = {"vm", "hm", "cellbg", "colspan"}  # docxtpl's own


def straight(tag: str) -> str:
    """A tag with the quotation marks that Jinja knows; Word writes curly ones."""
    return tag.translate(_CURLY)


def standalone(tag: str) -> str | None:
    """The tag with what it needs to be parsed alone; None for what only makes sense in its nesting."""
    statement = STATEMENT.fullmatch(tag)
    if statement is None:
        return _PRINTED_AT.sub("{{ ", tag)
    word, rest = statement[2], statement[3]
    if word in _NOT_STATEMENTS or word.startswith("end") or word == "else":
        return None
    if word == "elif":
        return f"{{% if {rest} %}}{{% endif %}}"
    closing = f"{{% {OPENERS[word]} %}}" if word in OPENERS else ""
    return f"{{% {word}{rest} %}}{closing}"
