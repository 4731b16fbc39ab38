"""Radar charts, whose figures stand on spokes, and stock charts, whose figures of a day are joined."""

from math import hypot

import pytest
from chart_parts import AXES, BLUE, IDS, ORANGE, cache, extent, read, series, texts

from docgen.pdf.source import Shape

SAID = "图表（照存下的数据画，样子从简）"
NAMES = ("领导", "落实", "资金", "整改")
GRID = "<c:majorGridlines/>"
SCALE = '<c:scaling><c:max val="100"/><c:min val="0"/></c:scaling>'


def spokes(place: int, figures: tuple[object, ...], more: str = "") -> str:
    name = f"<c:tx>{cache('str', ('甲镇乙镇'[2 * place :][:2],))}</c:tx>"
    return (
        f'<c:ser><c:idx val="{place}"/>{name}{more}<c:cat>{cache("str", NAMES)}</c:cat>'
        f"<c:val>{cache('num', figures)}</c:val></c:ser>"
    )


def radar(*inner: str, style: str = "standard", more: str = GRID) -> str:
    plot = f'<c:radarChart><c:radarStyle val="{style}"/>{"".join(inner)}{IDS}</c:radarChart>'
    return plot + AXES.format(more=more).replace("<c:scaling/>", SCALE)


def middle_of(shape: Shape) -> tuple[float, float, float]:
    """The middle of the web and its radius, by its outermost ring."""
    rings = [extent(path) for path in shape.paths if path.stroke == "#d9d9d9" and path.steps[-1][0] == "Z"]
    x, y, width, height = max(rings, key=lambda box: box[2])
    return x + width / 2, y + height / 2, width / 2


def spots(shape: Shape, color: str) -> list[tuple[float, float]]:
    """The corners of a series, seen from the middle of the web, in shares of its radius."""
    x, y, radius = middle_of(shape)
    line = max((path for path in shape.paths if color in (path.stroke, path.fill)), key=lambda path: len(path.steps))
    return [
        (round((values[0] - x) / radius, 3) + 0.0, round((values[1] - y) / radius, 3) + 0.0)
        for _, values in line.steps
        if values
    ]


def test_the_figures_of_a_radar_chart_stand_on_their_spokes_from_the_top_clockwise():
    shape, told = read(radar(spokes(0, (100, 50, 25, 75))))
    assert spots(shape, BLUE) == [(0, -1), (0.5, 0), (0, 0.25), (-0.75, 0), (0, -1)]
    assert told == [SAID]


def test_a_web_has_a_ring_for_each_mark_a_spoke_for_each_name_and_all_texts():
    shape, _ = read(radar(spokes(0, (100, 50, 25, 75))))
    x, y, radius = middle_of(shape)
    grey = [path for path in shape.paths if path.stroke == "#d9d9d9"]
    rings = [path for path in grey if path.steps[-1][0] == "Z"]
    assert (len(rings), len(grey) - len(rings)) == (5, 4)
    assert {len(path.steps) for path in rings} == {5}
    assert texts(shape) == ["甲镇", *NAMES, "0", "20", "40", "60", "80", "100"]
    middles = [(part.x + part.shape.width / 2 - x, part.y + part.shape.height / 2 - y) for part in shape.parts[1:5]]
    assert all(hypot(*one) > radius + 5 for one in middles)
    assert [(one[0] > 1) - (one[0] < -1) for one in middles] == [0, 1, 0, -1]
    assert [(one[1] > 1) - (one[1] < -1) for one in middles] == [-1, 0, 1, 0]
    without, _ = read(radar(spokes(0, (100, 50, 25, 75)), more=""))
    assert len([path for path in without.paths if path.stroke == "#d9d9d9"]) == 4


def test_a_missing_figure_opens_the_web():
    shape, _ = read(radar(spokes(0, (100, None, 25, 75))))
    lines = [path for path in shape.paths if path.stroke == BLUE]
    assert [len(path.steps) for path in lines] == [2, 3]  # the legend's; from below over the left to the top
    x, y, radius = middle_of(shape)
    assert lines[1].steps[-1][1] == pytest.approx((x, y - radius))


