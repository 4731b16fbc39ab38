"""`docgen doctor`: can this machine do the job, and what mends it if not?"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from docgen.cli import options
from docgen.cli.chinese import Command
from docgen.errors import ExitCode, MissingError


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: its state (正常, 代用, 缺), what was found."""

    name: str
    state: str
    found: str


_FINE, _SUBSTITUTE, _MISSING = "正常", "代用", "缺"
_SUBSETTER = "字体取子集（libharfbuzz-subset）"
_STANDARD_NAMES = ("仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312", "宋体")


@click.command(
    "doctor",
    cls=Command,
    help=(
        "检查这台电脑能不能用：程序库、五种字体各由哪个文件顶替；"
        "给出数据时，还检查数据里的字有没有字体缺字。缺东西时退出码是 3。"
    ),
    short_help="检查这台电脑能不能用：程序库、字体、缺字",
)
@click.argument("data", type=click.Path(path_type=Path), required=False, metavar="[数据]")
@options.json_option
def command(data: Path | None, as_json: bool) -> int:
    """Look at libraries and fonts; with data, at its characters too."""
    findings = [*_libraries(), *_fonts()]
    if data is not None:
        findings += _coverage(data)
    remedies = _remedies(findings)
    broken = any(item.state == _MISSING for item in findings)
    if as_json:
        plain = {"ok": not broken, "findings": [asdict(item) for item in findings], "remedies": remedies}
        click.echo(json.dumps(plain, ensure_ascii=False, indent=2))
    else:
        for item in findings:
            click.echo(f"  {item.state}  {item.name}：{item.found}")
        click.echo("这台电脑还缺东西" if broken else "这台电脑可以用")
        for text in remedies:
            click.echo(f"改法：{text}")
    return ExitCode.MISSING if broken else ExitCode.DONE


def _libraries() -> list[Finding]:
    """WeasyPrint with Pango, and HarfBuzz's subsetter, without which a PDF takes ten times as long."""
    from importlib.metadata import version

    from docgen.pdf.weasyprint_writer import has_subsetter, load_weasyprint

    try:
        load_weasyprint()
    except MissingError as error:
        return [Finding("PDF（WeasyPrint、Pango）", _MISSING, error.message)]
    subset = has_subsetter()
    return [
        Finding("PDF（WeasyPrint、Pango）", _FINE, f"WeasyPrint {version('weasyprint')}"),
        Finding(
            _SUBSETTER,
            _FINE if subset else _SUBSTITUTE,
            "有" if subset else "没有，生成 PDF 会慢十倍",
        ),
    ]


def _fonts() -> list[Finding]:
    """Which file stands for each of the standard's kinds of type."""
    from docgen.pdf.fonts import Fonts

    fonts = Fonts.of_machine()
    findings = []
    for name in _STANDARD_NAMES:
        try:
            resolved = fonts.face(name)
        except MissingError as error:
            findings.append(Finding(name, _MISSING, error.message))
            continue
        # A face of another kind (宋体 for 仿宋) is better than nothing and still not what the standard asks for.
        like = "" if _same_kind(name, resolved.family) else "，不是同一种字体"
        state = _SUBSTITUTE if resolved.substitute else _FINE
        findings.append(Finding(name, state, f"{resolved.family}（{resolved.face.path}）{like}"))
    return findings


def _same_kind(name: str, family: str) -> bool:
    from docgen.pdf.font_names import kind_of

    kind = kind_of(name)
    if kind is None or kind.name == "宋体":
        return True
    return not family.startswith("Noto Serif") or kind.name == "小标宋"


def _coverage(data: Path) -> list[Finding]:
    """The characters of the data that the standard's fonts lack, and those that no font has."""
    from docgen import produce
    from docgen.model.fields import Kind, column_of
    from docgen.pdf.fonts import Fonts

    campaign, path, found = produce.examine(data)
    if campaign is None:
        count = len(found)
        return [Finding(path.name, _MISSING, f"数据有 {count} 处问题，先用 docgen validate 检查")]
    texts = {
        str(getattr(record, attribute))
        for record in campaign.records()
        for attribute, field in type(record).model_fields.items()
        if column_of(field).kind in (Kind.TEXT, Kind.PROSE, Kind.NAMES)
    }
    fonts = Fonts.of_machine().for_document()
    for char in sorted(set("".join(texts)) - set("\n")):
        for name in _STANDARD_NAMES:
            fonts.for_char(name, False, char)
    report = fonts.report()
    lent = [f"{name}缺“{chars}”，由 {family} 补" for name, chars, family in report.replaced]
    missing = [Finding("各字体都缺的字", _MISSING, report.missing)] if report.missing else []
    state = _SUBSTITUTE if lent else _FINE
    return [Finding(f"{path.name} 里的字", state, "；".join(lent) or "五种字体都有"), *missing]


def _remedies(findings: list[Finding]) -> list[str]:
    """The command that mends what is missing on this machine, and what would replace stand-ins."""
    from docgen import assets
    from docgen.pdf.weasyprint_writer import pango_remedy

    states = {item.state for item in findings}
    slow = any(item.name == _SUBSETTER and item.state != _FINE for item in findings)
    remedies = []
    if _MISSING in states or slow:
        checkout = assets.folder("templates").parent
        remedies.append(f"make -C {checkout} setup" if (checkout / "Makefile").is_file() else pango_remedy())
    if _SUBSTITUTE in states:
        remedies.append("装上办公字体（仿宋_GB2312、方正小标宋简体、楷体_GB2312）后不再代用")
    return remedies
