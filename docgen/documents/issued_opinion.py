"""印发通知 with its 指导意见: the notice, the opinion on a new page, the list of 挂牌县 and the table of 挂牌村."""

from __future__ import annotations

from typing import Any

from docgen.documents.composed import Composed
from docgen.documents.form import Issue, form
from docgen.documents.levels import Typeset, typeset
from docgen.model.guidance import Guidance, Region
from docgen.model.opinion import Marks, Notice
from docgen.model.references import resolve
from docgen.model.settings import DocumentKind, Setting
from docgen.standard import SIZES
from docgen.wording.lists import enumerate_with_dun
from docgen.wording.numerals import document_number
from docgen.wording.titles import WORD_BREAK, width

KIND = "指导意见的印发通知"
TEMPLATE = "issued_opinion"

DERIVED: dict[str, str] = {
    "标题词": "通知的标题，按可以换行的地方分开",
    "意见标题词": "意见的标题，按可以换行的地方分开",
    "意见段落": "意见的各段：层次（0 是正文）、标题、正文、独行（标题自成一行）",
    "标点": "附件里的左括、右括、逗号、冒号，全角或半角",
    "附件说明": "附件说明的左空、首行和续行",
    "省份名单": "各省份的序号、名称、县数和名单",
    "村数量": "各省份的省份、合计、贫困人口村数、贫困发生率村数",
}
"""Names of the template beside those of the form and of the notice → what they are."""

_MARKS = {
    Marks.FULL: {"左括": "（", "右括": "）", "逗号": "，", "冒号": "："},
    Marks.HALF: {"左括": "(", "右括": ")", "逗号": ",", "冒号": ":"},
}
_COUNTIES, _VILLAGES = "挂牌县", "挂牌村"
_ZI = SIZES["三号"].pt


def compose(guidance: Guidance) -> Composed:
    """The notice, the opinion and the attachments that have something to list."""
    notice = guidance.notice
    context = {
        **form(issue_of(notice)),
        **_texts(guidance),
        **_lists(guidance),
        "附件": _attachments(guidance),
        "标点": _MARKS[notice.marks],
        "附件说明": _note_indents(_MARKS[notice.marks]["冒号"]),
    }
    if not notice.signed:
        context["发文机关"] = ""
    if not context["版记"]:
        # There is no 版记 for addressees that are too many for page 1: rather no body on page 1 than no addressees.
        context |= {"主送": notice.addressees, "版记主送": ""}
    number = str(context["发文字号"])
    return Composed(
        TEMPLATE,
        DocumentKind.COVERING_NOTICE,
        context,
        notice.issuer,
        notice.issue_date,
        unit=notice.issuer,
        number=number,
    )


def issue_of(notice: Notice) -> Issue:
    """How the notice is issued."""
    setting = Setting(document=DocumentKind.COVERING_NOTICE, head=notice.head, signature=notice.signature)
    number = document_number(notice.organ_code, notice.issue_date.year, notice.serial) if notice.serial else ""
    return Issue(
        setting,
        notice.issuer,
        number,
        notice.issue_date,
        width(_unbroken(notice.title)),
        addressees=notice.addressees,
        copies=notice.copies,
        printing_organ=notice.printing_organ,
        printed=notice.printing_date,
    )


def _texts(guidance: Guidance) -> dict[str, Any]:
    """The notice's words and the opinion's, what they refer to put in."""
    notice = guidance.notice
    values = quoted(guidance)
    passages = [(resolve(passage.text, values.__getitem__), passage.level) for passage in guidance.passages]
    return {
        "标题词": _words(notice.title),
        "通知正文": resolve(notice.body, values.__getitem__),
        "意见标题词": _words(notice.opinion_title),
        "意见段落": [_paragraph(item) for item in typeset(passages)],
    }


def quoted(guidance: Guidance) -> dict[str, str]:
    """What the names in braces stand for (`model.opinion.QUOTED`)."""
    return {
        "意见标题": _unbroken(guidance.notice.opinion_title),
        "挂牌县数": str(guidance.county_count),
        "挂牌村数": str(guidance.village_count),
        "贫困人口村数": str(guidance.populous_count),
        "贫困发生率村数": str(guidance.poor_count),
    }


def _paragraph(item: Typeset) -> dict[str, Any]:
    return {"层次": item.level, "标题": item.heading, "正文": item.rest, "独行": item.alone}


def _lists(guidance: Guidance) -> dict[str, Any]:
    """The rows of both attachments and their sums."""
    comma = _MARKS[guidance.notice.marks]["逗号"]
    return {
        "省份名单": [
            {"名称": region.name, "县数": region.count, "名单": _enumerated(region, comma)}
            for region in guidance.regions
        ],
        "村数量": [
            {"省份": tally.region, "合计": tally.whole, "贫困人口村数": tally.populous, "贫困发生率村数": tally.poor}
            for tally in guidance.tallies
        ],
        "挂牌县数": guidance.county_count,
        "挂牌村数": guidance.village_count,
        "贫困人口村数": guidance.populous_count,
        "贫困发生率村数": guidance.poor_count,
    }


def _enumerated(region: Region, comma: str) -> str:
    """河池市都安县、大化县，柳州市三江县: the prefecture is said once, before its first county."""
    return comma.join(
        part.name + enumerate_with_dun(county.name for county in part.counties) for part in region.prefectures
    )


def _attachments(guidance: Guidance) -> list[dict[str, str]]:
    notice = guidance.notice
    known = (
        (guidance.counties, notice.county_title, _COUNTIES),
        (guidance.tallies, notice.village_title, _VILLAGES),
    )
    return [{"名称": title, "内容": kind} for rows, title, kind in known if rows]


def _note_indents(colon: str) -> dict[str, float]:
    """附件说明 (7.3.4), all in points: two 字 in, turned lines below the name's first character, numbers one below
    the other also where the colon is half as wide.
    """
    label = width(f"附件{colon}") * _ZI
    return {
        "单件左空": 2 * _ZI + label,
        "单件首行": -label,
        "左空": 3 * _ZI + label,
        "首行": -label - _ZI,
        "续行": -_ZI,
    }


def _words(title: str) -> list[str]:
    return [word for word in title.split(WORD_BREAK) if word]


def _unbroken(title: str) -> str:
    return title.replace(WORD_BREAK, "")
