"""What a template may do with a value: print it, and the office's filters. Anything unfit is noted, never guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from math import isfinite
from typing import Any

from jinja2 import Undefined

from docgen.model.pictures import Picture
from docgen.standard import TITLE_CHARACTERS
from docgen.word.collecting import foreign_text, note
from docgen.word.limits import together
from docgen.word.marks import ILLEGAL, LAYOUT_CLOSE, LAYOUT_OPEN, LINE, RISKY, SOFT_BREAK, escaped, marked, unescaped
from docgen.word.missing import MissingName
from docgen.word.tags import shortened
from docgen.wording.dates import long_date
from docgen.wording.lists import enumerate_with_dun
from docgen.wording.numerals import chinese
from docgen.wording.titles import WORD_BREAK, title_lines

_TEXT = (str, Undefined)
_ONLY_TEXT = {str}
_NUMBER = (int, float, Decimal)

_WIDEST = 1584.0  # points: Word takes no longer measure
LAYOUT_NAMES = {
    "左空": (-_WIDEST, _WIDEST),
    "右空": (-_WIDEST, _WIDEST),
    "首行": (-_WIDEST, _WIDEST),
    "字号": (1.0, 1638.0),
    "行距": (0.7, _WIDEST),
    "缩放": (1.0, 600.0),
}
"""What `版式()` sets, each between the least and the most that Word's own dialogs take."""


class Marks(str):
    """What `版式()` and `图()` print: marks for what is done after rendering, not text; never escaped."""

    __slots__ = ()


_risky = RISKY.search
_AS_THEY_ARE = (Marks, Undefined)


def printed(value: Any) -> Any:
    """What a tag prints: text escaped, newlines marked; anything that is not plain data is a fault."""
    kind = type(value)
    if kind is str:
        if value.isalnum() or not _risky(value):  # the first is quicker, and nothing risky is a letter or digit
            return value
    elif kind is int:
        return str(value)
    if isinstance(value, _AS_THEY_ARE):
        return value
    if is_foreign(value):
        return foreign_text(value)
    text = plain_text(value)
    if ILLEGAL.search(text):
        note("TPL-008", f"“{ILLEGAL.sub('□', text)}”里有不能写进 Word 的控制字符")
        text = ILLEGAL.sub("", text)
    return marked(text)


def is_foreign(value: Any) -> bool:
    """Whether a value is an object of docxtpl: RichText, Listing, InlineImage, Subdoc …"""
    return any(kind.__module__.startswith("docxtpl.") for kind in type(value).__mro__)


def plain_text(value: Any) -> str:
    """A single value as text: 是 or 否, numbers without exponents, long dates; None, lists and records are faults."""
    if isinstance(value, _TEXT):
        return str(value)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, _NUMBER) and isfinite(value):
        return _number(value)
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, Picture):
        note("TPL-013", "图不能当文字写")
        return ""
    note("TPL-008", "没有值" if value is None else "得到的是一整张表或一条记录，不是一个值")
    return ""


def absent(value: Any) -> bool:
    """Whether there is no value at all; that is then noted."""
    return isinstance(value, Undefined) and not str(value)


def seen(value: Any) -> str:
    """A value for a message; lists may hold lists without end and are not printed."""
    if isinstance(value, str | int | float | Decimal | date):
        return f"“{shortened(str(value), 60)}”"
    return "空的" if value is None else "一整张表或一条记录"


def _number(value: float | Decimal) -> str:
    if isinstance(value, float):
        # Twelve digits: what a writer computes with, without the noise of binary fractions (0.1 + 0.2).
        text = f"{Decimal(f'{value:.12g}'):f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def layout(*unnamed: Any, **wishes: Any) -> str:
    """`版式(左空=…)`: set the paragraph's indents, type size, line pitch (points), character scale (percent)."""
    known: dict[str, float] = {}
    for name, value in (*((str(item), None) for item in unnamed), *wishes.items()):
        if name not in LAYOUT_NAMES:
            note("TPL-005", f"版式里没有“{name}”，能用的是{enumerate_with_dun(LAYOUT_NAMES)}")
        elif isinstance(value, int | float) and LAYOUT_NAMES[name][0] <= value <= LAYOUT_NAMES[name][1]:
            known[name] = value
        elif not absent(value):
            least, most = LAYOUT_NAMES[name]
            note("TPL-008", f"版式的“{name}”要填数字，{least:g} 到 {most:g}，得到的是{seen(value)}")
    return Marks(LAYOUT_OPEN + ";".join(f"{name}={value:.6g}" for name, value in known.items()) + LAYOUT_CLOSE)


def numeral(value: Any) -> str:
    """中文数字: 12 → 十二."""
    if absent(value):
        return ""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 9999:
        return chinese(value)
    note("TPL-008", f"“中文数字”只写 0 到 9999 的整数，得到的是{seen(value)}")
    return ""


def day(value: Any) -> str:
    """日期: 2024年2月26日."""
    if isinstance(value, date):
        return long_date(value)
    if not absent(value):
        note("TPL-008", f"“日期”要用在日期上，得到的是{seen(value)}")
    return ""


def joined(items: Any, between: str = "", attribute: str | None = None) -> str:
    """`join`: the items of a list in one text, each a single value."""
    if absent(items):
        return ""
    if isinstance(items, str | Mapping) or not isinstance(items, Iterable):
        note("TPL-008", f"连成一串的应是一张名单，得到的是{seen(items)}")
        return ""
    found = items if attribute is None else column(items, attribute)
    if type(found) is list and set(map(type, found)) <= _ONLY_TEXT:
        return together(found, plain_text(between))
    return together(map(plain_text, found), plain_text(between))


def with_dun(items: Any) -> str:
    """顿号: 教育、卫健、医保."""
    return joined(items, "、")


def broken_title(xml: str, characters: int = TITLE_CHARACTERS) -> str:
    """标题分行: a title at its word breaks, put on as few lines as it needs (GB/T 9704-2012, 7.3.1)."""
    text = unescaped(xml).replace(SOFT_BREAK, WORD_BREAK)
    return LINE.join(map(escaped, title_lines(text, characters)))


def broken_after(text: Any, head: Any) -> str:
    """断词: allow a title to break after `head` where the text begins with it."""
    whole, first = plain_text(text), plain_text(head)
    return (
        f"{first}{SOFT_BREAK}{whole[len(first) :]}" if first and whole.startswith(first) and whole != first else whole
    )


def column(rows: Iterable[Any], name: str) -> Sequence[Any]:
    """列: one named value of every record."""
    return [row[name] if isinstance(row, Mapping) and name in row else MissingName(obj=row, name=name) for row in rows]
