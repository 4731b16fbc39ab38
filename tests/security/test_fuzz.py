"""Two hundred mutated files through the commands; and the fuzz script sees what it looks for."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, timezone, tzinfo
from pathlib import Path
from types import SimpleNamespace

import pytest

from benchmarks import fuzz
from benchmarks.fuzzing import bases, judge
from benchmarks.fuzzing.cases import Case, case
from benchmarks.fuzzing.child import Watch
from benchmarks.fuzzing.judge import BAD, Ending


@pytest.mark.skipif(sys.platform == "win32", reason="limits of processes are the POSIX ones")
def test_two_hundred_mutated_files_end_in_a_result_or_a_message() -> None:
    outcomes = fuzz.run(200, seed=7)
    assert [item.number for item in outcomes] == list(range(200))
    assert [item for item in outcomes if item.ending in BAD] == []
    assert {item.kind for item in outcomes} == {"workbook", "YAML", "JSON", "CSV", "template", "docx"}
    for ending in (Ending.RESULT, Ending.DIAGNOSTIC):
        assert sum(item.ending is ending for item in outcomes) >= 40


class Later(datetime):
    """The clock of another day."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:
        return datetime(2031, 5, 17, 8, 30, tzinfo=tz)


def test_a_case_is_the_same_whenever_it_is_made_and_another_with_each_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [case(1, number) for number in range(30)]
    bases.workbook.cache_clear()
    with monkeypatch.context() as later:
        clock = SimpleNamespace(datetime=Later, timezone=timezone)
        later.setattr("openpyxl.writer.excel.datetime", clock)
        later.setattr("openpyxl.packaging.core.datetime", clock)
        later.setattr("time.time", lambda: Later.now(UTC).timestamp())
        assert [case(1, number) for number in range(30)] == found
    assert [case(1, number).files for number in range(5)] != [case(2, number).files for number in range(5)]


VALIDATE = Case(0, "YAML", "texts", {}, ("validate", "in"))


@pytest.mark.parametrize(
    ("code", "said", "outside", "ending"),
    [
        (0, "没有发现问题", [], Ending.RESULT),
        (1, "改法：改好", [], Ending.DIAGNOSTIC),
        (5, "错误：甲 是空文件\n改法：重新取得这个文件", [], Ending.DIAGNOSTIC),
        (5, "错误：甲", [], Ending.TRACEBACK),
        (70, "错误：docgen 自身出了故障\n改法：发给维护的人", [], Ending.TRACEBACK),
        (-1, "Traceback (most recent call last):", [], Ending.TRACEBACK),
        (70, "错误：内存不够，没有做完", [], Ending.MEMORY),
        (0, "", ["open /etc/passwd"], Ending.OUTSIDE),
    ],
)
def test_every_ending_is_known(tmp_path: Path, code: int, said: str, outside: list[str], ending: Ending) -> None:
    assert judge.ending(VALIDATE, code, said, outside, tmp_path)[0] is ending


def test_words_of_a_library_on_stdout_are_seen() -> None:
    stray: list[str] = []
    assert fuzz.read_answer(b'{"start": 3}', stray) == {"start": 3}
    assert fuzz.read_answer(b"12 warnings", stray) is None
    assert fuzz.read_answer(b'{"number": 3, "ending": "clean result"}', stray) == {
        "number": 3, "ending": Ending.OUTSIDE, "about": "on stdout: 12 warnings"
    }  # fmt: skip
    assert fuzz.read_answer(b'{"number": 4, "ending": "clean result"}', stray) == {
        "number": 4, "ending": Ending.RESULT
    }  # fmt: skip


def plan_of(tmp_path: Path, text: str) -> Case:
    """A case that wrote the plan of the sound data, while its own data say something else."""
    from docgen.cli.main import main

    data = assets_of_the_county()
    assert main(["plan", str(data), "--format", "word", "-o", str(tmp_path / "out")]) == 0
    return Case(0, "YAML", "texts", {"a.yaml": text.encode()}, ("plan", "in/a.yaml"), "a.yaml")


