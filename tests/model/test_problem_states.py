"""Where a problem stands on a day, as its dates say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from docgen.model.ledger import Problem, State, Status

FOUND, DEADLINE = date(2024, 3, 12), date(2024, 4, 30)


def problem(**values: Any) -> Problem:
    return Problem(
        number="WT-1", found=FOUND, township="青石镇", duty="责任", description="未开工", unit="青石镇", **values
    )


def test_the_states_are_called_as_the_office_calls_them() -> None:
    assert [str(state) for state in State] == ["未启动", "整改中", "已完成待验收", "逾期", "已销号"]


@pytest.mark.parametrize(
    ("day", "days", "state"),
    [
        (date(2024, 4, 29), 0, State.WORKING),
        (date(2024, 4, 30), 0, State.WORKING),
        (date(2024, 5, 1), 1, State.OVERDUE),
        (date(2024, 5, 31), 31, State.OVERDUE),
    ],
)
def test_a_problem_is_overdue_from_the_day_after_its_limit(day: date, days: int, state: State) -> None:
    open_problem = problem(deadline=DEADLINE, status=Status.WORKING)
    assert (open_problem.overdue_days(day), open_problem.state_on(day)) == (days, state)


@pytest.mark.parametrize(
    ("day", "days", "state"),
    [
        (date(2024, 5, 5), 5, State.OVERDUE),
        (date(2024, 5, 6), 0, State.CLOSED),
        (date(2024, 5, 7), 0, State.CLOSED),
    ],
)
def test_closing_ends_the_delay_on_its_day(day: date, days: int, state: State) -> None:
    late = problem(deadline=DEADLINE, completed=date(2024, 5, 2), closed=date(2024, 5, 6))
    assert (late.overdue_days(day), late.state_on(day)) == (days, state)
    assert late.closed_by(day) is (state is State.CLOSED)


def test_completing_does_not_end_the_delay() -> None:
    done = problem(deadline=DEADLINE, completed=date(2024, 4, 28))
    assert done.state_on(date(2024, 4, 30)) is State.COMPLETED
    assert done.state_on(date(2024, 5, 1)) is State.OVERDUE


def test_a_problem_without_a_limit_is_never_overdue() -> None:
    assert problem().overdue_days(date(2030, 1, 1)) == 0
    assert problem(status=Status.OVERDUE).state_on(date(2030, 1, 1)) is State.WORKING


def test_what_is_written_as_status_decides_no_more_than_whether_work_has_begun() -> None:
    day = date(2024, 4, 1)
    assert problem(deadline=DEADLINE).state_on(day) is State.WAITING
    assert problem(deadline=DEADLINE, status=Status.COMPLETED).state_on(day) is State.WORKING
    assert problem(deadline=DEADLINE, status=Status.OVERDUE).state_on(day) is State.WORKING


@pytest.mark.parametrize("later", ["completed", "closed"])
def test_a_later_date_shows_that_work_has_begun_though_nobody_wrote_it(later: str) -> None:
    assert problem(deadline=DEADLINE, **{later: date(2024, 4, 20)}).state_on(date(2024, 4, 1)) is State.WORKING
