"""Progress on stderr while a run lasts: a live bar on a terminal, a line every few seconds elsewhere.

Nothing is shown of a run that is over within a second.
"""

from __future__ import annotations

import logging
import sys
import threading
import time
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

_FIRST = 1.0  # seconds before anything is shown
_EVERY = 5.0  # seconds from line to line


@dataclass(slots=True)
class Pace:
    """How far a run has come. `total` are all documents, `due` those that have to be made; times in seconds."""

    total: int
    due: int
    done: int = 0
    made: int = 0
    current: str = ""
    started: float = field(default_factory=time.monotonic)

    def rate(self, now: float) -> float:
        """Documents made per second."""
        return self.made / max(now - self.started, 1e-6)

    def left(self, now: float) -> float | None:
        """Seconds until the end; None as long as nobody can know."""
        return (self.due - self.made) / self.rate(now) if self.made else None

    def told(self, now: float) -> str:
        """做好 120/557 份，每秒 8.3 份，还要 53 秒：2024年4月简报（青石镇）."""
        said = f"做好 {self.done}/{self.total} 份"
        left = self.left(now)
        if left is not None:
            said += f"，每秒 {self.rate(now):.1f} 份，还要 {duration(left)}"
        return f"{said}：{self.current}" if self.current else said


def duration(seconds: float) -> str:
    """53 秒, 2 分 5 秒, 1 小时 2 分."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} 秒"
    if whole < 3600:
        return f"{whole // 60} 分 {whole % 60} 秒"
    return f"{whole // 3600} 小时 {whole % 3600 // 60} 分"


class _Display(Protocol):
    """Shows a pace."""

    def show(self, pace: Pace) -> None:
        """Show how far it is now."""

    def close(self) -> None:
        """Take it away."""


class Silent:
    """Shows nothing."""

    def show(self, pace: Pace) -> None:
        """Nothing."""

    def close(self) -> None:
        """Nothing."""


@dataclass(slots=True)
class Lines:
    """A line every few seconds."""

    stream: TextIO
    _next: float = 0.0

    def show(self, pace: Pace) -> None:
        """A line, when it is time for one."""
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _EVERY
            print(pace.told(now), file=self.stream, flush=True)

    def close(self) -> None:
        """The lines stay."""


@dataclass(slots=True)
class Bar:
    """A live bar: done, rate, time left, current file."""

    _bar: RichProgress | None = None
    _task: TaskID | None = None

    def show(self, pace: Pace) -> None:
        """Draw it anew."""
        told = pace.told(time.monotonic())
        if self._bar is None or self._task is None:
            self._bar = _rich_bar()
            self._task = self._bar.add_task("", total=pace.total, completed=pace.done, told=told)
            self._bar.start()
        self._bar.update(self._task, completed=pace.done, told=told)

    def close(self) -> None:
        """Take it off the screen: the results come in its place."""
        if self._bar is not None:
            self._bar.stop()


def _rich_bar() -> RichProgress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn
    from rich.table import Column

    told = TextColumn("{task.fields[told]}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis"))
    bar = BarColumn(bar_width=24)
    return Progress(SpinnerColumn(), bar, told, console=Console(stderr=True), transient=True, refresh_per_second=5)


class Progress:
    """Shows how a run comes along, from its second second on. A context: what it shows is gone at the end."""

    def __init__(self, pace: Pace, display: _Display) -> None:
        self._pace, self._display = pace, display
        self._lock, self._shown = threading.Lock(), False
        self._timer = threading.Timer(_FIRST, self._begin)
        self._timer.daemon = True

    @classmethod
    def of(cls, total: int, due: int, *, quiet: bool) -> Progress:
        """The way that fits where stderr goes: live on a terminal, unless -v tells the steps there."""
        if quiet or total < 2:
            return cls(Pace(total, due), Silent())
        steps = logging.getLogger("docgen").isEnabledFor(logging.INFO)
        return cls(Pace(total, due), Bar() if sys.stderr.isatty() and not steps else Lines(sys.stderr))

    def __enter__(self) -> Progress:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._timer.cancel()
        with self._lock:
            self._shown = False
            self._display.close()

    def begins(self, label: str) -> None:
        """The next document is being made."""
        self._pace.current = label
        self._show()

    def ends(self, *, made: bool) -> None:
        """A document stands."""
        self._pace.done += 1
        self._pace.made += made
        self._show()

    def _begin(self) -> None:
        with self._lock:
            if not self._timer.finished.is_set():
                self._shown = True
                self._display.show(self._pace)

    def _show(self) -> None:
        with self._lock:
            if self._shown:
                self._display.show(self._pace)