def assets_of_the_county() -> Path:
    return bases.assets.folder("data") / "xx-county"


def test_a_lost_text_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(judge.printed()) > 20
    sound = plan_of(tmp_path, bases.yaml_text())
    assert judge.ending(sound, 0, "", [], tmp_path) == (Ending.RESULT, "")
    where = ("工作阶段", 0, "任务")
    other = bases.yaml_text().replace("任务: 制定工作方案，", "任务: 制定督战方案，")
    found = plan_of(tmp_path, other)
    assert judge.ending(found, 0, "", [], tmp_path) == (Ending.LOST, f"{where}: '制定督战方案'")


def test_the_three_forms_of_the_sound_data_say_the_same() -> None:
    plain = judge.cells_of("a.yaml", bases.yaml_text().encode())
    assert judge.cells_of("a.json", bases.json_text().encode()) == plain
    book = judge.cells_of("a.xlsx", bases.workbook())
    assert {where: text for where, text in book.items() if text} == {
        where: text for where, text in plain.items() if text
    }
    assert len(judge.cells_of("a.csv", bases.LEDGER.encode())) > 50
    assert judge.cells_of("a.xlsx", b"broken") == {}


def test_what_is_written_elsewhere_is_seen(tmp_path: Path) -> None:
    watch = Watch()
    inside, elsewhere = str(tmp_path / "in"), str(tmp_path / "out")
    watch.allowed = (os.path.realpath(inside) + os.sep,)
    events = [
        ("open", (f"{inside}/a", "w", 0)),
        ("open", (f"{elsewhere}/a", "r", os.O_RDONLY)),
        ("os.mkdir", (inside, 0o777, -1)),
        ("open", (f"{inside}/../out/a", "w", 0)),
        ("open", (f"{elsewhere}/a", None, os.O_WRONLY | os.O_CREAT)),
        ("os.rename", (f"{inside}/a", f"{elsewhere}/a", -1, -1)),
        ("socket.connect", (None, ("127.0.0.1", 80))),
    ]
    watch(*events[3])
    assert watch.found == []
    watch.on = True
    for event, given in events:
        watch(event, given)
    assert [text.split()[0] for text in watch.found] == ["open", "open", "os.rename", "socket.connect"]


def test_a_child_that_dies_is_told_and_the_next_goes_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    started: list[int] = []

    def answers(root: Path, seed: int, first: int, last: int, step: int):
        for number in range(first, last, step):
            started.append(number)
            yield {"start": number}
            if number == 1:
                about = {"ending": "traceback", "about": "died (-11): "}
                yield {"number": number, "kind": "docx", "how": "octets", **about}
                return
            yield {"number": number, "kind": "docx", "how": "octets", "ending": "clean result"}

    monkeypatch.setattr(fuzz, "_answers", answers)
    outcomes = fuzz.run(4, seed=1)
    assert started == [0, 1, 2, 3]
    assert [item.ending for item in outcomes] == [Ending.RESULT, Ending.TRACEBACK, Ending.RESULT, Ending.RESULT]
    rows = [line.split() for line in fuzz.table(outcomes).splitlines()]
    assert rows[-1] == ["all", "4", "3", "0", "1", "0", "0", "0", "0"]


@pytest.mark.skipif(sys.platform == "win32", reason="limits of processes are the POSIX ones")
def test_a_child_that_computes_without_end_is_a_hang(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lines = (
        "import signal",
        "signal.setitimer(signal.ITIMER_PROF, 0.05)",
        """print('{"start": 0}', flush=True)""",
        "while True: pass",
    )
    child = tmp_path / "child.py"
    child.write_text("\n".join(lines), encoding="utf-8")
    real = fuzz.subprocess.Popen

    def other(call: list[str], **given: object):
        return real([sys.executable, str(child)], **given)

    monkeypatch.setattr(fuzz.subprocess, "Popen", other)
    (outcome,) = fuzz.run(1, seed=1)
    assert outcome.ending is Ending.HANG
