"""Form: what a document's head and foot show, under names that every template knows (GB/T 9704-2012, 7.2 to 7.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from docgen.documents.head import mark, signature_place, signer_lines, too_many_addressees
from docgen.model.settings import Direction, Setting
from docgen.wording.dates import long_date

FORM: dict[str, str] = {
    "版头": "红头、无版头或套打",
    "份号": "文件设置的份号",
    "密级": "文件设置的密级和保密期限",
    "紧急程度": "文件设置的紧急程度",
    "标注空行": "版头三行标注里空着的行数",
    "标志": "发文机关标志的文字、字号、缩放、行距",
    "发文机关": "这份文件的发文机关",
    "发文字号": "机关代字、年份和发文顺序号，如 云扶组〔2024〕3号",
    "签发人": "上行文的签发人，一位一项",
    "签发人行": "签发人分行，每行两位",
    "主送": "主送机关，末尾没有冒号；移到版记里时是空的",
    "版记主送": "主送机关多到首页放不下正文时移到版记里的那些",
    "抄送": "抄送机关，末尾没有句号",
    "成文日期": "如 2024年2月26日",
    "署名方式": "不署名、不盖章或盖章",
    "署名": "署名和成文日期的缩进",
    "附件": "要带的附件，每件有“名称”",
    "附注": "附注的话，没有就是空的",
    "版记": "有没有版记：有版头并填了印发机关时有",
    "印发机关": "版记里的印发机关",
    "印发日期": "版记里的印发日期",
}
"""Names of every template about its head and foot → what they are; docs/glossary.md lists them."""


@dataclass(frozen=True, slots=True)
class Issue:
    """A document as it is issued: who, under which number, on which day, to whom.

    `title` is the title's width in 字, about; `printed` the 印发日期, None for the day of issue.
    """

    setting: Setting
    issuer: str
    number: str
    day: date | None
    title: float
    addressees: str = ""
    copies: str = ""
    signers: tuple[str, ...] = ()
    printing_organ: str = ""
    printed: date | None = None
    attachments: tuple[str, ...] = ()
    note: str = ""

    @property
    def upward(self) -> bool:
        """Whether 签发人 are shown (7.2.6)."""
        return self.setting.direction is Direction.UP


def form(issue: Issue) -> dict[str, Any]:
    """The names of `FORM` for one document."""
    return {**_labels(issue.setting), **_head(issue), **_foot(issue)}


def _labels(setting: Setting) -> dict[str, Any]:
    labels = (setting.copy_number, setting.secrecy, setting.urgency)
    return {
        "份号": labels[0],
        "密级": labels[1],
        "紧急程度": labels[2],
        "标注空行": sum(not label for label in labels),
    }


def _head(issue: Issue) -> dict[str, Any]:
    signers = issue.signers if issue.upward else ()
    lines = signer_lines(signers)
    big = mark(issue.issuer)
    headed = issue.setting.headed
    moved = headed and too_many_addressees(issue.addressees, issue.title, len(lines), big.pitch)
    return {
        "版头": str(issue.setting.head),
        "标志": {"文字": big.text, "字号": big.size, "缩放": big.scale, "行距": big.pitch},
        "发文机关": issue.issuer,
        "发文字号": issue.number,
        "签发人": list(signers),
        "签发人行": lines,
        "主送": "" if moved else issue.addressees,
        "版记主送": issue.addressees if moved else "",
    }


def _foot(issue: Issue) -> dict[str, Any]:
    dated = long_date(issue.day) if issue.day else ""
    place = signature_place(issue.setting.signature, issue.issuer, dated)
    printed = issue.printed or issue.day
    return {
        "抄送": issue.copies,
        "成文日期": dated,
        "署名方式": str(issue.setting.signature),
        "署名": {"机关左空": place.organ_left, "机关右空": place.organ_right, "日期左空": place.date_left},
        "附件": [{"名称": name} for name in issue.attachments],
        "附注": issue.note,
        "版记": issue.setting.headed and bool(issue.printing_organ),
        "印发机关": issue.printing_organ,
        "印发日期": long_date(printed) if printed else "",
    }
