"""References: names in braces that a writer may use inside long texts, so that a text follows the data.

`每月{报送日}日向{办公室}报送` says the reporting day and the office of 基本信息 wherever it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

REFERENCES: dict[str, str] = {
    "县名": "基本信息的县名",
    "区划": "县名的最后一字：县、市、区或旗",
    "年度": "基本信息的年度",
    "工作主题": "基本信息的工作主题",
    "工作名称": "基本信息的工作名称",
    "年度定位": "基本信息的年度定位",
    "领导小组": "基本信息的领导小组",
    "办公室": "基本信息的办公室",
    "督战频次": "基本信息的督战频次",
    "报送日": "基本信息的报送日",
    "约谈门槛": "基本信息的约谈门槛",
    "清零时限": "基本信息的清零时限，写成“2024年6月底”",
    "督战手段": "基本信息的督战手段，用顿号连接",
    "部门分工": "“责任单位”表里各行业部门的分工，写成一句话",
}
"""Name → what it stands for."""

# Doubled braces are no reference: somebody has pasted a template's tag. The reader of the cell refuses it.
_REFERENCE = re.compile(r"(?<![{｛])[{｛]\s*([^{}｛｝]*?)\s*[}｝](?![}｝])")


def names_in(text: str) -> list[str]:
    """The names that a text refers to, in order, known or not."""
    return _REFERENCE.findall(text)


def resolve(text: str, value_of: Callable[[str], str]) -> str:
    """The text with each reference replaced by its value."""
    return _REFERENCE.sub(lambda match: value_of(match[1]), text)
