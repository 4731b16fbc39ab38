"""Composites: 拼音指南 and what EQ fields and formulas make, each as one thing that stands in a line of text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import fsum

from docgen.pdf.pages import Path, Rule, Step
from docgen.pdf.source import (
    Equation,
    EquationPart,
    Fenced,
    Fraction,
    Overlay,
    Raised,
    Root,
    Ruby,
    RunFormat,
    Text,
)
from docgen.pdf.text.measured import Content, Glyph
from docgen.pdf.text.pieces import content_of

Characters = Callable[[str, RunFormat], list[Glyph]]
_NOTHING = Content(0.0, 0.0, 0.0)
_AXIS, _BAR, _GAP = 0.3, 0.05, 0.1  # of a fraction, in em: its line above the baseline, how thick, what is left free
_HOOK = 0.55  # of a root's sign, in em: how wide it is before the line over the content
_TALL = 1.5  # em: brackets grow around what is higher


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
    free = width - fsum(one.width for one in singles)
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
    if isinstance(part, Root):
        return _root(part, characters)
    if isinstance(part, Fenced):
        return _fenced(part, characters)
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


def _root(root: Root, characters: Characters) -> Content:
    """The sign is drawn as high as the content; the degree stands over its hook."""
    size, color = root.format.size, root.format.color
    inside, degree = _row(root.content, characters), _row(root.degree, characters)
    start = max(degree.width - size * _HOOK / 2, 0.0)
    left, bar = start + size * _HOOK, size * _BAR
    top, bottom = -inside.ascent, inside.descent
    middle = bottom - (bottom - top) * 0.45
    hook: tuple[Step, ...] = (
        ("M", (start, middle)),
        ("L", (start + size * 0.12, middle - size * 0.06)),
        ("L", (start + size * 0.28, bottom)),
        ("L", (left - size * 0.1, top)),
        ("L", (left + inside.width + size * 0.05, top)),
    )
    sign = Content(0.0, 0.0, 0.0, items=(Path(hook, stroke=color, width=bar),))
    parts = [sign, degree.moved(start + size * 0.1 - degree.width / 2, size * 0.1 - middle), inside.moved(left)]
    width = left + inside.width + size * 0.1
    return replace(_joined(parts, width), ascent=inside.ascent + bar)


def _fenced(fenced: Fenced, characters: Characters) -> Content:
    """Brackets in a larger type where the content is higher than a line, in the middle of its height."""
    inside = _row(fenced.content, characters)
    high = inside.ascent + inside.descent
    x, made = 0.0, []
    for part in (fenced.begin, None, fenced.end):
        one = inside if part is None else _bracket(part, high, (inside.ascent - inside.descent) / 2, characters)
        made.append(one.moved(x))
        x += one.width
    return replace(_joined(made, x), ascent=inside.ascent, descent=inside.descent)


def _bracket(text: Text, high: float, middle: float, characters: Characters) -> Content:
    plain = content_of(characters(text.text, text.format))
    own = plain.ascent + plain.descent
    if not own or high < own * _TALL:
        return plain
    how = replace(text.format, size=round(text.format.size * high / own, 2))
    tall = content_of(characters(text.text, how))
    return tall.moved(0.0, middle - (tall.ascent - tall.descent) / 2)
