"""Figures: progress as plain numbers under Chinese names, the same in every document of a month."""

from __future__ import annotations

from datetime import date

from docgen.documents.ground import row
from docgen.documents.plain import Plain
from docgen.model.campaign import Campaign
from docgen.model.facts import Progress, Standing
from docgen.model.ledger import Problem
from docgen.wording.dates import long_date
from docgen.wording.shares import NO_SHARE, percent_text

FIGURES: dict[str, str] = {
    "范围": "全县、乡镇、类别或单位的名称",
    "本月发现": "本月发现的问题数",
    "本月销号": "本月销号的问题数",
    "本月按时销号": "本月销号、没有超过整改时限的",
    "反弹": "本月发现的问题里销号后又反弹的",
    "累计发现": "督战以来发现的",
    "累计销号": "督战以来销号的",
    "累计按时销号": "督战以来按时销号的",
    "未销号": "到截止日还没有销号的",
    "逾期": "未销号的里面超过整改时限的",
    "临期": "未销号的里面整改时限快到的",
    "销号率": "累计销号除以累计发现，如 87.5%；没有发现问题的是“—”",
}
"""What a row of figures holds."""

PROBLEM: dict[str, str] = {
    "所在地": "乡镇和村或安置点的名称，连在一起",
    "时限": "整改时限，如 2024年4月30日；没有的是空的",
    "月末状态": "到截止日的状态：未启动、整改中、已完成待验收、逾期、已销号",
    "逾期天数": "到截止日逾期几天，数字；没有逾期的是 0",
}
"""What a problem's row holds beside the columns of 问题台账."""


def figures(progress: Progress) -> Plain:
    """The figures of one scope."""
    counts = {
        "本月发现": progress.found,
        "本月销号": progress.closed,
        "本月按时销号": progress.closed_in_time,
        "反弹": progress.reopened,
        "累计发现": progress.all_found,
        "累计销号": progress.all_closed,
        "累计按时销号": progress.all_closed_in_time,
        "未销号": progress.open,
        "逾期": progress.overdue,
        "临期": progress.due_soon,
    }
    return {
        "范围": progress.scope,
        **{name: len(rows) for name, rows in counts.items()},
        "销号率": percent_text(progress.rate),
    }


def compared(now: int, before: int | None) -> str:
    """The change on last month in words: 比上月增加3个, 减少, 持平; "" in the first month."""
    if before is None:
        return ""
    if now == before:
        return "与上月持平"
    return f"比上月{'增加' if now > before else '减少'}{abs(now - before)}个"


def standing_row(standing: Standing) -> Plain:
    """A township's row in the ranking."""
    rise = standing.rise
    change = "" if rise is None else "持平" if rise == 0 else f"{'升' if rise > 0 else '降'}{abs(rise)}"
    return {
        **figures(standing.progress),
        "名次": standing.rank or NO_SHARE,
        "上月名次": standing.last_rank or NO_SHARE,
        "升降": change or NO_SHARE,
    }


def problem_row(campaign: Campaign, problem: Problem, as_of: date) -> Plain:
    """A row of the ledger with what it says on a day: 所在地, 时限, 月末状态, 逾期天数."""
    done = problem.completed or problem.closed
    told = row(campaign, problem)
    return {
        **told,
        # 进展 is what the writer knows today: of a rectification that ended after that day it tells too much.
        "进展": "" if done and done > as_of else told["进展"],
        "所在地": problem.township + problem.place_name,
        "时限": long_date(problem.deadline) if problem.deadline else "",
        "月末状态": str(problem.state_on(as_of)),
        "逾期天数": problem.overdue_days(as_of),
    }
