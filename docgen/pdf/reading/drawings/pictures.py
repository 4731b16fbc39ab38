"""Pictures: pic:pic and picture fills → the picture of a shape (ECMA-376 Part 1, 20.2 and 20.1.8.14)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from docgen.pdf.pages import Path
from docgen.pdf.reading.drawings.colors import color_in
from docgen.pdf.reading.drawings.fills import fill
from docgen.pdf.reading.drawings.inking import paths
from docgen.pdf.reading.drawings.metafiles.containers import metafile
from docgen.pdf.reading.drawings.metafiles.device import Source
from docgen.pdf.reading.drawings.metafiles.emf_picture import played_emf
from docgen.pdf.reading.drawings.metafiles.wmf_picture import played_wmf
from docgen.pdf.reading.drawings.outlines import Geometry
from docgen.pdf.reading.drawings.pens import pen
from docgen.pdf.reading.drawings.presets.catalogue import box
from docgen.pdf.reading.drawings.raster import LARGEST, Effects, Raster, raster
from docgen.pdf.reading.drawings.raster_kinds import bmp_size, kind_of, pixels
from docgen.pdf.reading.drawings.site import Site
from docgen.pdf.reading.drawings.transforms import transform
from docgen.pdf.reading.wordml import PIC, A, Element, R, child, descendants, name_of, share, text_attribute
from docgen.pdf.source import Part, Picture, Shape

_GREY = "#a6a6a6"
_UNSHOWN = {
    "duotone": "图片的双色效果",
    "blur": "图片的模糊效果",
    "clrRepl": "图片的单色效果",
    "tint": "图片的着色效果",
}
_LOOSE_MASK = "按掩码叠放的位图（照原样画）"
_RECTANGLES = ("", "rect")
_WHOLE = (0.0, 0.0, 0.0, 0.0)
_WIDEST, _MOST_CUT = 10.0, 0.99  # of a picture's side: the widest margin, the most that is cut off


def word_picture(element: Element, site: Site, size: tuple[float, float], alt: str) -> Shape:
    """A pic:pic as a shape of this size: background, picture, border."""
    look, filling = child(element, "spPr", PIC), child(element, "blipFill", PIC)
    how = transform(child(look, "xfrm", A), size)
    drawn = _drawn_blip(filling, size, site)
    if drawn is not None:
        return replace(drawn, degrees=how.degrees, alt=alt)
    found = blip_picture(filling, size, site, alt, (how.flip_horizontal, how.flip_vertical))
    if found is None:
        return missing(size, alt, how.degrees)
    named = child(look, "prstGeom", A)
    if named is not None and named.get("prst", "") not in _RECTANGLES:
        site.note("按形状裁剪的图片（按矩形画）")
    frame, line = box(*size), pen(look, None, site.colors)
    border = Part(0.0, 0.0, Shape(*size, paths=paths(frame, None, line)))
    return Shape(
        *size,
        paths=paths(frame, fill(look, None, site.colors, site.note), None),
        picture=found,
        parts=(border,) if line is not None else (),
        degrees=how.degrees,
        alt=alt,
    )


def _drawn_blip(filling: Element | None, size: tuple[float, float], site: Site) -> Shape | None:
    """The shape of a blip that is a metafile; None for any other picture."""
    blip = None if filling is None else next(descendants(filling, "blip", A), None)
    crop = child(filling, "srcRect", A)
    relation = None if blip is None else site.scope.part.relations.get(text_attribute(blip, "embed", R))
    if relation is None or relation.external:
        return None
    data = site.scope.facts.package.bytes_of(relation.target)
    return None if data is None else drawn_metafile(data, size, site, _cut(crop))


def drawn_metafile(
    data: bytes, size: tuple[float, float], site: Site, cut: tuple[float, float, float, float] = _WHOLE
) -> Shape | None:
    """What an EMF or a WMF draws, as a shape, with a note; None for other pictures and for one that is but a bitmap.

    `cut`: the parts of width and height cut off at top, right, bottom, left; negative ones leave a margin.
    """
    top, right, bottom, left = (min(max(side, -_WIDEST), _MOST_CUT) for side in cut)
    across, down = 1 - left - right, 1 - top - bottom
    if across < 1 - _MOST_CUT or down < 1 - _MOST_CUT:
        return None
    whole = (size[0] / across, size[1] / down)
    shape = _played(data, whole, site)
    if shape is None or not any(cut):
        return shape
    return Shape(*size, parts=(Part(-left * whole[0], -top * whole[1], shape),), clip=(0.0, 0.0, *size))


def _played(data: bytes, size: tuple[float, float], site: Site) -> Shape | None:
    found = metafile(data)
    if found is None or not found.is_drawn:
        return None
    played = played_emf if found.kind == "EMF" else played_wmf
    player = played(found.data, size, site.place, _Bitmaps(site).shown)
    shape = None if player is None else player.shape()
    if player is None or shape is None:
        return None
    site.note(f"{found.kind} 格式的图片（照其中的线条和文字画，样子可能有出入）")
    for feature in sorted(player.told | ({_LOOSE_MASK} if player.loose_masks else set())):
        site.note(f"{found.kind} 图片里{feature}")
    return shape


@dataclass(slots=True)
class _Bitmaps:
    """The bitmaps of a metafile as writers take them, up to as many pixels as a picture may have."""

    site: Site
    left: int = LARGEST

    def shown(self, data: bytes, source: Source | None) -> tuple[bytes, str] | None:
        """A bitmap, or a part of it, and its kind; None, with a note, for one that cannot be shown."""
        self.left -= pixels(data, kind_of(data))
        crop = _WHOLE if source is None else source.cut(*bmp_size(data))
        found = raster(data, Effects(crop=crop)) if self.left >= 0 else "大得不正常的图片"
        if isinstance(found, Raster):
            return found.data, found.mime
        self.site.note(found)
        return None


def missing(size: tuple[float, float], alt: str = "", degrees: float = 0.0) -> Shape:
    """A thin grey frame with its diagonals: here stands something that cannot be shown."""
    width, height = size
    frame = Path(box(width, height).outlines[0].steps, stroke=_GREY, width=0.5)
    crossed = Path(
        (("M", (0.0, 0.0)), ("L", (width, height)), ("M", (width, 0.0)), ("L", (0.0, height))),
        stroke=_GREY,
        width=0.25,
    )
    return Shape(width, height, paths=(frame, crossed), degrees=degrees, alt=alt)


def blip_picture(
    filling: Element | None,
    size: tuple[float, float],
    site: Site,
    alt: str = "",
    flips: tuple[bool, bool] = (False, False),
) -> Picture | None:
    """The picture of a blip fill; None, with a note, for one that cannot be shown."""
    blip = None if filling is None else next(descendants(filling, "blip", A), None)
    if filling is None or blip is None:
        site.note("图片")
        return None
    identity, link = text_attribute(blip, "embed", R), text_attribute(blip, "link", R)
    data = part_bytes(identity, site, linked=bool(link))
    if data is None:
        return None
    effects, alpha = _effects(blip, child(filling, "srcRect", A), flips, site)
    return picture(data, size, site, effects, alpha, alt)


def part_bytes(identity: str, site: Site, *, linked: bool = False) -> bytes | None:
    """The bytes of a picture part by its relationship; None, with a note, where the file holds none."""
    relation = site.scope.part.relations.get(identity)
    if relation is None or relation.external:
        site.note("链接的图片" if linked or relation is not None else "图片")
        return None
    data = site.scope.facts.package.bytes_of(relation.target)
    if data is None:
        site.note("图片")
    return data


def picture(
    data: bytes, size: tuple[float, float], site: Site, effects: Effects, alpha: float = 1.0, alt: str = ""
) -> Picture | None:
    """A picture's bytes as the record that is painted; None, with a note, where that cannot be."""
    vector = metafile(data)
    if vector is not None:
        if len(vector.bitmaps) != 1:
            site.note(f"{vector.kind} 格式的图片")
            return None
        if vector.has_ink:
            site.note(f"{vector.kind} 图片里的线条和文字（只画其中的位图）")
        data = vector.bitmaps[0]
    elif _is_svg(data):
        site.note("SVG 格式的图片")
        return None
    found = raster(data, effects)
    if isinstance(found, Raster):
        return Picture(found.data, found.mime, *size, alpha=alpha, alt=alt)
    site.note(found)
    return None


