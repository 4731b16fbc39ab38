"""Pictures of a PDF's pages: PNGs, and one contact sheet of them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any

from docgen.errors import FileError

if TYPE_CHECKING:
    from PIL.Image import Image

_THUMB, _GAP, _ACROSS = 320, 16, 5  # pixels, pixels, pages in a row of the contact sheet
_GROUND = (225, 225, 225)
_LARGEST = 9000  # pixels: no side of a page's picture is longer


def page_count(pdf: bytes) -> int:
    """The number of pages. Raises FileError for what is no readable PDF."""
    with _opened(pdf) as document:
        return len(document)


def page_pictures(pdf: bytes, numbers: Iterable[int], dpi: float) -> Iterator[tuple[int, bytes]]:
    """(number, PNG) of pages, counted from 1."""
    with _opened(pdf) as document:
        for number in numbers:
            page = document[number - 1]
            scale = min(dpi / 72, _LARGEST / max(page.get_size()))
            yield number, _png(page.render(scale=scale).to_pil().convert("RGB"))


def contact_sheet(pictures: Sequence[bytes]) -> bytes:
    """The pictures side by side, small, as one PNG."""
    from PIL import Image

    thumbs = []
    for data in pictures:
        with Image.open(BytesIO(data)) as opened:
            thumb = opened.convert("RGB")
        thumb.thumbnail((_THUMB, 2 * _THUMB), Image.Resampling.LANCZOS)
        thumbs.append(thumb)
    across = min(_ACROSS, len(thumbs))
    height = max(thumb.height for thumb in thumbs)
    size = (_GAP + across * (_THUMB + _GAP), _GAP + ceil(len(thumbs) / across) * (height + _GAP))
    sheet = Image.new("RGB", size, _GROUND)
    for place, thumb in enumerate(thumbs):
        row, column = divmod(place, across)
        sheet.paste(thumb, (_GAP + column * (_THUMB + _GAP), _GAP + row * (height + _GAP)))
    return _png(sheet)


def _png(picture: Image) -> bytes:
    target = BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()


def _opened(pdf: bytes) -> Any:
    import pypdfium2

    try:
        return closing(pypdfium2.PdfDocument(pdf))
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise FileError("这个 PDF 加了密码，读不了", "去掉密码后再试") from error
        raise FileError("这个文件不是 PDF，或者已经损坏", "换一份完好的文件再试") from error
