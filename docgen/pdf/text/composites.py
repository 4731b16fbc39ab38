"""Composites: 拼音指南 and what EQ fields make, each as one thing that stands in a line of text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from docgen.pdf.pages import Rule
from docgen.pdf.source import Equation, EquationPart, Fraction, Overlay, Raised, Ruby, RunFormat, Text
from docgen.pdf.text.measured import Content, Glyph
from docgen.pdf.text.pieces import content_of

Characters = Callable[[str, RunFormat], list[Glyph]]
_NOTHING = Content(0.0, 0.0, 0.0)
_AXIS, _BAR, _GAP = 0.3, 0.05, 0.1  # of a fraction, in em: its line above the baseline, how thick, what is left free


def composite(part: Ruby | Equation, characters: Characters) -> Content:
    """A composite set; `characters` makes the glyphs of a text in a format."""
    return _ruby(part, characters) if isinstance(part, Ruby) else _row(part.parts, characters)


def _ruby(ruby: Ruby, characters: Characters) -> Content:
    """Whichever is narrower stands in the middle of the other, or where the file wants the small text."""
    base = _glyphs(ruby.base, characters)
    small = _glyphs(ruby.above, characters)
    below, over = content_of(base), content_of(small)
    width = max(below.width, over.width)
    rise = ruby.rise or below.ascent + over.descent
    if ruby.align in ("letters", "spaces") and len(small) > 1:
        over = _spread(small, width, ends=ruby.align == "spaces")
    start = {"left": 0.0, "right": width - over.width}.get(ruby.align, (width - over.width) / 2)
    whole = below.moved((width - below.width) / 2).with_others(over.moved(start, rise))
    descent = max(below.descent, over.descent - rise)
    return replace(whole, width=width, ascent=max(below.ascent, rise + over.ascent), descent=descent)


def _glyphs(texts: Sequence[Text], characters: Characters) -> list[Glyph]:
    return [glyph for text in texts for glyph in characters(text.text, text.format)]


def _spread(glyphs: Sequence[Glyph], width: float, *, ends: bool) -> Content:
    """Glyphs over a width with equal room between them; `ends`: half of it before the first and after the last."""
    singles = [content_of([glyph]) for glyph in glyphs]
    free = width - sum(one.width for one in singles)
    if free <= 0 or len(singles) < 2:
        return content_of(glyphs)
    room = free / (len(singles) if ends else len(singles) - 1)
    x, moved = room / 2 if ends else 0.0, []
    for one in singles:
        moved.append(one.moved(x))
        x += one.width + room
    return _joined(moved, width)


def _joined(contents: Sequence[Content], width: float) -> Content:
    """Contents that stand where they are, as one."""
    return replace(
        _NOTHING.with_others(*contents),
        width=width,
        ascent=max((one.ascent for one in contents), default=0.0),
        descent=max((one.descent for one in contents), default=0.0),
        text="".join(one.text for one in contents),
    )


def _row(parts: Sequence[EquationPart], characters: Characters, width: float = 0.0) -> Content:
    """Parts side by side; a single text is spread over `width` when that is more than it needs."""
    x, found = 0.0, []
    for part in parts:
        made = _part(part, characters, width if len(parts) == 1 else 0.0)
        found.append(made.moved(x))
        x += made.width
    return _joined(found, x)


def _part(part: EquationPart, characters: Characters, width: float) -> Content:
    if isinstance(part, Text):
        glyphs = characters(part.text, part.format)
        return _spread(glyphs, width, ends=False) if width else content_of(glyphs)
    if isinstance(part, Raised):
        made = _row(part.content, characters, width)
        moved = made.moved(0.0, part.rise)
        return replace(moved, ascent=made.ascent + part.rise, descent=made.descent - part.rise)
    return _fraction(part, characters) if isinstance(part, Fraction) else _overlay(part, characters)


def _overlay(overlay: Overlay, characters: Characters) -> Content:
    """Layers over one another; the widest decides how wide they are together."""
    layers = [_row(layer, characters) for layer in overlay.layers]
    width = max((layer.width for layer in layers), default=0.0)
    if overlay.align == "spread":
        layers = [_row(layer, characters, width) for layer in overlay.layers]
    share = {"left": 0.0, "right": 1.0}.get(overlay.align, 0.5)
    return _joined([layer.moved((width - layer.width) * share) for layer in layers], width)


def _fraction(fraction: Fraction, characters: Characters) -> Content:
    above, below = _row(fraction.above, characters), _row(fraction.below, characters)
    size = fraction.format.size
    width = max(above.width, below.width)
    axis, gap = size * _AXIS, size * _GAP
    up, down = axis + gap + above.descent, axis - gap - below.ascent
    parts = [
        above.moved((width - above.width) / 2, up),
        below.moved((width - below.width) / 2, down),
        Content(width, 0.0, 0.0, items=(Rule(0.0, -axis, width, -axis, size * _BAR, fraction.format.color),)),
    ]
    return replace(_joined(parts, width), ascent=up + above.ascent, descent=below.descent - down)
