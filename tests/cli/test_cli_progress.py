"""Progress: what is shown on stderr, where, and when."""

from __future__ import annotations

import io
import logging
import os
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest
from batch_runs import towns
from cli_runs import Run

from docgen.cli import progress
from docgen.cli.progress import Bar, Lines, Pace, Progress, Silent, duration


class Shown:
    """A display that keeps what it was given."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.closed = False

    def show(self, pace: Pace) -> None:
        self.told.append(f"{pace.done}/{pace.total} {pace.current}")

    def close(self) -> None:
        self.closed = True


def second_passes(seen: Progress) -> None:
    """What the timer does, now: nobody knows when its thread gets its turn."""
    seen._timer.function()


def clock(monkeypatch: pytest.MonkeyPatch, *times: float) -> None:
    """The times that progress reads off the clock; no other module's."""
    told = iter(times)
    monkeypatch.setattr(progress, "time", SimpleNamespace(monotonic=lambda: next(told)))


def test_a_pace_tells_done_rate_time_left_and_the_current_file() -> None:
    pace = Pace(total=557, due=450, current="简报", started=100.0)
    assert pace.told(101.0) == "做好 0/557 份：简报"
    pace.done, pace.made = 187, 80
    assert pace.told(110.0) == "做好 187/557 份，每秒 8.0 份，还要 46 秒：简报"
    pace.done, pace.made, pace.current = 557, 450, ""
    assert pace.told(110.0) == "做好 557/557 份，每秒 45.0 份，还要 0 秒"


@pytest.mark.parametrize("seconds, said", [(0.4, "0 秒"), (59.4, "59 秒"), (125, "2 分 5 秒"), (3725, "1 小时 2 分")])
def test_durations_are_told_as_one_says_them(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def test_nothing_is_shown_of_a_run_that_is_over_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_FIRST", 600.0)
    shown = Shown()
    with Progress(Pace(2, 2), shown) as seen:
        seen.begins("甲")
        seen.ends(made=True)
    assert (shown.told, shown.closed) == ([], True)


def test_a_long_document_is_shown_while_it_is_made() -> None:
    shown = Shown()
    with Progress(Pace(2, 2), shown) as seen:
        seen.begins("甲")
        second_passes(seen)
        seen.ends(made=True)
        seen.begins("乙")
    second_passes(seen)  # the thread may come too late
    assert shown.told == ["0/2 甲", "1/2 甲", "1/2 乙"]


def test_lines_come_every_few_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    clock(monkeypatch, 100.0, 100.5, 104.9, 105.1, 105.2)
    stream = io.StringIO()
    lines, pace = Lines(stream), Pace(10, 10, started=99.0)
    for done in range(5):
        pace.done = done
        lines.show(pace)
    assert stream.getvalue().splitlines() == ["做好 0/10 份", "做好 3/10 份"]


def kind_of(seen: Progress) -> type:
    return type(seen._display)


def test_the_way_fits_where_stderr_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert kind_of(Progress.of(10, 10, quiet=False)) is Bar
    assert kind_of(Progress.of(10, 10, quiet=True)) is Silent
    assert kind_of(Progress.of(1, 1, quiet=False)) is Silent
    logger = logging.getLogger("docgen")
    monkeypatch.setattr(logger, "level", logging.INFO)
    logger.manager._clear_cache()
    assert kind_of(Progress.of(10, 10, quiet=False)) is Lines
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False, raising=False)
    assert kind_of(Progress.of(10, 10, quiet=False)) is Lines


def test_progress_goes_to_stderr_as_lines_and_never_to_stdout(
    docgen: Run, tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading.Timer, "start", lambda timer: timer.function())
    ran = docgen("township", towns(tmp_path / "数据", 6), "-o", out)
    assert ran.code == 0
    assert "做好" not in ran.out
    assert ran.err.splitlines()[0] == "做好 0/6 份"


def test_only_what_had_to_be_made_counts_for_the_time_left(
    docgen: Run, tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("township", towns(tmp_path / "数据"), "-o", out, "--format", "word")
    docgen(*arguments)
    first, second, third = sorted(out.glob("*.docx"), key=lambda path: "青白红".index(path.name[0]))
    first.write_bytes(b"by hand")
    second.unlink()
    third.unlink()
    left: list[tuple[int, int]] = []
    real = Progress.ends

    def ends(seen: Progress, *, made: bool) -> None:
        real(seen, made=made)
        left.append((seen._pace.done, seen._pace.due - seen._pace.made))

    monkeypatch.setattr(Progress, "ends", ends)
    assert docgen(*arguments).code == 5
    assert left == [(1, 2), (2, 1), (3, 0)]


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_a_terminal_gets_a_live_bar_that_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    import pty

    ours, theirs = pty.openpty()
    said = bytearray()

    def read() -> None:
        with suppress(OSError):  # nobody writes to it any more
            while piece := os.read(ours, 4096):
                said.extend(piece)

    reader = threading.Thread(target=read)
    reader.start()
    clock(monkeypatch, 101.0)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    with os.fdopen(theirs, "w", encoding="utf-8") as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        bar = Bar()
        bar.show(Pace(10, 10, done=3, made=3, current="简报[1]", started=100.0))
        bar.close()
    reader.join()
    os.close(ours)
    assert "做好 3/10 份，每秒 3.0 份，还要 2 秒：简报[1]" in said.decode()
    assert said.decode().rstrip().endswith(("\x1b[?25h", "\x1b[2K"))
