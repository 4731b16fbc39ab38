"""docxtpl's own examples rendered by docxtpl and by us: each is equal, handed over or refused, none silently different.

The examples are the folder `tests` of docxtpl's repository (its sdist has none); without a folder they are downloaded.
The folder of a copy stands in the environment as DOCGEN_DOCXTPL_EXAMPLES.
"""

from __future__ import annotations

import contextlib
import io
import os
import runpy
import shlex
import shutil
import sys
import tarfile
import tempfile
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Any
from unittest import mock

from benchmarks.same_parts import differences
from docgen.errors import DocgenError
from docgen.word.template import compile_template

COMMIT = "f96b0b641359e7ecbc054d48da2aea682834dee2"  # version 0.20.2
ADDRESS = f"https://codeload.github.com/elapouya/python-docx-template/tar.gz/{COMMIT}"
_ESCAPED = "values, which are escaped"
_NO_EXAMPLES = ("__init__", "runtests")


@dataclass(frozen=True)
class Outcome:
    """What became of one rendering of an example: `told` is the refusal, `differs` the parts that are not the same."""

    example: str
    handed_over: bool = False
    told: str = ""
    differs: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()

    @property
    def verdict(self) -> str:
        """One line for the table."""
        if self.told:
            return f"refused: {self.told}"
        if self.differs:
            return f"DIFFERENT: {', '.join(self.differs)}"
        how = "handed over, equal" if self.handed_over else "equal"
        return f"{how} but for {' and '.join(self.apart)}" if self.apart else how


def main() -> None:
    """Print the table; exit 1 when one is silently different."""
    with tempfile.TemporaryDirectory() as name:
        given = os.environ.get("DOCGEN_DOCXTPL_EXAMPLES", "")
        try:
            folder = Path(given) if given else _downloaded(Path(name))
        except OSError as error:
            print(f"\ndocxtpl's examples: not run, they could not be downloaded ({error})")
            return
        found = [outcome for example in examples(folder) for outcome in outcomes(folder, example)]
    print("\ndocxtpl's own examples")
    for outcome in found:
        print(f"  {outcome.example:30} {outcome.verdict}")
    print(f"{len(found)} renderings: {_tally(found)}")
    if any(outcome.differs for outcome in found):
        sys.exit(1)


def _tally(found: list[Outcome]) -> str:
    equal = sum(not item.told and not item.differs and not item.handed_over for item in found)
    over = sum(item.handed_over and not item.differs for item in found)
    refused = sum(bool(item.told) for item in found)
    return (
        f"{equal} equal, {over} handed over, {refused} refused, {sum(bool(item.differs) for item in found)} different"
    )


def examples(folder: Path) -> list[str]:
    """The examples by name."""
    return sorted(path.stem for path in folder.glob("*.py") if path.stem not in _NO_EXAMPLES)


def outcomes(folder: Path, example: str) -> list[Outcome]:
    """Run an example as it stands, and with our engine in docxtpl's place; compare each document it saves."""
    try:
        plain, escaping, ours = (_run(folder, example, how) for how in How)
    except ModuleNotFoundError as error:
        return [Outcome(example, told=f"not run, {error.name} is not installed")]
    return [_compared(example, *made) for made in zip(plain, escaping, ours, strict=True)]


class How(Enum):
    """Who renders an example: docxtpl as the example has it, docxtpl told to escape values, or we."""

    PLAIN = auto()
    ESCAPING = auto()
    OURS = auto()


@dataclass
class _Saved:
    data: bytes
    handed_over: bool = False
    told: str = ""


def _compared(example: str, plain: _Saved, escaping: _Saved, ours: _Saved) -> Outcome:
    if ours.told:
        return Outcome(example, told=ours.told)
    differs, apart = differences(plain.data, ours.data)
    if differs:
        # Unless it is told to escape, docxtpl loses what stands behind a `<` or `&` of a value.
        differs, apart = differences(escaping.data, ours.data)
        apart = (_ESCAPED, *apart)
    return Outcome(example, ours.handed_over, "", differs, apart)


def _run(folder: Path, example: str, how: How) -> list[_Saved]:
    with tempfile.TemporaryDirectory() as name:
        place = Path(name) / "examples"
        shutil.copytree(folder, place)
        (place / "output").mkdir(exist_ok=True)
        saved: list[_Saved] = []
        with _docxtpl_as(_stand_in(saved, how)), contextlib.chdir(place):
            runpy.run_path(str(place / f"{example}.py"), run_name="__main__")
        return saved


@contextlib.contextmanager
def _docxtpl_as(stand_in: type) -> Iterator[None]:
    """What examples import of docxtpl, in their own process or in another one that they start."""
    import docxtpl
    import docxtpl.__main__ as command

    def system(line: str) -> int:
        with mock.patch.object(sys, "argv", ["docxtpl", *shlex.split(line)[3:]]):
            command.main()
        return 0

    patches = (
        mock.patch.object(docxtpl, "DocxTemplate", stand_in),
        mock.patch.object(command, "DocxTemplate", stand_in),
        mock.patch.object(os, "system", system),
        mock.patch.object(sys, "exit", return_value=None),
    )
    with contextlib.ExitStack() as stack, contextlib.redirect_stdout(io.StringIO()):
        for patch in patches:
            stack.enter_context(patch)
        yield


def _stand_in(saved: list[_Saved], how: How) -> type:
    """A `DocxTemplate` that keeps what is saved."""
    import docxtpl

    at_work: list[None] = []  # our engine uses docxtpl itself: then it must stay what it is

    class StandIn(docxtpl.DocxTemplate):  # type: ignore[misc]
        made: _Saved | None = None

        def render(self, context: dict[str, Any], jinja_env: Any = None, autoescape: bool = False) -> None:
            if at_work or how is not How.OURS:
                super().render(context, jinja_env, autoescape=autoescape or (how is How.ESCAPING))
                return
            at_work.append(None)
            try:
                self.made = _rendered(self, context)
            finally:
                at_work.pop()
            if self.made.told:
                super().render(context, jinja_env)

        def save(self, filename: Any, *given: Any, **named: Any) -> None:
            if at_work:
                super().save(filename, *given, **named)
                return
            made, self.made = self.made, None
            if made is None or made.told:
                stream = io.BytesIO()
                super().save(stream)
                made = _Saved(stream.getvalue(), told=made.told if made else "")
            saved.append(made)
            if hasattr(filename, "write"):
                filename.write(made.data)
            else:
                Path(filename).write_bytes(made.data)

    return StandIn


def _rendered(document: Any, context: dict[str, Any]) -> _Saved:
    source = document.template_file
    data = source.read() if hasattr(source, "read") else Path(source).read_bytes()
    if hasattr(source, "seek"):
        source.seek(0)
    try:
        template = compile_template(data, "模板.docx")
        with mock.patch("docgen.word.handover.rendered", wraps=_handover()) as handed:
            made = template.render(context, document=document)
    except DocgenError as error:
        return _Saved(b"", told=_refusal(error))
    return _Saved(made.data, handed_over=handed.called)


def _refusal(error: DocgenError) -> str:
    """The message with its first fault, on a line."""
    return " ".join("；".join((error.message, *map(str, error.diagnostics[:1]))).split())[:120]


def _handover() -> Any:
    from docgen.word import handover

    return handover.rendered


def _downloaded(folder: Path) -> Path:
    with (
        urllib.request.urlopen(ADDRESS, timeout=60) as answer,
        tarfile.open(fileobj=io.BytesIO(answer.read())) as archive,
    ):
        archive.extractall(folder, filter="data")
    return next(folder.glob("*/tests"))


if __name__ == "__main__":
    main()
