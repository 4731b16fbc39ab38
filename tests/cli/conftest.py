"""The command line of this process."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_runs import Run, runner, small_campaign


@pytest.fixture
def docgen(capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(capsys)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return small_campaign(tmp_path / "data")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "output"


@pytest.fixture(autouse=True)
def no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    """A loaded machine may take its time: what is said on stderr must not hang on it."""
    monkeypatch.setattr("docgen.cli.progress._FIRST", 600.0)
