"""What the source of a module tells of its messages: names are followed to what they stand for."""

from __future__ import annotations

import ast

import pytest

from docgen.cli.raised_text import Texts

MODULE = """
AGAIN = "再存一次"
WAYS = {".xls": "另存为 .xlsx", ".csv": "检查编码"}
KINDS = (("a", "是旧格式", "另存"), ("b", "是网页", "重新导出"))

def plain(name):
    error(f"{name} 读不了", AGAIN)

def either(name, big):
    what = "太大" if big else "太小"
    error(f"{name} {what}", "换一个" + "文件")

def looked_up(suffix):
    error("不认识", WAYS.get(suffix, f"应为 {suffix}"))

def listed(content):
    for start, found, remedy in KINDS:
        error(f"文件{found}", remedy)

def given(place, text="没有内容"):
    error(text, way())

def calls():
    given("第1行", "内容不对")

def way():
    if True:
        return "补上"
    return "删掉"

class _Broken(Exception):
    pass

def caught():
    try:
        raise _Broken("少了一截")
    except _Broken as fault:
        error(f"坏了：{fault}", self.again)

def unknown(message):
    error(message, "x")
"""


def _read(name: str) -> tuple[list[str], list[str]]:
    texts = Texts(ast.parse(MODULE), {"again": ("改好再试",)})
    (found,) = (
        (call, around)
        for call, around in texts.calls()
        if isinstance(call.func, ast.Name) and call.func.id == "error" and around is not None and around.name == name
    )
    call, around = found
    inside = texts.within(around)
    return inside.of(call.args[0]), inside.of(call.args[1])


@pytest.mark.parametrize(
    ("name", "messages", "remedies"),
    [
        ("plain", ["… 读不了"], ["再存一次"]),
        ("either", ["… 太大", "… 太小"], ["换一个文件"]),
        ("looked_up", ["不认识"], ["另存为 .xlsx", "检查编码", "应为 …"]),
        ("listed", ["文件是旧格式", "文件是网页"], ["另存", "重新导出"]),
        ("given", ["没有内容", "内容不对"], ["删掉", "补上"]),
        ("caught", ["坏了：少了一截"], ["改好再试"]),
        ("unknown", [], ["x"]),
    ],
)
def test_texts_are_followed_as_far_as_the_source_tells(name: str, messages: list[str], remedies: list[str]) -> None:
    assert _read(name) == (messages, remedies)


def test_variables_of_one_table_are_known_to_belong_together() -> None:
    texts = Texts(ast.parse(MODULE), {})
    pairs = {
        around.name: texts.within(around).bound_together(call.args[0], call.args[1])
        for call, around in texts.calls()
        if around is not None and isinstance(call.func, ast.Name) and call.func.id == "error"
    }
    assert [name for name, paired in pairs.items() if paired] == ["listed"]
