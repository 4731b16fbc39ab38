"""Flips: a shape with all its parts mirrored; text stays readable."""

from __future__ import annotations

from dataclasses import replace

from docgen.pdf.pages import Path
from docgen.pdf.reading.drawings.raster import Effects, Raster, raster
from docgen.pdf.source import Part, Picture, Shape, ShapeText


def flipped(shape: Shape, horizontal: bool, vertical: bool) -> Shape:
    """The shape mirrored within its box."""
    if not horizontal and not vertical:
        return shape
    return replace(
        shape,
        paths=tuple(_path(path, shape, horizontal, vertical) for path in shape.paths),
        picture=_picture(shape.picture, horizontal, vertical),
        text=_text(shape.text, shape, horizontal, vertical),
        parts=tuple(_part(part, shape, horizontal, vertical) for part in shape.parts),
    )


def _path(path: Path, shape: Shape, horizontal: bool, vertical: bool) -> Path:
    def moved(place: int, number: float) -> float:
        if place % 2:
            return shape.height - number if vertical else number
        return shape.width - number if horizontal else number

    steps = tuple(
        (kind, tuple(moved(place, number) for place, number in enumerate(numbers))) for kind, numbers in path.steps
    )
    return replace(path, steps=steps)


def _picture(picture: Picture | None, horizontal: bool, vertical: bool) -> Picture | None:
    if picture is None:
        return None
    found = raster(picture.data, Effects(flip_horizontal=horizontal, flip_vertical=vertical))
    return replace(picture, data=found.data, mime=found.mime) if isinstance(found, Raster) else picture


def _text(text: ShapeText | None, shape: Shape, horizontal: bool, vertical: bool) -> ShapeText | None:
    if text is None:
        return None
    x, y, width, height = text.area
    left = shape.width - x - width if horizontal else x
    top = shape.height - y - height if vertical else y
    return replace(text, area=(left, top, width, height))


def _part(part: Part, shape: Shape, horizontal: bool, vertical: bool) -> Part:
    own = flipped(part.shape, horizontal, vertical)
    # A mirror turns every rotation the other way round; two mirrors leave it.
    turned = replace(own, degrees=-own.degrees % 360) if horizontal != vertical else own
    x = shape.width - part.x - own.width if horizontal else part.x
    y = shape.height - part.y - own.height if vertical else part.y
    return Part(x, y, turned)
