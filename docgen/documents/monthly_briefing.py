"""简报: the month's briefing, of the county or, `by_township` or asked for by name, of townships."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.documents.brief import Brief
from docgen.documents.briefing_parts import cards_part, category_rows, good_work, next_month, outstanding, ranking_rows
from docgen.documents.composed import Composed
from docgen.documents.figures import compared, figures
from docgen.documents.form import Issue, form
from docgen.documents.ground import ground, row
from docgen.documents.head import mark
from docgen.documents.organs import known_names
from docgen.documents.plain import Plain
from docgen.documents.report_visits import present_name, visited_places
from docgen.model.charts import RateChart, TrendChart
from docgen.model.facts import MonthFacts, Progress
from docgen.model.months import first_day
from docgen.model.numbers import Occasion
from docgen.model.settings import DocumentKind
from docgen.wording.dates import month_name

KIND = DocumentKind.MONTHLY_BRIEFING
TEMPLATE = "monthly_briefing"
MASTHEAD = "督战工作简报"

DERIVED: dict[str, str] = {
    "刊名": "简报的刊名，报头的大字",
    "刊名标志": "刊名的文字、字号、缩放、行距",
    "密级提示": "报头左上角的话",
    "期号": "本年第几期，数字",
    "总期号": "总第几期；简报设置没有写起点时是空的",
    "编印单位": "报头左边的编印单位",
    "编者按": "每期开头的编者按",
    "报": "报尾“报：”后面的单位",
    "送": "报尾“送：”后面的单位",
    "发": "报尾“发：”后面的单位",
    "印数": "共印多少份",
    "月份": "如 2024年4月",
    "月": "月份的数字",
    "截止日": "数字截止的日子，如 4月30日",
    "范围": "全县，或这一期所说的乡镇",
    "分乡镇": "这一期是不是某个乡镇的简报",
    "本期": "这一范围的数字：本月发现、本月销号、累计发现、销号率等",
    "发现变化": "本月发现比上月增减，如 比上月增加3个；第一个月是空的",
    "销号变化": "本月销号比上月增减",
    "逾期变化": "逾期比上月增减",
    "督战": "本月督战的次数、乡镇数、村数、方式、队伍",
    "排名": "乡镇排名表的行：名次、范围、各项数字、上月名次、升降、黄牌",
    "村情": "分乡镇的简报里各村、安置点的数字",
    "分类": "按问题类别的数字",
    "成效": "工作做得好的：每条一句话",
    "突出问题": "要点名的问题：台账各项和所在地、时限、逾期天数",
    "未点名": "要点名而没有列出来的问题数",
    "黄牌情况": "本月的黄牌、解除和约谈",
    "下月": "下月的月份、到期问题、到期日、阶段任务、待办约谈",
    "趋势图": "发现和销号逐月的图",
    "销号率图": "各乡镇销号率的图",
}
"""Names of the template beside the ground's and the form's → what they are."""

_TITLE = 22  # 字, about


def compose(brief: Brief) -> Iterator[Composed]:
    """The county's briefing; one for each township where they are asked for."""
    progress = brief.facts.progress
    if not brief.by_township and brief.wants(brief.campaign.basics.county):
        yield _briefing(brief, progress.county, "")
    for township in brief.campaign.townships if brief.by_township or brief.only else ():
        if brief.wants(*known_names(township)):
            yield _briefing(brief, progress.townships[township.name], township.name)


def _briefing(brief: Brief, progress: Progress, township: str) -> Composed:
    facts, campaign = brief.facts, brief.campaign
    setting, basics = brief.setting(KIND), campaign.basics
    day = brief.day or facts.progress.as_of
    issue = Issue(setting, setting.issuer or basics.issuer, "", day, _TITLE, printing_organ=basics.printing_organ)
    serial = _serial(brief, township)
    context = {
        **ground(campaign),
        **form(issue),
        **_head(brief, serial, township),
        **_period(facts),
        **_body(brief, progress, township),
    }
    scope = f"（{township}）" if township else ""
    return Composed(
        TEMPLATE, KIND, context, issue.issuer, day,
        stem=f"{month_name(facts.month)}{context['刊名']}{scope}",
        month=facts.month, unit=township, number=f"第{serial}期",
    )  # fmt: skip


def _serial(brief: Brief, township: str) -> int:
    """期号 within the year. Earlier months get theirs first, so that it follows the months whichever is printed."""
    series = (brief.campaign.bulletin.masthead or MASTHEAD) + (f"（{township}）" if township else "")
    occasions = ((facts.month.year, Occasion.of(KIND, facts.month, township)) for facts in brief.months)
    return brief.numbers.in_turn(series, occasions).serial


