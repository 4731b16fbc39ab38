"""The end of every document command: make the documents, write them, tell the summary."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.answer import Answer, as_plain
from docgen.cli.carrying import Carried, Extra, carry, stamp
from docgen.cli.failures import exit_code, failure_as_plain, summary_as_plain, tell_failures
from docgen.cli.listing import tell_error
from docgen.cli.looking import look
from docgen.cli.order import Order, wanted_documents
from docgen.cli.telling import (
    document_as_plain,
    file_as_plain,
    one_of_many_as_plain,
    tell,
    tell_remarks,
    tell_warnings,
    tell_written,
    warnings_as_plain,
)
from docgen.diagnostics import Diagnostic
from docgen.errors import DocgenError, ExitCode

if TYPE_CHECKING:
    from docgen.batch.carry import Handling
    from docgen.batch.jobs import Wanted
    from docgen.documents.composed import Composed
    from docgen.output.files import Written
    from docgen.output.folder import OutputFolder

__all__ = ["deliver", "deliver_all", "give", "stamp", "tell_warnings", "tell_written", "whole_sets"]


def deliver(composed: Composed, warnings: Sequence[Diagnostic], order: Order) -> int:
    """Make one document in the formats wanted and write them all or none; `--json` gives one object of it.

    Raises what kept it from being made.
    """
    tell_warnings(warnings)
    wanted = wanted_documents([composed], order)
    if order.manner.dry_run:
        return look(wanted, order, further_names(wanted, order))
    carried = carry(wanted, order, whole_sets(order))
    refused = _tell_refused(carried)
    (item,) = carried.done
    if item.error is not None and not item.written:
        raise item.error
    if order.as_json:
        plain = document_as_plain(item) | {"warnings": warnings_as_plain(warnings, carried.done)}
        give(plain | _further(carried), item.error)
    elif not order.manner.quiet:
        tell([item])
        tell_written(carried.extras)
    tell_remarks([item])
    if item.error is not None:
        raise item.error
    return refused


def deliver_all(
    wanted: Sequence[Wanted],
    warnings: Sequence[Diagnostic],
    order: Order,
    extras: Sequence[Extra] = (),
    further: Sequence[str] = (),
    tell_done: Callable[[Carried], None] | None = None,
    more: Callable[[Carried], dict[str, Any]] = lambda _: {},
) -> int:
    """Make several documents and write each as it comes; `--json` gives one object with a list of them.

    `extras` and `further` are files of the whole set and their names; `tell_done` and `more` tell the run in words and
    in JSON otherwise than document by document.
    """
    if order.manner.dry_run:
        return look(wanted, order, [*further, *further_names(wanted, order)])
    carried = carry(wanted, order, [*extras, *whole_sets(order)])
    asked = [item for item in carried.done if not item.left_out]
    if order.as_json:
        plain = {
            "documents": [one_of_many_as_plain(item) for item in asked if item.written],
            **more(carried),
            "failed": [failure_as_plain(item) for item in asked if item.error is not None],
            "warnings": warnings_as_plain(warnings, asked),
        }
        Answer.of(click.get_current_context()).give(plain | _further(carried) | summary_as_plain(carried.done))
    elif not order.manner.quiet:
        if order.manner.failed and not asked:
            click.echo(_nothing_failed(carried))
        (tell_done or _tell_each)(carried)
    tell_remarks(asked)
    tell_failures(carried.done, again=len(asked) > 1)
    _tell_lacking(carried, order)
    _tell_left_over(carried)
    refused = _tell_refused(carried)
    return exit_code(carried.done) or refused


def _nothing_failed(carried: Carried) -> str:
    never = sum(not item.standing for item in carried.done)
    left = f"；还有 {never} 份没有做过，去掉 --failed 再运行" if never else ""
    return f"上一次没有失败的文件，没有要重做的{left}"


def _tell_lacking(carried: Carried, order: Order) -> None:
    """Whoever prints or hands over the set must know what is not in it."""
    lacking = sum(not item.standing for item in carried.done)
    if lacking and (order.manner.merge or order.manner.zip):
        click.echo(f"提醒：没有做成的 {lacking} 份不在合并的 PDF 和 zip 里", err=True)


def _tell_left_over(carried: Carried) -> None:
    """A notice that the data does not call for any more must not be handed out unseen."""
    if carried.left_over:
        named = "、".join(str(path) for path in carried.left_over[:_NAMED])
        more = f" 等 {len(carried.left_over)} 个文件" if len(carried.left_over) > _NAMED else ""
        click.echo(f"提醒：照现在的数据不再出的文件还在：{named}{more}。清单里没有它们，不用的自己删掉", err=True)


_NAMED = 4  # files named in one message; the others are counted


def _tell_each(carried: Carried) -> None:
    tell([item for item in carried.done if not item.left_out])
    tell_written(carried.extras)


def _further(carried: Carried) -> dict[str, Any]:
    """The files of the whole set, where there are any, and what kept some from being written."""
    plain: dict[str, Any] = {"further": [file_as_plain(item) for item in carried.extras]} if carried.extras else {}
    if carried.refused:
        plain |= as_plain(carried.refused[0]) | {"refused": list(map(as_plain, carried.refused))}
    return plain


def _tell_refused(carried: Carried) -> int:
    """Tell what kept further files from being written; the exit code of the first one."""
    for error in carried.refused:
        tell_error(error.message, error.remedy)
    return carried.refused[0].exit_code if carried.refused else ExitCode.DONE


def give(plain: dict[str, Any], error: DocgenError | None) -> None:
    """Print the one object of `--json`; a run that lacks its PDFs says so in it."""
    Answer.of(click.get_current_context()).give(plain | (as_plain(error) if error else {}))


def whole_sets(order: Order) -> list[Extra]:
    """What `--merge` and `--zip` make when the documents stand."""
    chosen: list[Extra] = []
    if order.manner.merge:
        chosen.append(_merged)
    if order.manner.zip:
        chosen.append(_zipped)
    return chosen


def _merged(folder: OutputFolder, handling: Handling, carried: Carried) -> Iterator[Written | DocgenError]:
    from docgen.batch.whole_sets import WholeSets, outdated

    for item in outdated(carried.done, folder):
        click.echo(f"提醒：《{item.title}》改过的只是 Word，合并的 PDF 里还是原来的样子", err=True)
    yield from WholeSets(folder, handling).merged(carried.done)


def _zipped(folder: OutputFolder, handling: Handling, carried: Carried) -> Iterator[Written | DocgenError]:
    from docgen.batch.whole_sets import WholeSets

    yield from WholeSets(folder, handling).zipped(carried.standing)


def further_names(wanted: Sequence[Wanted], order: Order) -> list[str]:
    """The files that `--merge` and `--zip` would write."""
    from docgen.batch.jobs import PDF
    from docgen.batch.whole_sets import ZIP, merged_name

    names = [merged_name(item.kind) for item in wanted if PDF in item.formats] if order.manner.merge else []
    return [*dict.fromkeys(names), *([ZIP] if order.manner.zip else [])]
