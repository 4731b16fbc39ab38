"""Pieces of word/numbering.xml, and what the reader made of the paragraphs that use them."""

from __future__ import annotations

from small_docx import p, paragraphs, r, source

from docgen.pdf.source import Paragraph, Source, Text


def level(
    number: int, text: str, format_: str = "decimal", *, start: int = 1, ppr: str = "", rpr: str = "", more: str = ""
) -> str:
    """w:lvl."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{format_}"/>{more}'
        f'<w:lvlText w:val="{text}"/><w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:lvl>'
    )


def abstract(identity: int, *levels: str, more: str = "") -> str:
    """w:abstractNum."""
    return f'<w:abstractNum w:abstractNumId="{identity}">{more}{"".join(levels)}</w:abstractNum>'


def num(identity: int, of: int, *overrides: str) -> str:
    """w:num."""
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{of}"/>{"".join(overrides)}</w:num>'


def override(number: int, start: int | None = None, lvl: str = "") -> str:
    """w:lvlOverride."""
    begin = "" if start is None else f'<w:startOverride w:val="{start}"/>'
    return f'<w:lvlOverride w:ilvl="{number}">{begin}{lvl}</w:lvlOverride>'


def numpr(identity: int | None = None, number: int | None = None) -> str:
    """w:numPr."""
    ilvl = "" if number is None else f'<w:ilvl w:val="{number}"/>'
    num_id = "" if identity is None else f'<w:numId w:val="{identity}"/>'
    return f"<w:numPr>{ilvl}{num_id}</w:numPr>"


def item(identity: int, number: int = 0, text: str = "文", ppr: str = "") -> str:
    """A paragraph of a list."""
    return p(r(text), ppr + numpr(identity, number))


def labels(found: Source) -> list[str]:
    """The label of every paragraph, "" for none."""
    return [one.label.text if one.label else "" for one in paragraphs(found)]


def listed(body: str, numbering: str, **parts: object) -> list[str]:
    """The labels of a body."""
    return labels(source(body, numbering=numbering, **parts))


def first(found: Source) -> Paragraph:
    """The first paragraph."""
    return paragraphs(found)[0]


def shown(paragraph: Paragraph) -> list[str]:
    """Its inlines as texts, other kinds by their name."""
    return [one.text if isinstance(one, Text) else type(one).__name__ for one in paragraph.inlines]
