"""文号登记: numbers follow one another, stay the same, are never given twice, and an edit into a clash is refused."""

from __future__ import annotations

import errno
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from docgen.errors import DataError, FileError
from docgen.model.numbers import Number, Numbers, Occasion
from docgen.output.register import NAME, examine, register, written

HEAD = "代字,年份,序号,文号,文件,月份,单位\r\n"


def filed(folder: Path, *lines: str) -> Path:
    (folder / NAME).write_text(HEAD + "".join(f"{line}\r\n" for line in lines), encoding="utf-8-sig", newline="")
    return folder


def card(month: str, party: str) -> Occasion:
    return Occasion("黄牌警告通知书", month, party)


def test_the_first_number_of_a_series_is_one_and_the_next_follows(tmp_path: Path) -> None:
    with register(tmp_path) as numbers:
        first = numbers.of("云督黄", 2024, card("2024-03", "青石镇"))
        second = numbers.of("云督黄", 2024, card("2024-03", "云溪镇"))
        other = numbers.of("云督约", 2024, Occasion("约谈通知书", "2024-03", "青石镇"))
    assert (first.serial, second.serial, other.serial) == (1, 2, 1)
    assert (tmp_path / NAME).read_text(encoding="utf-8-sig").splitlines() == [
        "代字,年份,序号,文号,文件,月份,单位",
        "云督约,2024,1,云督约〔2024〕1号,约谈通知书,2024-03,青石镇",
        "云督黄,2024,1,云督黄〔2024〕1号,黄牌警告通知书,2024-03,青石镇",
        "云督黄,2024,2,云督黄〔2024〕2号,黄牌警告通知书,2024-03,云溪镇",
    ]


def test_a_second_run_gives_the_same_number_and_leaves_the_file_alone(tmp_path: Path) -> None:
    for _ in range(2):
        with register(tmp_path) as numbers:
            assert numbers.of("云督黄", 2024, card("2024-03", "青石镇")).serial == 1
        kept = (tmp_path / NAME).stat().st_mtime_ns, (tmp_path / NAME).read_bytes()
        with register(tmp_path) as numbers:
            assert numbers.of("云督黄", 2024, card("2024-03", "青石镇")).serial == 1
        assert ((tmp_path / NAME).stat().st_mtime_ns, (tmp_path / NAME).read_bytes()) == kept


def test_each_year_begins_with_one(tmp_path: Path) -> None:
    filed(tmp_path, "云督黄,2024,7,云督黄〔2024〕7号,黄牌警告通知书,2024-12,青石镇")
    with register(tmp_path) as numbers:
        assert numbers.of("云督黄", 2024, card("2024-12", "云溪镇")).serial == 8
        assert numbers.of("云督黄", 2025, card("2025-01", "青石镇")).serial == 1


def test_earlier_occasions_get_their_numbers_first() -> None:
    numbers = Numbers()
    months = [(2024, Occasion("简报", f"2024-0{month}")) for month in (2, 3, 4)]
    assert numbers.in_turn("督战工作简报", months).serial == 3
    assert numbers.in_turn("督战工作简报", months[:1]).serial == 1
    assert [(item.serial, item.occasion.month) for item in numbers] == [(1, "2024-02"), (2, "2024-03"), (3, "2024-04")]


def test_nothing_is_written_when_the_run_fails(tmp_path: Path) -> None:
    def failing() -> None:
        with register(tmp_path) as numbers:
            numbers.of("云督黄", 2024, card("2024-03", "青石镇"))
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        failing()
    assert not (tmp_path / NAME).exists()


KILLED = """
import os, sys
from pathlib import Path
from docgen.model.numbers import Occasion
from docgen.output.register import register
real = os.replace
def killed(source, goal):
    if sys.argv[2] == "after":
        real(source, goal)
    os.kill(os.getpid(), 9)
os.replace = killed
with register(Path(sys.argv[1])) as numbers:
    numbers.of("云督黄", 2024, Occasion("黄牌警告通知书", "2024-03", "青石镇"))
"""


@pytest.mark.parametrize("when, known", [("before", 0), ("after", 1)])
def test_a_run_killed_while_it_registers_gives_its_numbers_or_none_and_leaves_nothing_behind(
    when: str, known: int, tmp_path: Path
) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), when], check=False)
    assert done.returncode == -9
    assert len(examine(tmp_path)[0]) == known
    with register(tmp_path) as numbers:
        assert numbers.of("云督黄", 2024, card("2024-03", "云溪镇")).serial == known + 1
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_a_briefing_is_registered_by_its_issue(tmp_path: Path) -> None:
    assert written(Number("督战工作简报", 2024, 3, Occasion("简报", "2024-04"))) == "2024年第3期"
    with register(filed(tmp_path, "督战工作简报,2024,1,2024年第1期,简报,2024-02,")) as numbers:
        assert numbers.of("督战工作简报", 2024, Occasion("简报", "2024-03")).serial == 2


