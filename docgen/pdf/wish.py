"""Wish: how a PDF is wanted. Plain data from the command line to the engines."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Engine(StrEnum):
    """Who turns a Word file into a PDF: one of our writers behind our layout, or an installed LibreOffice."""

    DIRECT = "direct"
    WEASYPRINT = "weasyprint"
    LIBREOFFICE = "libreoffice"


@dataclass(frozen=True, slots=True)
class PdfWish:
    """How a PDF is wanted.

    `fonts` are folders (or files) looked through before the machine's own. `strict_fonts`: no face may stand in for
    another one. `attach_source`: the Word file goes along inside the PDF, which makes a PDF/A a PDF/A-3.
    """

    engine: Engine = Engine.DIRECT
    fonts: tuple[Path, ...] = ()
    strict_fonts: bool = False
    pdfa: bool = False
    tagged: bool = False
    attach_source: bool = False


PLAIN = PdfWish()
"""A PDF as it is made when nothing else is said."""
