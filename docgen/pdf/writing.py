"""Writing: what a PDF shall be besides its pages, and the writers, each a module found by its name."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from docgen.errors import UsageError
from docgen.pdf.pages import Pages

_MODULES = {"direct": "docgen.pdf.direct_writer", "weasyprint": "docgen.pdf.weasyprint_writer"}

PDFA_LEVELS = ("pdf/a-2b", "pdf/a-2u", "pdf/a-2a", "pdf/a-3b", "pdf/a-3u", "pdf/a-3a")


class Attachment(NamedTuple):
    """A file inside the PDF: what the pages were made from."""

    name: str
    mime: str
    data: bytes
    description: str = ""


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """What a PDF shall be. `pdfa` is one of PDFA_LEVELS or "" for a plain PDF.

    Raises UsageError for a level that nobody knows, and for attachments in PDF/A-2, which forbids them.
    """

    pdfa: str = ""
    tagged: bool = False
    attachments: tuple[Attachment, ...] = ()

    def __post_init__(self) -> None:
        if self.pdfa and self.pdfa not in PDFA_LEVELS:
            raise UsageError(f"不认识的 PDF/A 级别“{self.pdfa}”", f"可用的级别：{'、'.join(PDFA_LEVELS)}")
        if self.attachments and self.part == 2:
            raise UsageError("PDF/A-2 不允许附带文件", f"附带 Word 文件时用 {self.pdfa.replace('2', '3')}")

    @property
    def part(self) -> int:
        """The part of ISO 19005, 0 for a plain PDF."""
        return int(self.pdfa[6]) if self.pdfa else 0

    @property
    def conformance(self) -> str:
        """The level of the part: B, U or A; "" for a plain PDF."""
        return self.pdfa[7:].upper()

    @property
    def has_tags(self) -> bool:
        """Whether the content is tagged: asked for, or part of the level."""
        return self.tagged or self.conformance == "A"


@dataclass(frozen=True, slots=True)
class Written:
    """The PDF, and what the writer had to say about it (Chinese sentences, normally none)."""

    pdf: bytes
    notes: tuple[str, ...] = ()


class Writer(Protocol):
    """What a writer's module offers."""

    def check(self) -> None:
        """Raises MissingError when a library that it needs is not on this machine."""

    def written(self, pages: Pages, options: WriteOptions) -> Written:
        """The PDF of some pages: same pages and options, same bytes."""


def writer_names() -> tuple[str, ...]:
    """The writers that can be asked for."""
    return tuple(_MODULES)


def writer(name: str) -> Writer:
    """The writer of this name. Raises UsageError when there is none."""
    if name not in _MODULES:
        raise UsageError(f"没有名为“{name}”的 PDF 写出方式", f"可用的：{'、'.join(writer_names())}")
    return cast(Writer, import_module(_MODULES[name]))
