"""`--dry-run`: the files that a run would write."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.answer import Answer, as_plain
from docgen.cli.carrying import crew, surveyed
from docgen.cli.failures import exit_code, tell_failures
from docgen.cli.order import Order
from docgen.errors import DocgenError

if TYPE_CHECKING:
    from docgen.batch.forecast import Foreseen, Prospect
    from docgen.batch.jobs import Wanted


def look(wanted: Sequence[Wanted], order: Order, further: Sequence[str] = ()) -> int:
    """List what would become of every file; `further` are the names of files made of the whole set.

    Nothing is written. Raises the error of the only document that could not be made.
    """
    from docgen.batch.forecast import foreseen, foreseen_of_the_set
    from docgen.batch.standing import due
    from docgen.output.folder import known

    manifest = known(order.folder)
    states = surveyed(wanted, order, manifest)
    with crew(order, due(states)) as (workers, ready):
        prepared = [ready(state) for state in states]
        found = list(foreseen(prepared, order.folder, manifest, workers, force=order.force))
    if len(found) == 1 and found[0].error is not None:
        raise found[0].error
    files = [file for item in found for file in item.files]
    of_the_set = foreseen_of_the_set(files, further, order.folder, manifest, force=order.force)
    return _told(found, [*files, *of_the_set], order)


def _told(found: Sequence[Prospect], files: Sequence[Foreseen], order: Order) -> int:
    from docgen.batch.delivered import Delivered

    done = [Delivered(item.wanted, item.title, error=item.error) for item in found]
    failed = [item for item in found if item.error is not None]
    code = exit_code(done)
    if order.as_json:
        plain = {"dry_run": True, "files": [_as_plain(file) for file in files]}
        Answer.of(click.get_current_context()).give(plain | {"failed": [_failure(item) for item in failed]})
        return code
    for file in files:
        click.echo(f"  {file.fate}  {file.path}")
    tell_failures(done, again=False)
    click.echo(_summary(files))
    return code


def _summary(files: Sequence[Foreseen]) -> str:
    from docgen.batch.forecast import Fate

    counts = [(fate, sum(file.fate is fate for file in files)) for fate in Fate]
    told = "，".join(f"{fate} {count} 个" for fate, count in counts if count)
    return f"{told or '没有要写的文件'}。什么也没有写"


def _as_plain(file: Foreseen) -> dict[str, Any]:
    return {"path": str(file.path), "fate": file.fate.name.lower()}


def _failure(item: Prospect) -> dict[str, Any]:
    error: DocgenError | None = item.error
    assert error is not None
    return {"title": item.title, **as_plain(error)}
