"""The pages of docs/ and the two READMEs say what the program does."""

from __future__ import annotations

import re

from cli_runs import ROOT

from docgen.cli.main import COMMANDS

READMES = [(ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh-CN.md")]


def test_the_pages_made_from_the_code_are_what_the_docs_hold() -> None:
    from docgen.cli.reference import PAGES

    for name, make in PAGES.items():
        assert (ROOT / "docs" / name).read_text(encoding="utf-8") == make(), f"docs/{name}: run make docs"


def test_every_command_and_option_stands_in_the_reference() -> None:
    import click

    from docgen.cli.main import cli

    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        section = page.partition(f"## docgen {name}\n")[2].partition("\n## docgen ")[0]
        assert section, name
        for option in (param for param in command.params if isinstance(param, click.Option)):
            assert max(option.opts, key=len) in section, (name, option.opts)


def test_every_exit_code_stands_in_the_page_of_errors() -> None:
    from docgen.errors import ExitCode

    page = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    for code in ExitCode:
        assert f"| {int(code)} | {code.meaning} |" in page


def test_every_name_of_the_glossary_is_there_for_a_template() -> None:
    from docgen import produce
    from docgen.cli.reference import glossary
    from docgen.documents.implementation_plan import DERIVED, compose
    from docgen.model.campaign import SHEETS
    from docgen.rules.counts import counts

    campaign = produce.checked(ROOT / "data" / "example").campaign
    context = compose(campaign, counts(campaign).values()).context
    sections = {part.split(" ", 1)[0]: part for part in glossary().split("\n## ")[1:]}
    for record in SHEETS.values():
        section = sections[record.sheet]
        names = set(re.findall(r"^\| ([^ |]+) \|", section, re.MULTILINE)) - {"名称"} | (
            {"名称"} if section.count("\n| 名称 |") == 2 else set()
        )
        if record.single:
            assert names <= set(context)
        elif f"`for 行 in {record.sheet}`" in section:
            rows = context[record.sheet]
            assert rows, record.sheet
            assert all(names <= set(row) for row in rows), record.sheet
        else:
            assert "不在模板里单独出现" in section, record.sheet
            assert record.sheet not in context
    assert set(DERIVED) <= set(context)
    aspects = [aspect for row in context["督战内容"] for aspect in row["方面"]]
    assert aspects
    assert "先 `for 行 in 督战内容`，再 `for 方面 in 行.方面`" in sections["督战方面"]
    assert all(set(aspect) == {field.alias for field in SHEETS["aspects"].model_fields.values()} for aspect in aspects)


def test_both_readmes_have_the_same_sections_commands_and_lists() -> None:
    english, chinese = READMES
    for mark in (r"^#+ ", r"^- ", r"^\d\. ", r"^```"):
        assert len(re.findall(mark, english, re.MULTILINE)) == len(re.findall(mark, chinese, re.MULTILINE)), mark
    first = [re.findall(r"^\| (`docgen .*?`) \|", text, re.MULTILINE) for text in READMES]
    assert first[0] == first[1]
    assert sorted(map(_command, first[0])) == sorted(_commands())


def _command(row: str) -> str:
    """`docgen template lint 模板.docx…` → template lint."""
    first, second, *_ = [*row.strip("`").removeprefix("docgen ").split(), ""]
    return f"{first} {second}" if first == "template" else first


def _commands() -> list[str]:
    """The commands, those of a group by their full names."""
    import click

    from docgen.cli.main import cli

    names = []
    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        names += [f"{name} {child}" for child in command.commands] if isinstance(command, click.Group) else [name]
    return names


def test_every_message_that_ends_a_run_has_words_and_a_remedy_and_stands_in_the_page_of_errors() -> None:
    from docgen.cli.page_errors import errors
    from docgen.cli.raised import raised

    page, found = errors(), raised()
    for item in found:
        assert re.search("[一-鿿]{2}", item.message), item
        assert item.remedy.strip("…"), item
        message, remedy = (text.replace("|", "\\|") for text in (item.message, item.remedy))
        assert f"| {message} | {remedy} |" in page.replace("`{{", "{{").replace("}}`", "}}"), item
    assert len({item.where for item in found}) > 100


def test_the_messages_are_those_that_a_user_meets() -> None:
    from docgen.cli.raised import raised

    known = {(int(item.exit_code), item.message, item.remedy) for item in raised()}
    assert {
        (5, "没有这个文件或文件夹：…", "核对路径；新建工作文件夹用 docgen init"),
        (130, "已中断", "再运行一次同样的命令；没写完的文件不会留下"),
        (4, "模板 … 有 … 处错误", "按下面各条改好模板再试"),
        (
            2,
            "没有 … 这个选项",
            "是不是 …？看 … --help；或 是不是 …？看 docgen --help；或 看 … --help；或 看 docgen --help",
        ),
        (3, "本机没有可用的字体", "运行 docgen doctor，按提示安装字体"),
    } <= known


def test_an_error_is_never_made_of_the_base_class_nor_of_one_that_the_page_does_not_know() -> None:
    import ast

    from docgen import errors

    known = {
        name for name, item in vars(errors).items() if isinstance(item, type) and issubclass(item, errors.DocgenError)
    }
    for path in (ROOT / "docgen").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id != "DocgenError", (path, node.lineno)
            if isinstance(node, ast.ClassDef) and path.name != "errors.py":
                assert not known & {base.id for base in node.bases if isinstance(base, ast.Name)}, (path, node.name)


def test_both_readmes_say_how_every_system_gets_pango_as_the_program_does() -> None:
    from docgen.pdf import weasyprint_writer

    assert set(weasyprint_writer._PANGO) == {"win32", "darwin", "linux"}
    for remedy in weasyprint_writer._PANGO.values():
        (command,) = re.findall(r"(?:sudo apt-get|brew|pacman) [-\w. ]+[-\w]", remedy)
        for text in READMES:
            assert f"`{command}`" in text
            assert "GTK" not in text


def test_both_readmes_tell_where_changed_files_go() -> None:
    from docgen.output.files import BACKUPS

    for text in READMES:
        assert f"`{BACKUPS}/`" in text
