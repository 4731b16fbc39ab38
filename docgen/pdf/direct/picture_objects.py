"""Picture objects: JPEG and plain PNG data as they are, everything else unpacked; equal pictures once."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from typing import Any

from docgen.pdf.direct.picture_data import Raw, raw_jpeg, raw_png
from docgen.pdf.pages import Image
from docgen.pdf.strict_pictures import strictly

_PLAIN = ("1", "L", "RGB")


@dataclass(slots=True)
class Pictures:
    """The pictures of a document, and a sentence for each one that cannot be read.

    `smooth`: viewers may smooth a picture that is shown larger than it is.
    """

    smooth: bool = True
    notes: list[str] = field(default_factory=list)
    _names: dict[tuple[bytes, str], str] = field(default_factory=dict)
    _raws: list[Raw] = field(default_factory=list)

    def name(self, image: Image) -> str:
        """The name of a picture among the resources; "" when its data cannot be read."""
        key = (image.data, image.mime)
        if key not in self._names:
            raw = _raw(*key)
            if raw is None:
                self.notes.append(f"有一幅图片读不出来，没有画（{image.mime}，{image.alt or '没有说明'}）")
                self._names[key] = ""
            else:
                self._names[key] = f"I{len(self._raws)}"
                self._raws.append(raw)
        return self._names[key]

    def embed(self, pdf: Any) -> dict[str, Any]:
        """The objects of all pictures by their names."""
        return {f"I{place}": _object(pdf, raw, smooth=self.smooth) for place, raw in enumerate(self._raws)}


@lru_cache(maxsize=16)
def _raw(data: bytes, mime: str) -> Raw | None:
    """The picture as a PDF holds it; remembered, because the documents of one office share their pictures."""
    found = raw_jpeg(data) or raw_png(data)
    return found or _unpacked(data)


def _unpacked(data: bytes) -> Raw | None:
    from PIL import Image as Opened
    from PIL import UnidentifiedImageError

    try:
        with strictly(), Opened.open(BytesIO(data)) as opened:
            return _of_pixels(opened)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Opened.DecompressionBombError):
        return None


def _of_pixels(opened: Any) -> Raw:
    """Pixels and, where there is one, their mask."""
    mask = None
    if opened.mode in ("RGBA", "LA", "PA") or "transparency" in opened.info:
        opened = opened.convert("RGBA")
        alpha = opened.getchannel("A")
        if alpha.getextrema() != (255, 255):
            mask = zlib.compress(alpha.tobytes())
        opened = opened.convert("RGB")
    if opened.mode not in _PLAIN or opened.mode == "1":
        opened = opened.convert("L" if opened.mode in ("1", "I;16") else "RGB")
    space = "/DeviceGray" if opened.mode == "L" else "/DeviceRGB"
    pixels = zlib.compress(opened.tobytes())
    return Raw(opened.width, opened.height, space, 8, "/FlateDecode", pixels, mask=mask)


def _object(pdf: Any, raw: Raw, *, smooth: bool) -> Any:
    import pydyf

    extra = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": raw.width,
        "Height": raw.height,
        "ColorSpace": raw.space,
        "BitsPerComponent": raw.bits,
        "Filter": raw.filter,
    }
    if smooth:
        extra["Interpolate"] = "true"
    if raw.parameters:
        extra["DecodeParms"] = raw.parameters
    if raw.mask is not None:
        size = {"Width": raw.width, "Height": raw.height, "ColorSpace": "/DeviceGray", "BitsPerComponent": 8}
        kind = {"Type": "/XObject", "Subtype": "/Image", "Filter": "/FlateDecode"}
        mask = pydyf.Stream([raw.mask], {**kind, **size})
        pdf.add_object(mask)
        extra["SMask"] = mask.reference
    made = pydyf.Stream([raw.data], extra)
    pdf.add_object(made)
    return made
