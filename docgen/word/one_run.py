"""Paragraphs of one run with one text, changed as text: what `paragraphs` does on a tree, a few times as fast.

Nearly every paragraph with a mark is such a one. Any other is left to the tree.
"""

from __future__ import annotations

import re

from docgen.word.layout_wishes import asked_indent, asked_of_run, asked_spacing, wishes_of
from docgen.word.marks import LAYOUT_CLOSE, LAYOUT_OPEN, LINE, PARAGRAPH, PICTURE, TAB

_SHAPE = re.compile(
    r"<w:p(?P<start>[^>]*>)(?P<how>(?:<w:pPr>[^<]*(?:<(?!/w:pPr>)[^<]*)*</w:pPr>)?)"
    r"<w:r(?P<attributes>[^>]*)>(?P<run>(?:<w:rPr>[^<]*(?:<(?!/w:rPr>)[^<]*)*</w:rPr>)?)"
    rf"<w:t[^>]*>(?P<text>[^<{PICTURE}]*)</w:t></w:r></w:p>"
)
_LAYOUT = re.compile(f"{LAYOUT_OPEN}([^{LAYOUT_CLOSE}]*){LAYOUT_CLOSE}")
_ONLY_STYLE = re.compile(r"(?:<w:pPr>(<w:pStyle [^>]*/>)</w:pPr>)?")
_ONLY_FONTS = re.compile(r"(?:<w:rPr>(<w:rFonts [^>]*/>)</w:rPr>)?")
_NO_TEXT = '<w:t xml:space="preserve"></w:t>'
_BREAKS = {LINE: "<w:br/>", TAB: "<w:tab/>"}
_AT_BREAKS = re.compile(f"([{LINE}{TAB}])")


def changed(xml: str, start: int, end: int) -> str | None:
    """The paragraphs that a paragraph with marks becomes; None where it is not of one run, or of too rich a one."""
    match = _SHAPE.fullmatch(xml, start, end)
    if match is None:
        return None
    how, run, text = match["how"], match["run"], match["text"]
    if LAYOUT_OPEN in text:
        laid = _laid_out(how, run, wishes_of(_LAYOUT.findall(text)))
        if laid is None:
            return None
        how, run, text = *laid, _LAYOUT.sub("", text)
    if not text:
        return f"<w:p{match['start']}{how}<w:r{match['attributes']}>{run}{_NO_TEXT}</w:r></w:p>"
    first, *others = text.split(PARAGRAPH)
    if others and ("<w:sectPr" in how or "<w:pageBreakBefore" in how):
        return None
    made = [f"<w:p{match['start']}{how}<w:r{match['attributes']}>{run}{_said(first)}</w:r></w:p>"]
    return "".join((*made, *(f"<w:p>{how}<w:r>{run}{_said(other)}</w:r></w:p>" for other in others)))


def _laid_out(how: str, run: str, wishes: dict[str, float]) -> tuple[str, str] | None:
    """The properties of the paragraph and its run with the wishes of `版式()`; None where others are in the way."""
    style, fonts = _ONLY_STYLE.fullmatch(how), _ONLY_FONTS.fullmatch(run)
    if style is None or fonts is None:
        return None
    return (
        _properties("pPr", style[1], ("spacing", asked_spacing(wishes)), ("ind", asked_indent(wishes))),
        _properties("rPr", fonts[1], *((name, {"val": value}) for name, value in asked_of_run(wishes))),
    )


def _properties(kind: str, first: str | None, *items: tuple[str, dict[str, str]]) -> str:
    inside = (first or "") + "".join(_element(name, values) for name, values in items if values)
    return f"<w:{kind}>{inside}</w:{kind}>" if inside else ""


def _element(name: str, values: dict[str, str]) -> str:
    attributes = "".join(f' w:{key}="{value}"' for key, value in values.items())
    return f"<w:{name}{attributes}/>"


def _said(text: str) -> str:
    """A text as the content of a run."""
    if not _AT_BREAKS.search(text):
        return _text(text)
    return "".join(_BREAKS.get(piece) or _text(piece) for piece in _AT_BREAKS.split(text))


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{text}</w:t>' if text else ""
