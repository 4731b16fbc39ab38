"""Listing: errors and diagnostics as the screen shows them; 100,000 faults of a ledger in some hundred lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import click

from docgen.diagnostics import Diagnostic

_MOST = 500
"""So many are told one by one, whatever they are."""
_EACH = 20
"""Of more than that, so many of a kind: a column that is wrong in every row is wrong in one way."""
_KINDS = 20
"""So many kinds are named among what is left."""


def tell_error(message: str, remedy: str = "") -> None:
    """What went wrong and what to do, on stderr."""
    click.echo(f"错误：{message}", err=True)
    if remedy:
        click.echo(f"改法：{remedy}", err=True)


def tell_diagnostics(found: Sequence[Diagnostic], *, err: bool) -> None:
    """Print them, and of very many the first of each kind and how many more there are; `--json` has all of them."""
    told, more = _chosen(found)
    for item in told:
        click.echo(str(item), err=err)
    if more:
        click.echo(f"另有 {more.total()} 处没有逐条列出：", err=err)
        for kind, count in more.most_common(_KINDS):
            click.echo(f"  {kind}  还有 {count} 处", err=err)
        if len(more) > _KINDS:
            click.echo(f"  其他 {len(more) - _KINDS} 种", err=err)
        click.echo("先改好列出的，再检查一次；全部内容见 docgen validate --json", err=err)


def _chosen(found: Sequence[Diagnostic]) -> tuple[list[Diagnostic], Counter[str]]:
    """Those to be told in full; the others counted by kind: code, file, sheet, column."""
    if len(found) <= _MOST:
        return list(found), Counter()
    met, more = Counter[str](), Counter[str]()
    told: list[Diagnostic] = []
    for item in found:
        kind = _kind(item)
        met[kind] += 1
        if met[kind] <= _EACH and len(told) < _MOST:
            told.append(item)
        else:
            more[kind] += 1
    return told, more


def _kind(item: Diagnostic) -> str:
    place = item.place
    where = " · ".join(part for part in (place.file, place.section) if part)
    return f"{item.code}  {where}（{place.heading}）" if place.heading else f"{item.code}  {where}"
