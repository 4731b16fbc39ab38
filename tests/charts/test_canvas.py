"""What a chart owes to nobody's settings, and what it says where it cannot be drawn."""

from __future__ import annotations

import sys

import pytest

from docgen.charts.trend import trend
from docgen.errors import MissingError
from docgen.model.pictures import ChartFont

MONTHS = ("2月", "3月")


def test_the_user_s_own_settings_of_matplotlib_count_for_nothing_and_are_left_alone(font):
    import matplotlib

    plain = trend(MONTHS, (3, 4), (1, 2), font)
    with matplotlib.rc_context({"axes.facecolor": "yellow", "font.size": 30, "savefig.dpi": 50}):
        assert trend(MONTHS, (3, 4), (1, 2), font) == plain
        assert matplotlib.rcParams["axes.facecolor"] == "yellow"


def test_a_character_without_a_glyph_is_drawn_as_its_font_draws_it_and_is_no_noise(font, capfd):
    lacking = ChartFont(font.path, "\ue000")
    assert trend(("2\ue000", "3月"), (3, 4), (1, 2), lacking).png != trend(MONTHS, (3, 4), (1, 2), font).png
    assert capfd.readouterr() == ("", "")


def test_no_figure_is_left_open_behind_a_chart(font):
    trend(MONTHS, (3, 4), (1, 2), font)
    assert "matplotlib.pyplot" not in sys.modules


def test_a_machine_without_matplotlib_says_how_to_get_it(font, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingError) as caught:
        trend(MONTHS, (3, 4), (1, 2), font)
    assert (caught.value.message, caught.value.remedy) == ("没有安装 matplotlib，不能画图", "pip install matplotlib")
