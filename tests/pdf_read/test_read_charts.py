"""Charts, drawn from the figures that the file keeps."""

import pytest
from chart_parts import AXES, BLUE, IDS, ORANGE, bars, extent, filled, pie, read, series, texts


def test_the_bars_of_a_chart_are_as_high_as_their_figures():
    shape, told = read(bars(series(0, "计划", (10, 20, 5))))
    found = [extent(path) for path in filled(shape, BLUE)]
    assert [high / found[0][3] for _, _, _, high in found] == [1.0, pytest.approx(2.0), pytest.approx(0.5)]
    bottoms = {round(top + high, 6) for _, top, _, high in found}
    assert (len(bottoms), told) == (1, ["图表（照存下的数据画，样子从简）"])


def test_everything_that_is_written_in_a_chart_is_shown():
    title = "<c:title><c:tx><c:rich><a:p><a:r><a:t>完成情况</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    across = "<c:title><c:tx><c:rich><a:p><a:r><a:t>万元</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    labels = '<c:dLbls><c:showVal val="1"/></c:dLbls>'
    shape, _ = read(bars(series(0, "计划", (10, 20, 15), labels), more=across), title)
    assert texts(shape) == ["完成情况", "计划", "万元", "0", "5", "10", "15", "20", "25", *("甲镇乙镇丙镇"[n : n + 2]
                            for n in (0, 2, 4)), "10", "20", "15"]  # fmt: skip
    turned = [part.shape.degrees for part in shape.parts if part.shape.degrees]
    assert turned == [270]


def test_bars_of_two_series_stand_side_by_side_or_on_each_other():
    two = series(0, "计划", (10, 20, 15)) + series(1, "完成", (10, 10, 10))
    beside, _ = read(bars(two))
    one, other = (extent(filled(beside, color)[0]) for color in (BLUE, ORANGE))
    assert one[0] + one[2] == pytest.approx(other[0])
    heaped, _ = read(bars('<c:grouping val="stacked"/><c:overlap val="100"/>' + two))
    one, other = (extent(filled(heaped, color)[0]) for color in (BLUE, ORANGE))
    assert one[0] == pytest.approx(other[0])
    assert one[1] == pytest.approx(other[1] + other[3])
    shares, _ = read(bars('<c:grouping val="percentStacked"/>' + two))
    one, other = (extent(filled(shares, color)[1]) for color in (BLUE, ORANGE))
    assert one[3] == pytest.approx(2 * other[3])
    assert "100%" in texts(shares)


def test_lying_bars_begin_at_the_left_and_the_first_lies_lowest():
    shape, _ = read(bars(series(0, "计划", (10, 20, 15)), direction="bar"))
    found = [extent(path) for path in filled(shape, BLUE)]
    assert len({round(left, 6) for left, *_ in found}) == 1
    assert [wide / found[0][2] for _, _, wide, _ in found] == [1.0, pytest.approx(2.0), pytest.approx(1.5)]
    assert found[0][1] > found[1][1] > found[2][1]


def test_a_line_is_interrupted_where_a_figure_is_missing():
    plot = f"<c:lineChart>{series(0, '进度', (1, None, 3))}{IDS}</c:lineChart>{AXES.format(more='')}"
    shape, _ = read(plot)
    lines = [path for path in shape.paths if path.stroke == BLUE and path.width == 2.25]
    assert len(lines) == 1  # the legend's: a figure alone is a dot
    assert len([path for path in shape.paths if path.fill == BLUE]) == 2
    shape, _ = read(plot.replace('<c:pt idx="2">', '<c:pt idx="1"><c:v>2</c:v></c:pt><c:pt idx="2">'))
    assert [len(path.steps) for path in shape.paths if path.stroke == BLUE and path.width == 2.25] == [2, 3]


def test_the_slices_of_a_pie_have_colours_of_their_own_and_their_shares_beside_them():
    labels = '<c:dLbls><c:showPercent val="1"/></c:dLbls>'
    point = '<c:dPt><c:idx val="1"/><c:spPr><a:solidFill><a:srgbClr val="00FF00"/></a:solidFill></c:spPr></c:dPt>'
    shape, _ = read(pie(series(0, "构成", (50, 30, 20), labels + point)))
    assert [path.fill for path in shape.paths if path.stroke == "#ffffff"] == [BLUE, "#00ff00", "#a5a5a5"]
    assert texts(shape) == ["甲镇", "乙镇", "丙镇", "50%", "30%", "20%"]
    ring, _ = read(pie(series(0, "构成", (50, 30, 20)) + '<c:holeSize val="60"/>', "doughnutChart"))
    assert [len(path.steps) for path in ring.paths if path.stroke == "#ffffff"] == [8, 8, 6]