def _is_svg(data: bytes) -> bool:
    return b"<svg" in data[:1000]


def _effects(blip: Element, crop: Element | None, flips: tuple[bool, bool], site: Site) -> tuple[Effects, float]:
    """What a blip asks for, and how opaque it is."""
    bilevel, alpha, grey, bright, contrast, clear = None, 1.0, False, 0.0, 0.0, ""
    for item in blip:
        kind = name_of(item)
        if kind == "grayscl":
            grey = True
        elif kind == "biLevel":
            bilevel = share(item.get("thresh"))
        elif kind == "lum":
            bright, contrast = share(item.get("bright")), share(item.get("contrast"))
        elif kind == "alphaModFix":
            alpha = share(item.get("amt"), 1.0)
        elif kind == "clrChange":
            clear = _cleared(item, site)
        elif kind in _UNSHOWN:
            site.note(_UNSHOWN[kind])
    return Effects(_cut(crop), *flips, grey, bilevel, bright, contrast, clear), alpha


def _cut(crop: Element | None) -> tuple[float, float, float, float]:
    """The parts cut off at top, right, bottom, left (a:srcRect)."""
    top, right, bottom, left = (0.0 if crop is None else share(crop.get(side)) for side in "trbl")
    return top, right, bottom, left


def _cleared(change: Element, site: Site) -> str:
    """The colour that a:clrChange makes transparent, as one does with the white of a scanned seal."""
    old = color_in(child(change, "clrFrom", A), site.colors)
    new = color_in(child(change, "clrTo", A), site.colors)
    return old.hex if old is not None and new is not None and new.alpha == 0 else ""


def filled_with_picture(
    look: Element | None, geometry: Geometry, size: tuple[float, float], site: Site
) -> Picture | None:
    """The picture that a shape is filled with."""
    filling = child(look, "blipFill", A)
    if filling is None:
        return None
    if not geometry.is_box:
        site.note("形状里的图片填充（按矩形画）")
    if child(filling, "tile", A) is not None:
        site.note("平铺的图片填充（按一张画）")
    return blip_picture(filling, size, site)
