"""Our own faults: the traceback goes into a file that the user can send, never onto the screen."""

from __future__ import annotations

from docgen.errors import DocgenError, OwnFault


def with_log(error: DocgenError) -> DocgenError:
    """The error as it is told; a fault of docgen itself with the file that keeps its traceback."""
    if not isinstance(error, OwnFault) or not error.trace:
        return error
    import tempfile

    try:
        with tempfile.NamedTemporaryFile("w", prefix="docgen-", suffix=".log", delete=False, encoding="utf-8") as log:
            log.write(error.trace)
    except OSError:  # a full disk may be the very fault
        last = error.trace.strip().splitlines()[-1].partition(": ")[2]
        return OwnFault(f"{error.message}：{last}", "把这句话发给维护的人", error.diagnostics)
    return OwnFault(error.message, f"把 {log.name} 发给维护的人", error.diagnostics)
