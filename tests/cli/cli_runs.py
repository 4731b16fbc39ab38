"""Run the command line in this process, and small campaigns to run it on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from docgen.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
XX_COUNTY = ROOT / "data" / "xx-county"
TITLE = "XX县2024年脱贫攻坚挂牌督战工作实施方案"


@dataclass(frozen=True)
class Ran:
    """Exit code and what was said."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def runner(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: object) -> Ran:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return run


def small_campaign(folder: Path, change: Callable[[dict[str, Any]], None] = lambda data: None) -> Path:
    """The source's campaign, cut to two pages, with its counts said and no warnings left; returns its folder."""
    data = yaml.load((XX_COUNTY / "督战数据.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    data["基本信息"] |= {"县名": "云岭县", "挂牌村数": "12", "安置点数": "0", "安置点乡镇数": "0"}
    data["安置点"], data["督战方面"], data["督战内容"] = [], [], data["督战内容"][:1]
    data["乡镇"] = [{"名称": "青石镇", "类别": "镇"}]
    change(data)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "数据.yaml").write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return folder


def in_a_process(*arguments: str, path: Path | None = None, cwd: Path | None = None) -> Ran:
    """`docgen` in a process of its own; `path` goes in front of what Python imports."""
    before = os.environ.get("PYTHONPATH", "")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(path) if path else "", before]))}
    done = subprocess.run(
        [sys.executable, "-c", "from docgen.cli.main import run; run()", *arguments],
        capture_output=True, encoding="utf-8", env=environment, cwd=cwd, timeout=300, check=False,
    )  # fmt: skip
    return Ran(done.returncode, done.stdout, done.stderr)
