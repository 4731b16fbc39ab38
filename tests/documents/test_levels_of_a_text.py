"""Which part of a paragraph is a heading, told from its number and its siblings."""

from __future__ import annotations

from docgen.documents.levels import Typeset, typeset
from docgen.model.opinion import Level


def set_as(*paragraphs: str, level: Level = Level.NUMBERED) -> list[Typeset]:
    return typeset([(text, level) for text in paragraphs])


def test_a_numbered_line_without_stop_is_a_heading_of_its_own() -> None:
    assert set_as("一、督战目的", "对县督战。", "（一）范围", "1.教育") == [
        Typeset(1, "一、督战目的", "", alone=True),
        Typeset(0, "", "对县督战。"),
        Typeset(2, "（一）范围", "", alone=True),
        Typeset(3, "1.教育", "", alone=True),
    ]


def test_siblings_that_all_begin_with_a_short_sentence_have_it_as_heading() -> None:
    assert set_as("(一)加强领导。各地要重视,认真部署。", "(二)减轻负担。要注重实效。") == [
        Typeset(2, "(一)加强领导。", "各地要重视,认真部署。"),
        Typeset(2, "(二)减轻负担。", "要注重实效。"),
    ]


def test_siblings_of_one_sentence_each_are_wholly_headings_also_with_commas() -> None:
    assert set_as("（一）教育保障情况。", "（二）就业情况，兜底情况等。") == [
        Typeset(2, "（一）教育保障情况。", ""),
        Typeset(2, "（二）就业情况，兜底情况等。", ""),
    ]


def test_one_sibling_that_runs_on_sets_all_of_them_in_body_type() -> None:
    running = ("(一)领导小组负责协调,定期调度。组织督导。", "国务院扶贫办跟踪分析。", "(二)各县组织督战。")
    assert set_as(*running) == [Typeset(0, "", text) for text in running]


def test_a_sentence_of_more_than_two_lines_is_body() -> None:
    sentence = "（一）" + "督" * 54 + "。"
    assert set_as(sentence) == [Typeset(0, "", sentence)]
    assert set_as(sentence.replace("督", "", 2)) == [Typeset(2, sentence.replace("督", "", 2), "")]


def test_siblings_are_those_under_the_same_heading() -> None:
    said = set_as("一、内容", "（一）教育情况。", "二、方式", "（一）统筹协调，定期调度。组织督导。")
    assert [item.level for item in said] == [1, 2, 1, 0]


def test_the_third_level_is_in_body_type_unless_it_is_a_heading() -> None:
    assert [item.level for item in set_as("1.教育。", "（1）学校。", "2.住房")] == [0, 0, 3]


def test_what_the_writer_says_wins_over_the_number() -> None:
    assert set_as("一、二级公路通村。", level=Level.BODY) == [Typeset(0, "", "一、二级公路通村。")]
    assert set_as("总体要求", level=Level.FIRST) == [Typeset(1, "总体要求", "", alone=True)]
    assert set_as("总体要求。", level=Level.SECOND) == [Typeset(2, "总体要求。", "")]


def test_a_text_of_several_paragraphs_is_taken_apart() -> None:
    assert [item.level for item in set_as("一、目的\n对县督战。\n二、范围")] == [1, 0, 1]
