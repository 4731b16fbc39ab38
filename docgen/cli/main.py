"""`docgen`: the group of all commands, and the one place where errors become messages and exit codes."""

from __future__ import annotations

import signal
import sys

import click

from docgen import __version__
from docgen.cli.answer import Answer, as_plain
from docgen.cli.chinese import LazyGroup, usage_message
from docgen.cli.faults import with_log
from docgen.cli.listing import tell_diagnostics, tell_error
from docgen.errors import DocgenError, ExitCode, Interrupted, UsageError, as_error

COMMANDS = {
    "plan": ("docgen.cli.plan", "生成县级实施方案（Word 和 PDF）"),
    "notice": ("docgen.cli.notice", "印发通知：把方案（或指导意见）作为印发的文件带上"),
    "township": ("docgen.cli.township", "每个乡镇（街道）一份专项实施方案"),
    "briefing": ("docgen.cli.briefing", "督战工作简报"),
    "report": ("docgen.cli.report", "报送日的工作进度报告"),
    "yellow-card": ("docgen.cli.yellow_card", "黄牌警告通知书"),
    "circular": ("docgen.cli.circular", "黄牌警告情况的通报"),
    "interview": ("docgen.cli.interview", "约谈通知书和约谈记录"),
    "escalation": ("docgen.cli.escalation", "提请追责问责的报告"),
    "rectification": ("docgen.cli.rectification", "整改通知和销号确认单"),
    "ledger": ("docgen.cli.ledger", "问题台账：Excel、Word 和 PDF"),
    "all": ("docgen.cli.everything", "整套文件：按月份和种类分文件夹，带清单"),
    "pdf": ("docgen.cli.pdf", "把任何 Word 文件（.docx）转成 PDF"),
    "preview": ("docgen.cli.preview", "把 Word 文件或 PDF 的页面画成图片"),
    "init": ("docgen.cli.init", "新建工作文件夹：空白数据工作簿，或带示例"),
    "validate": ("docgen.cli.validate", "检查数据，一次列出全部问题"),
    "doctor": ("docgen.cli.doctor", "检查这台电脑能不能用：程序库、字体、缺字"),
    "template": ("docgen.cli.template", "模板：生成、检查、列出能用的名称"),
    "completion": ("docgen.cli.completion", "输出命令行补全脚本"),
}
"""Command → module and short help; the help page is made from this table without loading a command."""

_VERSION_MESSAGE = "docgen %(version)s"


@click.group(
    cls=LazyGroup,
    modules=COMMANDS,
    help="挂牌督战公文生成：一本工作簿，生成整套 Word 和 PDF，版式按 GB/T 9704-2012。",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="先用 docgen init 新建工作文件夹，填好工作簿，再运行 docgen plan。",
)
@click.version_option(__version__, message=_VERSION_MESSAGE, help="显示版本")
def cli() -> None:
    """The group; it does nothing itself."""


def run() -> None:
    """Entry point: run the command line and leave with one of the documented exit codes."""
    try:
        code = main(sys.argv[1:])
    except KeyboardInterrupt:  # pressed again, while the first one was told
        code = ExitCode.INTERRUPTED
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # Nothing is left to be put in order: one more Ctrl-C may end it at once, and without Python's traceback.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.exit(code)


def main(arguments: list[str]) -> int:
    """Run `arguments` and return the exit code; messages go to stderr, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A console that cannot show a character gets a stand-in, not a crash.
            stream.reconfigure(
                errors="replace", **({"encoding": "utf-8"} if stream.encoding in (None, "ascii") else {})
            )
    answer = Answer(arguments=tuple(arguments))
    try:
        result = cli.main(arguments, prog_name="docgen", standalone_mode=False, obj=answer)
        return int(result) if isinstance(result, int) else ExitCode.DONE
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return ExitCode.USAGE
    except click.UsageError as error:
        return _ended(UsageError(*usage_message(error)), answer)
    except (click.Abort, KeyboardInterrupt):
        return _ended(Interrupted("已中断", "再运行一次同样的命令；没写完的文件不会留下"), answer)
    except BrokenPipeError:
        return ExitCode.DONE
    except Exception as error:
        return _ended(with_log(as_error(error)), answer)


def _ended(error: DocgenError, answer: Answer) -> int:
    """Tell what has ended the run, in words and, where JSON was asked for, as the object; the exit code."""
    if answer.wanted and not answer.given:
        answer.give(as_plain(error))
    tell_diagnostics(error.diagnostics, err=True)
    tell_error(error.message, error.remedy)
    return error.exit_code
