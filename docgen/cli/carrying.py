"""Carrying out a run from the command line: the folder, the crew, progress, Ctrl-C."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.order import Order
from docgen.cli.progress import Progress
from docgen.errors import ChangedError, DocgenError, FolderError, Interrupted

if TYPE_CHECKING:
    from docgen.batch.carry import Handling
    from docgen.batch.crews import Crew
    from docgen.batch.delivered import Delivered
    from docgen.batch.jobs import Wanted
    from docgen.batch.standing import State
    from docgen.output.files import Written
    from docgen.output.folder import OutputFolder
    from docgen.output.manifest import Manifest


def _go_on(order: Order) -> str:
    """How a run is taken up again. One that makes only what failed finds by itself what is left of that."""
    again = "再运行一次同样的命令" + ("" if order.manner.failed else "，加 --resume ")
    return f"{again}接着做；写好的文件都是完整的"


@dataclass(slots=True)
class Carried:
    """What a run has done: its documents, further files, what kept further files from being written.

    `left_over` are files of documents that an earlier run made and that are not wanted any more.
    """

    done: list[Delivered] = field(default_factory=list)
    extras: list[Written] = field(default_factory=list)
    refused: list[DocgenError] = field(default_factory=list)
    left_over: list[Path] = field(default_factory=list)

    @property
    def standing(self) -> list[Path]:
        """All files that stand: written, as they were, or kept because somebody has changed them."""
        documents = [path for item in self.done for path in item.standing]
        changed = [error for error in self.refused if isinstance(error, ChangedError)]
        kept = [error.folder / name for error in changed for name in error.names]
        return [*documents, *(item.path for item in self.extras), *kept]


Extra = Callable[["OutputFolder", "Handling", Carried], "Iterator[Written | DocgenError]"]
"""What else goes into the folder when the documents stand there: a list, merged PDFs, a zip."""


def carry(wanted: Sequence[Wanted], order: Order, extras: Sequence[Extra] = ()) -> Carried:
    """Make and write what is due. Raises Interrupted on Ctrl-C, FolderError when the folder takes no more files."""
    from docgen.output.folder import opened

    carried = Carried()
    if not wanted:
        return carried
    with opened(order.folder, clock) as folder:
        states = surveyed(wanted, order, folder.manifest)
        if order.manner.resume and not order.manner.quiet:
            _tell_resumed(states)
        _carry(states, folder, order, carried)
        for extra in extras:
            for item in extra(folder, handling(order, len(wanted)), carried):
                if isinstance(item, DocgenError):
                    carried.refused.append(item)
                else:
                    carried.extras.append(item)
    return carried


def surveyed(wanted: Sequence[Wanted], order: Order, manifest: Manifest) -> list[State]:
    """How the documents stand. Whether a run of one document failed is not remembered: `--failed` makes it anyway."""
    from docgen.batch.standing import survey

    only_failed = order.manner.failed and len(wanted) > 1
    return survey(wanted, order.folder, manifest, force=order.force, only_failed=only_failed)


def _carry(states: Sequence[State], folder: OutputFolder, order: Order, carried: Carried) -> None:
    from docgen.batch.carry import carried_out
    from docgen.batch.standing import Standing, due

    waiting = due(states)
    asked = sum(state.standing is not Standing.LEFT_OUT for state in states)
    with (
        crew(order, waiting) as (workers, ready),
        Progress.of(asked, len(waiting), quiet=order.manner.quiet) as seen,
    ):
        prepared = [ready(state) for state in states]
        results = carried_out(prepared, folder, workers, handling(order, len(states)))
        try:
            for state in states:
                if state.standing is Standing.LEFT_OUT:
                    carried.done.append(next(results))
                    continue
                seen.begins(state.wanted.label)
                item = next(results)
                carried.done.append(item)
                seen.ends(made=state.standing is Standing.DUE)
        except KeyboardInterrupt:
            if len(states) == 1:
                raise
            left = sum(not folder.stands(state.wanted.key) for state in waiting)
            raise Interrupted(f"已中断：{asked} 份，做好 {asked - left} 份", _go_on(order)) from None
        except FolderError as error:
            raise _with_remedy(error, carried, order) from error


def _with_remedy(error: FolderError, carried: Carried, order: Order) -> FolderError:
    written = any(item.written and not item.left_out for item in carried.done)
    return FolderError(error.message, f"{error.remedy}；然后{_go_on(order)}") if written else error


@contextmanager
def crew(order: Order, waiting: Sequence[State]) -> Iterator[tuple[Crew, Callable[[State], State]]]:
    """Who makes the documents, and how a document is made ready for them; they are let go at the end."""
    from dataclasses import replace

    from docgen.batch.crews import crew_on_this_machine, let_go_at_the_end

    manner = order.manner
    if manner.scheduler and waiting:
        from docgen.batch.cluster import Cluster, for_cluster

        workers: Crew = Cluster(manner.scheduler)

        def ready(state: State) -> State:
            return replace(state, wanted=for_cluster(state.wanted))
    else:
        jobs = sum(state.wanted.job is not None for state in waiting)
        workers = crew_on_this_machine(manner.jobs, jobs, order.printing)

        def ready(state: State) -> State:
            return state

    with let_go_at_the_end(workers):
        yield workers, ready


def handling(order: Order, documents: int) -> Handling:
    """How files go into the folder. A run of one document need not be remembered: its command is the one to repeat."""
    from docgen.batch.carry import Handling

    return Handling(order.force, stamp(force=order.force), remember_failures=documents > 1)


def stamp(*, force: bool) -> str:
    """Date and time in the names of files that are put aside."""
    return datetime.now().strftime("%Y%m%d-%H%M%S") if force else ""


def clock() -> str:
    """The time, for the entries of a folder."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _tell_resumed(states: Sequence[State]) -> None:
    from docgen.batch.standing import due

    left = len(due(states))
    click.echo(f"接着做：{len(states)} 份，{len(states) - left} 份已经做好，还有 {left} 份", err=True)
