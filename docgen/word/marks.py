"""Characters that stand for something between rendering and the finished XML.

All are noncharacters of Unicode (U+FDD0 to U+FDEF): XML may carry them, no keyboard, font or 造字 range has them, so no
text of a writer can be mistaken for one.
"""

from __future__ import annotations

import re

from docgen.wording.titles import WORD_BREAK

PARAGRAPH = "\ufdd0"
"""A newline in the data: a new paragraph of the same style."""
LINE = "\ufdd1"
"""A line break inside a paragraph."""
TAB = "\ufdd2"
"""A tab in the data."""
LAYOUT_OPEN, LAYOUT_CLOSE = "\ufdd3", "\ufdd4"
"""Enclose what `版式()` asks of its paragraph."""
SOFT_BREAK = "\ufdd5"
"""Where a title may end a line, put there by 断词."""
PICTURE = "\ufdd7"
"""Where `图()` stands; behind it the number of its picture in this part, and this mark again; no number: no picture."""
_DATA_BAR = "\ufdd6"  # a `|` typed by a writer: no word break

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdd4\ufdd6-\ufdef\ufffe\uffff]")
"""What XML cannot carry, or what could be taken for a mark."""
RISKY = re.compile(f'[{ILLEGAL.pattern[1:-1]}&<>"\n\r\t|\u2028\u2029]')
"""What a value must be looked at closely for; without it, it is printed as it is."""
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_MEANINGS = str.maketrans(
    {"\n": PARAGRAPH, "\r": PARAGRAPH, "\u2029": PARAGRAPH, "\u2028": LINE, "\t": TAB, WORD_BREAK: _DATA_BAR}
)


_SPECIAL = re.compile(r"[&<>\"\n\r\t|\u2028\u2029]")  # looking is far quicker than translating: few texts have any


def escaped(text: str) -> str:
    """The text as XML, `&`, `<`, `>` and `"` written as entities."""
    return text.translate(_MARKUP) if _SPECIAL.search(text) else text


def unescaped(xml: str) -> str:
    """The text that `escaped` was given."""
    return xml.replace("&quot;", '"').replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&")


def marked(text: str) -> str:
    """A value as it goes into the XML: escaped, its newlines, tabs and bars marked."""
    if not _SPECIAL.search(text):
        return text
    return escaped(text.replace("\r\n", "\n")).translate(_MEANINGS)


def restored(xml: str) -> str:
    """The rendered XML without the marks that only the filters needed."""
    if _DATA_BAR in xml:
        xml = xml.replace(_DATA_BAR, WORD_BREAK)
    return xml.replace(SOFT_BREAK, "") if SOFT_BREAK in xml else xml
