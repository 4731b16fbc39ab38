"""Flow chart presets (ECMA-376 Part 1, 20.1.10.56)."""

from __future__ import annotations

from docgen.pdf.reading.drawings.outlines import Geometry, Outline, Track, ellipse, polygon, transformed
from docgen.pdf.reading.drawings.presets.basic import PRESETS as BASIC
from docgen.pdf.reading.drawings.presets.basic import rectangle
from docgen.pdf.reading.drawings.presets.frame import Frame, Preset, closed
from docgen.pdf.reading.drawings.presets.solids import can


def _terminator(frame: Frame) -> Geometry:
    width, height = frame.width, frame.height
    round_ = width * 0.16088
    track = Track().move(round_, 0.0).line(width - round_, 0.0).arc(round_, height / 2, 270, 180)
    track.line(round_, height).arc(round_, height / 2, 90, 180).close()
    return Geometry((track.outline(),), frame.inner(0.047, 0.14645, 0.953, 0.85355))


def _data(frame: Frame) -> Geometry:
    outline = frame.scaled([(0.0, 1.0), (0.2, 0.0), (1.0, 0.0), (0.8, 1.0)])
    return Geometry((outline,), frame.inner(0.2, 0.0, 0.8, 1.0))


def _document(frame: Frame) -> Geometry:
    width, height = frame.width, frame.height
    edge, wave = height * 0.80324, height * 0.93378
    track = Track().move(0.0, 0.0).line(width, 0.0).line(width, edge)
    track.curve((width / 2, edge), (width / 2, height * 1.1075), (0.0, wave)).close()
    return Geometry((track.outline(),), frame.inner(0.0, 0.0, 1.0, 0.80324))


def _predefined(frame: Frame) -> Geometry:
    bars = Track()
    for share in (1 / 8, 7 / 8):
        bars.move(share * frame.width, 0.0).line(share * frame.width, frame.height)
    body = rectangle(frame).outlines
    return Geometry((*body, Outline(tuple(bars.steps), filled=False)), frame.inner(1 / 8, 0.0, 7 / 8, 1.0))


def _internal_storage(frame: Frame) -> Geometry:
    bars = Track().move(frame.width / 8, 0.0).line(frame.width / 8, frame.height)
    bars.move(0.0, frame.height / 8).line(frame.width, frame.height / 8)
    body = rectangle(frame).outlines
    return Geometry((*body, Outline(tuple(bars.steps), filled=False)), frame.inner(1 / 8, 1 / 8, 1.0, 1.0))


def _preparation(frame: Frame) -> Geometry:
    outline = frame.scaled([(0.0, 0.5), (0.2, 0.0), (0.8, 0.0), (1.0, 0.5), (0.8, 1.0), (0.2, 1.0)])
    return Geometry((outline,), frame.inner(0.2, 0.0, 0.8, 1.0))


def _manual_input(frame: Frame) -> Geometry:
    outline = frame.scaled([(0.0, 0.2), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)])
    return Geometry((outline,), frame.inner(0.0, 0.2, 1.0, 1.0))


def _manual_operation(frame: Frame) -> Geometry:
    outline = frame.scaled([(0.0, 0.0), (1.0, 0.0), (0.8, 1.0), (0.2, 1.0)])
    return Geometry((outline,), frame.inner(0.2, 0.0, 0.8, 1.0))


def _merge(frame: Frame) -> Geometry:
    return Geometry((frame.scaled([(0.0, 0.0), (1.0, 0.0), (0.5, 1.0)]),), frame.inner(0.25, 0.0, 0.75, 0.5))


def _off_page(frame: Frame) -> Geometry:
    outline = frame.scaled([(0.0, 0.0), (1.0, 0.0), (1.0, 0.8), (0.5, 1.0), (0.0, 0.8)])
    return Geometry((outline,), frame.inner(0.0, 0.0, 1.0, 0.8))


def _card(frame: Frame) -> Geometry:
    outline = frame.scaled([(0.0, 0.2), (0.2, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)])
    return Geometry((outline,), frame.inner(0.0, 0.2, 1.0, 1.0))


def _delay(frame: Frame) -> Geometry:
    width, height = frame.width, frame.height
    track = Track().move(0.0, 0.0).line(width / 2, 0.0).arc(width / 2, height / 2, 270, 180).line(0.0, height).close()
    return Geometry((track.outline(),), frame.inner(0.0, 0.14645, 0.85355, 0.85355))


def _multidocument(frame: Frame) -> Geometry:
    inner = Frame(frame.width * 0.86, frame.height * 0.83)
    sheets = []
    for number in (2, 1, 0):
        x, y = number * 0.07 * frame.width, (2 - number) * 0.085 * frame.height
        sheets.append(transformed(_document(inner).outlines[0], 1.0, 1.0, x, y))
    return Geometry(tuple(sheets), frame.inner(0.0, 0.17, 0.86, 0.8))


def _disk(frame: Frame) -> Geometry:
    return can(Frame(frame.width, frame.height, {"adj": 100_000 * frame.height / 3 / (frame.short or 1.0)}))


def _circle(frame: Frame) -> Geometry:
    return Geometry((ellipse(frame.box),), frame.inner(0.14645, 0.14645, 0.85355, 0.85355))


def _crossed_circle(upright: bool) -> Preset:
    def made(frame: Frame) -> Geometry:
        x, y = frame.middle
        across, down = (x, y) if upright else (x * 0.70711, y * 0.70711)
        bars = Track()
        if upright:
            bars.move(x, 0.0).line(x, 2 * y).move(0.0, y).line(2 * x, y)
        else:
            bars.move(x - across, y - down).line(x + across, y + down)
            bars.move(x + across, y - down).line(x - across, y + down)
        return Geometry((ellipse(frame.box), Outline(tuple(bars.steps), filled=False)), _circle(frame).text)

    return made


def _extract(frame: Frame) -> Geometry:
    return closed(frame, [(0.0, frame.height), (frame.width / 2, 0.0), (frame.width, frame.height)])


def _collate(frame: Frame) -> Geometry:
    width, height = frame.width, frame.height
    upper = polygon([(0.0, 0.0), (width, 0.0), (width / 2, height / 2)])
    lower = polygon([(width / 2, height / 2), (width, height), (0.0, height)])
    return Geometry((upper, lower), frame.inner(0.25, 0.25, 0.75, 0.75))


PRESETS: dict[str, Preset] = {
    "flowChartProcess": rectangle,
    "flowChartAlternateProcess": BASIC["roundRect"],
    "flowChartDecision": BASIC["diamond"],
    "flowChartInputOutput": _data,
    "flowChartPredefinedProcess": _predefined,
    "flowChartInternalStorage": _internal_storage,
    "flowChartDocument": _document,
    "flowChartMultidocument": _multidocument,
    "flowChartTerminator": _terminator,
    "flowChartPreparation": _preparation,
    "flowChartManualInput": _manual_input,
    "flowChartManualOperation": _manual_operation,
    "flowChartConnector": _circle,
    "flowChartOffpageConnector": _off_page,
    "flowChartPunchedCard": _card,
    "flowChartSummingJunction": _crossed_circle(False),
    "flowChartOr": _crossed_circle(True),
    "flowChartExtract": _extract,
    "flowChartMerge": _merge,
    "flowChartCollate": _collate,
    "flowChartDelay": _delay,
    "flowChartMagneticDisk": _disk,
}
