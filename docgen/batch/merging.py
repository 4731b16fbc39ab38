"""Merging: many PDFs as one, for printing; a bookmark with its title leads to each."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from docgen.batch.merged_fonts.shared_fonts import SharedFonts
from docgen.batch.sharing import share_equal_streams
from docgen.errors import FileError

if TYPE_CHECKING:
    from pikepdf import Page, Pdf

_AT_A_TIME = 64
"""Files open at the same time: beyond, parts are merged first, so that neither memory nor open files grow."""


@dataclass(frozen=True, slots=True)
class Part:
    """A PDF to be merged, and its bookmark."""

    title: str
    path: Path


def merge(parts: Sequence[Part], title: str, target: BinaryIO) -> None:
    """Write one PDF of all of them, in order: the same bytes for the same files and titles.

    Links within a document are left out, as nobody follows them on paper; links to elsewhere stay. Raises FileError for
    a file that is no PDF.
    """
    with tempfile.TemporaryDirectory(prefix="docgen-") as workshop:
        fonts = SharedFonts()
        paths, starts = _stages(parts, Path(workshop), fonts)
        with ExitStack() as stack:
            merged = _joined(paths, stack, fonts)
            _bookmarks(merged, [(part.title, start) for part, start in zip(parts, starts, strict=True)])
            merged.docinfo["/Title"] = title
            _save(merged, target)


def _stages(parts: Sequence[Part], workshop: Path, fonts: SharedFonts) -> tuple[list[Path], list[int]]:
    """Files to be joined, few enough to be open together, and the page on which each part begins."""
    starts, count = [], 0
    paths = [part.path for part in parts]
    for path in paths:
        starts.append(count)
        with ExitStack() as stack:
            pdf = _opened(path, stack)
            count += len(pdf.pages)
            fonts.gather(pdf)
    stage = 0
    while len(paths) > _AT_A_TIME:
        stage += 1
        paths = [
            _stage(paths[first : first + _AT_A_TIME], workshop / f"{stage}-{first}.pdf", fonts)
            for first in range(0, len(paths), _AT_A_TIME)
        ]
    return paths, starts


def _stage(paths: Sequence[Path], goal: Path, fonts: SharedFonts) -> Path:
    with ExitStack() as stack, goal.open("wb") as file:
        _save(_joined(paths, stack, fonts), file)
    return goal


def _joined(paths: Sequence[Path], stack: ExitStack, fonts: SharedFonts) -> Pdf:
    """A new PDF with the pages of some; they must stay open until it is saved."""
    from pikepdf import Pdf

    merged = stack.enter_context(Pdf.new())
    for path in paths:
        source = _opened(path, stack)
        for page in source.pages:
            _without_own_links(page)
        merged.pages.extend(source.pages)
    fonts.share(merged)
    return merged


def _opened(path: Path, stack: ExitStack) -> Pdf:
    from pikepdf import PasswordError, Pdf, PdfError

    try:
        return stack.enter_context(Pdf.open(path))
    except (PdfError, PasswordError) as error:
        raise FileError(f"{path} 不是完好的 PDF，合并不了", "删掉它，再运行一次") from error


def _without_own_links(page: Page) -> None:
    """Drop the links that lead to a page of the same file, and the ties to tags that do not come along."""
    from pikepdf import Array

    raw = page.obj
    if "/StructParents" in raw:
        del raw["/StructParents"]
    if not isinstance(raw.get("/Annots"), Array):
        return
    kept = [item for item in raw.Annots if not _leads_inside(item)]
    if len(kept) < len(raw.Annots):
        raw.Annots = Array(kept)


def _leads_inside(annotation: Any) -> bool:
    from pikepdf import Dictionary

    if not isinstance(annotation, Dictionary):
        return False
    action = annotation.get("/A")
    return "/Dest" in annotation or (isinstance(action, Dictionary) and bool(action.get("/S") == "/GoTo"))


def _bookmarks(merged: Pdf, starts: Sequence[tuple[str, int]]) -> None:
    from pikepdf import OutlineItem

    with merged.open_outline() as outline:
        outline.root.extend(OutlineItem(title, start) for title, start in starts)


def _save(pdf: Pdf, target: BinaryIO) -> None:
    from pikepdf import ObjectStreamMode

    pdf.remove_unreferenced_resources()
    share_equal_streams(pdf)
    pdf.save(target, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
