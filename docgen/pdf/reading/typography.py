"""How the file sets East Asian text: the settings that decide where characters stand (ECMA-376 Part 1, 17.15)."""

from __future__ import annotations

import re
from typing import Literal

from docgen.pdf.reading.kinsoku import kinsoku
from docgen.pdf.reading.wordml import Element, child, descendants, is_switched_on, text_attribute
from docgen.pdf.source import Typography

_LONG_WORD = re.compile("[A-Za-z]{5}")
_COMPRESSIONS: dict[str, Literal["", "marks", "kana"]] = {
    "compressPunctuation": "marks",
    "compressPunctuationAndJapaneseKana": "kana",
}


def typography(root: Element | None, language: str) -> Typography:
    """The typography of a document whose East Asian text is in `language`."""
    lists = kinsoku(root, language)
    compat = child(root, "compat")
    return Typography(
        no_start=None if lists is None else lists[0],
        no_end=None if lists is None else lists[1],
        compression=_COMPRESSIONS.get(text_attribute(child(root, "characterSpacingControl")), ""),
        stretch_broken=not is_switched_on(compat, "doNotExpandShiftReturn"),
        grid_in_tables=is_switched_on(compat, "adjustLineHeightInTable"),
    )


def hyphenates(root: Element | None, body: Element | None) -> bool:
    """Whether Word would divide Latin words at line ends: w:autoHyphenation is on and there are long ones."""
    if body is None or not is_switched_on(root, "autoHyphenation"):
        return False
    return any(_LONG_WORD.search(item.text or "") for item in descendants(body, "t"))
