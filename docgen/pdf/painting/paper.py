"""Paper: the geometry of a page, and where the areas on it are that floating things are placed by."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.pdf.source import Anchor, Area


@dataclass(frozen=True, slots=True)
class Paper:
    """A page's geometry. Margins: top, right, bottom, left, with room made for tall headers and footers."""

    width: float
    height: float
    margins: tuple[float, float, float, float]

    @property
    def text_width(self) -> float:
        """The width of the text area."""
        return self.width - self.margins[1] - self.margins[3]

    @property
    def bottom(self) -> float:
        """The lower edge of the text area."""
        return self.height - self.margins[2]

    def x_of(self, anchor: Anchor, width: float, odd: bool = True, column: tuple[float, float] | None = None) -> float:
        """The left edge of a floating thing; `column`: left edge and width of the text it stands beside."""
        start, room = self.across(anchor.relative, odd, column)
        return start + _offset(anchor, _side(anchor.align, odd), room, width)

    def y_of(self, anchor: Anchor, height: float, text_y: float, odd: bool = True) -> float:
        """The upper edge of a floating thing anchored to a paragraph at `text_y`."""
        if anchor.relative in ("text", "line", "character"):
            return text_y + anchor.offset
        start, room = self.down(anchor.relative, odd)
        return start + _offset(anchor, anchor.align, room, height)

    def across(self, area: Area, odd: bool = True, column: tuple[float, float] | None = None) -> tuple[float, float]:
        """The left edge and the width of an area."""
        right, left = self.margins[1], self.margins[3]
        inside = {"inside_margin": ("left_margin", "right_margin"), "outside_margin": ("right_margin", "left_margin")}
        name = inside[area][0 if odd else 1] if area in inside else area
        if name == "page":
            return 0.0, self.width
        if name == "left_margin":
            return 0.0, left
        if name == "right_margin":
            return self.width - right, right
        if name in ("text", "character") and column is not None:
            return column
        return left, self.text_width

    def down(self, area: Area, odd: bool = True) -> tuple[float, float]:
        """The upper edge and the height of an area that is not in the text."""
        top, bottom = self.margins[0], self.margins[2]
        inside = {"inside_margin": ("top_margin", "bottom_margin"), "outside_margin": ("bottom_margin", "top_margin")}
        name = inside[area][0 if odd else 1] if area in inside else area
        if name == "page":
            return 0.0, self.height
        if name == "top_margin":
            return 0.0, top
        if name == "bottom_margin":
            return self.bottom, bottom
        return top, self.bottom - top


def _side(align: str, odd: bool) -> str:
    """Inside and outside as left and right."""
    if align == "inside":
        return "left" if odd else "right"
    if align == "outside":
        return "right" if odd else "left"
    return align


def _offset(anchor: Anchor, align: str, room: float, own: float) -> float:
    """How far a thing of this size stands from the beginning of its area."""
    if align == "center":
        return (room - own) / 2
    if align in ("right", "bottom", "outside"):
        return room - own
    if align in ("left", "top", "inside"):
        return 0.0
    return anchor.offset if anchor.share is None else anchor.share * room
