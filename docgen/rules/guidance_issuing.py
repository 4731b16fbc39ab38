"""Rules about how a 指导意见 is issued: 版头, 署名, dates, titles (GB/T 9704-2012, 7.2 to 7.4)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics import Diagnostic
from docgen.model.settings import Head, Signature
from docgen.rules.codes import inside, report, warn
from docgen.rules.guidance_case import GuidanceCase
from docgen.rules.guidance_codes import report as report_guidance
from docgen.rules.guidance_codes import warn as warn_guidance
from docgen.rules.issuing import LONGEST_MARK
from docgen.standard import TITLE_CHARACTERS
from docgen.wording.titles import too_long_words, width

_HEAD_NEEDS = ("organ_code", "serial", "addressees")
_TITLES = ("title", "opinion_title")


def head_lacks(case: GuidanceCase) -> Iterator[Diagnostic]:
    """A head has its number and its addressees; one diagnostic for each empty cell."""
    notice = case.guidance.notice
    if notice.head is Head.NONE or not case.knows(notice, "head"):
        return
    for attribute in _HEAD_NEEDS:
        if not getattr(notice, attribute) and case.knows(notice, attribute):
            reason = f"版头是“{notice.head}”（{inside(notice.place('head'))}）"
            yield report("RULE-021", notice.place(attribute), f"没有填{notice.heading(attribute)}", reason)


def mark_too_long(case: GuidanceCase) -> Iterator[Diagnostic]:
    """A printed 发文机关标志 fits on its line and can be read (7.2.4)."""
    notice = case.guidance.notice
    if notice.head is Head.RED and case.knows(notice, "issuer", "head") and width(notice.issuer) + 2 > LONGEST_MARK:
        most = f"版头里最多排 {LONGEST_MARK - 2} 字"
        yield report("RULE-035", notice.place("issuer"), f"发文机关有 {width(notice.issuer):g} 字", most)


def imprint_lacks(case: GuidanceCase) -> Iterator[Diagnostic]:
    """抄送 and 印发日期 have a 版记 to stand in (7.4): without one they would not be printed."""
    notice = case.guidance.notice
    if not case.knows(notice, "head", "printing_organ") or (notice.head is not Head.NONE and notice.printing_organ):
        return
    lacking = "没有填印发机关" if notice.head is not Head.NONE else f"版头是“{notice.head}”"
    cause = "printing_organ" if notice.head is not Head.NONE else "head"
    for attribute in ("copies", "printing_date"):
        if value := getattr(notice, attribute):
            where = f"{lacking}（{inside(notice.place(cause))}）"
            yield report_guidance("GUIDE-010", notice.place(attribute), f"填的是“{value}”", where)


def printed_too_early(case: GuidanceCase) -> Iterator[Diagnostic]:
    """印发日期 is not before 成文日期 (7.4.3)."""
    notice = case.guidance.notice
    known = case.knows(notice, "issue_date", "printing_date")
    if known and notice.printing_date and notice.printing_date < notice.issue_date:
        issued = f"成文日期是 {notice.issue_date}（{inside(notice.place('issue_date'))}）"
        yield report("RULE-019", notice.place("printing_date"), f"印发日期是 {notice.printing_date}", issued)


def unsigned(case: GuidanceCase) -> Iterator[Diagnostic]:
    """The organ's name stands above the date (7.3.5; a warning)."""
    notice = case.guidance.notice
    if not notice.signed and notice.signature is not Signature.NONE and case.knows(notice, "signed", "signature"):
        yield warn_guidance("GUIDE-009", notice.place("signed"), "不印发文机关署名", "成文日期之上应有署名")


def title_word_too_long(case: GuidanceCase) -> Iterator[Diagnostic]:
    """The words of the titles fit on a line (7.3.1; a warning)."""
    notice = case.guidance.notice
    for attribute in _TITLES:
        title: str = getattr(notice, attribute)
        for word in too_long_words(title, TITLE_CHARACTERS) if case.knows(notice, attribute) else ():
            found = f"标题里“{word}”有 {width(word):g} 字"
            yield warn(
                "RULE-036", notice.place(attribute), found, f"一行最多 {TITLE_CHARACTERS} 字", "在可以换行的地方写 |"
            )
