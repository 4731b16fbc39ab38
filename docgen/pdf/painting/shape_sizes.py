"""Shape sizes: a shape at another size, everything in it in proportion, its text in the room that comes of it."""

from __future__ import annotations

from dataclasses import replace

from docgen.pdf.pages import stretched
from docgen.pdf.source import Part, Picture, Shape, ShapeText

Box = tuple[float, float, float, float]


def resized(shape: Shape, width: float, height: float) -> Shape:
    """The shape with another width and height."""
    if abs(width - shape.width) < 0.01 and abs(height - shape.height) < 0.01:
        return shape
    across, down = _ratio(width, shape.width), _ratio(height, shape.height)
    return replace(
        shape,
        width=width,
        height=height,
        paths=tuple(replace(path, steps=stretched(path.steps, across, down)) for path in shape.paths),
        picture=_picture(shape.picture, across, down),
        text=_text(shape.text, width - shape.width, height - shape.height),
        clip=_stretched(shape.clip, across, down),
        parts=tuple(_part(part, across, down) for part in shape.parts),
    )


def _ratio(new: float, old: float) -> float:
    return new / old if old else 1.0


def _picture(picture: Picture | None, across: float, down: float) -> Picture | None:
    if picture is None:
        return None
    return replace(picture, width=picture.width * across, height=picture.height * down)


def _text(text: ShapeText | None, wider: float, higher: float) -> ShapeText | None:
    """What text loses at the edges of a shape stays; the rest of the room is its own."""
    if text is None:
        return None
    x, y, width, height = text.area
    return replace(text, area=(x, y, max(width + wider, 0.0), max(height + higher, 0.0)))


def _stretched(box: Box | None, across: float, down: float) -> Box | None:
    return None if box is None else (box[0] * across, box[1] * down, box[2] * across, box[3] * down)


def _part(part: Part, across: float, down: float) -> Part:
    own = part.shape
    return Part(part.x * across, part.y * down, resized(own, own.width * across, own.height * down))
