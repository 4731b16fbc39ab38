"""What Python 3.11.2 (Debian 12) gets wrong and newer ones do not, is not used."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import docgen

# Possessive repeats and atomic groups: there they may pass over what a look-ahead forbids.
_LIKE_POSSESSIVE = re.compile(r"[*+?}]\+|\(\?>")
_NO_PATTERNS = {"/!$&'()*+,;=@-._~", "%/:?#[]@!$&'()*+,;=~-._"}


def test_no_pattern_has_possessive_repeats_or_atomic_groups() -> None:
    found = set()
    for path in Path(docgen.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes):
                text = node.value if isinstance(node.value, str) else node.value.decode("latin-1")
                if _LIKE_POSSESSIVE.search(text) and text not in _NO_PATTERNS:
                    found.add(f"{path.name}:{node.lineno} {text[:60]}")
    assert found == set()
