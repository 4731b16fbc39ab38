"""LibreOffice as the peer: the same .docx with the same font files, all files in few calls."""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from docgen.errors import DocgenError
from docgen.pdf.libreoffice import pdfs_of, program
from docgen.pdf.typefaces.font_names import UNUSABLE
from docgen.pdf.typefaces.font_report import FontUse

_BOLD = 180  # fontconfig's "demibold": what asks for more is bold


@dataclass(frozen=True, slots=True)
class OfficeRun:
    """The PDFs by name, why there is none for the others, and what it took in seconds."""

    pdfs: dict[str, bytes]
    faults: dict[str, str]
    seconds: float
    cpu_seconds: float


def is_installed() -> bool:
    """Whether there is a LibreOffice to compare with."""
    try:
        program()
    except DocgenError:
        return False
    return True


def office_pdfs(words: Mapping[str, bytes], uses: Iterable[FontUse], folder: Path) -> OfficeRun:
    """Convert all files; names of fonts lead to the very faces that our layout took for them."""
    rules = folder / "same-fonts.conf"
    rules.write_text(font_rules(uses, os.environ.get("FONTCONFIG_FILE", "/etc/fonts/fonts.conf")), encoding="utf-8")
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(rules)
    start, cpu = time.perf_counter(), _children()
    try:
        made = dict(zip(words, pdfs_of(list(words.values())), strict=True))
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before
    return OfficeRun(
        {name: pdf for name, pdf in made.items() if isinstance(pdf, bytes)},
        {name: str(fault) for name, fault in made.items() if isinstance(fault, DocgenError)},
        time.perf_counter() - start,
        _children() - cpu,
    )


def font_rules(uses: Iterable[FontUse], base: str) -> str:
    """fontconfig rules by which every name that our layout met gives the face that our layout took."""
    known = sorted({(use.asked, use.bold, use.family) for use in uses if use.asked != use.family})
    return "\n".join(
        [
            '<?xml version="1.0"?>',
            "<fontconfig>",
            f'<include ignore_missing="yes">{escape(base)}</include>',
            *(f"<selectfont><rejectfont><glob>*/{name}.otf</glob></rejectfont></selectfont>" for name in UNUSABLE),
            *(_rule(asked, bold, family) for asked, bold, family in known),
            "</fontconfig>",
        ]
    )


def _rule(asked: str, bold: bool, family: str) -> str:
    compare = "more_eq" if bold else "less"
    return (
        f'<match target="pattern"><test name="family" qual="first"><string>{escape(asked)}</string></test>'
        f'<test name="weight" compare="{compare}"><int>{_BOLD}</int></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{escape(family)}</string></edit></match>'
    )


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
