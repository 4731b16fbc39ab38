"""The chart of problems found and closed: what stands in the picture."""

from __future__ import annotations

import pytest
from chart_pixels import DARK, LIGHT, bars, chunks, ink, opened

from docgen.charts.canvas import steps
from docgen.charts.draw import characters, draw
from docgen.charts.trend import trend
from docgen.model.charts import TrendChart

MONTHS = ("2月", "3月", "4月")


def test_every_month_has_a_dark_and_a_light_bar_as_long_as_its_numbers(font):
    image = opened(trend(MONTHS, (40, 20, 10), (5, 10, 20), font))
    legend = 60  # pixels from the top
    body = image.crop((0, legend, image.width, image.height))
    dark, light = bars(body, DARK, across=False), bars(body, LIGHT, across=False)
    assert [length / dark[0][1] for _, length in dark] == [
        1,
        pytest.approx(0.5, abs=0.02),
        pytest.approx(0.25, abs=0.02),
    ]
    assert [length / light[2][1] for _, length in light] == [
        pytest.approx(0.25, abs=0.03),
        pytest.approx(0.5, abs=0.03),
        1,
    ]
    assert all(one[0] < other[0] for one, other in zip(dark, light, strict=True))
    assert dark[0][1] / light[2][1] == pytest.approx(2, abs=0.05)


def test_a_count_stands_above_its_bar(font):
    one, other = (opened(trend(MONTHS, (40, found, 10), (5, 10, 20), font)) for found in (20, 21))
    place, length = bars(one.crop((0, 60, *one.size)), DARK, across=False)[1]
    top = one.height - 55 - length
    assert ink(one, (place, top - 30, place + 40, top - 4)) > 20
    assert one.tobytes() != other.tobytes()


def test_the_picture_is_as_wide_as_the_text_at_200_dots_an_inch_and_70_mm_high(font):
    picture = trend(MONTHS, (1, 2, 3), (0, 1, 2), font)
    assert (picture.width_px / 200 * 25.4, picture.height_px / 200 * 25.4) == pytest.approx((156, 70), abs=0.1)


def test_the_same_numbers_give_the_same_bytes_and_no_program_signs_them(font):
    one, two = (trend(MONTHS, (1, 2, 3), (0, 1, 2), font) for _ in range(2))
    assert one == two
    assert set(chunks(one.png)) == {"IHDR", "pHYs", "IDAT", "IEND"}


def test_light_and_dark_stay_apart_without_colour():
    grey = [
        sum(weight * value for weight, value in zip((0.3, 0.59, 0.11), color, strict=True)) for color in (DARK, LIGHT)
    ]
    assert grey[1] - grey[0] > 120


def test_the_numbers_are_told_in_words(font):
    assert trend(MONTHS[:2], (40, 20), (5, 10), font).alt == "2月发现40个，销号5个；3月发现20个，销号10个"


def test_months_without_problems_are_drawn_with_zeros(font):
    image = opened(trend(MONTHS, (0, 0, 0), (0, 0, 0), font))
    body = image.crop((0, 60, image.width, image.height))
    assert bars(body, DARK, across=False) == bars(body, LIGHT, across=False) == []


def test_two_years_of_months_keep_their_bars_apart(font):
    months = tuple(f"{number % 12 + 1}月" for number in range(24))
    image = opened(trend(months, tuple(range(100, 124)), tuple(range(124, 100, -1)), font))
    body = image.crop((0, 60, image.width, image.height))
    assert len(bars(body, DARK, across=False)) == len(bars(body, LIGHT, across=False)) == 24


def test_a_chart_tells_the_characters_that_its_font_must_have():
    assert characters(TrendChart(("2月", "12月"), (1, 2), (0, 1))) == "".join(sorted("0123456789发现销号单位：个月"))


def test_a_chart_of_the_model_is_drawn_by_its_kind(font):
    assert draw(TrendChart(MONTHS, (1, 2, 3), (0, 1, 2)), font) == trend(MONTHS, (1, 2, 3), (0, 1, 2), font)


@pytest.mark.parametrize(
    ("highest", "marks"),
    [
        (0, [0, 1]),
        (1, [0, 1]),
        (5, [0, 1, 2, 3, 4, 5]),
        (6, [0, 2, 4, 6]),
        (10, [0, 2, 4, 6, 8, 10]),
        (11, [0, 5, 10, 15]),
        (62, [0, 20, 40, 60, 80]),
        (100, [0, 20, 40, 60, 80, 100]),
        (101, [0, 50, 100, 150]),
    ],
)
def test_the_axis_is_marked_at_round_numbers_up_to_the_highest(highest: int, marks: list[int]):
    assert steps(highest) == marks
