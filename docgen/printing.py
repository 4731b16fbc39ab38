"""A Word file → its PDF: convert by the engine wanted, and make sure that the PDF says all that the Word file says."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.errors import DocgenError, MissingError, ResultError
from docgen.pdf.wish import Engine, PdfWish

if TYPE_CHECKING:
    from docgen.pdf.convert import Converted
    from docgen.pdf.typefaces.font_report import FontReport

_UNDRAWN_REMEDY = "用 Word 另存 PDF，或改掉这一处；装了 LibreOffice 的，也可以加 --engine libreoffice"


@dataclass(frozen=True, slots=True)
class Printed:
    """What a Word file comes to: PDF (None when not asked for), pages, fonts, what its reader must know.

    `pages` is None where a machine without fonts cannot count them.
    """

    pdf: bytes | None
    pages: int | None
    fonts: FontReport
    warnings: tuple[str, ...] = ()


def printed(word: bytes, title: str, wish: PdfWish | None, said: str = "") -> Printed:
    """The PDF of a Word file; without a wish its pages are only counted.

    `said` is the text that the PDF must show; "" for what the Word file is read to say. Raises FileError, MissingError
    and ResultError.
    """
    from docgen.pdf.convert import convert

    if wish is None:
        return _counted(word)
    made = convert(word, wish=wish)
    return _checked(made, title, said)


def printed_all(
    words: Sequence[tuple[str, bytes]], wish: PdfWish, said: Sequence[str] = ()
) -> Iterator[Printed | DocgenError]:
    """`printed` for (title, Word file) pairs, in order; what cannot be made comes as its error.

    LibreOffice gets the files in batches. Raises MissingError where the engine itself is missing.
    """
    texts = said or [""] * len(words)
    if wish.engine is Engine.LIBREOFFICE:
        from docgen.pdf.convert import by_libreoffice

        for (title, _), made, text in zip(words, by_libreoffice([word for _, word in words], wish), texts, strict=True):
            yield made if isinstance(made, DocgenError) else _tried(made, title, text)
        return
    for (title, word), text in zip(words, texts, strict=True):
        try:
            yield printed(word, title, wish, text)
        except DocgenError as error:
            yield error


def _tried(made: Converted, title: str, said: str) -> Printed | DocgenError:
    try:
        return _checked(made, title, said)
    except ResultError as error:
        return error


def _counted(word: bytes) -> Printed:
    """The pages; unknown where no font is there to count with."""
    from docgen.pdf.convert import paginate
    from docgen.pdf.typefaces.font_report import FontReport

    try:
        made = paginate(word)
    except MissingError:
        return Printed(None, None, FontReport())
    return Printed(None, made.page_count, made.fonts, tuple(_told(made)))


def _checked(made: Converted, title: str, said: str) -> Printed:
    """The PDF, once it is known to say all that the Word file says.

    In a file that is not of our making text may stand off the paper or in a box too small for it, in Word as well; the
    layout has told where. Only what is lost without such a reason is refused.
    """
    from docgen.pdf.reread import first_missing

    assert made.pdf is not None
    wanted = _without(said or made.said, made.fonts.missing)
    index = first_missing(_words(wanted) if made.by_office else wanted, made.pdf)
    told = tuple(_told(made))
    if index is not None:
        near = f"“{wanted[max(0, index - 10) : index + 10]}”附近"
        if said or not made.warnings:
            raise ResultError(
                f"《{title}》的 PDF 里少了 Word 里的字，在{near}",
                "换一个字体，或用 --format word 只要 Word" if said else "加 --engine libreoffice 再试",
            )
        told = (*told, f"PDF 里看不到 Word 里的有些字，在{near}：多半在纸外或框外，见上面的提醒")
    return Printed(made.pdf, made.page_count, made.fonts, told)


def _told(made: Converted) -> Iterator[str]:
    """What the reader of the files must know: what the PDF shows otherwise than Word, and what nobody can show."""
    drawn = "PDF 里没有" if made.pdf is not None else "PDF 里不会"
    for feature, place in made.warnings:
        where = f"（{place}）" if place else ""
        yield f"{drawn}照 Word 画：{feature}{where}。改法：{_UNDRAWN_REMEDY}"
    yield from made.notes
    if made.fonts.missing:
        shown = "PDF 里印成方框" if made.pdf is not None else "这台电脑上显示成方框"
        yield f"各字体都缺的字：{made.fonts.missing}，{shown}"


def _without(said: str, missing: str) -> str:
    """The text less the characters that no font has: the font report tells them."""
    return said.translate(dict.fromkeys(map(ord, missing)))


def _words(said: str) -> str:
    """The text without punctuation: marks that LibreOffice hangs beyond a line cannot be read back from its PDF."""
    return "".join(char for char in said if not unicodedata.category(char).startswith("P"))
