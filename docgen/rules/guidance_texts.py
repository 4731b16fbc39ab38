"""Rules about the texts of a 指导意见: punctuation (GB/T 15834), numbering (GB/T 9704, 7.3.3), what they refer to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from docgen.diagnostics import Diagnostic, Place
from docgen.model.opinion import Level, Marks, Passage
from docgen.rules.codes import warn as warn_rule
from docgen.rules.guidance_case import GuidanceCase, Written
from docgen.rules.guidance_codes import warn
from docgen.rules.placeholders import has_placeholder
from docgen.wording.levels import ordinal, written
from docgen.wording.titles import WORD_BREAK

_HAN = "\u3007\u3400-\u9fff\U00020000-\U0003ffff"  # 汉字, 〇 among them
_WIDE = f"{_HAN}，。、；：？！“”‘’（）《》〈〉〔〕"
HALF_WIDTH = re.compile(rf"(?<=[{_WIDE}])[,;:?!()]|[,;:?!()](?=[{_WIDE}])")
"""A half-width mark beside a 汉字 or beside a full-width mark."""
_SHOWN, _AROUND = 3, 3
_ATTACHMENT = re.compile(r"附件\s*(\d{1,2})(?!\d)")


def half_width(case: GuidanceCase) -> Iterator[Diagnostic]:
    """One warning for each sheet: how many marks in how many cells, and where the first ones are."""
    for sheet, cells in groupby(case.written(), lambda cell: cell.sheet):
        found = [(cell, marks) for cell in cells if (marks := list(HALF_WIDTH.finditer(cell.text)))]
        if not found:
            continue
        number = sum(len(marks) for _, marks in found)
        first = "、".join(_near(cell, marks[0]) for cell, marks in found[:_SHOWN])
        more = " 等" if len(found) > _SHOWN else ""
        told = f"“{sheet}”有 {len(found)} 格共 {number} 处半角标点：{first}{more}"
        yield warn("GUIDE-005", found[0][0].place, told, "汉字旁边应为全角")


def _near(cell: Written, mark: re.Match[str]) -> str:
    """第76行“(三)易”: the cell and the first mark with its neighbours."""
    around = cell.text[max(0, mark.start() - _AROUND) : mark.end() + _AROUND].replace("\n", " ")
    return f"{cell.place.address or cell.place.heading}“{around}”"


def half_width_attachments(case: GuidanceCase) -> Iterator[Diagnostic]:
    """附件标点 is 全角 (a warning)."""
    notice = case.guidance.notice
    if notice.marks is Marks.HALF:
        found = "附件里的括号、逗号和冒号选的是半角"
        yield warn("GUIDE-005", notice.place("marks"), found, "汉字旁边应为全角")


def numbering(case: GuidanceCase) -> Iterator[Diagnostic]:
    """The numbers of a level follow each other under each heading (a warning). A lost row may have held one."""
    if not case.whole("passages"):
        return
    last: dict[int, int] = {}
    for passage, paragraph in _paragraphs(case):
        found = ordinal(paragraph) if passage.level is not Level.BODY else None
        if found is None:
            continue
        expected = last.get(found.level, 0) + 1
        if found.value != expected:
            said = f"“{paragraph[:12]}”的序数是“{found.written}”"
            should = f"应为“{written(found.level, expected, found.written)}”"
            yield warn("GUIDE-006", passage.place("text"), said, should)
        last = {level: value for level, value in last.items() if level < found.level} | {found.level: found.value}


def _paragraphs(case: GuidanceCase) -> Iterator[tuple[Passage, str]]:
    for passage in case.guidance.passages:
        for paragraph in passage.text.split("\n"):
            yield passage, paragraph


def attachments_mentioned(case: GuidanceCase) -> Iterator[Diagnostic]:
    """附件2 in the opinion means an attachment that is there (a warning)."""
    if not case.whole("counties") or not case.whole("tallies"):
        return
    guidance = case.guidance
    count = bool(guidance.counties) + bool(guidance.tallies)
    for passage in guidance.passages:
        for number in dict.fromkeys(map(int, _ATTACHMENT.findall(passage.text))):
            if not 1 <= number <= count:
                yield warn("GUIDE-007", passage.place("text"), f"提到附件{number}", f"只有 {count} 件附件")


def opinion_named(case: GuidanceCase) -> Iterator[Diagnostic]:
    """The notice says what it issues (a warning)."""
    notice = case.guidance.notice
    title = notice.opinion_title.replace(WORD_BREAK, "")
    named = (title, "{意见标题}", "｛意见标题｝")
    if case.knows(notice, "body", "opinion_title") and not any(name in notice.body for name in named):
        yield warn("GUIDE-008", notice.place("body"), f"没有提到“{title}”", "应写明印发的是什么")


def placeholders(case: GuidanceCase) -> Iterator[Diagnostic]:
    """One warning for each sheet, with the number of cells and the first of them."""
    for sheet, cells in groupby(case.written(), lambda cell: cell.sheet):
        places: list[Place] = [cell.place for cell in cells if has_placeholder(cell.text)]
        if places:
            first = "、".join(place.address or place.heading for place in places[:_SHOWN])
            more = " 等" if len(places) > _SHOWN else ""
            told = f"“{sheet}”有 {len(places)} 格还有占位符：{first}{more}"
            yield warn_rule("RULE-029", places[0], told, "会照样印出来")
