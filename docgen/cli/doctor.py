"""`docgen doctor`: can this machine do the job, and what mends it if not?"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli import options
from docgen.cli.answer import Answer
from docgen.cli.chinese import Command
from docgen.diagnostics import Severity
from docgen.errors import ExitCode, MissingError

if TYPE_CHECKING:
    from docgen.model.campaign import Campaign
    from docgen.model.guidance import Guidance


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: its state (正常, 代用, 可选, 缺, 数据有错), what was found, and what mends it."""

    name: str
    state: str
    found: str
    remedy: str = ""


_FINE, _SUBSTITUTE, _OPTIONAL, _MISSING, _FAULTY = "正常", "代用", "可选", "缺", "数据有错"
_STANDARD_NAMES = ("仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312", "宋体")


@click.command(
    "doctor",
    cls=Command,
    help=(
        "检查这台电脑能不能用：程序库、五种字体各由哪个文件顶替；"
        "给出数据时，还检查数据里的字有没有字体缺字。缺东西时退出码是 3，数据有错时是 1。"
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
    remedies = list(dict.fromkeys(item.remedy for item in findings if item.remedy))
    states = {item.state for item in findings}
    if as_json:
        plain = {
            "ok": not states & {_MISSING, _FAULTY},
            "findings": [asdict(item) for item in findings],
            "remedies": remedies,
        }
        Answer.of(click.get_current_context()).give(plain)
    else:
        _tell(findings, remedies)
    return ExitCode.MISSING if _MISSING in states else ExitCode.FINDINGS if _FAULTY in states else ExitCode.DONE


def _tell(findings: list[Finding], remedies: list[str]) -> None:
    for item in findings:
        click.echo(f"  {item.state}  {item.name}：{item.found}")
    broken = any(item.state == _MISSING for item in findings)
    click.echo("这台电脑还缺东西" if broken else "这台电脑可以用")
    for text in remedies:
        click.echo(f"改法：{text}")


def _libraries() -> list[Finding]:
    """What writes PDFs: our own writer always, WeasyPrint and LibreOffice where they are installed."""
    return [_direct(), *_weasyprint(), _libreoffice()]


def _direct() -> Finding:
    from docgen.pdf.direct_writer import check

    name = "PDF（direct，默认）"
    try:
        check()
    except MissingError as error:
        return Finding(name, _MISSING, error.message, _setup() or error.remedy)
    return Finding(name, _FINE, "可以用")


def _weasyprint() -> list[Finding]:
    """WeasyPrint with Pango, and HarfBuzz's subsetter, without which its PDFs take ten times as long."""
    from importlib.metadata import version

    from docgen.pdf.weasyprint_writer import has_subsetter, load_weasyprint, pango_remedy

    name = "PDF（--engine weasyprint）"
    try:
        load_weasyprint()
    except MissingError as error:
        return [Finding(name, _OPTIONAL, f"{error.message}；要用时：{error.remedy}")]
    found = Finding(name, _FINE, f"WeasyPrint {version('weasyprint')}")
    if has_subsetter():
        return [found]
    return [found, Finding("libharfbuzz-subset", _OPTIONAL, f"没有，用 weasyprint 会慢十倍；要用时：{pango_remedy()}")]


def _libreoffice() -> Finding:
    from docgen.pdf.libreoffice import program

    name = "PDF（--engine libreoffice）"
    try:
        return Finding(name, _FINE, program())
    except MissingError as error:
        return Finding(name, _OPTIONAL, error.message)


def _setup() -> str:
    """In a checkout of the project on a Debian, the command that gets everything; elsewhere nothing."""
    from docgen import assets

    checkout = assets.folder("templates").parent
    return f"make -C {checkout} setup" if _has_apt() and (checkout / "Makefile").is_file() else ""


def _has_apt() -> bool:
    import shutil

    return shutil.which("apt-get") is not None


def _font_remedy() -> str:
    """How fonts with 汉字 get onto this machine."""
    if _has_apt():
        return _setup() or "sudo apt-get install fonts-noto-cjk"
    return f"装上办公字体（仿宋、黑体、楷体、宋体），或{_OWN_FOLDER}"


_OFFICE_REMEDY = "装上办公字体（仿宋_GB2312、方正小标宋简体、楷体_GB2312）后不再代用"
_OWN_FOLDER = "把环境变量 DOCGEN_FONTS 设成放字体的文件夹"


def _fonts() -> list[Finding]:
    """Which file stands for each of the standard's kinds of type."""
    from docgen.pdf.typefaces.fonts import Fonts

    fonts = Fonts.of_machine()
    findings = []
    for name in _STANDARD_NAMES:
        try:
            resolved = fonts.face(name)
        except MissingError as error:
            findings.append(Finding(name, _MISSING, error.message, _font_remedy()))
            continue
        # A face of another kind (宋体 for 仿宋) is better than nothing and still not what the standard asks for.
        like = "" if _same_kind(name, resolved.family) else "，不是同一种字体"
        state, remedy = (_SUBSTITUTE, _OFFICE_REMEDY) if resolved.substitute else (_FINE, "")
        findings.append(Finding(name, state, f"{resolved.family}（{resolved.face.path}）{like}", remedy))
    return findings


def _same_kind(name: str, family: str) -> bool:
    from docgen.pdf.typefaces.font_names import kind_of

    kind = kind_of(name)
    if kind is None or kind.name == "宋体":
        return True
    return not family.startswith("Noto Serif") or kind.name == "小标宋"


def _coverage(data: Path) -> list[Finding]:
    """The characters of the data that the standard's fonts lack, and those that no font has."""
    from docgen import produce
    from docgen.pdf.typefaces.fonts import Fonts

    examined = produce.examine(data)
    campaign, path, found = examined.root, examined.path, examined.diagnostics
    if campaign is None:
        errors = sum(item.severity is Severity.ERROR for item in found)
        faults = f"数据有 {errors} 处错误，没有检查里面的字"
        return [Finding(path.name, _FAULTY, faults, f"先运行 docgen validate {data}，按列出的改好")]
    fonts = Fonts.of_machine().for_document()
    try:
        for char in sorted(_characters(campaign)):
            for name in _STANDARD_NAMES:
                fonts.for_char(name, False, char)
    except MissingError:  # no font at all: told already, font by font
        return []
    report = fonts.report()
    lent = [f"{name}缺“{chars}”，由 {family} 补" for name, chars, family in report.replaced]
    state, remedy = (_SUBSTITUTE, _OFFICE_REMEDY) if lent else (_FINE, "")
    whole = "其余的字五种字体都有" if report.missing else "五种字体都有"
    covered = Finding(f"{path.name} 里的字", state, "；".join(lent) or whole, remedy)
    if not report.missing:
        return [covered]
    return [covered, Finding("各字体都缺的字", _MISSING, report.missing, f"装上有这些字的字体，或{_OWN_FOLDER}")]


def _characters(campaign: Campaign | Guidance) -> set[str]:
    """Every character of the texts and lists of the data."""
    from docgen.model.fields import Kind, column_of

    chars: set[str] = set()
    for record in campaign.records():
        for attribute, field in type(record).model_fields.items():
            value = getattr(record, attribute)
            if column_of(field).kind in (Kind.TEXT, Kind.PROSE, Kind.NAMES) and value is not None:
                chars.update(*value) if isinstance(value, tuple) else chars.update(value)
    return chars - {"\n"}
