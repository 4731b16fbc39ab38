"""Composed documents are put by until their turn comes: memory does not grow with them, and no file is left behind."""

from __future__ import annotations

import errno
import random
import tempfile
import tracemalloc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from batch_jobs import DIRECT, CountingCrew, template, wanted

from docgen.batch.carry import Handling, carried_out
from docgen.batch.jobs import Job, Wanted
from docgen.batch.spool import Spool
from docgen.batch.standing import survey
from docgen.documents.composed import Composed
from docgen.errors import FolderError
from docgen.output.folder import opened


def composed(number: int, size: int = 10) -> Composed:
    """A document whose text cannot be packed small."""
    text = random.Random(number).randbytes(size).hex()
    return Composed("notice", "通知", {"内容": [text, {"编号": number}]}, "", date(2024, 1, 1), unit=f"第{number}镇")


@pytest.mark.parametrize("in_memory", [1_000_000, 1])
def test_every_job_comes_back_as_it_was_put_by_in_any_order(in_memory: int) -> None:
    spool = Spool(in_memory)
    documents = [composed(number) for number in range(20)]
    waiting = [spool.put(item, template(), DIRECT, word=False) for item in documents]
    for number in (7, 19, 0, 7):
        assert waiting[number]() == Job(documents[number], template(), word=False, pdf=DIRECT)


def test_no_folder_shows_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    spool = Spool(in_memory=1)
    waiting = spool.put(composed(1, 10_000), template(), None)
    assert list(tmp_path.iterdir()) == []
    assert waiting().composed == composed(1, 10_000)


def test_a_disk_without_room_is_told_with_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    spool = Spool()

    def refuse(_: bytes) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(spool._file, "write", refuse)
    with pytest.raises(FolderError) as caught:
        spool.put(composed(1), template(), None)
    assert caught.value.message == "写不了临时文件（磁盘满了）"
    assert "TMPDIR" in caught.value.remedy


def test_documents_that_wait_take_hardly_any_memory() -> None:
    from docgen import assets
    from docgen.cli.order import Order, wanted_documents

    def documents(count: int) -> Iterator[Composed]:
        return (composed(number, 20_000) for number in range(count))

    order = Order(Path("out"), "word", template=assets.folder("templates") / "township_plan.docx")
    wanted_documents(documents(1), order)
    held = {}
    for count in (200, 400):
        tracemalloc.start()
        try:
            found = wanted_documents(documents(count), order)
            held[count] = tracemalloc.get_traced_memory()[0]
        finally:
            tracemalloc.stop()
        assert [item.job().composed.unit for item in found if item.job] == [f"第{number}镇" for number in range(count)]
    assert (held[400] - held[200]) / 200 < 2_000  # bytes a document, of 40,000 that each holds


def test_a_job_is_fetched_when_it_is_handed_over_and_no_sooner(tmp_path: Path) -> None:
    fetched: list[str] = []

    def noted(item: Wanted) -> Wanted:
        from dataclasses import replace

        job = item.job
        assert job is not None

        def fetch() -> Job:
            fetched.append(item.unit)
            return job()

        return replace(item, job=fetch)

    documents = [noted(wanted(unit)) for unit in ("甲镇", "乙镇", "丙镇", "丁镇")]
    with opened(tmp_path) as folder:
        done = carried_out(survey(documents, tmp_path, folder.manifest), folder, CountingCrew(2), Handling())
        assert fetched == []
        next(done)
        assert fetched == ["甲镇", "乙镇"]
        assert len(list(done)) == 3
    assert fetched == ["甲镇", "乙镇", "丙镇", "丁镇"]
