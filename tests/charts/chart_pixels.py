"""A picture of a chart looked at: where its bars are."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from itertools import groupby

from PIL import Image

from docgen.model.pictures import Picture

DARK, LIGHT = (31, 56, 100), (200, 200, 200)


def opened(picture: Picture) -> Image.Image:
    image = Image.open(io.BytesIO(picture.png)).convert("RGB")
    assert image.size == (picture.width_px, picture.height_px)
    return image


def chunks(png: bytes) -> list[str]:
    """The kinds of chunks of a PNG in order."""
    found, at = [], 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        found.append(png[at + 4 : at + 8].decode())
        at += 12 + length
    return found


def bars(image: Image.Image, color: Sequence[int], *, across: bool) -> list[tuple[int, int]]:
    """(place, length) of every bar of a color in pixels: upright ones from the left, or those `across` from the top."""
    wide, high = image.size
    pixels = image.load()
    assert pixels is not None
    lengths = []
    for place in range(high if across else wide):
        line = [pixels[along, place] if across else pixels[place, along] for along in range(wide if across else high)]
        lengths.append(sum(pixel == tuple(color) for pixel in line))
    found, place = [], 0
    for filled, group in groupby(lengths, key=lambda length: length > 3):
        run = list(group)
        if filled and len(run) > 6:
            found.append((place, max(run)))
        place += len(run)
    return found


def ink(image: Image.Image, box: tuple[int, int, int, int]) -> int:
    """How many pixels of a box (left, top, right, bottom) are not white."""
    return sum(count for count, value in image.crop(box).getcolors(1 << 24) or () if value != (255, 255, 255))
