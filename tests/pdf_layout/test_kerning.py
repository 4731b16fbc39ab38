from __future__ import annotations

from dataclasses import replace

import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from layout_sources import lines_of, para, source, text_of
from made_fonts import made_font

from docgen.pdf.layout import lay_out
from docgen.pdf.source import RunFormat
from docgen.pdf.typefaces.fonts import Fonts

PLAIN = RunFormat("Latin", "SimSun", size=10)
KERNED = replace(PLAIN, kerning=True)
PAIRS = "feature kern { pos u0041 u0056 -100; pos u0056 u0041 -50; pos u56FD u5B57 -300; } kern;"


@pytest.fixture
def line_of(folder):
    made_font("SimSun", "国字").save(folder / "song.ttf")
    latin = made_font("Latin", "AVB", width=600)
    latin.setupOS2(usWeightClass=400)
    addOpenTypeFeaturesFromString(latin.font, PAIRS.replace("pos u56FD u5B57 -300; ", ""))
    latin.save(folder / "latin.ttf")
    return lambda text, how: lines_of(lay_out(source(para(text, how)), Fonts.of_machine()).pages.pages[0])[0]


def places(line) -> list[float]:
    return [round(piece.x + place * 6, 3) for piece in line.pieces for place in range(len(piece.text))]


def test_pairs_of_kerned_letters_stand_nearer(line_of):
    assert places(line_of("AVA", KERNED)) == [0, 5, 10.5]


def test_without_kerning_they_do_not(line_of):
    line = line_of("AVA", PLAIN)
    assert ([piece.text for piece in line.pieces], places(line)) == (["AVA"], [0, 6, 12])


def test_letters_without_a_pair_stay_in_one_piece(line_of):
    line = line_of("ABBA", KERNED)
    assert [piece.text for piece in line.pieces] == ["ABBA"]


def test_the_text_of_a_kerned_word_is_whole(line_of):
    assert text_of(line_of("AVAB", KERNED)) == "AVAB"


def test_narrowed_letters_are_kerned_in_proportion(line_of):
    line = line_of("AV", replace(KERNED, scale=0.5))
    assert [round(piece.x, 3) for piece in line.pieces] == [0, 2.5]
