"""Fingerprints of what documents are made with: docgen and its libraries, the fonts, LibreOffice."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from docgen.batch.canonical import digest
from docgen.errors import MissingError
from docgen.pdf.wish import Engine, PdfWish

_LIBRARIES = (
    "docxtpl", "fonttools", "jinja2", "lxml", "matplotlib", "pillow", "pydyf", "uharfbuzz", "weasyprint", "XlsxWriter",
)  # fmt: skip
"""What has a say in the bytes of a document."""


@cache
def of_code() -> str:
    """docgen as it stands on this machine: changes with its version, any file of the package, any library."""
    from docgen import __version__

    package = Path(__file__).resolve().parents[1]
    return digest(__version__, _libraries(), sorted(_stamps(package, ".py")))


@cache
def of_machine(fonts: tuple[Path, ...] = ()) -> str:
    """What must be alike on two machines that make one set: the code itself, the libraries, names and sizes of fonts.

    Dates and folders do not count: they differ from machine to machine.
    """
    package = Path(__file__).resolve().parents[1]
    code = [(path.relative_to(package).as_posix(), path.read_bytes()) for path in sorted(package.rglob("*.py"))]
    return digest(_libraries(), code, sorted((Path(path).name, size) for path, size, _ in _font_stamps(fonts)))


def of_printing(wish: PdfWish | None) -> str:
    """What a Word file is printed with, or its pages are counted with: changes with the wish, the fonts, the engine."""
    fonts = wish.fonts if wish else ()
    office = _office() if wish and wish.engine is Engine.LIBREOFFICE else ()
    return digest(of_code(), wish, of_fonts(fonts), office)


@cache
def of_fonts(extra: tuple[Path, ...]) -> str:
    """The fonts of this machine behind those of some folders: paths, sizes, dates."""
    return digest(list(_font_stamps(extra)))


def _font_stamps(extra: tuple[Path, ...]) -> Iterator[tuple[str, int, int]]:
    from docgen.pdf.typefaces.font_index import build_index

    for path in dict.fromkeys(face.path for face in build_index(extra)):
        status = Path(path).stat()
        yield path, status.st_size, status.st_mtime_ns


def _office() -> tuple[str, int, int] | None:
    from docgen.pdf.libreoffice import program

    try:
        path = Path(program()).resolve()
    except MissingError:  # told when a document is to be printed
        return None
    status = path.stat()
    return str(path), status.st_size, status.st_mtime_ns


def _libraries() -> list[tuple[str, str]]:
    from importlib.metadata import PackageNotFoundError, version

    found = [("zlib", zlib.ZLIB_RUNTIME_VERSION)]  # another one packs the same text into other bytes
    for name in _LIBRARIES:
        try:
            found.append((name, version(name)))
        except PackageNotFoundError:
            found.append((name, ""))
    return found


def _stamps(folder: Path, ending: str) -> Iterator[tuple[str, int, int]]:
    """(path, size, date) of the files below a folder."""
    for base, _, names in os.walk(folder):
        for name in names:
            if name.endswith(ending):
                path = Path(base, name)
                status = path.stat()
                yield path.relative_to(folder).as_posix(), status.st_size, status.st_mtime_ns
