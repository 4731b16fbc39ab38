"""Environment: `.venv` with the package (editable) and its tools, made once for each state of pyproject.toml."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

from apt import SetupError

STAMP = ".docgen-setup"


def install(root: Path) -> None:
    """Make or update `.venv` under `root`; nothing to do when its stamp fits."""
    folder, wanted = root / ".venv", fingerprint(root)
    stamp = folder / STAMP
    if stamp.is_file() and stamp.read_text() == wanted and (folder / "bin" / "docgen").is_file():
        return
    print("建立虚拟环境 .venv，安装 docgen 和开发工具（要几分钟）", flush=True)
    stamp.unlink(missing_ok=True)
    if not _works(folder):
        _run([sys.executable, "-m", "venv", "--clear", str(folder)], "虚拟环境没有建成")
    python = str(folder / "bin" / "python")
    _run([python, "-m", "pip", "install", "--quiet", "--editable", f"{root}[dev]"], "pip 没有装上程序库（多半是网络）")
    stamp.write_text(wanted)
    print("准备完成。", flush=True)


def fingerprint(root: Path) -> str:
    """Changes with the project's requirements, the Python in use and the folder's own path (scripts carry it)."""
    parts = [(root / "pyproject.toml").read_bytes(), sys.version.encode(), str(root).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _works(folder: Path) -> bool:
    """Whether the environment's Python runs and is of our version, with pip (a moved or upgraded one is not)."""
    python = folder / "bin" / "python"
    if not python.exists():
        return False
    code = f"import sys, pip; sys.exit(sys.version != {sys.version!r})"
    return subprocess.run([str(python), "-c", code], stderr=subprocess.DEVNULL, check=False).returncode == 0


def _run(command: list[str], failure: str) -> None:
    if subprocess.run(command, check=False).returncode:
        raise SetupError(f"{failure}，原因见上面的输出")
