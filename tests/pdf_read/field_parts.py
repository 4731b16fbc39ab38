"""Pieces of fields in a paragraph."""

from __future__ import annotations


def mark(kind: str, data: str = "") -> str:
    """w:fldChar."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{data}</w:fldChar></w:r>'


def code(text: str, rpr: str = "") -> str:
    """w:instrText."""
    return f'<w:r><w:rPr>{rpr}</w:rPr><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def field(instruction: str, result: str = "") -> str:
    """A whole field with what is stored as its result."""
    return mark("begin") + code(instruction) + mark("separate") + result + mark("end")


def form(instruction: str, data: str, result: str = "") -> str:
    """A form field with its settings."""
    begin = mark("begin", f"<w:ffData>{data}</w:ffData>")
    return begin + code(instruction) + mark("separate") + result + mark("end")


def equation(*pieces: str) -> str:
    """An EQ field from its pieces, each a w:instrText or plain instruction."""
    inside = "".join(piece if piece.startswith("<") else code(piece) for piece in pieces)
    return mark("begin") + inside + mark("end")
