"""Small jobs for a batch: a template of two lines, documents that differ by one word; tasks that kill their worker."""

from __future__ import annotations

import io
import os
import signal
from collections.abc import Sequence
from concurrent.futures import Future
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

import docx

from docgen.batch.jobs import PDF, WORD, Job, Wanted
from docgen.batch.worker import Outcome, work
from docgen.documents.composed import Composed
from docgen.filling import Template
from docgen.pdf.wish import Engine, PdfWish

DIRECT = PdfWish(Engine.DIRECT)
DEADLY = "致命镇"


@cache
def template(title: str = "{{ 单位 }}通知") -> Template:
    """A title and a line."""
    word = docx.Document()
    word.add_paragraph(title, style="Title")
    word.add_paragraph("{{ 单位 }}：{{ 内容 }}。")
    stream = io.BytesIO()
    word.save(stream)
    return Template(stream.getvalue(), "通知.docx")


def wanted(unit: str, text: str = "请整改", *, pdf: PdfWish | None = None, stem: str = "", **given: Any) -> Wanted:
    """A notice to a unit."""
    composed = Composed("notice", "通知", {"单位": unit, "内容": text}, "", date(2024, 1, 1), unit=unit)
    job = partial(Job, composed, given.pop("template", template()), True, pdf)
    formats = (WORD,) if pdf is None else (WORD, PDF)
    inputs = given.pop("inputs", f"{unit} {text}")
    return Wanted(
        f"通知，{unit}", "通知", formats, inputs, "as ever", job=job, stem=stem or f"通知（{unit}）", unit=unit, **given
    )


def deadly(lot: Sequence[Job]) -> tuple[Outcome, ...]:
    """`work`, but the document of one township ends its worker as the system does where memory runs out."""
    if any(job.composed.unit == DEADLY for job in lot):
        os.kill(os.getpid(), signal.SIGKILL)
    return work(lot)


def deadly_once(lot: Sequence[Job]) -> tuple[Outcome, ...]:
    """The same, but only as long as its name, a file, is not there."""
    for job in lot:
        trace = Path(job.composed.context["内容"])
        if job.composed.unit == DEADLY and not trace.exists():
            trace.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return work(lot)


class CountingCrew:
    """Keeps count of the tasks that are under way; a task is done when its result is asked for."""

    def __init__(self, window: int) -> None:
        self.window, self.most, self._under_way = window, 0, 0

    def submit(self, task: Any, /, *args: Any) -> Future[Any]:
        crew = self
        self._under_way += 1
        self.most = max(self.most, self._under_way)

        class Late(Future):  # type: ignore[type-arg]
            def result(self, timeout: float | None = None) -> Any:
                crew._under_way -= 1
                return task(*args)

        return Late()

    def loss(self, error: BaseException) -> None:
        return None

    def close(self, *, now: bool = False) -> None: ...
