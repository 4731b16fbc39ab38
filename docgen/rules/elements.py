"""Rules about what a head and a signature cannot do without (GB/T 9704-2012, 7.2, 7.3.5), kind by kind.

Only the implementation plan has its number and its day in 基本信息: other documents get their numbers from the register
and their days from the month they are about. Notices to one unit, reports and township plans know whom they address.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics import Diagnostic
from docgen.model.settings import Direction, DocumentKind, Setting, Signature
from docgen.rules.case import Case
from docgen.rules.codes import inside, report

_PLAN = ("issuer", "organ_code", "serial", "addressees", "printing_organ", "issue_date")
_TO_ALL = ("issuer", "organ_code", "addressees", "printing_organ")
_ALONE = ("issuer", "organ_code", "printing_organ")
_HEAD_NEEDS: dict[DocumentKind, tuple[str, ...]] = {
    DocumentKind.IMPLEMENTATION_PLAN: _PLAN,
    DocumentKind.COVERING_NOTICE: _TO_ALL,
    DocumentKind.CARD_CIRCULAR: _TO_ALL,
    # The township issues it; a briefing and a ledger have heads of their own kind.
    DocumentKind.TOWNSHIP_PLAN: (),
    DocumentKind.MONTHLY_BRIEFING: (),
    DocumentKind.LEDGER: (),
}
_UPWARD = (DocumentKind.ESCALATION_REPORT, DocumentKind.PROGRESS_REPORT)


def no_signer(case: Case) -> Iterator[Diagnostic]:
    """An upward document names its 签发人 (7.2.6): one set to be upward, and a headed report to the leading group."""
    basics = case.campaign.basics
    settings = case.campaign.settings
    chosen = [(item, "direction") for item in settings if item.direction is Direction.UP]
    by_nature = [(item, "document") for item in settings if item.document in _UPWARD and item.headed]
    if (upward := chosen + by_nature) and not basics.signers and case.knows(basics, "signers"):
        setting, attribute = upward[0]
        said = f"“{setting.document}”是上行文（{inside(setting.place(attribute))}）"
        yield report("RULE-020", basics.place("signers"), "没有填签发人", said)


def head_lacks(case: Case) -> Iterator[Diagnostic]:
    """A head, printed or on preprinted paper, has all its elements; one diagnostic for each empty cell."""
    for attribute in _PLAN:
        if setting := _asking(case, attribute):
            yield from _lacking(case, "RULE-021", attribute, setting, "head")


def signature_lacks(case: Case) -> Iterator[Diagnostic]:
    """A signature needs the issuing organ and the day (7.3.5), unless a head has already asked for them."""
    for attribute in ("issuer", "issue_date"):
        signed = (item for item in case.campaign.settings if _signs(case, item, attribute))
        setting = next(signed, None)
        if setting and not _asking(case, attribute):
            yield from _lacking(case, "RULE-022", attribute, setting, "signature")


def township_code_lacks(case: Case) -> Iterator[Diagnostic]:
    """The head of a township's plan has the township's own 代字, unless one is set for all of them."""
    setting = case.campaign.setting(DocumentKind.TOWNSHIP_PLAN)
    if not setting.headed or setting.organ_code or not case.knows(setting, "organ_code"):
        return
    for township in case.campaign.townships:
        if not township.organ_code and case.knows(township, "organ_code"):
            found = f"{township.name}没有填{township.heading('organ_code')}"
            yield report("RULE-021", township.place("organ_code"), found, _reason(setting, "head"))


def _asking(case: Case, attribute: str) -> Setting | None:
    """The first document whose head needs what only 基本信息 can say."""
    return next((item for item in case.campaign.settings if _heads(case, item, attribute)), None)


def _heads(case: Case, setting: Setting, attribute: str) -> bool:
    needed = attribute in _HEAD_NEEDS.get(setting.document, _ALONE) or _plans_undated(case, setting, attribute)
    return setting.headed and needed and not _own(setting, attribute)


def _signs(case: Case, setting: Setting, attribute: str) -> bool:
    if setting.signature is Signature.NONE or _own(setting, attribute):
        return False
    if attribute == "issue_date":
        plan = setting.document is DocumentKind.IMPLEMENTATION_PLAN
        return plan or _plans_undated(case, setting, attribute)
    return setting.document is not DocumentKind.TOWNSHIP_PLAN


def _own(setting: Setting, attribute: str) -> bool:
    """Whether the kind of document says it itself."""
    return bool(getattr(setting, attribute, None))


def _plans_undated(case: Case, setting: Setting, attribute: str) -> bool:
    """Whether a township's plan takes its day from the county's."""
    townships = case.campaign.townships
    undated = any(item.plan_date is None and case.knows(item, "plan_date") for item in townships)
    return setting.document is DocumentKind.TOWNSHIP_PLAN and attribute == "issue_date" and undated


def _lacking(case: Case, code: str, attribute: str, setting: Setting, cause: str) -> Iterator[Diagnostic]:
    basics = case.campaign.basics
    readable = case.knows(basics, attribute) and case.knows(setting, attribute)
    if getattr(basics, attribute) in (None, "", ()) and readable:
        found = f"没有填{basics.heading(attribute)}"
        yield report(code, basics.place(attribute), found, _reason(setting, cause))


def _reason(setting: Setting, cause: str) -> str:
    return (
        f"“{setting.document}”的{setting.heading(cause)}是“{getattr(setting, cause)}”（{inside(setting.place(cause))}）"
    )