FAULTS = {
    "a number given twice": (
        (
            "云督黄,2024,1,云督黄〔2024〕1号,黄牌警告通知书,2024-03,青石镇",
            "云督黄,2024,1,云督黄〔2024〕1号,黄牌警告通知书,2024-03,云溪镇",
        ),
        ["REG-003 第3行：云督黄〔2024〕1号 给了“黄牌警告通知书，2024-03，云溪镇”，第2行已经用了这个号"],
    ),
    "a document registered twice": (
        (
            "云督黄,2024,1,云督黄〔2024〕1号,黄牌警告通知书,2024-03,青石镇",
            "云督黄,2024,2,云督黄〔2024〕2号,黄牌警告通知书,2024-03,青石镇",
        ),
        ["REG-004 第3行：“黄牌警告通知书，2024-03，青石镇”又登记了一次，第2行已经登记了它"],
    ),
    "a number that is not the one of its columns": (
        ("云督黄,2024,1,云督黄〔2024〕9号,黄牌警告通知书,2024-03,青石镇",),
        ["REG-005 第2行：文号是“云督黄〔2024〕9号”，应为“云督黄〔2024〕1号”"],
    ),
    "a row that is no number": (
        ("云督黄,今年,1,云督黄〔2024〕1号,黄牌警告通知书,2024-03,青石镇", "云督黄,2024,1"),
        [
            "REG-002 第2行：这一行是“云督黄，今年，1，云督黄〔2024〕1号，黄牌警告通知书，2024-03，青石镇”，"
            "年份、序号应为数字",
            "REG-002 第3行：这一行是“云督黄，2024，1”，年份、序号应为数字",
        ],
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_an_edit_into_a_clash_is_refused(name: str, tmp_path: Path) -> None:
    lines, expected = FAULTS[name]
    kept = (filed(tmp_path, *lines) / NAME).read_bytes()
    with pytest.raises(DataError) as caught, register(tmp_path):
        pytest.fail("the register must not open")
    told = [f"{item.code} {item.place.address}：{item.found}，{item.expected}" for item in caught.value.diagnostics]
    assert told == expected
    assert caught.value.message == "文号登记.csv 被改得前后矛盾，没有编号，也没有生成文件"
    assert (tmp_path / NAME).read_bytes() == kept


def test_other_headings_are_refused(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("文号,单位\n云督黄〔2024〕1号,青石镇\n", encoding="utf-8")
    _, found = examine(tmp_path)
    assert [(item.code, item.found, item.expected) for item in found] == [
        ("REG-001", "第一行是“文号，单位”", "应为“代字，年份，序号，文号，文件，月份，单位”")
    ]


def test_a_missing_number_is_told_and_the_work_goes_on(tmp_path: Path) -> None:
    filed(
        tmp_path,
        "云督黄,2024,1,云督黄〔2024〕1号,黄牌警告通知书,2024-03,青石镇",
        "云督黄,2024,4,云督黄〔2024〕4号,黄牌警告通知书,2024-04,青石镇",
    )
    _, found = examine(tmp_path)
    assert [(item.code, item.severity.value, item.found) for item in found] == [
        ("REG-006", "提醒", "云督黄〔2024〕1号 之后是 云督黄〔2024〕4号")
    ]
    with register(tmp_path) as numbers:
        assert numbers.of("云督黄", 2024, card("2024-05", "青石镇")).serial == 5


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(HEAD.encode("gbk"))
    with pytest.raises(FileError, match="读不出来"):
        examine(tmp_path)


def test_a_number_that_the_data_states_is_nobody_elses() -> None:
    plan, notice = Occasion("实施方案"), Occasion("黄牌通报", "2024-03")
    numbers = Numbers([Number("云扶组", 2024, 3, notice)])
    assert numbers.reserve(Number("云扶组", 2024, 3, plan)) == Number("云扶组", 2024, 3, notice)
    assert numbers.reserve(Number("云扶组", 2024, 4, plan)) is None
    assert numbers.reserve(Number("云扶组", 2024, 4, plan)) is None
    assert numbers.reserve(Number("云扶组", 2024, 5, plan)) == Number("云扶组", 2024, 4, plan)
    assert [item.serial for item in numbers.given] == [4]


def test_a_second_run_waits_and_then_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.output.register._WAIT", 0.1)
    with register(tmp_path), pytest.raises(FileError, match="另一个 docgen 正在"), register(tmp_path):
        pytest.fail("two runs must not number at the same time")


def test_runs_at_the_same_time_give_no_number_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.output.register._WAIT", 600.0)

    def give(party: str) -> None:
        for month in range(1, 4):
            with register(tmp_path) as numbers:
                numbers.of("云督黄", 2024, card(f"2024-0{month}", party))

    threads = [threading.Thread(target=give, args=(party,)) for party in "甲乙丙丁"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    numbers, faults = examine(tmp_path)
    assert (sorted(item.serial for item in numbers), faults) == (list(range(1, 13)), [])
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_a_share_that_knows_no_locks_is_no_reason_to_stop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fcntl = pytest.importorskip("fcntl", reason="needs flock")

    def none(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", none)
    with register(tmp_path) as numbers:
        assert numbers.of("云督黄", 2024, card("2024-03", "青石镇")).serial == 1
    assert len(examine(tmp_path)[0]) == 1
