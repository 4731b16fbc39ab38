"""Scatter and bubble charts: every figure at its place of both axes."""

import pytest
from chart_parts import BLUE, IDS, ORANGE, cache, extent, read, texts

from docgen.pdf.source import Shape

RED = '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'
NO_LINE = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
SAID = "图表（照存下的数据画，样子从简）"
# The box of the plot in the shapes below is read off its grid lines.
AXES = (
    '<c:valAx><c:axId val="1"/><c:scaling>{x}</c:scaling><c:axPos val="b"/><c:majorGridlines/></c:valAx>'
    '<c:valAx><c:axId val="2"/><c:scaling>{y}</c:scaling><c:axPos val="l"/><c:majorGridlines/></c:valAx>'
)


def marker(symbol: str, size: int = 6, look: str = "") -> str:
    return f'<c:marker><c:symbol val="{symbol}"/><c:size val="{size}"/>{look}</c:marker>'


def points(
    place: int, xs: tuple[object, ...], ys: tuple[object, ...], more: str = "", sizes: tuple[object, ...] | None = None
) -> str:
    x = f"<c:xVal>{cache('num', xs)}</c:xVal>" if xs else ""
    size = "" if sizes is None else f"<c:bubbleSize>{cache('num', sizes)}</c:bubbleSize>"
    name = f"<c:tx>{cache('str', ('甲镇乙镇'[2 * place :][:2],))}</c:tx>"
    return f'<c:ser><c:idx val="{place}"/>{name}{more}{x}<c:yVal>{cache("num", ys)}</c:yVal>{size}</c:ser>'


def scatter(*inner: str, style: str = "lineMarker", x: str = "", y: str = "") -> str:
    plot = f'<c:scatterChart><c:scatterStyle val="{style}"/>{"".join(inner)}{IDS}</c:scatterChart>'
    return plot + AXES.format(x=x, y=y)


def bubbles(*inner: str, more: str = "", x: str = "", y: str = "") -> str:
    return f"<c:bubbleChart>{''.join(inner)}{more}{IDS}</c:bubbleChart>" + AXES.format(x=x, y=y)


def ends(low: float, high: float) -> str:
    return f'<c:max val="{high}"/><c:min val="{low}"/>'


def box_of(shape: Shape) -> tuple[float, float, float, float]:
    """The box of the plot: left, top, width, height."""
    grid = [extent(path) for path in shape.paths if path.stroke == "#d9d9d9"]
    left, top = min(x for x, *_ in grid), min(y for _, y, *_ in grid)
    return left, top, max(x + w for x, _, w, _ in grid) - left, max(y + h for _, y, _, h in grid) - top


def shares(shape: Shape, color: str, *, wide: float) -> list[tuple[float, float]]:
    """Where the filled marks of a colour and width have their middles, as shares of the plot from its lower left."""
    left, top, width, height = box_of(shape)
    found = [extent(path) for path in shape.paths if path.fill == color]
    return [
        (round((x + w / 2 - left) / width, 3), round((top + height - y - h / 2) / height, 3))
        for x, y, w, h in found
        if w == pytest.approx(wide) and y + h / 2 < top + height + 0.01
    ]


def test_every_figure_stands_at_its_place_of_both_axes():
    inner = points(0, (0, 5, 10), (2, 1, 4), NO_LINE + marker("square"))
    shape, told = read(scatter(inner, x=ends(0, 10), y=ends(0, 4)))
    assert shares(shape, BLUE, wide=6) == [(0.0, 0.5), (0.5, 0.25), (1.0, 1.0)]
    assert not [path for path in shape.paths if path.stroke == BLUE]
    assert told == [SAID]


def test_both_axes_have_their_numbers_titles_and_grid_lines():
    plot = scatter(points(0, (100, 900), (1, 3.5), marker("circle")))
    said = "<c:title><c:tx><c:rich><a:p><a:r><a:t>{}</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    plot = plot.replace('<c:axPos val="b"/>', said.format("投资额") + '<c:axPos val="b"/>')
    plot = plot.replace('<c:axPos val="l"/>', said.format("完成率") + '<c:axPos val="l"/>')
    shape, _ = read(plot)
    across = ["0", "100", "200", "300", "400", "500", "600", "700", "800", "900", "1000"]
    assert texts(shape) == ["甲镇", "投资额", "完成率", "0", "0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4", *across]
    level = [path for path in shape.paths if path.stroke == "#d9d9d9" and extent(path)[3] == 0]
    assert (len(level), len([path for path in shape.paths if path.stroke == "#d9d9d9"])) == (9 + 1, 9 + 11 + 2)


def test_an_axis_of_days_is_written_as_days():
    inner = points(0, (45292, 45302), (1, 2), marker("circle")).replace(
        "<c:numCache>", "<c:numCache><c:formatCode>yyyy/m/d</c:formatCode>", 1
    )
    assert "2024/1/1" in texts(read(scatter(inner))[0])


