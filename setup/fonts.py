"""Fonts: Fandol's free 仿宋, 楷体, 黑体 and 小标宋 stand-ins, for machines without the office fonts.

They are part of texlive-lang-chinese, which would draw in 67 TeX packages: its file is fetched and only the Fandol
folder unpacked, together with licence and readme, into the user's own font folder.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path, PurePosixPath

import apt

PACKAGE = "texlive-lang-chinese"
# One face of each family, because fontconfig could not choose: both faces of FandolSong, and of FandolHei, claim
# regular weight. FandolSong Regular is wrong in its descent besides.
FILES = ("FandolFang-Regular.otf", "FandolKai-Regular.otf", "FandolHei-Regular.otf", "FandolSong-Bold.otf")
PAPERS = ("README", "COPYING.gz")


def font_folder() -> Path:
    """Where the user's fonts for docgen are kept; fontconfig looks there by itself."""
    return _home("XDG_DATA_HOME", ".local/share") / "fonts" / "docgen"


def config_folder() -> Path:
    """Where the user's own fontconfig rules are."""
    return _home("XDG_CONFIG_HOME", ".config") / "fontconfig" / "conf.d"


def install() -> bool:
    """Put the fonts in place; True when something changed. Raises apt.SetupError when they cannot be had."""
    target = font_folder()
    strays = [path for path in target.glob("Fandol*.otf") if path.name not in FILES]
    for path in strays:
        path.unlink()
    if all((target / name).is_file() for name in FILES):
        return bool(strays)
    print(f"缺少：仿宋、楷体等代用字体（Fandol），从软件包 {PACKAGE}（49 MB）中取出，放到 {target}", flush=True)
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        unpack(apt.download(PACKAGE, Path(folder)), target)
    return True


def unpack(package: Path, target: Path) -> None:
    """Copy Fandol's fonts and papers out of a .deb. Raises apt.SetupError when a font is not in it."""
    command = ["dpkg-deb", "--fsys-tarfile", str(package)]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE) as stream,
        tarfile.open(fileobj=stream.stdout, mode="r|") as archive,
    ):
        for member in archive:
            path = PurePosixPath(member.name)
            wanted = path.parent.name == "fandol" and path.name in (*FILES, *PAPERS)
            content = archive.extractfile(member) if wanted and member.isfile() else None
            if content is not None:
                _write(content.read(), target / path.name)
    absent = [name for name in FILES if not (target / name).is_file()]
    if absent:
        raise apt.SetupError(f"软件包 {package.name} 里没有 {'、'.join(absent)}")


def refresh() -> None:
    """Let fontconfig see new fonts and rules."""
    if shutil.which("fc-cache"):
        subprocess.run(["fc-cache", str(font_folder())], check=False)


def _write(content: bytes, path: Path) -> None:
    """All or nothing: an interrupted run leaves no half font behind."""
    partial = path.with_suffix(path.suffix + ".part")
    partial.write_bytes(content)
    partial.replace(path)


def _home(variable: str, default: str) -> Path:
    return Path(os.environ.get(variable) or Path.home() / default)
