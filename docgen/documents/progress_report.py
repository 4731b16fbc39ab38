"""工作进度报告: due on the 报送日 to the office of the leading group, from the supervision team and each township."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.documents import township_plan
from docgen.documents.brief import Brief, Given, numbered
from docgen.documents.composed import Composed
from docgen.documents.form import Issue, form
from docgen.documents.ground import ground
from docgen.documents.organs import known_names, organ
from docgen.documents.phrases import contact_note
from docgen.documents.plain import Plain
from docgen.documents.plan_reference import plan_row
from docgen.documents.report_parts import body
from docgen.documents.report_period import reporting_day
from docgen.documents.report_scope import Scope, county_scope, township_scope
from docgen.model.numbers import Occasion
from docgen.model.places import Township
from docgen.model.settings import Direction, DocumentKind
from docgen.wording.dates import month_name
from docgen.wording.titles import width

KIND = DocumentKind.PROGRESS_REPORT
TEMPLATE = "progress_report"

DERIVED: dict[str, str] = {
    "县方案": "县实施方案的标题和文号",
    "月份": "如 2024年4月",
    "本月": "如 4月",
    "范围": "全县、我镇、我乡或我街道",
    "分乡镇": "是不是某个乡镇的报告",
    "截止日": "数字截止的日子，如 4月28日",
    "本期": "这一范围的数字：本月发现、本月销号、累计发现、销号率等",
    "增减": "未销号、逾期和销号率与上月末相比，每样一句；没有上月的是空的",
    "补报": "上月报送以后到月末的督战、发现、销号：起止和三个数；没有的是空的",
    "分类": "按督战内容的数字",
    "分片": "按乡镇的数字；乡镇的报告按村和安置点",
    "集中": "未销号问题较多的类别和地方，如 住房安全（5个）",
    "督战": "本月督战的次数、乡镇数、村数、队伍、方式和记录",
    "突出问题": "要一一列出的问题：全县的是逾期的和严重的，乡镇的是所有未销号的",
    "严重未到期": "列出的问题里没有逾期的",
    "黄牌": "还没有解除的黄牌：单位、月份、次数、所依据问题的整改、整改期限",
    "解除": "上月评估后解除黄牌的单位",
    "约谈": "上次报送以来的约谈：单位、日期",
    "下月": "下月的月份、到期问题、阶段任务",
}
"""Names of the template beside the ground's and the form's → what they are."""

_TITLE_REST = 20  # 字 of the title beside the issuer, about


def compose(brief: Brief) -> Iterator[Composed]:
    """The county's report, then the townships' in the order of the workbook."""
    if brief.wants(brief.campaign.basics.county):
        yield _county(brief)
    for township in brief.campaign.townships:
        if brief.wants(*known_names(township)):
            yield _township(brief, township)


def number(brief: Brief, township: Township | None = None) -> str:
    """The 文号 of the wanted month's report; earlier months get theirs first. "" where no 版头 prints one.

    A township's own series holds its plan before the reports; the 代字 of 文件设置 is the county's.
    """
    setting, basics = brief.setting(KIND), brief.campaign.basics
    code = township.organ_code if township else brief.code(KIND)
    if not setting.headed or not code:
        return ""
    if township:
        township_plan.number(brief, township)
    party = township.name if township else ""
    given = [Given(reporting_day(basics, facts.month), facts.month, party) for facts in brief.months]
    occasions = ((item.day.year, Occasion.of(KIND, item.month, item.party)) for item in given)
    return numbered(brief.numbers.in_turn(code, occasions))


@dataclass(frozen=True, slots=True)
class _Sender:
    """Who reports: the organ, who signs, whom to call, whom else it goes to, its name in file names."""

    issuer: str
    signers: tuple[str, ...]
    note: str
    copies: str
    unit: str


def _county(brief: Brief) -> Composed:
    setting, basics = brief.setting(KIND), brief.campaign.basics
    signers = basics.signers or ((basics.commander,) if basics.commander else ())
    sender = _Sender(
        setting.issuer or f"{basics.county}{basics.campaign}队",
        signers,
        brief.contact(),
        setting.copies,  # whom the campaign's own papers are copied to need not read every report
        basics.county,
    )
    return _composed(brief, sender, county_scope(brief), number(brief))


def _township(brief: Brief, township: Township) -> Composed:
    sender = _Sender(
        organ(township, brief.campaign.basics.county),
        (township.head,) if township.head else (),
        contact_note(township.contact, township.phone),
        "",
        township.name,
    )
    return _composed(brief, sender, township_scope(brief, township), number(brief, township))


def _composed(brief: Brief, sender: _Sender, scope: Scope, own_number: str) -> Composed:
    basics, month = brief.campaign.basics, brief.month
    day = brief.day or reporting_day(basics, month)
    # A 报告 goes upward by its nature, whatever 文件设置 says of its direction.
    setting = brief.setting(KIND).model_copy(update={"direction": Direction.UP})
    issue = Issue(
        setting,
        sender.issuer,
        own_number,
        day,
        width(sender.issuer) + _TITLE_REST,
        addressees=setting.addressees or basics.office,
        copies=sender.copies,
        signers=sender.signers,
        printing_organ=sender.issuer,
        note=sender.note,
    )
    context: Plain = {
        **ground(brief.campaign),
        **form(issue),
        "县方案": plan_row(brief),
        "月份": month_name(month),
        "本月": f"{month.month}月",
        **body(brief, scope),
    }
    return Composed(
        TEMPLATE, KIND, context, issue.issuer, day,
        stem=f"{month_name(month)}{KIND}（{sender.unit}）",
        month=month, unit=sender.unit, number=own_number,
    )  # fmt: skip
