"""印发通知: the notice that issues the county's plan; the plan stands behind it as what is issued, with its 附件."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.documents import implementation_plan
from docgen.documents.brief import Brief
from docgen.documents.composed import Composed
from docgen.documents.form import Issue, form
from docgen.documents.plan_reference import given_number
from docgen.model.settings import DocumentKind
from docgen.wording.titles import width

KIND = DocumentKind.COVERING_NOTICE
TEMPLATE = "covering_notice"

DERIVED: dict[str, str] = {}
"""The names are those of the implementation plan; head and foot are the notice's."""

_TITLE_REST = 8  # 字 of the title around the plan's, about


def compose(brief: Brief) -> Iterator[Composed]:
    """The one notice of the campaign, with the plan that it issues."""
    assert brief.counts is not None  # whoever wants the plan derives them
    plan = implementation_plan.compose(brief.campaign, brief.counts)
    issue = _issue(brief)
    context = {**plan.context, **form(issue)}
    yield Composed(TEMPLATE, KIND, context, issue.issuer, issue.day or plan.day, number=issue.number)


def _issue(brief: Brief) -> Issue:
    """The notice bears the plan's number and date; the plan behind it keeps its own 附件."""
    setting, basics = brief.setting(KIND), brief.campaign.basics
    day = brief.day or basics.issue_date
    printed = basics.printing_date
    attachments = setting.attachments or brief.setting(DocumentKind.IMPLEMENTATION_PLAN).attachments
    return Issue(
        setting,
        setting.issuer or basics.issuer,
        given_number(brief, (day or basics.start_month).year),
        day,
        width(brief.plan_title()) + _TITLE_REST,
        addressees=setting.addressees or basics.addressees,
        copies=setting.copies or basics.copies,
        signers=basics.signers,
        printing_organ=basics.printing_organ,
        # Printed after it was signed, also where the command line wishes a later day.
        printed=max(printed, day) if printed and day else printed,
        attachments=tuple(map(str, attachments)),
        note=brief.contact(),
    )
