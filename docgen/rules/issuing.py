"""Rules about issuing: dates, 份号, 密级, 紧急程度, 附件, how long things are (GB/T 9704-2012, 7.2 to 7.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

from docgen.diagnostics import Diagnostic
from docgen.model.basics import Basics
from docgen.model.campaign import SHEETS
from docgen.model.settings import Attachment, Head, Setting
from docgen.rules.case import Case
from docgen.rules.codes import inside, report
from docgen.wording.titles import width

_SECRECY = re.compile(r"(秘密|机密|绝密)(★.+)?")
_URGENCY = ("特急", "加急")


def printed_too_early(case: Case) -> Iterator[Diagnostic]:
    """印发日期 is not before 成文日期 (7.4.3)."""
    basics = case.campaign.basics
    if basics.printing_date and basics.issue_date and basics.printing_date < basics.issue_date:
        issued = f"成文日期是 {basics.issue_date}（{inside(basics.place('issue_date'))}）"
        yield report("RULE-019", basics.place("printing_date"), f"印发日期是 {basics.printing_date}", issued)


def no_copy_number(case: Case) -> Iterator[Diagnostic]:
    """A classified document carries a 份号 (7.2.1)."""
    for setting in case.campaign.settings:
        if setting.secrecy and not setting.copy_number and case.knows(setting, "copy_number"):
            secrecy = f"密级是“{setting.secrecy}”（{inside(setting.place('secrecy'))}）"
            yield report("RULE-023", setting.place("copy_number"), "没有填份号", secrecy)


def copy_number_form(case: Case) -> Iterator[Diagnostic]:
    """份号: six digits (7.2.1)."""
    for setting in case.campaign.settings:
        number = setting.copy_number
        if number and not (len(number) == 6 and number.isascii() and number.isdigit()):
            yield report("RULE-024", setting.place("copy_number"), f"填的是“{number}”", "应为六位数字")


def urgency_form(case: Case) -> Iterator[Diagnostic]:
    """紧急程度: 特急 or 加急 (7.2.3)."""
    for setting in case.campaign.settings:
        if setting.urgency and setting.urgency not in _URGENCY:
            yield report("RULE-025", setting.place("urgency"), f"填的是“{setting.urgency}”", "应为“特急”或“加急”")


def secrecy_form(case: Case) -> Iterator[Diagnostic]:
    """密级 and 保密期限, with ★ between them (7.2.2)."""
    for setting in case.campaign.settings:
        if setting.secrecy and not _SECRECY.fullmatch(setting.secrecy):
            found = f"填的是“{setting.secrecy}”"
            yield report("RULE-026", setting.place("secrecy"), found, "应为秘密、机密或绝密，后面可写★和期限")


_LABELS = ("copy_number", "secrecy", "urgency")


def labels_without_head(case: Case) -> Iterator[Diagnostic]:
    """份号, 密级 and 紧急程度 stand in the head (7.2.1 to 7.2.3): without one they would not be printed."""
    for setting in case.campaign.settings:
        for attribute in _LABELS:
            value = getattr(setting, attribute)
            if value and not setting.headed and case.knows(setting, "head"):
                head = f"版头是“{setting.head}”（{inside(setting.place('head'))}）"
                yield report("RULE-033", setting.place(attribute), f"填的是“{value}”", head)


_LISTS = {Attachment.PAIRING: "townships", Attachment.TASKS: "targets", Attachment.VILLAGES: "villages"}


def attachment_empty(case: Case) -> Iterator[Diagnostic]:
    """An attachment has something to list."""
    for setting in case.campaign.settings:
        for attachment in setting.attachments:
            part = _LISTS[attachment]
            if not getattr(case.campaign, part) and case.whole(part):
                empty = f"“{SHEETS[part].sheet}”表里一行也没有"
                yield report("RULE-034", setting.place("attachments"), f"选了“{attachment}”", empty)


LONGEST_MARK = 35
"""字 with 文件: at half their width the characters are still larger than the title's."""


def mark_too_long(case: Case) -> Iterator[Diagnostic]:
    """A printed 发文机关标志 fits on its line and can be read (7.2.4)."""
    red = [setting for setting in case.campaign.settings if setting.head is Head.RED]
    for record in _spoken(case, red, "issuer"):
        if width(record.issuer) + 2 > LONGEST_MARK:
            most = f"版头里最多排 {LONGEST_MARK - 2} 字"
            yield report("RULE-035", record.place("issuer"), f"发文机关有 {width(record.issuer):g} 字", most)


_IMPRINT_LINES, _IMPRINT_CHARACTERS = 12, 25  # 四号 type, 抄送： and a 字 on each side taken off


def imprint_too_tall(case: Case) -> Iterator[Diagnostic]:
    """The 版记 leaves the page room for something else; it cannot be cut (7.4)."""
    headed = [setting for setting in case.campaign.settings if setting.headed]
    for attribute in ("addressees", "copies"):
        for record in _spoken(case, headed, attribute):
            lines = ceil(width(getattr(record, attribute)) / _IMPRINT_CHARACTERS)
            if lines > _IMPRINT_LINES:
                most = f"最多 {_IMPRINT_LINES} 行"
                yield report("RULE-037", record.place(attribute), f"在版记里要排 {lines} 行", most)


def _spoken(case: Case, settings: list[Setting], attribute: str) -> Iterator[Basics | Setting]:
    """Who says it for these documents: 基本信息 where a setting does not say it itself, then the settings that do."""
    if any(not getattr(setting, attribute) for setting in settings):
        yield case.campaign.basics
    yield from (setting for setting in settings if getattr(setting, attribute))
