"""The chart of 销号率 by place: what stands in the picture."""

from __future__ import annotations

from fractions import Fraction

import pytest
from chart_pixels import DARK, bars, ink, opened

from docgen.charts.draw import characters, draw
from docgen.charts.rates import rates
from docgen.model.charts import RateChart

NAMES = ("红石镇", "青山镇", "大河乡", "白云彝族苗族乡")


def test_every_rate_has_a_bar_of_its_length_the_first_on_top(font):
    image = opened(rates(NAMES, (Fraction(1), Fraction(1, 2), Fraction(1, 4), Fraction(3, 4)), font))
    found = bars(image, DARK, across=True)
    assert [length / found[0][1] for _, length in found] == pytest.approx([1, 0.5, 0.25, 0.75], abs=0.01)
    assert [place for place, _ in found] == sorted(place for place, _ in found)


def test_a_missing_rate_has_no_bar_and_says_so_and_is_not_zero(font):
    none, zero = (opened(rates(NAMES, (Fraction(1), rate, None, Fraction(1, 2)), font)) for rate in (None, Fraction(0)))
    assert len(bars(none, DARK, across=True)) == len(bars(zero, DARK, across=True)) == 2
    assert none.tobytes() != zero.tobytes()
    assert rates(NAMES[:2], (None, Fraction(0)), font).alt == "红石镇无；青山镇0%"


def test_percentages_are_those_of_the_text(font):
    said = rates(NAMES, (Fraction(2, 3), Fraction(7, 8), Fraction(999, 1000), Fraction(1)), font).alt
    assert said == "红石镇66.7%；青山镇87.5%；大河乡99.9%；白云彝族苗族乡100%"


@pytest.mark.parametrize(("count", "height"), [(1, 40), (14, 85.5), (30, 150), (45, 152.5)])
def test_the_picture_grows_with_its_places_and_stays_below_a_page(font, count: int, height: float):
    names = tuple(f"红石{number}镇" for number in range(count))
    picture = rates(names, (Fraction(1, 2),) * count, font)
    assert picture.width_px / 200 * 25.4 == pytest.approx(156, abs=0.1)
    assert picture.height_px / 200 * 25.4 == pytest.approx(height, abs=0.2)
    assert len(bars(opened(picture), DARK, across=True)) == count


def test_names_stand_at_the_left_of_their_bars_and_none_is_cut_off(font):
    image = opened(rates(("白云彝族苗族大河青山红石镇", "红石镇"), (Fraction(1), Fraction(1, 2)), font))
    assert ink(image, (0, 0, 2, image.height)) == 0
    assert ink(image, (image.width - 2, 0, *image.size)) == 0
    first = bars(image, DARK, across=True)[0][0]
    assert ink(image, (2, first - 6, 300, first + 40)) > 500


def test_signs_of_formulas_in_a_name_are_signs(font):
    plain, signed = (rates((name,), (Fraction(1),), font).png for name in ("红石镇", "红$石^_$镇"))
    assert plain != signed


def test_the_same_rates_give_the_same_bytes(font):
    assert rates(NAMES, (None,) * 4, font) == rates(NAMES, (None,) * 4, font)


def test_the_font_must_have_the_characters_of_the_names_figures_and_the_word_for_none():
    assert characters(RateChart(("䶮溪乡",), (None,))) == "".join(sorted("0123456789.%无䶮溪乡"))


def test_a_chart_of_the_model_is_drawn_by_its_kind(font):
    chart = RateChart(NAMES, (Fraction(1), None, Fraction(0), Fraction(1, 3)))
    assert draw(chart, font) == rates(chart.names, chart.rates, font)
