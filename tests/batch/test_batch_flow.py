"""Tasks come back in order, a bounded number at a time, whatever becomes of their workers."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest
from batch_jobs import DEADLY, CountingCrew, deadly, deadly_once, wanted

from docgen.batch.crews import Here, crew_on_this_machine
from docgen.batch.flow import in_order
from docgen.batch.jobs import Job, Made
from docgen.batch.processes import Processes
from docgen.errors import ExitCode, WorkerError
from docgen.pdf.wish import Engine, PdfWish


def jobs(*units: str, text: str = "请整改") -> list[tuple[Job, ...]]:
    found = [wanted(unit, text).job for unit in units]
    return [(job(),) for job in found if job is not None]


def test_results_come_in_the_order_of_their_tasks_and_no_more_than_the_window_is_under_way() -> None:
    crew = CountingCrew(3)
    assert list(in_order(iter(range(50)), crew, str)) == [str(number) for number in range(50)]
    assert crew.most == 3


def test_tasks_are_taken_from_their_source_only_as_they_are_needed() -> None:
    taken = []
    source = (taken.append(number) or number for number in range(50))  # type: ignore[func-returns-value]
    results = in_order(source, CountingCrew(2), str)
    assert next(results) == "0"
    assert taken == [0, 1]


def test_one_that_kills_its_worker_twice_is_lost_and_no_other() -> None:
    units = ["甲镇", "乙镇", DEADLY, "丙镇", "丁镇", "戊镇", "己镇"]
    crew = Processes(2)
    try:
        found = list(in_order(jobs(*units), crew, deadly))
    finally:
        crew.close()
    lost = found.pop(2)
    assert isinstance(lost, WorkerError)
    assert (lost.exit_code, lost.message) == (ExitCode.SOME_FAILED, "做它的进程两次被系统结束，没有做成")
    assert "内存不够" in lost.remedy
    titles = [result[0].title for result in found if isinstance(result, tuple) and isinstance(result[0], Made)]
    assert titles == [f"{unit}通知" for unit in units if unit != DEADLY]


def test_one_that_kills_its_worker_once_is_made_the_second_time(tmp_path: Path) -> None:
    crew = Processes(2)
    try:
        found = list(in_order(jobs("甲镇", DEADLY, "乙镇", text=str(tmp_path / "trace")), crew, deadly_once))
    finally:
        crew.close()
    assert [result[0].title for result in found] == ["甲镇通知", f"{DEADLY}通知", "乙镇通知"]  # type: ignore[index, union-attr]


@pytest.mark.parametrize(
    "asked, documents, engine, several",
    [
        (None, 3, Engine.DIRECT, False),
        (None, 2000, Engine.DIRECT, True),
        (None, 8, Engine.WEASYPRINT, True),
        (1, 2000, Engine.WEASYPRINT, False),
        (2, 2, Engine.DIRECT, True),
        (8, 1, Engine.DIRECT, False),
        (8, 2000, Engine.LIBREOFFICE, False),
    ],
)
def test_several_processes_are_taken_where_they_pay_or_are_asked_for(
    asked: int | None, documents: int, engine: Engine, several: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docgen.batch.crews.cores", lambda: 4)
    crew = crew_on_this_machine(asked, documents, PdfWish(engine))
    assert isinstance(crew, Processes if several else Here)


def test_a_single_core_never_gets_several_processes_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.batch.crews.cores", lambda: 1)
    assert isinstance(crew_on_this_machine(None, 2000, None), Here)


def test_a_fault_of_the_work_itself_is_not_hidden() -> None:
    def broken(number: int) -> str:
        raise ZeroDivisionError(number)

    with pytest.raises(ZeroDivisionError):
        list(in_order([1], CountingCrew(1), functools.partial(broken)))
