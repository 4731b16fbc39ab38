"""Answer: what `--json` prints. One object a run, whether the run succeeds, fails, or does half of its work."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import click

from docgen.errors import DocgenError


@dataclass(slots=True)
class Answer:
    """Stands on click's context for one run: `wanted` once `--json` was read, `given` once the object is out.

    `arguments` is the command line, for messages that tell what to run next.
    """

    wanted: bool = False
    given: bool = False
    arguments: tuple[str, ...] = ()

    @classmethod
    def of(cls, context: click.Context) -> Answer:
        """The answer of the run that this context belongs to."""
        return context.find_object(cls) or cls()

    def give(self, plain: Mapping[str, Any]) -> None:
        """Print the object."""
        click.echo(json.dumps(plain, ensure_ascii=False, indent=2))
        self.given = True


def remember(context: click.Context, _: click.Parameter, wanted: bool) -> bool:
    """Callback of `--json`: who asked for JSON gets it from a run that fails, too."""
    Answer.of(context).wanted = wanted
    return wanted


def as_plain(error: DocgenError) -> dict[str, Any]:
    """What ended the run: message, remedy, exit code, single faults."""
    return {
        "error": error.message,
        "remedy": error.remedy,
        "exit_code": int(error.exit_code),
        "diagnostics": [item.as_dict() for item in error.diagnostics],
    }
