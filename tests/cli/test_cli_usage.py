"""Usage errors in Chinese, help pages, and the ways a run ends."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from cli_runs import Run, in_a_process, small_campaign
from running import LIMIT, running

from docgen.cli.main import COMMANDS

TOP = "看 docgen --help"
PLAN = "看 docgen plan --help"


@pytest.mark.parametrize(
    "arguments, said, remedy",
    [
        (["plam"], "没有 plam 这个命令", f"是不是 plan？{TOP}"),
        (["xyz"], "没有 xyz 这个命令", TOP),
        (["template", "bild"], "没有 bild 这个命令", "是不是 build？看 docgen template --help"),
        (["plan", "--formt", "word"], "没有 --formt 这个选项", f"是不是 --format？{PLAN}"),
        (["plan", "--000"], "没有 --000 这个选项", PLAN),
        (["--verbos"], "没有 --verbos 这个选项", f"是不是 --version？{TOP}"),
        (["plan", "--format", "doc"], "--format 不对：只能是 both、word、pdf", PLAN),
        (["plan", "--head", "绿头"], "--head 不对：只能是 红头、无版头、套打", PLAN),
        (["completion", "ksh"], "bash|zsh|fish 不对：只能是 bash、zsh、fish", "看 docgen completion --help"),
        (["plan", "--date", "13"], "--date 不对：“13”不是日期，写成 2024-02-26 或 2024年2月26日", PLAN),
        (["plan", "--date", "2024-02-30"], "--date 不对：“2024-02-30”不是日期，写成 2024-02-26 或 2024年2月26日", PLAN),
        (["plan", "--date", "3月5日"], "--date 不对：“3月5日”不是日期，写成 2024-02-26 或 2024年2月26日", PLAN),
        (["plan", "a", "b"], "多了：b", PLAN),
        (["plan", "a", "b", "c"], "多了：b c", PLAN),
        (["validate", "a", "b(1)"], "多了：b(1)", "看 docgen validate --help"),
        (["init"], "缺少 文件夹", "看 docgen init --help"),
        (["completion"], "缺少 bash|zsh|fish", "看 docgen completion --help"),
        (["plan", "--output"], "--output 后面缺少内容", PLAN),
        (["plan", "-o"], "-o 后面缺少内容", PLAN),
        (["plan", "--force=yes"], "--force 后面不写内容", PLAN),
    ],
)
def test_a_wrong_command_line_is_told_in_chinese_with_the_closest_name(
    arguments: list[str], said: str, remedy: str, docgen: Run
) -> None:
    ran = docgen(*arguments)
    assert (ran.code, ran.out, ran.err) == (2, "", f"错误：{said}\n改法：{remedy}\n")


@pytest.mark.parametrize("arguments", [[], ["template"]])
def test_a_group_without_a_command_shows_its_help_and_leaves_with_2(arguments: list[str], docgen: Run) -> None:
    ran = docgen(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("用法：docgen")


def test_version(docgen: Run) -> None:
    from docgen import __version__

    assert docgen("--version") == type(docgen("--version"))(0, f"docgen {__version__}\n", "")


@pytest.mark.parametrize("name", ["", *COMMANDS, "template build", "template lint", "template fields"])
def test_every_help_page_is_chinese(name: str, docgen: Run) -> None:
    ran = docgen(*name.split(), "-h")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"用法：{' '.join(['docgen', *name.split()])} ")
    for english in ("Usage", "Options", "Commands", "Show this", "default", "ARGS", "required", "FILE", "PATH"):
        assert english not in ran.out


def test_the_short_help_of_the_table_is_the_commands_own() -> None:
    import importlib

    for name, (module, text) in COMMANDS.items():
        command = importlib.import_module(module).command
        assert (command.name, command.short_help) == (name, text)


def test_help_and_version_load_no_heavy_library() -> None:
    heavy = {
        "pydantic",
        "openpyxl",
        "weasyprint",
        "docxtpl",
        "lxml",
        "jinja2",
        "docx",
        "yaml",
        "fontTools",
        "pypdfium2",
    }
    code = (
        "import sys\nfrom docgen.cli.main import main\n"
        f"main(sys.argv[1:])\nprint('LOADED', sorted({heavy!r} & set(sys.modules)))"
    )
    for argument in ("--help", "--version", "plam"):
        done = subprocess.run(
            [sys.executable, "-c", code, argument], capture_output=True, encoding="utf-8", timeout=300, check=True
        )
        assert done.stdout.splitlines()[-1] == "LOADED []", argument


def test_an_interruption_leaves_with_130(docgen: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from docgen import produce

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(produce, "examine", interrupted)
    ran = docgen("validate", small_campaign(tmp_path))
    assert (ran.code, ran.out) == (130, "")
    assert ran.err.strip() == "错误：已中断\n改法：再运行一次同样的命令；没写完的文件不会留下"


def test_a_fault_of_docgen_itself_leaves_with_70_and_keeps_the_traceback_in_a_file(
    docgen: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from docgen import produce

    def broken(*_: object) -> None:
        raise ZeroDivisionError("boom")

    monkeypatch.setattr(produce, "examine", broken)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    ran = docgen("validate", tmp_path)
    (log,) = tmp_path.glob("docgen-*.log")
    assert (ran.code, ran.out) == (70, "")
    assert ran.err == f"错误：docgen 自身出了故障（ZeroDivisionError）\n改法：把 {log} 发给维护的人\n"
    assert "boom" in log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "fault, said",
    [(MemoryError(), "内存不够，没有做完"), (RecursionError("deep"), "数据或模板里一层套一层，太深了，没有做完")],
)
def test_too_much_for_the_machine_is_told_in_words(
    fault: Exception, said: str, docgen: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from docgen import produce

    def broken(*_: object) -> None:
        raise fault

    monkeypatch.setattr(produce, "examine", broken)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    ran = docgen("validate", tmp_path)
    assert (ran.code, ran.out) == (70, "")
    assert ran.err.splitlines()[0] == f"错误：{said}"
    assert ran.err.splitlines()[1].startswith("改法：")
    assert list(tmp_path.iterdir()) == []


def test_a_fault_whose_traceback_cannot_be_kept_is_still_told(
    docgen: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from docgen import produce

    def broken(*_: object) -> None:
        raise ZeroDivisionError("boom")

    monkeypatch.setattr(produce, "examine", broken)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    ran = docgen("validate", tmp_path)
    assert ran.code == 70
    assert ran.err == "错误：docgen 自身出了故障（ZeroDivisionError）：boom\n改法：把这句话发给维护的人\n"


def test_a_reader_that_stops_reading_meets_no_traceback(tmp_path: Path) -> None:
    data = small_campaign(tmp_path, lambda plan: plan.clear())
    code = "from docgen.cli.main import run; run()"
    reader, writer = os.pipe()
    os.close(reader)
    call = [sys.executable, "-c", code, "validate", data]
    with os.fdopen(writer, "wb") as stdout, running(call, stdout=stdout, stderr=subprocess.PIPE) as process:
        _, said = process.communicate(timeout=LIMIT)
    assert said == ""


def test_a_terminal_that_knows_only_ascii_is_still_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (
        ("LC_ALL", "C"),
        ("PYTHONUTF8", "0"),
        ("PYTHONCOERCECLOCALE", "0"),
        ("PYTHONIOENCODING", "ascii"),
    ):
        monkeypatch.setenv(name, value)
    ran = in_a_process("validate", str(tmp_path / "nowhere"))
    assert ran.code == 5
    assert "错误：没有这个文件或文件夹" in ran.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_the_script_of_the_shell(shell: str, docgen: Run) -> None:
    ran = docgen("completion", shell)
    assert (ran.code, ran.err) == (0, "")
    assert "_DOCGEN_COMPLETE" in ran.out
    assert {"bash": "complete -o", "zsh": "#compdef docgen", "fish": "complete --no-files"}[shell] in ran.out


def test_completion_offers_commands_and_options(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_DOCGEN_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "docgen va")
    monkeypatch.setenv("COMP_CWORD", "1")
    assert in_a_process().out.splitlines() == ["plain,validate"]
    monkeypatch.setenv("COMP_WORDS", "docgen plan --fo")
    monkeypatch.setenv("COMP_CWORD", "2")
    assert in_a_process().out.splitlines() == ["plain,--format", "plain,--fonts", "plain,--force"]
