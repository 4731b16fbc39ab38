"""The same data gives the same bytes, whatever the process; a second run in place changes nothing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from accept_build import XX_COUNTY, Built

from docgen.cli.main import main


def run_elsewhere(folder: Path, seed: str, zone: str) -> dict[str, bytes]:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
    code = (
        f"from docgen.cli.main import main; raise SystemExit(main(['plan', {str(XX_COUNTY)!r}, '-o', {str(folder)!r}]))"
    )
    subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=folder.parent, check=True, capture_output=True, timeout=300
    )
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_two_processes_with_other_hash_seeds_time_zones_and_locales_write_equal_files(tmp_path: Path) -> None:
    one = run_elsewhere(tmp_path / "one", "1", "Asia/Shanghai")
    two = run_elsewhere(tmp_path / "two", "4242", "America/New_York")
    assert sorted(one) == [
        ".docgen.json",
        *(f"XX县2024年脱贫攻坚挂牌督战工作实施方案{end}" for end in (".docx", ".pdf")),
    ]
    known = [without_times(files.pop(".docgen.json")) for files in (one, two)]
    assert known[0] == known[1]
    assert {name: data == two[name] for name, data in one.items()} == dict.fromkeys(one, True)


def without_times(manifest: bytes) -> str:
    """The manifest as it is but for when its files last changed: the one thing in it that a clock tells."""
    return re.sub(r'"when": "[^"]*"', "", manifest.decode())


def test_a_second_run_in_place_reports_unchanged_files_and_does_not_touch_them(
    xx: Built, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(xx.word.parent, tmp_path / "again")
    files = sorted((tmp_path / "again").iterdir())
    for path in files:
        os.utime(path, (1_000_000_000, 1_000_000_000))
    assert main(["plan", str(XX_COUNTY), "-o", str(tmp_path / "again")]) == 0
    assert capsys.readouterr().out.count("未变化") == 2
    assert sorted((tmp_path / "again").iterdir()) == files
    assert [path.stat().st_mtime for path in files] == [1_000_000_000] * 3
