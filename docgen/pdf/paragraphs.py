"""Paragraphs: a paragraph record → its lines, with their heights and baselines."""

from __future__ import annotations

from dataclasses import dataclass, field

from docgen.pdf.glyphs import Glyph, GlyphMaker
from docgen.pdf.line_setting import SetText, set_text
from docgen.pdf.lines import LineSpan, Measure, Row, break_lines, prepare
from docgen.pdf.source import Border, LineSpacing, Paragraph, ParagraphFormat, RunFormat, Text, TextBox
from docgen.pdf.tab_stops import Ruler
from docgen.pdf.warnings_log import WarningLog

_EXACT_ASCENT = 0.8  # where the baseline of a line of exact height stands: LibreOffice's figure, measured


@dataclass(slots=True)
class Setting:
    """What every paragraph of a document is set with. `numbers` are the texts of the page fields."""

    glyphs: GlyphMaker
    warnings: WarningLog
    default_tab: float = 36.0
    grid_pitch: float = 0.0
    numbers: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class SetLine:
    """A line: its height, the baseline below its top, its text. `page_break`: the next line starts a page."""

    height: float
    baseline: float
    text: SetText
    heading: tuple[int, str] | None = None
    page_break: bool = False


@dataclass(slots=True, eq=False)
class SetParagraph:
    """A paragraph as lines. `boxes` float beside it; `top` and `bottom` are the borders it draws itself."""

    format: ParagraphFormat
    lines: list[SetLine]
    width: float
    place: str
    boxes: tuple[TextBox, ...] = ()
    top: Border | None = None
    bottom: Border | None = None


def set_paragraph(paragraph: Paragraph, width: float, setting: Setting) -> SetParagraph:
    """Break and set a paragraph in a text area `width` points wide."""
    how = paragraph.format
    _warn(paragraph, setting)
    measure = _measure(how, width, setting.default_tab)
    row = prepare(setting.glyphs.row(paragraph.inlines, setting.numbers), measure)
    mark = setting.glyphs.of_mark(how.mark)
    spans = break_lines(row, measure)
    lines = [
        _set_line(row, span, measure, measure.left if place else measure.first_left, how, mark, setting.grid_pitch)
        for place, span in enumerate(spans)
    ]
    if how.outline_level is not None and (label := _label(row)):
        lines[0].heading = (how.outline_level + 1, label)
    boxes = tuple(inline for inline in paragraph.inlines if isinstance(inline, TextBox))
    return SetParagraph(how, lines, width, paragraph.place, boxes)


def _measure(how: ParagraphFormat, width: float, default_tab: float) -> Measure:
    hanging = how.left if how.first_line < 0 else None
    return Measure(
        first_left=how.left + how.first_line,
        left=how.left,
        right=width - how.right,
        ruler=Ruler(how.tabs, hanging, default_tab),
        kinsoku=how.kinsoku,
        overflow_punct=how.overflow_punct,
        gap_latin=how.auto_space_latin,
        gap_digits=how.auto_space_digits,
    )


def _set_line(
    row: Row, span: LineSpan, measure: Measure, left: float, how: ParagraphFormat, mark: Glyph, pitch: float
) -> SetLine:
    glyphs = row.glyphs[span.start : span.end] or [mark]
    ascent = max([glyph.ascent for glyph in glyphs])
    descent = max([glyph.descent for glyph in glyphs])
    height, baseline = line_height(how.line, ascent, descent)
    if pitch and how.snap_to_grid and how.line.rule != "exact":
        snapped = -(-(height - 0.05) // pitch) * pitch
        height, baseline = snapped, baseline + (snapped - height) / 2
    text = set_text(row, span, measure, left, how.alignment)
    return SetLine(height, baseline, text, page_break=span.ending == "page_break")


def line_height(spacing: LineSpacing, ascent: float, descent: float) -> tuple[float, float]:
    """(height, baseline below the top) of a line, as LibreOffice sets it.

    Exact: baseline at 80 %. At least: what is added stands above. Multiple: what is added stands below, what is
    taken away is taken in proportion.
    """
    own = ascent + descent
    if spacing.rule == "exact":
        return spacing.value, spacing.value * _EXACT_ASCENT
    if spacing.rule == "at_least":
        height = max(own, spacing.value)
        return height, height - descent
    return own * spacing.value, ascent * min(spacing.value, 1.0)


def _label(row: Row) -> str:
    """The heading's text for the bookmarks, white space made single."""
    parts = [" " if glyph.kind == "tab" else glyph.text for glyph in row.glyphs]
    return " ".join("".join(parts).split())


def _warn(paragraph: Paragraph, setting: Setting) -> None:
    """Note what this paragraph asks for and does not get."""
    for inline in paragraph.inlines:
        if isinstance(inline, Text):
            for feature in _undrawn(inline.format):
                setting.warnings.add(feature, paragraph.place)


def _undrawn(how: RunFormat) -> list[str]:
    found = []
    if how.italic:
        found.append("斜体（按正体排）")
    if how.underline not in ("", "none", "single", "words"):
        found.append(f"下划线样式 {how.underline}（按单线画）")
    return found