def test_a_filled_radar_is_an_area_in_the_colour_of_the_file_and_marks_are_drawn_where_asked_for():
    look = '<c:spPr><a:solidFill><a:srgbClr val="FF0000"><a:alpha val="50000"/></a:srgbClr></a:solidFill></c:spPr>'
    shape, _ = read(radar(spokes(0, (100, 50, 25, 75), look), style="filled"))
    area = [path for path in shape.paths if path.fill == "#ff0000"][-1]
    assert ([kind for kind, _ in area.steps], area.alpha, area.stroke) == (["M", "L", "L", "L", "Z"], 0.5, "")
    marked, _ = read(radar(spokes(0, (100, 50, 25, 75)), style="marker"))
    assert len([path for path in marked.paths if path.fill == BLUE]) == 5
    plain, _ = read(radar(spokes(0, (100, 50, 25, 75))))
    assert [path for path in plain.paths if path.fill == BLUE] == []


def test_two_series_share_a_web_and_their_figures_are_written_where_asked_for():
    shows = '<c:dLbls><c:showVal val="1"/></c:dLbls>'
    shape, _ = read(radar(spokes(0, (10, 20, 30, 40)), spokes(1, (100, 100, 100, 100), shows)))
    assert spots(shape, ORANGE)[1] == (1, 0)
    assert texts(shape)[-4:] == ["100"] * 4


@pytest.mark.parametrize("count", [1, 2, 5000])
def test_a_web_of_any_number_of_spokes_stays_small(count):
    plot = radar(spokes(0, (1,) * count)).replace('<c:ptCount val="4"/>', f'<c:ptCount val="{count}"/>')
    shape, told = read(plot)
    assert told == [SAID]
    assert len(shape.paths) < 100
    assert len(shape.parts) < 100
    assert sum(len(path.steps) for path in shape.paths) < 6000


@pytest.mark.parametrize("odd", ["1e400", "nan", "", "甲", "-5", "1e299", "1e-300"])
def test_odd_figures_of_a_web_break_nothing(odd):
    for plot in (radar(spokes(0, (odd, 1, odd))), radar(spokes(0, (odd,) * 4)).replace(SCALE, "")):
        shape, told = read(plot, size=(60, 45))
        assert told == [SAID]
        assert all(abs(number) < 2000 for path in shape.paths for _, numbers in path.steps for number in numbers)


HIGH_LOW = (
    "<c:hiLowLines><c:spPr><a:ln><a:solidFill><a:srgbClr val='404040'/></a:solidFill></a:ln></c:spPr></c:hiLowLines>"
)
UP_DOWN = (
    '<c:upDownBars><c:gapWidth val="100"/><c:upBars/>'
    '<c:downBars><c:spPr><a:solidFill><a:srgbClr val="C00000"/></a:solidFill></c:spPr></c:downBars></c:upDownBars>'
)
NO_MARK = '<c:marker><c:symbol val="none"/></c:marker>'
OPEN, HIGH, LOW, CLOSE = (40, 30, 20), (60, 50, 40), (10, 20, 15), (30, 45, 20)


def stock(*rows: tuple[object, ...], more: str, marks: str = NO_MARK) -> str:
    inner = "".join(series(place, f"第{place}列", row, marks) for place, row in enumerate(rows))
    return f"<c:stockChart>{inner}{more}{IDS}</c:stockChart>{AXES.format(more='')}"


def in_values(shape: Shape, box: tuple[float, float, float, float]) -> tuple[float, float]:
    """The upper and lower end of a box in the values of the axis, by where its numbers stand."""
    texted = zip(texts(shape), shape.parts, strict=True)
    marks = [(float(words), part.y + part.shape.height / 2) for words, part in texted if words.isdigit()]
    (one, at), (two, below) = marks[0], marks[-1]
    step = (two - one) / (below - at)
    return round(one + (box[1] - at) * step, 3), round(one + (box[1] + box[3] - at) * step, 3)


def test_a_line_leads_from_the_highest_to_the_lowest_figure_of_a_day():
    shape, told = read(stock(HIGH, LOW, CLOSE, more=HIGH_LOW))
    lines = [path for path in shape.paths if path.stroke == "#404040"]
    assert [in_values(shape, extent(path)) for path in lines] == [(60, 10), (50, 20), (40, 15)]
    assert told == [SAID]
    assert not [path for path in shape.paths if path.stroke in (BLUE, ORANGE)]


