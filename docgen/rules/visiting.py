"""Rules about the visits: when, where, and the problems they name."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics import Diagnostic, closest
from docgen.model.ledger import Problem
from docgen.model.supervision import Visit
from docgen.rules.case import Case
from docgen.rules.codes import inside, report
from docgen.rules.ledger import listed_places
from docgen.rules.schedule import boundary


def outside(case: Case) -> Iterator[Diagnostic]:
    """A visit is made within the campaign's months."""
    for row in case.campaign.visits:
        if end := case.beyond(row.day):
            yield report("RULE-080", row.place("day"), f"督战日期是 {row.day}", boundary(case, end))


def place_unknown(case: Case) -> Iterator[Diagnostic]:
    """The places that were visited are listed villages or sites of the townships that the row names."""
    if not case.campaign.villages or not case.whole("villages") or not case.whole("sites"):
        return
    listed = listed_places(case)
    for row in case.campaign.visits:
        townships = _townships(case, row)
        known = [name for township in townships for name in listed.get(township, {})]
        missing = [name for name in row.places if name not in known]
        if missing and len(townships) == len(row.townships):
            near = closest(missing[0], known)
            found = f"{'、'.join(townships)}没有督战村或安置点“{'、'.join(missing)}”"
            said = f"乡镇写的是“{'、'.join(row.townships)}”（{inside(row.place('townships'))}）"
            remedy = f"改成“{near}”，或补上它的乡镇" if near else ""
            yield report("RULE-081", row.place("places"), found, said, remedy)


def problem_elsewhere(case: Case) -> Iterator[Diagnostic]:
    """The problems that a visit names are of the townships visited."""
    for row, problem in _named(case):
        townships = _townships(case, row)
        township = case.names.get(problem.township)
        if township and len(townships) == len(row.townships) and township not in townships:
            said = f"“{problem.number}”是{township}的问题（{inside(problem.place('township'))}）"
            yield report("RULE-082", row.place("problems"), f"督战去的是{'、'.join(townships)}", said)


def problem_later(case: Case) -> Iterator[Diagnostic]:
    """The problems that a visit names were found by its day."""
    for row, problem in _named(case):
        if problem.found > row.day:
            said = f"“{problem.number}” {problem.found} 才发现（{inside(problem.place('found'))}）"
            yield report("RULE-083", row.place("problems"), f"督战日期是 {row.day}", said)


def _townships(case: Case, row: Visit) -> list[str]:
    """The present names of the townships, without those that nobody has."""
    return [case.names[name] for name in row.townships if name in case.names]


def _named(case: Case) -> Iterator[tuple[Visit, Problem]]:
    for row in case.campaign.visits:
        for number in row.problems:
            if problem := case.problems.get(number):
                yield row, problem
