"""Canvas: the items of a page → its content stream, with the places of its links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import cos, radians, sin
from typing import TYPE_CHECKING

from docgen.pdf.decimals import number
from docgen.pdf.direct.operators import Operators
from docgen.pdf.direct.picture_objects import Pictures
from docgen.pdf.direct.syntax import numbers
from docgen.pdf.direct.text_writer import TextWriter
from docgen.pdf.pages import Clipped, Fill, Image, Item, Line, Link, Path, Piece, Rule, Step, Target, Turned

if TYPE_CHECKING:
    from docgen.pdf.direct.structure import PageTags

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
_AS_IT_IS: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(slots=True)
class Resources:
    """What the pages of a document draw with."""

    text: TextWriter
    pictures: Pictures
    alphas: dict[str, float] = field(default_factory=dict)

    def alpha(self, value: float) -> str:
        """The name of the state in which everything is drawn with this alpha."""
        name = f"A{round(value * 1000)}"
        self.alphas[name] = round(value, 3)
        return name


@dataclass(slots=True)
class Canvas:
    """Draws items. `base` is where the records' y = 0 lies, counted upward; `matrix` leads from there to the page."""

    resources: Resources
    base: float
    tags: PageTags | None = None
    out: Operators = field(default_factory=Operators)
    matrix: Matrix = _AS_IT_IS
    links: list[tuple[Box, str]] = field(default_factory=list)
    targets: list[tuple[float, float, str]] = field(default_factory=list)

    def draw(self, items: Iterable[Item]) -> None:
        """Draw items in their order."""
        for item in items:
            match item:
                case Line():
                    self._line(item)
                case Rule() | Fill():
                    self._beside_the_text()
                    self._shape(item)
                case Path():
                    self._path(item)
                case Image():
                    self._image(item)
                case Turned():
                    self._turned(item)
                case Clipped():
                    self._clipped(item)
                case Link():
                    self._link(item)
                case Target():
                    x, y = self._on_page(item.x, self.base - item.y)
                    self.targets.append((x, y, item.name))

    def _beside_the_text(self) -> None:
        if self.tags is not None:
            self.out.mark(self.tags.artifact())

    def _line(self, line: Line) -> None:
        if not line.pieces:
            return
        if self.tags is None:
            self._pieces(line.pieces, line)
            return
        for element, pieces in line.runs():
            self.out.mark(self.tags.text(element, self.out.opened))
            self._pieces(pieces, line)

    def _pieces(self, pieces: tuple[Piece, ...], line: Line) -> None:
        out, text, y = self.out, self.resources.text, self.base - line.baseline
        out.add("BT")
        for piece in pieces:
            text.show(piece, line.x + piece.x, y, out)
        out.add("ET")

    def _shape(self, item: Rule | Fill) -> None:
        if isinstance(item, Fill):
            self._area(item.x, item.y, item.width, item.height, item.color)
        elif item.dash:
            self.out.stroke(item.color, item.width, item.dash)
            start, end = numbers(item.x1, self.base - item.y1), numbers(item.x2, self.base - item.y2)
            self.out.add(f"{start} m {end} l S")
        else:
            half = item.width / 2
            if item.y1 == item.y2:
                self._area(item.x1, item.y1 - half, item.x2 - item.x1, item.width, item.color)
            else:
                self._area(item.x1 - half, item.y1, item.width, item.y2 - item.y1, item.color)

    def _area(self, x: float, y: float, width: float, height: float, color: str) -> None:
        self.out.fill_color(color)
        self.out.add(f"{numbers(x, self.base - y - height, width, height)} re f")

    def _path(self, path: Path) -> None:
        stroked = bool(path.stroke) and path.width > 0
        if not path.steps or not (path.fill or stroked):
            return
        if path.alpha < 1:
            self.out.save()
        if self.tags is not None:
            self.out.mark(self.tags.figure(path, self._around(path)) if path.alt else self.tags.artifact())
        if path.alpha < 1:
            self.out.add(f"/{self.resources.alpha(path.alpha)} gs")
        if path.fill:
            self.out.fill_color(path.fill)
        if stroked:
            self.out.stroke(path.stroke, path.width, path.dash, cap=path.cap, join=path.join)
        paint = "B" if path.fill and stroked else "f" if path.fill else "S"
        self.out.add(" ".join([*(self._step(step) for step in path.steps), paint]))
        if path.alpha < 1:
            self.out.restore()

    def _around(self, path: Path) -> Box:
        """The box around an outline, on the page."""
        values = [step[1] for step in path.steps]
        xs, ys = [x for found in values for x in found[::2]], [y for found in values for y in found[1::2]]
        return self._box(min(xs), self.base - max(ys), max(xs) - min(xs), max(ys) - min(ys))

    def _step(self, step: Step) -> str:
        kind, values = step
        flipped = (self.base - value if place % 2 else value for place, value in enumerate(values))
        return " ".join([*map(number, flipped), {"M": "m", "L": "l", "C": "c", "Z": "h"}[kind]])

    def _image(self, image: Image) -> None:
        name = self.resources.pictures.name(image)
        if not name:
            return
        x, y = image.x, self.base - image.y - image.height
        self.out.save()
        if self.tags is not None:
            self.out.mark(self.tags.figure(image, self._box(x, y, image.width, image.height)))
        if image.alpha < 1:
            self.out.add(f"/{self.resources.alpha(image.alpha)} gs")
        self.out.add(f"{number(image.width)} 0 0 {numbers(image.height, x, y)} cm /{name} Do")
        self.out.restore()

    def _turned(self, turned: Turned) -> None:
        x, y = turned.x, self.base - turned.y
        angle = radians(turned.degrees)
        turn = (cos(angle), -sin(angle), sin(angle), cos(angle), x, y)
        self.out.save()
        self.out.add(" ".join([*(f"{value:.6f}" for value in turn[:4]), numbers(x, y), "cm"]))
        before = self.base, self.matrix
        self.base, self.matrix = 0.0, _times(turn, self.matrix)
        self.draw(turned.items)
        self.base, self.matrix = before
        self.out.restore()

    def _clipped(self, clipped: Clipped) -> None:
        y = self.base - clipped.y - clipped.height
        self.out.save()
        self.out.add(f"{numbers(clipped.x, y, clipped.width, clipped.height)} re W n")
        self.draw(clipped.items)
        self.out.restore()

    def _link(self, link: Link) -> None:
        box = self._box(link.x, self.base - link.y - link.height, link.width, link.height)
        self.links.append((box, link.target))
        if self.tags is not None:
            self.tags.link(len(self.links) - 1, link)

    def _box(self, x: float, y: float, width: float, height: float) -> Box:
        """The upright box around an area, on the page."""
        corners = [self._on_page(a, b) for a in (x, x + width) for b in (y, y + height)]
        xs, ys = zip(*corners, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def _on_page(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = self.matrix
        return a * x + c * y + e, b * x + d * y + f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)