def _head(brief: Brief, serial: int, township: str) -> Plain:
    """报头 and 报尾."""
    bulletin, basics = brief.campaign.bulletin, brief.campaign.basics
    masthead = bulletin.masthead or MASTHEAD
    big = mark(masthead, "")
    total = "" if bulletin.first_total is None or township else bulletin.first_total + len(brief.months) - 1
    return {
        "刊名": masthead,
        "刊名标志": {"文字": big.text, "字号": big.size, "缩放": big.scale, "行距": big.pitch},
        "密级提示": bulletin.notice,
        "期号": serial,
        "总期号": total,
        "编印单位": bulletin.editor or basics.printing_organ or basics.office,
        "编者按": row(brief.campaign, bulletin)["编者按"],
        "报": bulletin.reported_to,
        "送": bulletin.sent_to,
        "发": bulletin.issued_to,
        "印数": "" if bulletin.copies is None else bulletin.copies,
    }


def _period(facts: MonthFacts) -> Plain:
    as_of = facts.progress.as_of
    return {
        "月份": month_name(facts.month),
        "月": facts.month.month,
        "截止日": f"{as_of.month}月{as_of.day}日",
    }


def _body(brief: Brief, progress: Progress, township: str) -> Plain:
    before = _before(brief.facts, township)
    named, unnamed = outstanding(brief, progress)
    return {
        "范围": township or _whole(brief),
        "分乡镇": bool(township),
        "本期": figures(progress),
        "发现变化": compared(len(progress.found), None if before is None else len(before.found)),
        "销号变化": compared(len(progress.closed), None if before is None else len(before.closed)),
        "逾期变化": compared(len(progress.overdue), None if before is None else len(before.overdue)),
        "督战": _visits(brief, township),
        "排名": [] if township else ranking_rows(brief),
        "村情": _village_rows(brief.facts, township),
        "分类": category_rows(brief, progress),
        "成效": good_work(brief, township),
        "突出问题": named,
        "未点名": unnamed,
        "黄牌情况": cards_part(brief, township),
        "下月": next_month(brief, progress, township),
        "趋势图": _trend(brief, township),
        "销号率图": _rates(brief.facts) if not township else "",
    }


def _whole(brief: Brief) -> str:
    return f"全{ground(brief.campaign)['区划']}"


def _before(facts: MonthFacts, township: str) -> Progress | None:
    """The same scope a month ago."""
    previous = facts.progress.previous
    if previous is None:
        return None
    return previous.townships.get(township) if township else previous.county


def _visits(brief: Brief, township: str) -> Plain:
    """The month's visits: how many, where, how."""
    visits = [visit for visit in brief.campaign.visits if first_day(visit.day) == brief.month]
    if township:
        visits = [
            visit for visit in visits if township in {present_name(brief.campaign, name) for name in visit.townships}
        ]
    places = {place for visit in visits for place in visited_places(brief.campaign, visit, township)}
    return {
        "次数": len(visits),
        "乡镇数": len({present_name(brief.campaign, name) for visit in visits for name in visit.townships}),
        "村数": len(places),
        "方式": list(dict.fromkeys(str(way) for visit in visits for way in visit.ways)),
        "队伍": list(dict.fromkeys(visit.team for visit in visits)),
    }


def _village_rows(facts: MonthFacts, township: str) -> list[Plain]:
    return [
        figures(item) | {"范围": name} for (town, name), item in facts.progress.villages.items() if town == township
    ]


def _trend(brief: Brief, township: str) -> TrendChart | str:
    """Found and closed month by month; no chart of a single month."""
    if len(brief.months) < 2:
        return ""
    scopes = [_scope(facts, township) for facts in brief.months]
    return TrendChart(
        tuple(f"{facts.month.month}月" for facts in brief.months),
        tuple(len(scope.found) for scope in scopes),
        tuple(len(scope.closed) for scope in scopes),
    )


def _scope(facts: MonthFacts, township: str) -> Progress:
    return facts.progress.townships[township] if township else facts.progress.county


def _rates(facts: MonthFacts) -> RateChart | str:
    """Closing rates in the order of the ranking; nothing before the first problem is closed: no bar to see."""
    if not facts.progress.county.all_closed or not facts.standings:
        return ""
    return RateChart(
        tuple(standing.progress.scope for standing in facts.standings),
        tuple(standing.progress.rate for standing in facts.standings),
    )