def test_the_closing_figure_has_a_mark_where_the_file_says_nothing():
    shape, _ = read(stock(HIGH, LOW, CLOSE, more=HIGH_LOW, marks=""))
    found = [extent(path) for path in shape.paths if path.fill == "#a5a5a5"][1:]
    middles = [sum(in_values(shape, box)) / 2 for box in found]
    assert middles == [pytest.approx(value, abs=0.1) for value in CLOSE]
    assert not [path for path in shape.paths if path.fill in (BLUE, ORANGE)]


def test_a_bar_leads_from_the_opening_to_the_closing_figure_in_the_colour_of_its_direction():
    shape, _ = read(stock(OPEN, HIGH, LOW, CLOSE, more=HIGH_LOW + UP_DOWN))
    bars = [path for path in shape.paths if path.fill in ("#c00000", "#ffffff")]
    assert [(path.fill, path.stroke) for path in bars] == [
        ("#c00000", "#000000"),
        ("#ffffff", "#000000"),
        ("#ffffff", "#000000"),
    ]
    assert [in_values(shape, extent(path)) for path in bars] == [(40, 30), (45, 30), (20, 20)]
    lines = [extent(path) for path in shape.paths if path.stroke == "#404040"]
    for line, bar in zip(lines, map(extent, bars), strict=True):
        assert line[0] == pytest.approx(bar[0] + bar[2] / 2)
    # Between two bars there is as much room as a bar is wide.
    one, two = extent(bars[0]), extent(bars[1])
    assert two[0] - one[0] == pytest.approx(2 * one[2])


def test_a_day_without_figures_shows_nothing():
    shape, _ = read(stock((40, None, 20), (60, None, 40), (10, None, 15), (30, None, 20), more=HIGH_LOW + UP_DOWN))
    assert len([path for path in shape.paths if path.stroke == "#404040"]) == 2
    assert len([path for path in shape.paths if path.fill in ("#c00000", "#ffffff")]) == 2


def test_days_are_written_as_the_axis_says():
    plot = stock(HIGH, LOW, CLOSE, more=HIGH_LOW)
    days = f"<c:cat>{cache('num', (45292, 45293, 45294), 'yyyy/m/d')}</c:cat>"
    plot = plot.replace(f"<c:cat>{cache('str', ('甲镇', '乙镇', '丙镇'))}</c:cat>", days)
    assert texts(read(plot)[0])[-3:] == ["2024/1/1", "2024/1/2", "2024/1/3"]
    own = '<c:numFmt formatCode="m&quot;月&quot;d&quot;日&quot;" sourceLinked="0"/><c:delete val="0"/></c:catAx>'
    plot = plot.replace('<c:delete val="0"/></c:catAx>', own)
    assert texts(read(plot)[0])[-3:] == ["1月1日", "1月2日", "1月3日"]


def test_a_volume_in_columns_stands_behind_the_days_with_its_own_axis():
    bars = f'<c:barChart>{series(9, "成交量", (1000, 2000, 1500))}<c:axId val="3"/><c:axId val="4"/></c:barChart>'
    second = '<c:catAx><c:axId val="3"/><c:delete val="1"/></c:catAx><c:valAx><c:axId val="4"/></c:valAx>'
    shape, _ = read(bars + stock(HIGH, LOW, CLOSE, more=HIGH_LOW) + second)
    kinds = [path.stroke or path.fill for path in shape.paths if path.stroke == "#404040" or path.fill == "#ffc000"]
    assert kinds[1:] == ["#ffc000"] * 3 + ["#404040"] * 3
    assert {"2500", "70"} <= set(texts(shape))


@pytest.mark.parametrize("odd", ["1e400", "nan", "", "-5", "1e299", "0"])
def test_odd_figures_of_a_day_break_nothing(odd):
    gap = UP_DOWN.replace('val="100"', f'val="{"9" * 500}"')
    for more in (HIGH_LOW + UP_DOWN, HIGH_LOW + gap, gap.replace("9" * 500, "-100"), ""):
        shape, told = read(stock((odd, 1, odd), (1, odd, 5), (odd,), more=more))
        assert told == [SAID]
        assert all(abs(number) < 2000 for path in shape.paths for _, numbers in path.steps for number in numbers)
