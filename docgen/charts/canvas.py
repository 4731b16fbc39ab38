"""Canvas: a sheet of a chart in the sober look of an official document, and its PNG.

Everything that a chart says goes through one font file; nothing of the user's own matplotlib settings counts.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docgen.errors import MissingError
from docgen.model.pictures import ChartFont, Picture
from docgen.standard import Length, Mm

WIDTH = Mm(156)
"""As wide as the 版心."""
DARK, LIGHT, GREY, PALE = "#1f3864", "#c8c8c8", "#595959", "#e3e3e3"
"""Dark blue and light grey stay apart in black-and-white print; grey for the axes, pale for the lines behind."""
_DOTS = 200  # per inch


@dataclass(frozen=True, slots=True)
class Canvas:
    """A figure with one pair of axes; `margins` are left, right, bottom, top around the axes, in points."""

    figure: Any
    axes: Any
    font: str

    def type(self, size: float) -> Any:
        """The font at a size in points."""
        from matplotlib.font_manager import FontProperties

        return FontProperties(fname=self.font, size=size)

    def text(self, x: float, y: float, text: str, size: float, **how: Any) -> None:
        """A text at a place of the axes' data."""
        self.axes.text(x, y, text, fontproperties=self.type(size), **how)

    def ticks(self, axis: str, places: Sequence[float], labels: Sequence[str], size: float, color: str = GREY) -> None:
        """The marks of the x or y axis with their labels."""
        along = getattr(self.axes, f"{axis}axis")
        along.set_ticks(list(places), labels=list(labels), fontproperties=self.type(size), color=color)
        self.axes.tick_params(axis=axis, length=0, pad=3)

    def grid(self, axis: str) -> None:
        """Pale lines behind the bars, no frame but the axis that the bars stand on."""
        self.axes.set_axisbelow(True)
        self.axes.grid(axis=axis, color=PALE, linewidth=0.6)
        for side, spine in self.axes.spines.items():
            spine.set_visible(side == ("bottom" if axis == "y" else "left"))
            spine.set_color(GREY)

    def picture(self, alt: str) -> Picture:
        """The PNG: no date, no name of a program in it."""
        stream = BytesIO()
        with warnings.catch_warnings():
            # The font says which characters it lacks, and whoever chose it tells.
            warnings.filterwarnings("ignore", "Glyph .* missing")
            self.figure.savefig(stream, format="png", dpi=_DOTS, metadata={"Software": None})
        width, height = self.figure.canvas.get_width_height()
        return Picture(stream.getvalue(), width, height, alt)


@contextmanager
def canvas(height: Length, margins: tuple[float, float, float, float], font: ChartFont) -> Iterator[Canvas]:
    """A canvas as wide as the text; `margins` are left, right, bottom, top around the axes, in points."""
    matplotlib = _matplotlib()
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams["text.parse_math"] = False  # a `$` in a name is a `$`
        # Whole pixels, so that the picture is exactly as large as the figure says.
        pixels = [round(length.pt / 72 * _DOTS) for length in (WIDTH, height)]
        figure = Figure(figsize=(pixels[0] / _DOTS, pixels[1] / _DOTS), dpi=_DOTS, facecolor="white")
        FigureCanvasAgg(figure)
        left, right, bottom, top = margins
        wide, high = WIDTH.pt, height.pt
        box = (left / wide, bottom / high, 1 - (left + right) / wide, 1 - (bottom + top) / high)
        yield Canvas(figure, figure.add_axes(box), font.path)


def _matplotlib() -> Any:
    """matplotlib; what it tells of its own font cache is of no use to a writer."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    try:
        import matplotlib
    except ImportError as error:
        raise MissingError("没有安装 matplotlib，不能画图", "pip install matplotlib") from error
    return matplotlib


def steps(highest: float) -> list[int]:
    """Round numbers from 0 up to `highest` or a little more: 1, 2 or 5 times a power of ten apart, six at the most."""
    step = next(factor * 10**power for power in range(12) for factor in (1, 2, 5) if highest <= 5 * factor * 10**power)
    count = max(1, -(-int(highest) // step))
    return [step * number for number in range(count + 1)]
