"""Transforms: a:xfrm, where a shape lies in its group and how it is turned (ECMA-376 Part 1, 20.1.7)."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.pdf.reading.drawings.outlines import Box
from docgen.pdf.reading.wordml import A, Element, child, emu, is_on, whole


@dataclass(frozen=True, slots=True)
class Transform:
    """A box in points, `degrees` clockwise (0 up to 360), flips, and for a group the box of its children's space."""

    box: Box
    degrees: float = 0.0
    flip_horizontal: bool = False
    flip_vertical: bool = False
    inner: Box | None = None


def transform(found: Element | None, default: tuple[float, float]) -> Transform:
    """The transform that an a:xfrm says; without one a box of the default size."""
    if found is None:
        return Transform((0.0, 0.0, *default))
    return Transform(
        box=_box(found, "off", "ext", default),
        degrees=whole(found.get("rot")) / 60_000 % 360,
        flip_horizontal=_is_on(found.get("flipH")),
        flip_vertical=_is_on(found.get("flipV")),
        inner=_box(found, "chOff", "chExt", default) if child(found, "chExt", A) is not None else None,
    )


def _is_on(text: str | None) -> bool:
    return text is not None and is_on(text)


def _box(found: Element, corner: str, size: str, default: tuple[float, float]) -> Box:
    off, ext = child(found, corner, A), child(found, size, A)
    x, y = (0.0, 0.0) if off is None else (emu(off.get("x")), emu(off.get("y")))
    if ext is None:
        return x, y, *default
    return x, y, max(emu(ext.get("cx")), 0.0), max(emu(ext.get("cy")), 0.0)
