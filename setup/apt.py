"""apt: installs Debian packages, as root or through sudo, or tells the exact commands to whoever has neither."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path


class SetupError(Exception):
    """The machine cannot be made ready; the message says what to do, in Chinese."""


def install(packages: list[str]) -> None:
    """Install packages without their recommendations. Raises SetupError when that is not possible."""
    prefix = _privilege()
    if shutil.which("apt-get") is None:
        raise SetupError(
            f"这台机器没有 apt-get，请用系统自己的办法装上与这些 Debian 软件包相当的软件：{' '.join(packages)}"
        )
    if prefix is None:
        raise SetupError(
            "要装系统软件包，但现在既不是 root，也不能用 sudo。请管理员执行：\n"
            f"    apt-get update\n    apt-get install --no-install-recommends {' '.join(packages)}\n"
            "然后再执行 make setup"
        )
    update()
    command = [
        *prefix,
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "install",
        "-y",
        "-q",
        "--no-install-recommends",
    ]
    if subprocess.run([*command, *packages], check=False).returncode:
        raise SetupError(f"apt-get 没有装上 {' '.join(packages)}，原因见上面的输出（多半是网络或软件源）")


def update() -> None:
    """Refresh the package lists when we may; an unreachable source shows later, when a package is not found."""
    prefix = _privilege()
    if prefix is not None:
        subprocess.run([*prefix, "apt-get", "update", "-q"], check=False)


def download(package: str, folder: Path) -> Path:
    """Fetch one package's file into `folder` without installing it (needs no privilege)."""
    if shutil.which("apt-get") is None or shutil.which("dpkg-deb") is None:
        raise SetupError(f"这台机器没有 apt-get，取不到软件包 {package}")
    update()
    command = ["apt-get", "download", "-q", "-o", "APT::Sandbox::User=root", package]
    finished = subprocess.run(command, cwd=folder, check=False)
    found = sorted(folder.glob(f"{package}_*.deb"))
    if finished.returncode or not found:
        raise SetupError(f"apt-get 没有取到软件包 {package}，原因见上面的输出（多半是网络或软件源）")
    return found[0]


def _privilege() -> list[str] | None:
    """What to put before a command that needs root: nothing, sudo, or None when there is no way."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo is None:
        return None
    if sys.stdin.isatty():
        return [sudo]
    silent = subprocess.run([sudo, "-n", "true"], stderr=subprocess.DEVNULL, check=False)
    return [sudo, "-n"] if silent.returncode == 0 else None
