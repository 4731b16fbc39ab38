"""Pictures: the worst pages side by side, ours at the left, LibreOffice's at the right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.fidelity_results import Result

_DPI = 75


def worst_pages(results: Sequence[Result], count: int) -> list[tuple[Result, int]]:
    """The pages with most lines without a twin or more than 1 mm away, at most two of a file; files apart last."""
    ranked: list[tuple[float, int, int]] = []
    for number, result in enumerate(results):
        found = result.followed.comparison
        if found is None:
            continue
        pages = Counter(page for page, _ in found.odd_lines)
        for offset in found.offsets:
            pages[offset.page] += min(offset.size, 10) / 10 if offset.size > 1 else 0  # type: ignore[assignment]
        if not found.pages_equal and not pages:
            pages[0] = 1
        ranked += [(score, number, page) for page, score in pages.most_common(2) if score]
    ranked.sort(key=lambda item: (bool(results[item[1]].apart), -item[0], item[1], item[2]))
    return [(results[number], page) for _, number, page in ranked[:count]]


def write_pictures(pages: Sequence[tuple[Result, int]], folder: Path) -> list[Path]:
    """A PNG for each page."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    written = []
    for rank, (result, page) in enumerate(pages, 1):
        name = re.sub(r"[^\w-]+", "_", result.case.name)
        path = folder / f"{rank:02}-{name}-{page + 1}.png"
        _side_by_side(result.followed.ours.pdf or b"", result.followed.theirs or b"", page).save(path)
        written.append(path)
    return written


def _side_by_side(ours: bytes, theirs: bytes, page: int):  # type: ignore[no-untyped-def]
    from PIL import Image

    images = [_rendered(pdf, page) for pdf in (ours, theirs)]
    width, height = sum(image.width for image in images) + 10, max(image.height for image in images)
    sheet = Image.new("RGB", (width, height), "#4040ff")
    sheet.paste(images[0], (0, 0))
    sheet.paste(images[1], (images[0].width + 10, 0))
    return sheet


def _rendered(pdf: bytes, page: int):  # type: ignore[no-untyped-def]
    """A page as a picture; a small grey one where the PDF has no such page."""
    import pypdfium2
    from PIL import Image

    document = pypdfium2.PdfDocument(pdf)
    try:
        if page >= len(document):
            return Image.new("RGB", (200, 200), "grey")
        return document[page].render(scale=_DPI / 72).to_pil().convert("RGB")
    finally:
        document.close()
