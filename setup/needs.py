"""Needs: what the system must offer, how to see whether it does, and the Debian package that brings it."""

from __future__ import annotations

import ctypes
import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import apt


@dataclass(frozen=True)
class Need:
    """One thing: what it is for (Chinese), its Debian packages, and the look that finds it."""

    purpose: str
    packages: tuple[str, ...]
    present: Callable[[], bool]


def library(soname: str) -> Callable[[], bool]:
    """A look for a shared library."""

    def look() -> bool:
        try:
            ctypes.CDLL(soname)
        except OSError:
            return False
        return True

    return look


def program(*names: str) -> Callable[[], bool]:
    """A look for a program that goes by any of these names."""
    return lambda: any(shutil.which(name) for name in names)


def office_part(name: str) -> Callable[[], bool]:
    """A look for a library beside LibreOffice's own program: its parts come in packages of their own."""

    def look() -> bool:
        office = shutil.which("soffice") or shutil.which("libreoffice")
        return office is not None and Path(office).resolve().with_name(name).is_file()

    return look


def family(name: str) -> Callable[[], bool]:
    """A look for a font family that fontconfig knows."""

    def look() -> bool:
        if shutil.which("fc-list") is None:
            return False
        listed = subprocess.run(["fc-list", f":family={name}", "file"], capture_output=True, check=False)
        return bool(listed.stdout.strip())

    return look


def _can_make_environments() -> bool:
    return importlib.util.find_spec("ensurepip") is not None and importlib.util.find_spec("venv") is not None


FOR_WORK = (
    Need("排版库 Pango", ("libpango-1.0-0", "libpangoft2-1.0-0"), library("libpangoft2-1.0.so.0")),
    Need("字体子集库（没有它，生成 PDF 慢十倍）", ("libharfbuzz-subset0",), library("libharfbuzz-subset.so.0")),
    Need("字体查找", ("fontconfig",), program("fc-match")),
    Need("宋体、黑体的代用字体（思源）", ("fonts-noto-cjk",), family("Noto Serif CJK SC")),
    # Debian's own Python comes without ensurepip; the package of its exact version brings it.
    Need("Python 虚拟环境", (f"python{sys.version_info[0]}.{sys.version_info[1]}-venv",), _can_make_environments),
)
FOR_TESTS = (
    Need(
        "LibreOffice（测试时与 Word 文件比对）",
        ("libreoffice-writer-nogui", "libreoffice-core-nogui"),
        program("soffice", "libreoffice"),
    ),
    Need("LibreOffice 的表格部分（测试时打开 Excel 文件）", ("libreoffice-calc-nogui",), office_part("libsclo.so")),
    Need("PDF 转图片", ("poppler-utils",), program("pdftoppm")),
)


def missing(wanted: tuple[Need, ...]) -> list[Need]:
    """Those that this machine lacks."""
    return [need for need in wanted if not need.present()]


def require(wanted: tuple[Need, ...]) -> None:
    """Install what is missing, then look again. Raises apt.SetupError when something stays missing."""
    lacking = missing(wanted)
    if not lacking:
        return
    _announce(lacking)
    apt.install(_packages(lacking))
    importlib.invalidate_caches()
    left = missing(wanted)
    if left:
        raise apt.SetupError("装过软件包之后仍然缺少：" + "、".join(need.purpose for need in left))


def offer(wanted: tuple[Need, ...]) -> None:
    """Install what is missing if that is possible; tests that need the rest skip and say so."""
    try:
        require(wanted)
    except apt.SetupError as error:
        print(f"提醒：{error}\n      没有它们，相应的比对测试会跳过，其余测试照常。", file=sys.stderr)


def _announce(lacking: list[Need]) -> None:
    for need in lacking:
        print(f"缺少：{need.purpose}，安装 {' '.join(need.packages)}", flush=True)


def _packages(lacking: list[Need]) -> list[str]:
    return [name for need in lacking for name in need.packages]
