"""Flips: a shape with all its parts mirrored; text stays readable."""

from __future__ import annotations

from dataclasses import replace

from docgen.pdf.pages import stretched
from docgen.pdf.reading.drawings.outlines import mirror_factors, mirrored_box
from docgen.pdf.reading.drawings.raster import Effects, Raster, raster
from docgen.pdf.source import Part, Picture, Shape, ShapeText


def flipped(shape: Shape, horizontal: bool, vertical: bool) -> Shape:
    """The shape mirrored within its box."""
    if not horizontal and not vertical:
        return shape
    factors = mirror_factors(shape.width, shape.height, horizontal, vertical)
    return replace(
        shape,
        paths=tuple(replace(path, steps=stretched(path.steps, *factors)) for path in shape.paths),
        picture=_picture(shape.picture, horizontal, vertical),
        text=_text(shape.text, shape, horizontal, vertical),
        clip=shape.clip and mirrored_box(shape.clip, shape.width, shape.height, horizontal, vertical),
        parts=tuple(_part(part, shape, horizontal, vertical) for part in shape.parts),
    )


def _picture(picture: Picture | None, horizontal: bool, vertical: bool) -> Picture | None:
    if picture is None:
        return None
    found = raster(picture.data, Effects(flip_horizontal=horizontal, flip_vertical=vertical))
    return replace(picture, data=found.data, mime=found.mime) if isinstance(found, Raster) else picture


def _text(text: ShapeText | None, shape: Shape, horizontal: bool, vertical: bool) -> ShapeText | None:
    if text is None:
        return None
    return replace(text, area=mirrored_box(text.area, shape.width, shape.height, horizontal, vertical))


def _part(part: Part, shape: Shape, horizontal: bool, vertical: bool) -> Part:
    own = flipped(part.shape, horizontal, vertical)
    # A mirror turns every rotation the other way round; two mirrors leave it.
    turned = replace(own, degrees=-own.degrees % 360) if horizontal != vertical else own
    box = (part.x, part.y, own.width, own.height)
    x, y, _, _ = mirrored_box(box, shape.width, shape.height, horizontal, vertical)
    return Part(x, y, turned)
