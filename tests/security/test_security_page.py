"""docs/security.md names tests: each exists, each threat has one, and each file of tests here has its threat."""

from __future__ import annotations

import ast
import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
PAGE = (TESTS.parent / "docs" / "security.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`([\w/]+\.py)(?:::(\w+))?`", PAGE)


def rows() -> list[list[str]]:
    """The cells of the tables, without their heads."""
    lines = [
        line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith(("| threat", "| what |"))
    ]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def functions(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_threat_has_a_guard_and_a_test() -> None:
    assert len(rows()) > 30
    for threat, guard, test in rows():
        assert threat
        assert guard
        assert "test_" in test


def test_every_test_that_is_named_exists() -> None:
    named = [(file, function) for file, function in NAMED if (TESTS / file).is_file()]
    assert len(named) >= len(rows())
    missing = [
        f"{file}::{function}" for file, function in named if function and function not in functions(TESTS / file)
    ]
    assert missing == []


def test_every_file_that_is_named_exists() -> None:
    source = TESTS.parent
    homes = (TESTS, source, source / "docgen", source / "docgen" / "opening")
    named = {file for file, _ in NAMED} | {
        name.removeprefix("tests/") for name in re.findall(r"`(tests/[\w/]+\.py)`", PAGE)
    }
    assert [file for file in sorted(named) if not any((home / file).is_file() for home in homes)] == []


def test_every_file_of_tests_about_security_is_named() -> None:
    here = {f"security/{path.name}" for path in Path(__file__).parent.glob("test_*.py")}
    assert here - {file for file, _ in NAMED} == {"security/test_security_page.py"} - {file for file, _ in NAMED}
