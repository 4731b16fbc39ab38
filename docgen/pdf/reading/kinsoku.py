"""避头尾: the characters that may not start or end a line, by language (ECMA-376 Part 1, 17.3.1.16, 17.15.1.58)."""

from __future__ import annotations

from docgen.pdf.line_edges import NO_LINE_END, NO_LINE_START
from docgen.pdf.reading.wordml import Element, child, children, is_switched_on, text_attribute

Lists = tuple[frozenset[str], frozenset[str]]
"""(may not start a line, may not end a line)."""

_JAPANESE_START = "!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕゛゜ゝゞ・ヽヾ！％），．：；？］｝｡｣､･ﾞﾟ￠"
_JAPANESE_SMALL = "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶーｧｨｩｪｫｬｭｮｯｰ"
_TRADITIONAL = (
    "!),.:;?]}¢·–—’”•‥…‧′╴、。〉》」』】〕〞︰︱︳︴︶︸︺︼︾﹀﹂﹄﹏﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？］｜｝､",
    "([{£¥‘“‵〈《「『【〔〝︵︷︹︻︽︿﹁﹃﹙﹛﹝（｛",
)
_KOREAN = ("!%),.:;?]}¢°’”′″℃〉》」』】〕！％），．：；？］｝￠", "([\\{£¥‘“〈《「『【〔＄（［｛￡￥￦")
_ALTERNATE = (
    "!),.:;?]}¨·ˇˉ―‖’”…∶、。〃々〉》」』】〕〗！＂＇），．：；？］｀｜｝～￠",
    "([{·‘“〈《「『【〔〖（．［｛￡￥",
)


def kinsoku(root: Element | None, language: str) -> Lists | None:
    """The lists of a document whose East Asian text is in `language`; None for Word's standard of Simplified Chinese.

    Lists of the file's own (w:noLineBreaksBefore, w:noLineBreaksAfter) replace the standard ones of their language;
    one that names no language serves all.
    """
    start, end = _standard(root, language)
    own_start = _own(root, "noLineBreaksBefore", language)
    own_end = _own(root, "noLineBreaksAfter", language)
    lists = (start if own_start is None else own_start, end if own_end is None else own_end)
    return None if lists == (NO_LINE_START, NO_LINE_END) else lists


def _standard(root: Element | None, language: str) -> Lists:
    region = language.lower()
    if region.startswith(("zh-tw", "zh-hk", "zh-mo", "zh-hant")):
        return _lists(_TRADITIONAL)
    if region.startswith("ja"):
        strict = is_switched_on(root, "strictFirstAndLastChars")
        return _lists((_JAPANESE_START + (_JAPANESE_SMALL if strict else ""), "$([\\{£¥‘“〈《「『【〔＄（［｛｢￡￥"))
    if region.startswith("ko"):
        return _lists(_KOREAN)
    if is_switched_on(child(root, "compat"), "useAltKinsokuLineBreakRules"):
        return _lists(_ALTERNATE)
    return NO_LINE_START, NO_LINE_END


def _lists(pair: tuple[str, str]) -> Lists:
    return frozenset(pair[0]), frozenset(pair[1])


def _own(root: Element | None, name: str, language: str) -> frozenset[str] | None:
    for item in children(root, name):
        meant = text_attribute(item, "lang")
        if not meant or meant.lower() == language.lower():
            return frozenset(text_attribute(item).replace(" ", ""))
    return None
