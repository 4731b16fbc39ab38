"""`--dry-run`: the files that a run would write."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.answer import Answer, as_plain
from docgen.cli.carrying import crew
from docgen.cli.order import Order
from docgen.errors import DocgenError, ExitCode

if TYPE_CHECKING:
    from docgen.batch.forecast import Foreseen, Prospect
    from docgen.batch.jobs import Wanted


def look(wanted: Sequence[Wanted], order: Order, further: Sequence[str] = ()) -> int:
    """List what would become of every file; `further` are the names of files made of the whole set.

    Nothing is written. Raises the error of the only document that could not be made.
    """
    from docgen.batch.forecast import foreseen
    from docgen.batch.standing import due, survey
    from docgen.output.folder import known

    manifest = known(order.folder)
    states = survey(wanted, order.folder, manifest, force=order.force, only_failed=order.manner.failed)
    with crew(order, due(states)) as (workers, ready):
        prepared = [ready(state) for state in states]
        found = list(foreseen(prepared, order.folder, manifest, workers, force=order.force))
    if len(found) == 1 and found[0].error is not None:
        raise found[0].error
    files = [file for item in found for file in item.files]
    return _told(found, [*files, *_of_the_set(files, order, further)], order)


def _of_the_set(files: Sequence[Foreseen], order: Order, further: Sequence[str]) -> list[Foreseen]:
    """Files made of the whole set change when anything in it does."""
    from docgen.batch.forecast import Fate, Foreseen

    moved = any(file.fate is not Fate.UNCHANGED and file.fate is not Fate.KEPT for file in files)
    paths = [order.folder / name for name in further] if files else []
    return [
        Foreseen(path, Fate.NEW if not path.exists() else Fate.UPDATED if moved else Fate.UNCHANGED) for path in paths
    ]


def _told(found: Sequence[Prospect], files: Sequence[Foreseen], order: Order) -> int:
    failed = [item for item in found if item.error is not None]
    code = ExitCode.SOME_FAILED if failed else ExitCode.DONE
    if order.as_json:
        plain = {"dry_run": True, "files": [_as_plain(file) for file in files]}
        Answer.of(click.get_current_context()).give(plain | {"failed": [_failure(item) for item in failed]})
        return code
    for file in files:
        click.echo(f"  {file.fate}  {file.path}")
    for item in failed:
        assert item.error is not None
        click.echo(f"错误：《{item.title}》：{item.error.message}", err=True)
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
