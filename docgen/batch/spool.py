"""Spool: composed documents put by until their turn comes. All are composed before the first is made, for their numbers
and digests; held in memory, they would be most of what a large batch needs.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING
from weakref import finalize

from docgen.batch.jobs import Job
from docgen.errors import FolderError
from docgen.output.atomic import reason

if TYPE_CHECKING:
    from docgen.documents.composed import Composed
    from docgen.filling import Template
    from docgen.pdf.wish import PdfWish

_IN_MEMORY = 2 * 1024 * 1024
"""Bytes that are put by without a file: some hundreds of documents."""


class Spool:
    """A temporary file that no folder shows and that is gone with the process, however it ends."""

    def __init__(self, in_memory: int = _IN_MEMORY) -> None:
        self._file = SpooledTemporaryFile(in_memory)  # noqa: SIM115 - open as long as one of its jobs may be wanted
        finalize(self, self._file.close)

    def put(
        self, composed: Composed, template: Template, pdf: PdfWish | None, *, word: bool = True
    ) -> Callable[[], Job]:
        """Put a document by; what comes back fetches it as a job. Raises FolderError where there is no room."""
        data = zlib.compress(pickle.dumps(composed, pickle.HIGHEST_PROTOCOL), 1)
        try:
            at = self._file.seek(0, 2)
            self._file.write(data)
        except OSError as error:
            remedy = "腾出放临时文件的空间，或用环境变量 TMPDIR 换一个地方"
            raise FolderError(f"写不了临时文件（{reason(error)}）", remedy) from error
        return _Waiting(self, at, len(data), template, word, pdf)

    def take(self, at: int, size: int) -> Composed:
        """A document that was put by."""
        self._file.seek(at)
        composed: Composed = pickle.loads(zlib.decompress(self._file.read(size)))  # noqa: S301 - our own, a moment ago
        return composed


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A job whose turn has not come: where its document is, and what it has in common with others."""

    spool: Spool
    at: int
    size: int
    template: Template
    word: bool
    pdf: PdfWish | None

    def __call__(self) -> Job:
        return Job(self.spool.take(self.at, self.size), self.template, self.word, self.pdf)
