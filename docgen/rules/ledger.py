"""Rules about the ledger: places, days, states, problems that came back. All of them are linear in its rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docgen.diagnostics import Diagnostic, Place, closest
from docgen.model.ledger import Problem, Status
from docgen.model.places import Site, Village
from docgen.rules.case import Case
from docgen.rules.codes import inside, report, warn
from docgen.rules.schedule import boundary


def place_unlisted(case: Case) -> Iterator[Diagnostic]:
    """村或安置点 is a listed village or site of the problem's township; silent where villages are only counted."""
    if not case.campaign.villages or not case.whole("villages") or not case.whole("sites"):
        return
    listed = listed_places(case)
    known: dict[tuple[str, str], tuple[str, str]] = {}
    for row in case.campaign.problems:
        township = case.names.get(row.township)
        if row.place_name and township and row.place_name not in listed.get(township, {}):
            key = (township, row.place_name)
            if key not in known:
                known[key] = _elsewhere(listed, *key), _meant(listed, *key)
            expected, remedy = known[key]
            found = f"{township}没有督战村或安置点“{row.place_name}”"
            yield report("RULE-039", row.place("place_name"), found, expected, remedy)


def listed_places(case: Case) -> Mapping[str, Mapping[str, Place]]:
    """Township → its listed villages and sites, each with its cell."""
    places: dict[str, dict[str, Place]] = {}
    records: tuple[Village | Site, ...] = (*case.campaign.villages, *case.campaign.sites)
    for record in records:
        township = case.names.get(record.township, record.township)
        places.setdefault(township, {}).setdefault(record.name, record.place("name"))
    return places


def _elsewhere(listed: Mapping[str, Mapping[str, Place]], township: str, name: str) -> str:
    """Another township that has it."""
    for other, places in listed.items():
        if name in places:
            return f"{other}有（{inside(places[name])}）"
    first = next(iter(listed.get(township, {}).values()), None)
    return f"名单见 {inside(first)}" if first else f"{township}一个也没有"


def _meant(listed: Mapping[str, Mapping[str, Place]], township: str, name: str) -> str:
    near = closest(name, listed.get(township, {}))
    return f"改成“{near}”，或在“督战村”或“安置点”里补上一行" if near else ""


def found_outside(case: Case) -> Iterator[Diagnostic]:
    """A problem is found within the campaign's months."""
    for row in case.campaign.problems:
        if end := case.beyond(row.found):
            yield report("RULE-040", row.place("found"), f"发现日期是 {row.found}", boundary(case, end))


def due_before_found(case: Case) -> Iterator[Diagnostic]:
    """整改时限 is not before 发现日期."""
    for row in case.campaign.problems:
        if row.deadline and row.deadline < row.found:
            yield report("RULE-041", row.place("deadline"), f"整改时限是 {row.deadline}", _dated(row, "found"))


def due_after_end(case: Case) -> Iterator[Diagnostic]:
    """整改时限 lies within the campaign (a warning)."""
    for row in case.campaign.problems:
        if row.deadline and case.beyond(row.deadline) == "end":
            yield warn("RULE-042", row.place("deadline"), f"整改时限是 {row.deadline}", boundary(case, "end"))


def completed_before_found(case: Case) -> Iterator[Diagnostic]:
    """完成日期 is not before 发现日期."""
    for row in case.campaign.problems:
        if row.completed and row.completed < row.found:
            yield report("RULE-043", row.place("completed"), f"完成日期是 {row.completed}", _dated(row, "found"))


def closed_too_early(case: Case) -> Iterator[Diagnostic]:
    """销号日期 is not before 完成日期, nor before 发现日期; one diagnostic for a row."""
    for row in case.campaign.problems:
        if row.closed is None:
            continue
        early = [name for name in ("found", "completed") if (day := getattr(row, name)) and row.closed < day]
        if early:
            yield report("RULE-044", row.place("closed"), f"销号日期是 {row.closed}", _dated(row, early[0]))


_SHOWN = 3


def closed_unproved(case: Case) -> Iterator[Diagnostic]:
    """What was closed was completed on a day and checked by somebody: a warning for each column, with its cells."""
    for name in ("completed", "checker"):
        rows = [
            row for row in case.campaign.problems if row.closed and not getattr(row, name) and case.knows(row, name)
        ]
        if rows:
            first = "、".join(row.number for row in rows[:_SHOWN]) + (" 等" if len(rows) > _SHOWN else "")
            found = f"{len(rows)} 个问题销号了，没有填{Problem.heading(name)}：{first}"
            yield warn("RULE-045", rows[0].place(name), found, _dated(rows[0], "closed"))


def status_contradicts(case: Case) -> Iterator[Diagnostic]:
    """A state that was written agrees with the days of the row."""
    for row in case.campaign.problems:
        # A cell that was left empty says nothing, whatever it stands for.
        if "status" in row.model_fields_set and (against := _against(case, row)):
            yield report("RULE-046", row.place("status"), f"状态是“{row.status}”", against)


def _against(case: Case, row: Problem) -> str:
    """What the days of the row say against its state."""
    if row.status is Status.COMPLETED:
        silent = row.completed or row.closed or not case.knows(row, "completed", "closed")
        return "" if silent else f"没有填完成日期（{inside(row.place('completed'))}）"
    if row.closed:
        return _dated(row, "closed")
    if row.status is Status.OVERDUE:
        silent = row.deadline or not case.knows(row, "deadline")
        return "" if silent else f"没有填整改时限（{inside(row.place('deadline'))}）"
    return _dated(row, "completed") if row.completed else ""


def reopened_wrongly(case: Case) -> Iterator[Diagnostic]:
    """A problem that came back names another one of its township, closed by the day it was found again."""
    for row in case.campaign.problems:
        original = case.problems.get(row.reopens) if row.reopens else None
        if original and (against := _mismatch(case, row, original)):
            yield report("RULE-047", row.place("reopens"), f"原问题编号是“{row.reopens}”", against)


def _mismatch(case: Case, row: Problem, original: Problem) -> str:
    if original is row:
        return f"它就是这一行的编号（{inside(row.place('number'))}）"
    if case.names.get(original.township) != case.names.get(row.township):
        return f"它是{original.township}的问题（{inside(original.place('township'))}）"
    if original.closed is None:
        return f"它没有销号（{inside(original.place('closed'))}）" if case.knows(original, "closed") else ""
    again = f"这一行 {row.found} 就发现了（{inside(row.place('found'))}）"
    closed = f"它 {original.closed} 才销号（{inside(original.place('closed'))}）"
    return f"{closed}，{again}" if original.closed > row.found else ""


def _dated(row: Problem, attribute: str) -> str:
    return f"{row.heading(attribute)}是 {getattr(row, attribute)}（{inside(row.place(attribute))}）"