def test_series_measured_by_a_second_axis_have_its_scale():
    plot = (
        f"<c:barChart>{series(0, '投资', (1000, 2000, 1500))}{IDS}</c:barChart>"
        f"<c:lineChart>{series(1, '完成率', (0.5, 0.8, 1.0), code='0%')}"
        '<c:axId val="3"/><c:axId val="4"/></c:lineChart>'
    )
    second = '<c:catAx><c:axId val="3"/><c:delete val="1"/></c:catAx><c:valAx><c:axId val="4"/></c:valAx>'
    shape, _ = read(plot + AXES.format(more="") + second)
    shown = texts(shape)
    assert {"500", "2500", "0%", "120%"} <= set(shown)


@pytest.mark.parametrize("plots", ["", "<c:radarChart/>", "<c:surfaceChart/>", pie("<c:ser/>")])
def test_a_chart_that_cannot_be_drawn_is_an_empty_frame_and_told(plots):
    shape, told = read(plots)
    assert ([path.stroke for path in shape.paths], told) == (["#a6a6a6", "#a6a6a6"], ["图表"])


def test_an_axis_begins_above_0_only_for_a_line_of_figures_that_lie_near_one_another():
    def marks(kind: str, figures: tuple[int, ...]) -> list[str]:
        plot = f"<c:{kind}Chart>{series(0, '', figures)}{IDS}</c:{kind}Chart>{AXES.format(more='')}"
        return [text for text in texts(read(plot)[0]) if text.isdigit()]

    assert marks("line", (100, 101, 102))[0] == "100"
    assert marks("bar", (100, 101, 102))[0] == "0"
    assert marks("line", (100, 50, 10))[0] == marks("line", (100, 100, 100))[0] == "0"


def test_what_a_chart_has_beside_its_figures_and_does_not_show_is_told():
    extra = "<c:trendline/><c:errBars/>"
    _, told = read(bars(series(0, "计划", (10, 20, 5), extra), more='<c:scaling><c:logBase val="10"/></c:scaling>'))
    assert told[1:] == ["图表的趋势线", "图表的误差线", "图表的对数坐标（按平常的坐标画）"]


@pytest.mark.parametrize(
    "axis",
    [
        '<c:majorUnit val="1e-300"/>',
        '<c:majorUnit val="1e299"/>',
        '<c:scaling><c:min val="1e20"/><c:max val="1"/></c:scaling>',
        '<c:scaling><c:min val="-1e299"/><c:max val="1e299"/></c:scaling>',
        '<c:scaling><c:max val="1e-320"/></c:scaling>',
        '<c:scaling><c:min val="nan"/><c:max val="inf"/></c:scaling>',
    ],
)
@pytest.mark.parametrize("figures", [(10, 20, 5), (1e299, 1e299, 1e299), (1e15, 1e15, 1e15), (-1e299, 1e299, 0)])
def test_odd_axes_break_nothing(axis, figures):
    plot = f"<c:lineChart>{series(0, '', figures)}{IDS}</c:lineChart>"
    axes = f'<c:catAx><c:axId val="1"/></c:catAx><c:valAx><c:axId val="2"/>{axis}</c:valAx>'
    shape, _ = read(plot + axes)
    assert len(texts(shape)) < 80
    assert all(abs(number) < 2000 for path in shape.paths for _, numbers in path.steps for number in numbers)


@pytest.mark.parametrize("odd", ["1e400", "nan", "", "甲", "-5", "1e299", "1e-300", "0"])
@pytest.mark.parametrize("kind", ["bar", "pie"])
def test_odd_figures_break_nothing(odd, kind):
    inner = series(0, "", (odd, 1, odd))
    shape, told = read(bars(inner) if kind == "bar" else pie(inner))
    assert told == ["图表（照存下的数据画，样子从简）"]
    assert all(abs(number) < 2000 for path in shape.paths for _, numbers in path.steps for number in numbers)
