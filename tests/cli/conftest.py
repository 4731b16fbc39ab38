"""The command line of this process."""

from __future__ import annotations

import pytest
from cli_runs import Run, runner


@pytest.fixture
def docgen(capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(capsys)
