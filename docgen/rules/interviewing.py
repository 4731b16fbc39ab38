"""Rules about the interviews: that they are due, who talks with whom, and when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.diagnostics import Diagnostic
from docgen.model.facts import Card, InterviewDue
from docgen.model.interviews import Interview
from docgen.model.places import Township
from docgen.rules.case import Case
from docgen.rules.codes import inside, report, warn
from docgen.rules.interviews import known


def not_due(case: Case) -> Iterator[Diagnostic]:
    """A row of 约谈 follows from a chain of cards that reaches the threshold in its month."""
    for row in case.campaign.interviews if case.chains_known else ():
        name, month = known(case.campaign, row)
        if row.unit in case.names and (name, month) not in case.interviews:
            yield report("RULE-062", row.place("month"), f"{name} {month:%Y-%m} 没有到约谈门槛", _when_due(case, name))


def _when_due(case: Case, name: str) -> str:
    """When the party's interviews are due, or how many cards it had in a row."""
    due = next((item for (party, _), item in case.interviews.items() if party == name), None)
    if due:
        return f"到门槛的是 {due.month:%Y-%m}（{inside(due.cards[-1].assessment.place('card'))}）"
    own = [card for card in case.cards if card.party.name == name]
    if not own:
        return "它没有“黄牌”"
    longest = max(own, key=lambda card: card.consecutive)
    return f"它最多连续 {longest.consecutive} 次“黄牌”（{inside(longest.assessment.place('card'))}）"


def not_entered(case: Case) -> Iterator[Diagnostic]:
    """An interview that is due has its row in 约谈 (a warning: it may not be arranged yet)."""
    if not case.chains_known or not case.sure("interviews", "month"):
        return
    for due in case.interviews.values():
        if due.interview is None:
            found = f"{due.name}到 {due.month:%Y-%m} 已被连续 {len(due.cards)} 次“黄牌”警告，“约谈”里没有登记"
            place = due.cards[-1].assessment.place("card")
            yield warn("RULE-063", place, found, f"门槛是 {due.threshold.value} 次（{inside(due.threshold.place)}）")


def entered_twice(case: Case) -> Iterator[Diagnostic]:
    """An interview has one row, whatever name it uses for the unit."""
    first: dict[tuple[str, date], Interview] = {}
    for row in case.campaign.interviews:
        key = known(case.campaign, row)
        earlier = first.setdefault(key, row)
        if earlier is not row:
            found = f"{key[0]} {key[1]:%Y-%m} 的约谈已经有一行"
            yield report("RULE-064", row.place("unit"), found, f"见 {inside(earlier.place('unit'))}")


def notified_too_early(case: Case) -> Iterator[Diagnostic]:
    """The notice of an interview is not given before the card that makes it due."""
    for row, due in _entered(case):
        card = due.cards[-1]
        if case.knows(row, "notified") and case.knows(card.assessment, "issued") and due.notified < card.issued:
            yield report("RULE-065", row.place("notified"), _notified(due), _given(card))


def talked_too_early(case: Case) -> Iterator[Diagnostic]:
    """A talk is not held before its notice, nor before the card that makes it due; one diagnostic for a row."""
    for row, due in _entered(case):
        card, day = due.cards[-1], row.begins.date() if row.begins else None
        if day is None:
            continue
        if case.knows(row, "notified") and day < due.notified:
            notice = f"{_notified(due)}（{inside(row.place('notified'))}）"
            yield report("RULE-066", row.place("begins"), _begins(row), notice)
        elif case.knows(card.assessment, "issued") and day < card.issued:
            yield report("RULE-066", row.place("begins"), _begins(row), _given(card))


def ends_too_early(case: Case) -> Iterator[Diagnostic]:
    """A talk ends after it begins."""
    for row in case.campaign.interviews:
        if row.begins and row.ends and row.ends <= row.begins:
            ends = f"结束时间是 {row.ends:%Y-%m-%d %H:%M}"
            yield report("RULE-067", row.place("ends"), ends, f"{_begins(row)}（{inside(row.place('begins'))}）")


def nobody(case: Case) -> Iterator[Diagnostic]:
    """The notice names whom the talk is with."""
    for row in case.campaign.interviews:
        if not row.person and case.knows(row, "person"):
            heads = _heads(case, row)
            said = _headed(case, row, heads) if heads else f"约谈的是{row.unit}（{inside(row.place('unit'))}）"
            yield report("RULE-068", row.place("person"), "没有填被约谈人", said, f"填“{heads[0]}”" if heads else "")


def not_the_head(case: Case) -> Iterator[Diagnostic]:
    """The talk is with the unit's head as the workbook knows him (a warning)."""
    for row in case.campaign.interviews:
        heads = _heads(case, row)
        if row.person and heads and row.person not in heads:
            yield warn("RULE-069", row.place("person"), f"被约谈人是“{row.person}”", _headed(case, row, heads))


def not_the_commander(case: Case) -> Iterator[Diagnostic]:
    """The 总指挥长 interviews, the plan says (a warning)."""
    basics = case.campaign.basics
    for row in case.campaign.interviews:
        if row.interviewer and basics.commander and row.interviewer != basics.commander:
            said = f"总指挥长是“{basics.commander}”（{inside(basics.place('commander'))}）"
            yield warn("RULE-070", row.place("interviewer"), f"约谈人是“{row.interviewer}”", said)


def _heads(case: Case, row: Interview) -> list[str]:
    """The names of the party's heads, as far as the workbook knows them."""
    party = case.campaign.party(row.unit)
    if party is None:
        return []
    names = (party.secretary, party.head) if isinstance(party, Township) else (party.leader,)
    return [name for name in names if name]


def _headed(case: Case, row: Interview, heads: list[str]) -> str:
    """Who the party's heads are, and where that stands."""
    party = case.campaign.party(row.unit)
    assert party is not None
    attribute = "leader" if not isinstance(party, Township) else "secretary" if party.secretary else "head"
    return f"{party.name}的主要负责同志是{'、'.join(heads)}（{inside(party.place(attribute))}）"


def _entered(case: Case) -> Iterator[tuple[Interview, InterviewDue]]:
    """The interviews that are due and have their row."""
    if case.chains_known:
        yield from ((due.interview, due) for due in case.interviews.values() if due.interview)


def _notified(due: InterviewDue) -> str:
    recorded = due.interview and due.interview.notified
    return f"通知日期是 {due.notified}" if recorded else f"通知日期没有填，按 {due.notified} 算"


def _given(card: Card) -> str:
    return f"{card.month:%Y-%m} 的“黄牌”是 {card.issued} 给的（{inside(card.assessment.place('issued'))}）"


def _begins(row: Interview) -> str:
    return f"约谈时间是 {row.begins:%Y-%m-%d %H:%M}"