def test_the_axes_are_known_by_their_sides_whatever_their_order():
    inner = points(0, (0, 10), (1, 4), NO_LINE + marker("square"))
    plot = scatter(inner, x=ends(0, 10), y=ends(0, 4)).replace(IDS, '<c:axId val="2"/><c:axId val="1"/>')
    assert shares(read(plot)[0], BLUE, wide=6) == [(0.0, 0.25), (1.0, 1.0)]


def test_a_line_joins_the_figures_only_where_the_file_asks_for_it():
    def lines(*more: str, style: str = "lineMarker") -> list[int]:
        shape, _ = read(scatter(points(0, (1, 2, 3), (1, 2, 1), "".join(more)), style=style))
        return [len(path.steps) for path in shape.paths if path.stroke == BLUE and path.width == 2.25]

    assert lines(marker("none")) == [2, 3]  # the legend's, and the line
    assert lines(NO_LINE, marker("none")) == lines(marker("circle"), style="marker") == []


def test_a_missing_figure_interrupts_the_line():
    shape, _ = read(scatter(points(0, (1, 2, 3, 4, 5), (1, 2, None, 4, 5), marker("none"))))
    assert [len(path.steps) for path in shape.paths if path.stroke == BLUE] == [2, 2, 2]
    shape, _ = read(scatter(points(0, (1, 2, None, 4, 5), (1, 2, 3, 4, 5), marker("none"))))
    assert [len(path.steps) for path in shape.paths if path.stroke == BLUE] == [2, 2, 2]


def test_a_smooth_line_goes_through_all_its_figures():
    straight, _ = read(scatter(points(0, (1, 2, 3), (1, 4, 1), marker("none"))))
    smooth, _ = read(
        scatter(points(0, (1, 2, 3), (1, 4, 1), marker("none")).replace("</c:ser>", '<c:smooth val="1"/></c:ser>'))
    )
    one, two = (next(p for p in shape.paths if p.stroke == BLUE and len(p.steps) == 3) for shape in (straight, smooth))
    assert [kind for kind, _ in two.steps] == ["M", "C", "C"]
    assert [values[-2:] for _, values in one.steps] == [values[-2:] for _, values in two.steps]


@pytest.mark.parametrize("symbol, kinds", [("circle", "MCCCCZ"), ("square", "MLLLZ"), ("diamond", "MLLLZ"),
                                           ("triangle", "MLLZ"), ("dash", "MLLLZ"), ("dot", "MLLLZ")])  # fmt: skip
def test_marks_have_the_form_size_and_colours_of_the_file(symbol, kinds):
    look = f"<c:spPr>{RED}<a:ln><a:solidFill><a:srgbClr val='00FF00'/></a:solidFill></a:ln></c:spPr>"
    shape, _ = read(scatter(points(0, (1, 2), (1, 2), NO_LINE + marker(symbol, 12, look))))
    found = [path for path in shape.paths if path.fill == "#ff0000"][1:]
    assert ["".join(kind for kind, _ in path.steps) for path in found] == [kinds] * 2
    assert {(path.stroke, round(extent(path)[2], 3)) for path in found} == {
        ("#00ff00", 6.0 if symbol == "dot" else 12.0)
    }


@pytest.mark.parametrize("symbol, lines", [("x", 2), ("plus", 2), ("star", 3)])
def test_marks_of_strokes_are_drawn_in_the_colour_of_the_series(symbol, lines):
    shape, _ = read(scatter(points(0, (1, 2), (1, 2), NO_LINE + marker(symbol, 8))))
    found = [path for path in shape.paths if path.stroke == BLUE]
    assert len(found) == lines * 3  # the legend shows one as well


def test_empty_marks_keep_their_edge():
    shape, _ = read(scatter(points(0, (1, 2), (1, 2), NO_LINE + marker("circle", 8, "<c:spPr><a:noFill/></c:spPr>"))))
    assert [(path.fill, path.stroke) for path in shape.paths if BLUE in (path.fill, path.stroke)] == [("", BLUE)] * 3


def test_what_lies_beyond_an_axis_is_cut_off_and_what_is_inside_keeps_its_place():
    inner = points(0, (0, 5, 20), (0, 2, 8), marker("square"))
    shape, _ = read(scatter(inner, x=ends(0, 10), y=ends(0, 4)))
    (cut,) = [part for part in shape.parts if part.shape.clip]
    left, top, width, height = box_of(shape)
    assert cut.shape.clip == pytest.approx((left, top, width, height))
    (line,) = [path for path in cut.shape.paths if path.stroke == BLUE]
    assert [values for _, values in line.steps][1:] == [
        pytest.approx((left + width / 2, top + height / 2)),
        pytest.approx((left + 2 * width, top - height)),
    ]


def test_figures_without_places_stand_at_one_two_three():
    for xs in ((), ("甲", "乙", "丙")):
        shape, _ = read(scatter(points(0, xs, (1, 2, 4), NO_LINE + marker("square")), x=ends(0, 4), y=ends(0, 4)))
        assert shares(shape, BLUE, wide=6) == [(0.25, 0.25), (0.5, 0.5), (0.75, 1.0)]


