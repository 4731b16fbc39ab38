"""The front matter of a template source: which parts of the head and foot the document may carry, and its pages."""

from __future__ import annotations

from docgen.errors import TemplateError
from docgen.word.sections import NUMBERINGS

_YES_OR_NO = ("是", "否")
_CHOICES: dict[str, tuple[str, ...]] = {
    "版头": _YES_OR_NO,
    "主送": _YES_OR_NO,
    "落款": _YES_OR_NO,
    "附注": _YES_OR_NO,
    "版记": _YES_OR_NO,
    "报头": _YES_OR_NO,
    "报尾": _YES_OR_NO,
    "页面": ("竖", "横"),
    "页码": NUMBERINGS,
}
_FREE = ("文件", "附件标题")
_APART = (("版头", "报头"), ("版记", "报尾"))
_UPRIGHT = ("版头", "版记", "报头", "报尾")


def read_settings(lines: list[str], name: str) -> dict[str, str]:
    """The settings between the two `---`. Raises TemplateError that names `name` and the line."""
    found: dict[str, str] = {}
    for number, line in enumerate(lines, 2):
        key, colon, value = (part.strip() for part in line.partition(":"))
        if not colon or key not in (*_FREE, *_CHOICES):
            known = "、".join((_FREE[0], *_CHOICES, _FREE[1]))
            raise TemplateError(f"{name} 第{number}行的设置“{line}”不认识", f"可以写的设置：{known}")
        if value not in _CHOICES.get(key, (value,)):
            raise TemplateError(f"{name} 第{number}行的“{key}”写的是“{value}”", f"写{_either(_CHOICES[key])}")
        found[key] = value.strip('"')
    _check_together(found, name)
    return found


def _either(choices: tuple[str, ...]) -> str:
    quoted = [f"“{choice}”" for choice in choices]
    return f"{'、'.join(quoted[:-1])}或{quoted[-1]}"


def _check_together(found: dict[str, str], name: str) -> None:
    """Parts that would stand in the same place, and parts that need an upright page."""
    for one, other in _APART:
        if found.get(one) == found.get(other) == "是":
            raise TemplateError(f"{name} 开头的设置里“{one}”和“{other}”都写了“是”", "一份文件只用一种，另一种写“否”")
    carried = [part for part in _UPRIGHT if found.get(part) == "是"]
    if found.get("页面") == "横" and carried:
        raise TemplateError(f"{name} 开头的设置里页面是横的，又要{carried[0]}", f"{carried[0]}只在竖的页面上：改一个")
