"""`{{ 图(趋势图, 宽=156, 说明="…") }}`: a picture of the data in a paragraph of its own."""

from __future__ import annotations

from math import isfinite
from typing import Any

from docgen.model.pictures import Picture
from docgen.word.collecting import Placement, note, place_picture
from docgen.word.filters import Marks, absent, plain_text, seen
from docgen.word.marks import ILLEGAL, PICTURE

EXAMPLE = '{{ 图(趋势图, 宽=156, 说明="每月发现和销号的问题数") }}'
_WIDTH, _TEXT = "宽", "说明"
WISHES = (_WIDTH, _TEXT)
"""The names that a template may give a picture."""
_USUAL, _WIDEST = 156, 297  # mm: the 版心; a page on its side


def picture(*items: Any, **wishes: Any) -> Marks:
    """`图()`: a mark where the picture stands. No value ("" or None) is no picture: its paragraph goes away."""
    for name in wishes:
        if name not in WISHES:
            note("TPL-013", f"图里没有“{name}”，能写的是“{_WIDTH}”和“{_TEXT}”")
    if len(items) != 1:
        note("TPL-013", f"“图”的括号里要写一幅图的名称，写了{len(items)}项")
        return Marks()
    item, width, text = items[0], wishes.get(_WIDTH, _USUAL), wishes.get(_TEXT, "")
    sound = not absent(item) and not absent(width) and not absent(text) and _is_width(width)
    if item is not None and item != "" and not isinstance(item, Picture) and sound:
        note("TPL-013", f"“图”要的是一幅图，得到的是{seen(item)}")
    if not isinstance(item, Picture) or not sound:
        return Marks(PICTURE * 2)
    return Marks(f"{PICTURE}{place_picture(Placement(item, float(width), _described(text or item.alt)))}{PICTURE}")


def _is_width(width: Any) -> bool:
    known = isinstance(width, int | float) and not isinstance(width, bool) and isfinite(width)
    if known and 0 < width <= _WIDEST:
        return True
    note("TPL-013", f"图的“{_WIDTH}”要填毫米数，1 到 {_WIDEST}，得到的是{seen(width)}")
    return False


def _described(text: Any) -> str:
    """The description on one line, without what XML cannot carry."""
    return " ".join(ILLEGAL.sub("", plain_text(text)).split())