def test_labels_stand_beside_their_figures_with_what_is_asked_for():
    shows = (
        '<c:dLbls><c:dLblPos val="{}"/><c:showVal val="1"/><c:showCatName val="1"/><c:showSerName val="1"/></c:dLbls>'
    )
    places = {}
    for side in "tblr":
        inner = points(0, (5,), (2.5,), shows.format(side) + NO_LINE + marker("square"))
        shape, _ = read(scatter(inner, x=ends(0, 10), y=ends(0, 5)))
        assert texts(shape)[-1] == "甲镇 5 2.5"
        left, top, width, height = box_of(shape)
        part = shape.parts[-1]
        middle = (part.x + part.shape.width / 2 - left - width / 2, part.y + part.shape.height / 2 - top - height / 2)
        places[side] = tuple(round(number, 3) for number in middle)
    assert places["t"][0] == places["b"][0] == places["l"][1] == places["r"][1] == 0
    assert places["t"][1] == -places["b"][1] < -6
    assert places["l"][0] == -places["r"][0] < -20


def test_the_area_of_a_bubble_is_its_figure():
    inner = points(0, (1, 2, 3), (1, 2, 3), sizes=(16, 4, 1))
    shape, told = read(bubbles(inner, x=ends(0, 4), y=ends(0, 4)))
    found = [extent(path) for path in shape.paths if path.fill == BLUE][1:]
    assert [round(wide / found[0][2], 6) for _, _, wide, _ in found] == [1.0, 0.5, 0.25]
    assert found[0][2] == pytest.approx(min(box_of(shape)[2:]) / 4)
    assert shares(shape, BLUE, wide=found[0][2]) == [(0.25, 0.25)]
    assert told == [SAID]


def test_bubbles_may_be_larger_or_be_measured_by_their_width():
    inner = points(0, (1, 2), (1, 2), sizes=(16, 4))
    usual, larger, wide = (
        [extent(path)[2] for path in read(bubbles(inner, more=more))[0].paths if path.fill == BLUE][1:]
        for more in ("", '<c:bubbleScale val="200"/>', '<c:sizeRepresents val="w"/>')
    )
    assert larger == [pytest.approx(2 * one) for one in usual]
    assert wide == [pytest.approx(usual[0]), pytest.approx(usual[0] / 4)]


def test_bubbles_of_all_series_are_measured_alike_and_say_their_size():
    shows = '<c:dLbls><c:showBubbleSize val="1"/></c:dLbls>'
    shape, _ = read(bubbles(points(0, (1,), (1,), shows, sizes=(4,)), points(1, (2,), (2,), shows, sizes=(16,))))
    one, two = ([extent(path)[2] for path in shape.paths if path.fill == color][1] for color in (BLUE, ORANGE))
    assert two == pytest.approx(2 * one)
    assert texts(shape)[-2:] == ["4", "16"]


def test_bubbles_below_nothing_are_not_drawn():
    shape, _ = read(bubbles(points(0, (1, 2, 3, 4), (1, 2, 3, 4), sizes=(16, 0, -4, None))))
    assert len([path for path in shape.paths if path.fill == BLUE]) == 2  # the legend's, and the first


def test_points_among_bars_are_told_and_not_drawn():
    plot = scatter(points(0, (1, 2), (1, 2))) + "<c:barChart/>"
    shape, told = read(plot)
    assert ([path.stroke for path in shape.paths], told) == (["#a6a6a6", "#a6a6a6"], ["图表"])


@pytest.mark.parametrize("odd", ["1e400", "nan", "", "甲", "-5", "1e299", "-1e299", "1e-300", "0"])
@pytest.mark.parametrize("ends_of_axis", ["", ends(1e20, 1), ends(0, 1e-320), ends(5, 5)])
def test_odd_figures_break_nothing(odd, ends_of_axis):
    for plot in (
        scatter(points(0, (odd, 1, odd), (1, odd, odd)), x=ends_of_axis, y=ends_of_axis),
        bubbles(points(0, (odd, 1), (odd, odd), sizes=(odd, 1)), x=ends_of_axis, more='<c:bubbleScale val="-7"/>'),
        bubbles(points(0, (1,), (2,), sizes=(1,)), more=f'<c:bubbleScale val="{"9" * 500}"/>'),
        scatter(points(0, (1, 2), (3, 4), marker("circle", -3) + marker("none"))).replace(IDS, ""),
    ):
        shape, told = read(plot)
        assert told == [SAID]
        found = [*shape.paths, *(path for part in shape.parts for path in part.shape.paths)]
        assert all(abs(number) < 1e5 for path in found for _, numbers in path.steps for number in numbers)
        assert len(shape.parts) < 200


def test_a_chart_of_more_figures_than_an_office_draws_is_told_and_not_drawn():
    many = [points(0, (), (1,) * 4500) for _ in range(9)]
    assert read(scatter(*many))[1] == ["图表"]
    shape, told = read(scatter(points(0, (), (1, 2), marker("square")).replace('val="2"/>', 'val="4000000000"/>')))
    assert (len(shape.paths) < 100, told) == (True, [SAID])
