"""The two demonstrations, built once."""

from __future__ import annotations

from pathlib import Path

import pytest
from accept_build import EXAMPLE, EXAMPLE_YAML, XX_COUNTY, Built, built


@pytest.fixture(scope="session")
def xx(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The plan of data/xx-county."""
    return built(XX_COUNTY, tmp_path_factory.mktemp("xx"))


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The plan of data/example."""
    workbook = EXAMPLE / "督战数据.xlsx"
    return built(EXAMPLE if workbook.is_file() else EXAMPLE_YAML, tmp_path_factory.mktemp("example"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of this test's own."""
    return tmp_path
