"""Rules about issuing: 版头, 签发人, 署名, 份号, 密级, 紧急程度, dates (GB/T 9704-2012, 7.2 to 7.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

from docgen.diagnostics import Diagnostic
from docgen.model.campaign import SHEETS
from docgen.model.settings import Attachment, Direction, Head, Setting, Signature
from docgen.rules.case import Case
from docgen.rules.codes import inside, report
from docgen.wording.titles import width

_HEAD_NEEDS = ("issuer", "organ_code", "serial", "addressees", "printing_organ", "issue_date")
_SIGNATURE_NEEDS = ("issuer", "issue_date")
_SECRECY = re.compile(r"(秘密|机密|绝密)(★.+)?")
_URGENCY = ("特急", "加急")


def printed_too_early(case: Case) -> Iterator[Diagnostic]:
    """印发日期 is not before 成文日期 (7.4.3)."""
    basics = case.campaign.basics
    if basics.printing_date and basics.issue_date and basics.printing_date < basics.issue_date:
        issued = f"成文日期是 {basics.issue_date}（{inside(basics.place('issue_date'))}）"
        yield report("RULE-019", basics.place("printing_date"), f"印发日期是 {basics.printing_date}", issued)


def no_signer(case: Case) -> Iterator[Diagnostic]:
    """An upward document names its 签发人 (7.2.6)."""
    basics = case.campaign.basics
    upward = [item for item in case.campaign.settings if item.direction is Direction.UP]
    if upward and not basics.signers and case.knows(basics, "signers"):
        direction = f"“{upward[0].document}”是上行文（{inside(upward[0].place('direction'))}）"
        yield report("RULE-020", basics.place("signers"), "没有填签发人", direction)


def head_lacks(case: Case) -> Iterator[Diagnostic]:
    """A head, printed or on preprinted paper, has all its elements; one diagnostic for each empty cell."""
    setting = next((item for item in case.campaign.settings if item.headed), None)
    if setting:
        for attribute in _HEAD_NEEDS:
            yield from _lacking(case, "RULE-021", attribute, setting, "head")


def signature_lacks(case: Case) -> Iterator[Diagnostic]:
    """A signature needs the issuing organ and the date (7.3.5), unless a head has already asked for them."""
    settings = case.campaign.settings
    setting = next((item for item in settings if item.signature is not Signature.NONE), None)
    if setting and not any(item.headed for item in settings):
        for attribute in _SIGNATURE_NEEDS:
            yield from _lacking(case, "RULE-022", attribute, setting, "signature")


def _lacking(case: Case, code: str, attribute: str, setting: Setting, cause: str) -> Iterator[Diagnostic]:
    basics = case.campaign.basics
    value = getattr(basics, attribute)
    if value in (None, "", ()) and case.knows(basics, attribute):
        reason = f"“{setting.document}”的{setting.heading(cause)}是“{getattr(setting, cause)}”"
        found = f"没有填{basics.heading(attribute)}"
        yield report(code, basics.place(attribute), found, f"{reason}（{inside(setting.place(cause))}）")


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


_LONGEST_MARK = 35  # 字 with 文件: at half their width the characters are still larger than the title's


def mark_too_long(case: Case) -> Iterator[Diagnostic]:
    """A printed 发文机关标志 fits on its line and can be read (7.2.4)."""
    issuer = case.campaign.basics.issuer
    red = any(setting.head is Head.RED for setting in case.campaign.settings)
    if red and width(issuer) + 2 > _LONGEST_MARK:
        most = f"版头里最多排 {_LONGEST_MARK - 2} 字"
        yield report("RULE-035", case.campaign.basics.place("issuer"), f"发文机关有 {width(issuer):g} 字", most)


_IMPRINT_LINES, _IMPRINT_CHARACTERS = 12, 25  # 四号 type, 抄送： and a 字 on each side taken off


def imprint_too_tall(case: Case) -> Iterator[Diagnostic]:
    """The 版记 leaves the page room for something else; it cannot be cut (7.4)."""
    basics = case.campaign.basics
    if not any(setting.headed for setting in case.campaign.settings):
        return
    for attribute in ("addressees", "copies"):
        lines = ceil(width(getattr(basics, attribute)) / _IMPRINT_CHARACTERS)
        if lines > _IMPRINT_LINES:
            most = f"最多 {_IMPRINT_LINES} 行"
            yield report("RULE-037", basics.place(attribute), f"在版记里要排 {lines} 行", most)
