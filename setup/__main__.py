"""Makes this machine ready: `python3 setup` for the package, `python3 setup --tests` for LibreOffice, used by tests.

Runs on the system's own Python, before anything is installed: standard library only. Every step looks first and
acts only where something is missing, so a second run is quick and changes nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path

import aliases
import apt
import environment
import fonts
import needs

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)


def main(arguments: list[str]) -> int:
    """Run the steps; 0 done, 1 something is missing that could not be had (told on stderr)."""
    if sys.version_info < OLDEST:
        print(
            f"需要 Python 3.11 或更新的版本，这里是 {sys.version.split()[0]}。指定解释器：make setup PYTHON=python3.11",
            file=sys.stderr,
        )
        return 1
    try:
        if "--tests" in arguments:
            needs.offer(needs.FOR_TESTS)
        else:
            prepare()
    except apt.SetupError as error:
        print(f"\n准备没有完成：{error}", file=sys.stderr)
        return 1
    return 0


def prepare() -> None:
    """System packages, fonts, their stand-in rules, then the virtual environment."""
    needs.require(needs.FOR_WORK)
    changed = [fonts.install(), aliases.install(fonts.config_folder())]
    if any(changed):
        fonts.refresh()
    environment.install(ROOT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
