"""Worker: makes jobs, in this process or in another one. A job that fails comes back as its error, never as a raise."""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import tempfile
import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from docgen.batch.jobs import PDF, WORD, Job, Made
from docgen.errors import DocgenError, MissingError, as_error
from docgen.filling import Filled, filled
from docgen.output.atomic import digest
from docgen.pdf.wish import Engine, PdfWish

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from docgen.produce import Document

Outcome = Made | DocgenError

_LAST = 2.0  # seconds in which a killed parent is noticed: it takes thousandths
_ONE_AT_A_TIME = threading.Lock()
"""A machine of a cluster may run several jobs as threads of one process; the libraries are not made for that."""


def work(lot: Sequence[Job]) -> tuple[Outcome, ...]:
    """Make some jobs, in order."""
    with _ONE_AT_A_TIME:
        if lot and lot[0].pdf is not None and lot[0].pdf.engine is Engine.LIBREOFFICE:
            return _made_by_office(lot, lot[0].pdf)
        return tuple(_tried(job) for job in lot)


def sketch(lot: Sequence[Job]) -> tuple[Outcome, ...]:
    """Fill the Word files of some jobs, for their titles and digests only."""
    with _ONE_AT_A_TIME:
        return tuple(
            word if isinstance(word, DocgenError) else Made(word.title, {}, digest(word.word))
            for word in map(_filled, lot)
        )


def _tried(job: Job) -> Outcome:
    try:
        _check_machine(job)
        return _made(job)
    except Exception as error:  # a fault of one document must not stop the others
        return as_error(error)


def _made(job: Job) -> Made:
    from docgen.produce import printed_document

    word = filled(job.composed, job.template)
    if job.pdf is not None and job.standing == digest(word.word):
        return _standing(job, word)
    try:
        return _packed(job, printed_document(word, job.pdf))
    except MissingError as error:
        if job.pdf is None or not job.word:
            raise
        return _packed(job, printed_document(word, None), error)


def _made_by_office(lot: Sequence[Job], wish: PdfWish) -> tuple[Outcome, ...]:
    """Word files first, then one call of LibreOffice for all of them."""
    from docgen.printing import printed_all
    from docgen.produce import document

    words = [_filled(job) for job in lot]
    due = [
        word
        for job, word in zip(lot, words, strict=True)
        if isinstance(word, Filled) and digest(word.word) != job.standing
    ]
    printed = printed_all([(word.title, word.word) for word in due], wish, [word.said for word in due])
    found: list[Outcome] = []
    for job, word in zip(lot, words, strict=True):
        if isinstance(word, DocgenError):
            found.append(word)
            continue
        if digest(word.word) == job.standing:
            found.append(_standing(job, word))
            continue
        try:
            made = next(printed)
            if isinstance(made, DocgenError):
                raise made
            found.append(_packed(job, document(word, made)))
        except MissingError as error:  # there is no LibreOffice, for this one or any other
            return tuple(_without_office(job, word, error) for job, word in zip(lot, words, strict=True))
        except Exception as error:
            found.append(as_error(error))
    return tuple(found)


def _without_office(job: Job, word: Filled | DocgenError, lacking: MissingError) -> Outcome:
    from docgen.produce import printed_document

    if isinstance(word, DocgenError) or not job.word:
        return word if isinstance(word, DocgenError) else lacking
    return _packed(job, printed_document(word, None), lacking)


def _filled(job: Job) -> Filled | DocgenError:
    try:
        _check_machine(job)
        return filled(job.composed, job.template)
    except Exception as error:
        return as_error(error)


def _standing(job: Job, word: Filled) -> Made:
    files = {WORD: word.word} if job.word else {}
    return Made(word.title, files, digest(word.word), pdf_stands=True)


def _packed(job: Job, document: Document, lacking: DocgenError | None = None) -> Made:
    files = {WORD: document.word} if job.word else {}
    if document.pdf is not None:
        files[PDF] = document.pdf
    return Made(
        document.title, files, digest(document.word), document.pages, document.fonts, document.warnings, lacking
    )


def _check_machine(job: Job) -> None:
    """Raises MissingError on a machine of a cluster that would make the document otherwise than the one that asks."""
    if not job.machine:
        return
    from docgen.batch.fingerprints import of_machine

    if of_machine(job.pdf.fonts if job.pdf else ()) != job.machine:
        import platform

        raise MissingError(
            f"{platform.node()} 上的 docgen、程序库或字体和这台电脑的不一样，做出的文件会不一样",
            "在每台机器上装同一个版本的 docgen 和同样的字体",
        )


def serve(pipe: Connection, wish: PdfWish | None, scratch: str) -> None:
    """What a worker process does: tasks that come through the pipe, one after the other, until nothing comes.

    Temporary files go into `scratch`.
    """
    tempfile.tempdir = os.environ["TMPDIR"] = scratch
    watch = threading.Thread(target=_end_with_parent, args=(scratch,), daemon=True)
    watch.start()
    _warm(wish)
    with suppress(EOFError, OSError, MemoryError):  # it can neither hear nor answer any more: it ends
        while asked := pipe.recv_bytes():
            pipe.send_bytes(_answer(asked))
        return
    pipe.close()
    watch.join(_LAST)


def _answer(asked: bytes) -> bytes:
    """A task → its result and its error, one of which is None."""
    try:
        task, args = pickle.loads(asked)  # noqa: S301 - from the process that has started this one
        return pickle.dumps((task(*args), None))
    except Exception as error:
        return _failing(error)


def _failing(error: Exception) -> bytes:
    try:
        return pickle.dumps((None, error))
    except Exception:  # an error that cannot be sent is told
        return pickle.dumps((None, RuntimeError(repr(error))))


def _warm(wish: PdfWish | None) -> None:
    """Get ready: leave Ctrl-C to the process that asks, load what the jobs need."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        _load(wish)
    except Exception:
        # What is missing shows with the first document, as its error; a worker that fails here would be lost to all.
        return


def _end_with_parent(scratch: str) -> None:
    """A killed parent can neither tell its workers nor clear up: they look for themselves, and do it."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        shutil.rmtree(scratch, ignore_errors=True)
        os._exit(1)


def _load(wish: PdfWish | None) -> None:
    from docgen.pdf.convert import machine_fonts

    if wish is not None and wish.engine is not Engine.LIBREOFFICE:
        from docgen.pdf.writing import writer

        writer(wish.engine).check()
    machine_fonts(wish.fonts if wish else ())
