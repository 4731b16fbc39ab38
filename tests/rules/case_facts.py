"""Derived facts → the short lines that cases/*.yaml expects."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from case_campaign import day, month

from docgen.model.campaign import Campaign
from docgen.model.facts import Card, Escalation, InterviewDue, Lifting, MonthProgress, Progress, Reason, Rows, Standing
from docgen.model.supervision import ThresholdKind
from docgen.rules.cards import cards, liftings
from docgen.rules.clauses import card_clause, escalation_clause, interview_clause
from docgen.rules.escalations import escalations
from docgen.rules.interviews import interviews
from docgen.rules.progress import progress
from docgen.rules.ranking import ranking
from docgen.rules.span import months
from docgen.rules.thresholds import threshold

FIGURES = {
    "发现": "found",
    "销号": "closed",
    "按期": "closed_in_time",
    "反弹": "reopened",
    "累计发现": "all_found",
    "累计销号": "all_closed",
    "累计按期": "all_closed_in_time",
    "未销号": "open",
    "逾期": "overdue",
    "临期": "due_soon",
}


def numbers(rows: Rows) -> str:
    return "、".join(row.number for row in rows) or "无"


def listed(found: Iterable[date]) -> str:
    return "、".join(f"{item:%Y-%m}" for item in found)


def card_line(card: Card) -> str:
    skipped = f"，隔 {listed(card.skipped)}" if card.skipped else ""
    return f"{card.name} {card.month:%Y-%m}：第{card.nth}次，连续第{card.consecutive}次{skipped}"


def lifting_line(item: Lifting) -> str:
    return f"{item.name} {item.month:%Y-%m}：解除 {item.card.month:%Y-%m} 的黄牌"


def due_line(item: InterviewDue) -> str:
    given = listed(card.month for card in item.cards)
    talk = "" if item.interview is None else "，已约谈" if item.interview.held else "，未约谈"
    demands = f"，要求 {len(item.demands)} 条" if item.demands else ""
    return f"{item.name} {item.month:%Y-%m}：{given}（门槛 {item.threshold.value}）{talk}{demands}"


def escalation_line(item: Escalation) -> str:
    assessed = f" {item.assessment.month:%Y-%m}" if item.assessment else ""
    return f"{item.name} {item.month:%Y-%m}：{item.due.month:%Y-%m} 的约谈，{item.cause}{assessed}"


def standing_line(item: Standing) -> str:
    rank = "—" if item.rank is None else item.rank
    last = "" if item.last_rank is None else f"，上月 {item.last_rank}"
    rise = "" if item.rise is None else f"，升 {item.rise}"
    return f"{rank} {item.progress.scope} {rate(item.progress)}{last}{rise}"


def rate(item: Progress) -> str:
    return "无" if item.rate is None else str(item.rate)


def reason_lines(items: Iterable[tuple[str, date, Reason]]) -> list[str]:
    lines = []
    for name, when, reason in items:
        cells = "、".join(f"{place.section}{place.address}" for place in reason.places)
        problems = f"；台账 {numbers(reason.problems)}" if reason.problems else ""
        lines.append(f"{name} {when:%Y-%m}：{reason.clause}；{listed(reason.months)}；{cells}{problems}")
    return lines


def _reasons(found: Callable[[Campaign], Iterable[Any]]) -> Callable[[Campaign, Any], list[str]]:
    return lambda campaign, _: reason_lines((item.name, item.month, item.reason) for item in found(campaign))


def _lines(found: Callable[[Campaign], Iterable[Any]], line: Callable[[Any], str]) -> Callable[[Campaign, Any], Any]:
    return lambda campaign, _: [line(item) for item in found(campaign)]


def thresholds_at(campaign: Campaign, wanted: dict[str, Any]) -> dict[str, str]:
    """`约谈门槛 2024-06: 2，2024-02 起，实施方案…`, for the keys that the case asks about."""
    found = {}
    for key in wanted:
        item, when = key.split()
        value = threshold(campaign, ThresholdKind(item), month(when))
        found[key] = f"{value.value}，{value.since:%Y-%m} 起，{value.basis}，{value.place.section}"
    return found


def standings(campaign: Campaign, wanted: dict[str, Any]) -> dict[str, list[str]]:
    return {when: [standing_line(item) for item in ranking(progress(campaign, month(when)))] for when in wanted}


def figures(campaign: Campaign, wanted: dict[str, Any]) -> dict[str, Any]:
    """`2024-03 至 2024-03-28: {全县: {发现: WT-1}}`: only the scopes and figures that the case asks about."""
    found: dict[str, Any] = {}
    for key, scopes in wanted.items():
        when, _, as_of = key.partition(" 至 ")
        measured = progress(campaign, month(when), day(as_of))
        found[key] = {name: _asked(scope(measured, name), asked) for name, asked in scopes.items()}
    return found


def scope(measured: MonthProgress, name: str) -> Progress | None:
    """`全县`, `乡镇 青石镇`, `村 青石镇 石桥村`, `类别 责任`, `单位 县教育局`; `上月 …` of the month before."""
    kind, *rest = name.split()
    if kind == "上月":
        return scope(measured.previous, " ".join(rest)) if measured.previous else None
    if kind == "全县":
        return measured.county
    if kind == "村":
        return measured.villages.get((rest[0], rest[1]))
    groups = {"乡镇": measured.townships, "类别": measured.duties, "单位": measured.units}
    return groups[kind].get(rest[0])


def _asked(item: Progress | None, asked: Any) -> Any:
    if item is None or not isinstance(asked, dict):
        return "没有" if item is None else "有"
    return {name: rate(item) if name == "销号率" else numbers(getattr(item, FIGURES[name])) for name in asked}


def scopes(campaign: Campaign, wanted: dict[str, Any]) -> dict[str, dict[str, str]]:
    """`2024-03: {乡镇: 青石镇、白水乡}`: every scope of a kind, in order."""
    return {when: {kind: _scopes(progress(campaign, month(when)), kind) for kind in wanted[when]} for when in wanted}


def _scopes(measured: MonthProgress, kind: str) -> str:
    groups = {"乡镇": measured.townships, "类别": measured.duties, "单位": measured.units}
    return "、".join(" ".join(key) for key in measured.villages) if kind == "村" else "、".join(groups[kind])


def clauses(campaign: Campaign, wanted: dict[str, Any]) -> dict[str, str]:
    found = {
        "黄牌": card_clause,
        "约谈": interview_clause,
        "追责问责": escalation_clause,
    }
    return {name: found[name](campaign) for name in wanted}


FACTS: dict[str, Callable[[Campaign, Any], Any]] = {
    "黄牌": _lines(cards, card_line),
    "期限": _lines(cards, lambda card: f"{card.name} {card.month:%Y-%m}：{card.issued} 至 {card.deadline}"),
    "解除": _lines(liftings, lifting_line),
    "约谈": _lines(interviews, due_line),
    "追责问责": _lines(escalations, escalation_line),
    "黄牌理由": _reasons(cards),
    "解除理由": _reasons(liftings),
    "约谈理由": _reasons(interviews),
    "追责理由": _reasons(escalations),
    "门槛": thresholds_at,
    "排名": standings,
    "进展": figures,
    "范围": scopes,
    "条款": clauses,
    "月份": lambda campaign, _: listed(months(campaign)),
}
"""What a case may expect → the facts in its words."""
