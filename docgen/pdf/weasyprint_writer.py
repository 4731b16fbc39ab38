"""WeasyPrint writer: page records → PDF bytes. It paints only; every place was decided by the layout."""

from __future__ import annotations

import logging
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from typing import Any

from docgen.errors import MissingError, ResultError
from docgen.pdf.html.page_markup import Markup
from docgen.pdf.html.weasyprint_finish import finish
from docgen.pdf.link_targets import lost_links
from docgen.pdf.pages import Face, Pages
from docgen.pdf.typefaces.font_files import extracted, face_path
from docgen.pdf.writing import WriteOptions, Written

_PANGO = {
    "win32": "装 MSYS2（默认位置），在它的窗口里运行 pacman -S mingw-w64-ucrt-x86_64-pango，再重开命令行窗口",
    "darwin": "brew install pango",
    "linux": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
}

_PLAIN = WriteOptions()

# Every line stands at its own place on its own page: HTML elements around them would move them.
_UNTOLD = ("table", "list", "note")

# The font report says these better: which characters, of which font.
_SAID_ELSEWHERE = ("WeasyPrint：.notdef glyph rendered", "WeasyPrint：Too many glyphs")
_PICTURE_FAILED, _UNREAD = "Failed to load image", "有一幅图片读不出来，没有画"


def check() -> None:
    """Raises MissingError when WeasyPrint or Pango is not on this machine."""
    load_weasyprint()


def written(pages: Pages, options: WriteOptions = _PLAIN) -> Written:
    """The PDF of some pages: same pages and options, same bytes.

    Raises MissingError when WeasyPrint or Pango is not on this machine.
    """
    weasyprint = load_weasyprint()
    markup = Markup(pages, tagged=options.has_tags)
    with _captured() as messages:
        pdf = _paint(weasyprint, markup, pages, options)
    told = (_UNREAD if text.startswith(_PICTURE_FAILED) else f"WeasyPrint：{text}" for text in messages)
    notes = [text for text in dict.fromkeys(told) if not text.startswith(_SAID_ELSEWHERE)]
    notes += lost_links(pages)
    if options.has_tags and any(element.kind in _UNTOLD for element in pages.root.all()):
        notes.append("WeasyPrint 的标签只说标题、段落、图和链接，不说表格、列表和注；要这些就用 --engine direct")
    if not has_subsetter():
        notes.append("本机没有 libharfbuzz-subset：生成 PDF 慢约十倍（sudo apt-get install libharfbuzz-subset0）")
    if not pdf.startswith(b"%PDF-"):
        raise ResultError("WeasyPrint 没有写出 PDF", "重新安装 weasyprint 后再试")
    return Written(pdf, tuple(notes))


def load_weasyprint() -> Any:
    """WeasyPrint, with its libraries loaded. Raises MissingError where that cannot be."""
    try:
        import weasyprint
    except ImportError as error:
        raise MissingError("没有安装 WeasyPrint，不能生成 PDF（Word 不受影响）", "pip install weasyprint") from error
    except OSError as error:
        raise MissingError("本机缺少 Pango 等程序库，不能生成 PDF（Word 不受影响）", pango_remedy()) from error
    return weasyprint


def pango_remedy() -> str:
    """How Pango gets onto this kind of machine."""
    return _PANGO.get(sys.platform, _PANGO["linux"])


def has_subsetter() -> bool:
    """Whether fonts are subset by HarfBuzz, ten times as fast as without."""
    from weasyprint.text import ffi

    return bool(getattr(ffi, "harfbuzz_subset", None))


def _paint(weasyprint: Any, markup: Markup, pages: Pages, options: WriteOptions) -> bytes:
    faces = markup.sheet.faces
    fetcher = _fetcher(faces)
    fonts = _fonts(tuple(faces.items()))
    css = markup.sheet.css({face: f"docgen-font:{name}" for face, name in faces.items()})
    sheet = weasyprint.CSS(string=css, font_config=fonts, url_fetcher=fetcher)
    document = weasyprint.HTML(string=markup.html(), url_fetcher=fetcher, base_url="docgen:")
    with warnings.catch_warnings():
        # WeasyPrint leaves the file of its colour profile open.
        warnings.simplefilter("ignore", ResourceWarning)
        result: bytes = document.write_pdf(
            stylesheets=[sheet],
            font_config=fonts,
            pdf_variant=options.pdfa or None,
            pdf_tags=options.has_tags,
            attachments=_attachments(weasyprint, pages, options),
            finisher=lambda _, pdf: finish(pdf, pages, options),
        )
    return result


def _attachments(weasyprint: Any, pages: Pages, options: WriteOptions) -> list[Any]:
    """The files to embed; their date is the document's, never the clock's."""
    date = datetime.fromisoformat(pages.created) if pages.created else datetime(2000, 1, 1, tzinfo=UTC)
    return [
        weasyprint.Attachment(
            file_obj=BytesIO(one.data),
            name=one.name,
            description=one.description,
            created=date,
            modified=date,
            relationship="Source",
        )
        for one in options.attachments
    ]


@lru_cache(maxsize=4)
def _fonts(faces: tuple[tuple[Face, str], ...]) -> Any:
    """A configuration that the documents with the same faces share: it copies every font file once."""
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


def _fetcher(faces: dict[Face, str]) -> Any:
    """Gives the document's own fonts and the pictures inside it; refuses everything else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    files = {f"docgen-font:{name}": face for face, name in faces.items()}

    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            face = files.get(url)
            if face is not None:
                return URLFetcherResponse(url, _content(face))
            if url.startswith("data:image/"):
                return super().fetch(url, headers)
            raise ValueError(f"not fetched: {url[:80]}")

    return Fetcher(allowed_protocols=["data"])


def _content(face: Face) -> bytes:
    path = face_path(face)
    return path.read_bytes() if path is not None else extracted(face)


@contextmanager
def _captured() -> Iterator[list[str]]:
    """Collect what WeasyPrint logs instead of letting it reach stderr."""
    messages: list[str] = []
    logger = logging.getLogger("weasyprint")

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            messages.append(record.getMessage())

    collector = Collector(logging.WARNING)
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(collector)
    try:
        yield messages
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagate
