"""For all tests: hypothesis tries the same examples in every run and sets no time limits, so that neither chance nor a
busy machine changes anything (`--hypothesis-profile=default` searches anew). A test that hangs ends its worker, with
the places where all threads stood; pytest then names the test, and the others go on. And a test fails during which
docgen adds fractions up with `sum`: since Python 3.12 that gives other digits than before, so files would differ.
"""

from __future__ import annotations

import builtins
import faulthandler
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "same", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("same")

HANGS = 900.0
"""Seconds. The longest test takes 15 on a quiet machine; what waits for other processes gives up after 300."""
_STDERR = pytest.StashKey[int]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_STDERR] = os.dup(2)  # outputs of tests are caught there later on


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[object]:
    faulthandler.dump_traceback_later(HANGS, exit=True, file=item.config.stash[_STDERR])
    try:
        return (yield)
    finally:
        faulthandler.cancel_dump_traceback_later()


@pytest.fixture(scope="session", autouse=True)
def scratch(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Temporary files go where pytest clears up: its workers end without doing so themselves."""
    tempfile.tempdir = os.environ["TMPDIR"] = str(tmp_path_factory.mktemp("scratch"))


def pytest_sessionfinish(session: pytest.Session) -> None:
    faulthandler.dump_traceback_later(HANGS, exit=True, file=session.config.stash[_STDERR])


_plain_sum = sum
_SUMMED: list[str] = []


def _noting_sum(values: Iterable[Any], /, start: Any = 0) -> Any:
    caller = sys._getframe(1)
    if not caller.f_globals.get("__name__", "").startswith("docgen."):
        return _plain_sum(values, start)
    found = list(values)
    if any(isinstance(value, float) for value in found):
        _SUMMED.append(f"{caller.f_code.co_filename}:{caller.f_lineno}")
    return _plain_sum(found, start)


@pytest.fixture(autouse=True)
def fractions_are_added_alike_in_every_python(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(builtins, "sum", _noting_sum)
    yield
    summed = sorted(set(_SUMMED))
    _SUMMED.clear()
    assert summed == [], "math.fsum gives the same digits in every Python, sum does not"
