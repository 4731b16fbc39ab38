"""Raster pictures: any kind of picture → a PNG or JPEG that every writer takes, with the effects Word gives it."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from docgen.pdf.reading.drawings.raster_kinds import MEASURED, is_plain, kind_of, pixels, without_orientation
from docgen.pdf.strict_pictures import strictly

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST = 80_000_000  # pixels: more is a mistake or an attack
_WIDEST = 10.0  # times the picture's own size: the widest margin of a negative crop
_PLAIN_MODES = ("1", "L", "LA", "RGB", "RGBA")


@dataclass(frozen=True, slots=True)
class Effects:
    """What is done to a picture before it is shown.

    `crop`: the parts of width and height cut off at top, right, bottom, left; negative ones leave a margin.
    `bilevel` is a threshold, `transparent` a colour that shows what lies behind.
    """

    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    flip_horizontal: bool = False
    flip_vertical: bool = False
    grey: bool = False
    bilevel: float | None = None
    brightness: float = 0.0
    contrast: float = 0.0
    transparent: str = ""

    @property
    def changes(self) -> bool:
        """Whether any of it changes a pixel."""
        return self != Effects()


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture as a writer takes it."""

    data: bytes
    mime: str


def raster(data: bytes, effects: Effects | None = None) -> Raster | str:
    """The picture, changed only where it must be; a Chinese feature name for one that cannot be shown."""
    effects = effects or Effects()
    kind = kind_of(data)
    if not kind:
        return "不认识的格式的图片"
    size = pixels(data, kind)
    if size > LARGEST:
        return "大得不正常的图片"
    if not size and kind in MEASURED:
        return "损坏的图片"
    if is_plain(data, kind) and not effects.changes:
        return Raster(without_orientation(data) if kind == "jpeg" else data, f"image/{kind}")
    return _converted(data, kind, effects)


def _converted(data: bytes, kind: str, effects: Effects) -> Raster | str:
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings(), strictly():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            warnings.simplefilter("ignore", UserWarning)
            with Image.open(BytesIO(data)) as opened:
                if opened.width * opened.height > LARGEST:
                    return "大得不正常的图片"
                picture = _changed(_plain(opened), effects)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return "大得不正常的图片"
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError, KeyError):
        return "损坏的图片"
    return _saved(picture, "JPEG" if kind == "jpeg" and picture.mode in ("L", "RGB") else "PNG")


def masked(picture: bytes, mask: bytes) -> Raster | None:
    """The parts of a picture that are black in a mask; None where one of them cannot be read."""
    from PIL import Image, ImageOps

    try:
        with strictly(), Image.open(BytesIO(picture)) as one, Image.open(BytesIO(mask)) as two:
            found = one.convert("RGB")
            found.putalpha(ImageOps.invert(two.convert("L").resize(found.size)))
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError, KeyError):
        return None
    return _saved(found, "PNG")


def _plain(opened: Image) -> Image:
    """The first frame with eight bits a channel."""
    if opened.mode in _PLAIN_MODES and "transparency" not in opened.info:
        opened.load()
        return opened.copy()
    if opened.mode.startswith("I"):
        return opened.convert("I").point([value >> 8 for value in range(65536)], "L")
    clear = opened.mode in ("PA", "La", "RGBa") or "transparency" in opened.info
    return opened.convert("RGBA" if clear else "RGB")


def _changed(picture: Image, effects: Effects) -> Image:
    from PIL import ImageOps

    if not effects.changes:
        return picture
    if any(effects.crop):
        picture = _cropped(picture, effects.crop)
    if effects.flip_horizontal:
        picture = ImageOps.mirror(picture)
    if effects.flip_vertical:
        picture = ImageOps.flip(picture)
    if effects.transparent:
        picture = _with_hole(picture, effects.transparent)
    alpha = picture.getchannel("A") if "A" in picture.getbands() else None
    body = picture.convert("L" if effects.grey or effects.bilevel is not None else "RGB")
    if effects.bilevel is not None:
        level = effects.bilevel * 255
        body = body.point([255 if value >= level else 0 for value in range(256)])
    if effects.contrast or effects.brightness:
        body = body.point(_lights(effects.brightness, effects.contrast) * len(body.getbands()))
    if alpha is not None:
        body = body.convert("RGB")
        body.putalpha(alpha)
    return body


def _lights(brightness: float, contrast: float) -> list[int]:
    """What each light becomes. Word's 冲蚀 (brighter, less contrast) keeps white and makes black light grey."""
    steep = 1 + contrast if contrast <= 0 else 1 / max(1 - contrast, 0.01)
    middle = 127.5
    return [min(max(round((value - middle) * steep + middle * (1 + brightness)), 0), 255) for value in range(256)]


def _cropped(picture: Image, crop: tuple[float, float, float, float]) -> Image:
    top, right, bottom, left = (min(max(side, -_WIDEST), 0.99) for side in crop)
    width, height = picture.size
    box = (round(left * width), round(top * height), round((1 - right) * width), round((1 - bottom) * height))
    box = (box[0], box[1], max(box[2], box[0] + 1), max(box[3], box[1] + 1))
    if min(crop) >= 0:
        return picture.crop(box)
    if (box[2] - box[0]) * (box[3] - box[1]) > LARGEST:
        raise ValueError("a margin larger than any picture")
    # A negative crop leaves a margin, through which one sees what lies behind.
    return picture.convert("RGBA").crop(box)


def _with_hole(picture: Image, color: str) -> Image:
    """The picture with one colour made transparent."""
    from PIL import Image, ImageChops

    rgb = picture.convert("RGB")
    plain = Image.new("RGB", rgb.size, color)
    bands = ImageChops.difference(rgb, plain).split()
    other = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    mask = other.point([0] + [255] * 255)
    found = picture.convert("RGBA")
    found.putalpha(ImageChops.multiply(found.getchannel("A"), mask))
    return found


def _saved(picture: Image, form: str) -> Raster:
    target = BytesIO()
    options: dict[str, Any] = {"quality": 95, "subsampling": 0} if form == "JPEG" else {}
    picture.info.clear()
    picture.save(target, form, **options)
    return Raster(target.getvalue(), f"image/{form.lower()}")
