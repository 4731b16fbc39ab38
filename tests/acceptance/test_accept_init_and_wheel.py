"""What a user gets without the checkout: the example from `docgen init`, and the wheel."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from accept_build import EXAMPLE, EXAMPLE_YAML, ROOT, Built, built

from docgen.cli.main import main
from docgen.produce import checked


def same(one: Built, other: Built) -> None:
    assert one.word.name == other.word.name
    assert one.word.read_bytes() == other.word.read_bytes()
    assert one.pdf.read_bytes() == other.pdf.read_bytes()


def test_the_plan_of_the_example_that_init_writes_is_the_plan_of_the_example(example: Built, folder: Path) -> None:
    assert main(["init", str(folder / "county"), "--example"]) == 0
    same(built(folder / "county", folder / "output"), example)


def test_workbook_and_yaml_of_the_example_say_the_same() -> None:
    book, text = (list(checked(data).campaign.records()) for data in (EXAMPLE, EXAMPLE_YAML))
    assert len(book) > 100
    assert [(type(record), record.model_dump()) for record in book] == [
        (type(record), record.model_dump()) for record in text
    ]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built wheel, unpacked as an installation would; built from a copy, to leave the checkout clean."""
    pytest.importorskip("hatchling")
    source = tmp_path_factory.mktemp("source")
    for name in ("docgen", "templates", "data"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(source / "dist")]
    subprocess.run(command, cwd=source, check=True, capture_output=True, timeout=300)
    (wheel,) = (source / "dist").glob("*.whl")
    goal = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(goal)
    return goal


def run_installed(installed: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    code = (
        "import docgen, sys; from docgen.cli.main import run\n"
        f"assert docgen.__file__.startswith({str(installed)!r}), docgen.__file__\nrun()"
    )
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=cwd, env=environment, capture_output=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip


def test_the_wheel_holds_templates_data_licence_and_the_command(installed: Path) -> None:
    for path in ("templates/implementation_plan.docx", "data/example/督战数据.xlsx", "data/xx-county/督战数据.yaml"):
        assert (installed / "docgen" / path).is_file(), path
    (info,) = installed.glob("docgen-*.dist-info")
    assert "docgen = docgen.cli.main:run" in (info / "entry_points.txt").read_text(encoding="utf-8")
    metadata = (info / "METADATA").read_text(encoding="utf-8")
    assert "License-Expression: MIT" in metadata
    assert "Requires-Dist: weasyprint" in metadata
    assert "Requires-Dist: pydyf" in metadata
    assert list(info.glob("licenses/LICENSE"))
    assert {path.name for path in installed.iterdir()} == {"docgen", info.name}


def test_the_wheel_makes_the_example_from_another_folder(installed: Path, example: Built, folder: Path) -> None:
    made = run_installed(installed, folder, "init", "county", "--example")
    assert (made.returncode, made.stderr) == (0, "")
    ran = run_installed(installed, folder, "plan", "county")
    assert (ran.returncode, re.findall(r"^\w+-\d+", ran.stderr, re.M)) == (0, ["RULE-050"])
    (word,), (pdf,) = (folder / "output").glob("*.docx"), (folder / "output").glob("*.pdf")
    same(Built(word, pdf), example)


def test_doctor_of_the_wheel_gives_a_command_that_needs_no_checkout(installed: Path, folder: Path) -> None:
    package = folder / "weasyprint"
    package.mkdir()
    (package / "__init__.py").write_text("raise OSError('no pango')\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), str(installed)])}
    ran = subprocess.run(
        [sys.executable, "-c", "from docgen.cli.main import run; run()", "doctor"],
        cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip
    assert ran.returncode == 0
    told = next(line for line in ran.stdout.splitlines() if "--engine weasyprint" in line)
    assert told.startswith("  可选  ")
    assert "make" not in told
    assert "libpango-1.0-0" in told or sys.platform == "win32"
