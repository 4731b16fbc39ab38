"""Build documents as a user does: a data file, `docgen plan`, the two files it wrote."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from docgen.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
XX_COUNTY = ROOT / "data" / "xx-county"
EXAMPLE = ROOT / "data" / "example"
EXAMPLE_YAML = EXAMPLE / "YAML" / "督战数据.yaml"
XX_YAML = XX_COUNTY / "督战数据.yaml"

Data = dict[str, Any]


@dataclass(frozen=True)
class Built:
    """What one run of `docgen plan` left behind."""

    word: Path
    pdf: Path


def built(data: Path, folder: Path, *options: str) -> Built:
    assert main(["plan", str(data), "-o", str(folder), *options]) == 0
    (word,) = folder.glob("*.docx")
    (pdf,) = folder.glob("*.pdf")
    return Built(word, pdf)


def plain(source: Path) -> Data:
    """A YAML campaign as written; every scalar stays the text that it is."""
    data: Data = yaml.load(source.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return data


def changed(source: Path, goal: Path, change: Callable[[Data], None]) -> Path:
    """A copy of a YAML campaign with `change` made to it."""
    data = plain(source)
    change(data)
    goal.parent.mkdir(parents=True, exist_ok=True)
    goal.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return goal


def variant(folder: Path, change: Callable[[Data], None], source: Path = EXAMPLE_YAML, *options: str) -> Built:
    return built(changed(source, folder / "督战数据.yaml", change), folder / "output", *options)
