"""Narrowing: the part of a scope's figures that some of its problems make up, e.g. one duty within one township."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from functools import partial

from docgen.model.facts import Progress, Rows
from docgen.model.ledger import Problem

_PARTS = tuple(part.name for part in fields(Progress) if part.name != "scope")


def narrowed(progress: Progress, scope: str, keep: Callable[[Problem], bool]) -> Progress:
    """The figures of the problems that `keep` keeps, under the name of a narrower scope."""
    parts: dict[str, Rows] = {name: tuple(filter(keep, getattr(progress, name))) for name in _PARTS}
    return Progress(scope, **parts)


def by_duty(own: Progress, duties: Iterable[str]) -> Iterator[Progress]:
    """The figures of a scope for each duty."""
    return (narrowed(own, duty, partial(_has_duty, duty)) for duty in duties)


def _has_duty(duty: str, problem: Problem) -> bool:
    return problem.duty == duty


def places_of(villages: Mapping[tuple[str, str], Progress], own: Progress, level: str) -> Iterator[Progress]:
    """A township's villages and sites, then its problems that belong to none of them: together they are all of `own`.

    `level` is what the township is, 镇, 乡 or 街道.
    """
    yield from (progress for (township, _), progress in villages.items() if township == own.scope)
    rest = narrowed(own, f"全{level}性问题", lambda problem: not problem.place_name)
    if rest.all_found:
        yield rest
