"""A process that runs cases one after another, each in a folder of its own, and tells how each ended, a line a case.

Every file that Python opens to write, every folder made, every socket is seen by an audit hook: what lies outside of
the case's folder is told. Memory is limited for the process, processor time for the case: SIGPROF ends a hang.
"""

from __future__ import annotations

import io
import json
import os
import resource
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

MEGABYTES = 3_000
SECONDS = 20.0
"""Of the processor, that a case may take; after three times as many it is stopped."""

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = {
    "os.mkdir": (0,),
    "os.rename": (0, 1),
    "os.remove": (0,),
    "os.rmdir": (0,),
    "os.link": (1,),
    "os.symlink": (1,),
}
_NEVER = frozenset(("socket.connect", "socket.bind", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"))


class Watch:
    """An audit hook that notes what reaches out of a folder."""

    def __init__(self) -> None:
        self.allowed: tuple[str, ...] = ()
        self.found: list[str] = []
        self.on = False

    def __call__(self, event: str, given: tuple[Any, ...]) -> None:
        """What Python is about to do."""
        if not self.on:
            return
        if event in _NEVER:
            self.found.append(f"{event} {given!r:.200}")
        elif event == "open":
            path, mode, flags = given
            writing = any(sign in mode for sign in "wax+") if isinstance(mode, str) else bool(flags & _WRITING)
            if writing and not isinstance(path, int):
                self._look(event, path)
        elif event in _CHANGES:
            for place in _CHANGES[event]:
                self._look(event, given[place])

    def _look(self, event: str, path: Any) -> None:
        full = os.path.realpath(os.fsdecode(path)) if isinstance(path, str | bytes | os.PathLike) else ""
        if full and full != os.devnull and not f"{full}{os.sep}".startswith(self.allowed):
            self.found.append(f"{event} {full}")


def main(root: str, seed: str, first: str, last: str, step: str) -> None:
    """Run the cases first, first + step … below `last`."""
    limit = MEGABYTES * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    sys.stdout = sys.stderr  # the judge reads workbooks with openpyxl, which prints
    watch = Watch()
    sys.addaudithook(watch)
    tempfile.tempdir = tempfile.mkdtemp(prefix="tmp-", dir=root)
    for number in range(int(first), int(last), int(step)):
        print(json.dumps({"start": number}), file=answers, flush=True)
        print(json.dumps(_run(Path(root), int(seed), number, watch)), file=answers, flush=True)


def _run(root: Path, seed: int, number: int, watch: Watch) -> dict[str, Any]:
    from benchmarks.fuzzing import judge
    from benchmarks.fuzzing.cases import case

    wanted = case(seed, number)
    folder = root / str(number)
    wanted.write(folder)
    os.chdir(folder)
    _warm(wanted.command)
    allowed = (folder, tempfile.gettempdir(), os.environ["XDG_CACHE_HOME"])
    watch.allowed = tuple(os.path.realpath(path) + os.sep for path in allowed)
    watch.found.clear()
    before = time.process_time()
    code, said = _called(wanted.command, watch)
    taken = time.process_time() - before
    said += _logs()
    how, about = judge.ending(wanted, code, said, list(watch.found), folder)
    if how in (judge.Ending.RESULT, judge.Ending.DIAGNOSTIC) and taken > SECONDS:
        how, about = judge.Ending.HANG, f"{taken:.1f} s"
    return {"number": number, "kind": wanted.kind, "how": wanted.how, "ending": how, "about": about, "seconds": taken}


def _warm(command: tuple[str, ...]) -> None:
    """Have libraries loaded that look for others with programs of the system while they are."""
    if "weasyprint" in command:
        import weasyprint  # noqa: F401


def _logs() -> str:
    """What docgen kept of its own faults."""
    found = list(Path(tempfile.gettempdir()).glob("docgen-*.log"))
    said = "".join(path.read_text("utf-8") for path in found)
    for path in found:
        path.unlink()
    return said


def _called(command: tuple[str, ...], watch: Watch) -> tuple[int, str]:
    """The exit code of a command and all that it says."""
    from docgen.cli.main import main as docgen

    kept = sys.stdout, sys.stderr
    target = io.BytesIO()
    sys.stdout = sys.stderr = io.TextIOWrapper(target, "utf-8", errors="strict", write_through=True)
    watch.on = True
    signal.setitimer(signal.ITIMER_PROF, 3 * SECONDS)
    try:
        code = int(docgen(list(command)))
    except BaseException as error:  # what escapes `main` is the worst of all
        import traceback

        code = -1
        traceback.print_exception(error)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        watch.on = False
        sys.stdout, sys.stderr = kept
    return code, target.getvalue().decode("utf-8", "replace")


if __name__ == "__main__":
    main(*sys.argv[1:])
