"""Our own PDFs: each .docx converted in a worker that is warm, with what it took and what it told."""

from __future__ import annotations

import time
import traceback
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from docgen.errors import DocgenError
from docgen.pdf.typefaces.font_report import FontUse


@dataclass(frozen=True, slots=True)
class Ours:
    """A converted file, and the text that its body holds.

    `fault`: the message of a refusal; `crash`: a traceback, which must never be.
    """

    pdf: bytes | None
    pages: int = 0
    seconds: float = 0.0
    said: str = ""
    warnings: tuple[tuple[str, str], ...] = ()
    uses: tuple[FontUse, ...] = ()
    fault: str = ""
    crash: str = ""


def our_pdfs(words: Mapping[str, bytes], jobs: int) -> dict[str, Ours]:
    """Convert all files."""
    if jobs < 2 or len(words) < 2:
        _warm_up()
        return {name: _convert(word) for name, word in words.items()}
    with ProcessPoolExecutor(jobs, initializer=_warm_up) as pool:
        return dict(zip(words, _results(pool, words.values()), strict=True))


def _results(pool: ProcessPoolExecutor, words: Iterable[bytes]) -> Iterator[Ours]:
    yield from pool.map(_convert, words, chunksize=4)


def _warm_up() -> None:
    """Load libraries and fonts, so that the first file is not charged for them."""
    from benchmarks.corpus.package import package
    from benchmarks.corpus.wordml import p

    _convert(package(p("预热")))


def _convert(word: bytes) -> Ours:
    from docgen.pdf.convert import convert

    start = time.process_time()
    try:
        made = convert(word)
    except DocgenError as error:
        return Ours(None, fault=" ".join(part for part in (error.message, error.remedy) if part))
    except Exception:
        return Ours(None, crash=traceback.format_exc(limit=-6))
    taken = time.process_time() - start
    return Ours(made.pdf, made.page_count, taken, made.said, made.warnings, made.fonts.uses)
