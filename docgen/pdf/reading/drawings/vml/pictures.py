"""Pictures of VML: v:imagedata with its cuts and colours (ECMA-376 Part 4, 19.1.2.11)."""

from __future__ import annotations

from dataclasses import replace

from docgen.pdf.reading.drawings.pictures import drawn_metafile, missing, part_bytes, picture
from docgen.pdf.reading.drawings.raster import Effects
from docgen.pdf.reading.drawings.site import Site
from docgen.pdf.reading.drawings.vml.names import O, color, fraction, is_on
from docgen.pdf.reading.wordml import Element, R, text_attribute
from docgen.pdf.source import Picture, Shape


def names_a_picture(image: Element) -> bool:
    """Whether a v:imagedata names a picture; WPS writes one that names none into every shape."""
    return bool(_identity(image)) or _is_linked(image)


def picture_of(
    image: Element, size: tuple[float, float], site: Site, alt: str, flips: tuple[bool, bool]
) -> tuple[Picture | None, Shape]:
    """The picture, or none; and what stands for it then: the shape of a metafile, else an empty frame."""
    frame = missing(size, alt)
    data = part_bytes(_identity(image), site, linked=_is_linked(image))
    if data is None:
        return None, frame
    drawn = drawn_metafile(data, size, site, _cut(image))
    if drawn is not None:
        return None, replace(drawn, alt=alt)
    return picture(data, size, site, _effects(image, flips), 1.0, alt), frame


def _identity(image: Element) -> str:
    return text_attribute(image, "id", R) or text_attribute(image, "relid", O)


def _is_linked(image: Element) -> bool:
    return bool(text_attribute(image, "href", R) or image.get("src"))


def _cut(image: Element) -> tuple[float, float, float, float]:
    """The parts cut off at top, right, bottom, left."""
    top, right, bottom, left = (fraction(image.get(f"crop{side}")) for side in ("top", "right", "bottom", "left"))
    return top, right, bottom, left


def _effects(image: Element, flips: tuple[bool, bool]) -> Effects:
    return Effects(
        crop=_cut(image),
        flip_horizontal=flips[0],
        flip_vertical=flips[1],
        grey=is_on(image.get("grayscale"), False),
        bilevel=0.5 if is_on(image.get("bilevel"), False) else None,
        # Word's black level counts half of what DrawingML calls brightness.
        brightness=2 * fraction(image.get("blacklevel")),
        contrast=_contrast(fraction(image.get("gain"), 1.0)),
        transparent=color(image.get("chromakey")),
    )


def _contrast(gain: float) -> float:
    """A gain as DrawingML's contrast, from -1 to 1."""
    return gain - 1 if gain <= 1 else 1 - 1 / gain
