"""LibreOffice: Word files → PDFs by an installed office suite, for files beyond the reach of our own layout.

Every call has a profile of its own, so that an open LibreOffice neither disturbs nor is disturbed, and a time limit.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from xml.sax.saxutils import escape

from docgen.errors import DocgenError, FileError, MissingError
from docgen.pdf.reading.package import Package
from docgen.pdf.typefaces.font_index import font_folders

_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
START, EACH = 90.0, 20.0
"""Seconds that a call may take: to get going, and for each file."""
BATCH = 50
"""Files handed over in one call."""
_MADE = re.compile(rb"(/CreationDate\(D:)\d{14}(?=[Z+-])")
_MADE_XMP = re.compile(rb"(<xmp:CreateDate>)[^<]{19}")
_IDENTITY = re.compile(rb"(?<=<)[0-9A-F]{32}(?=>)|(?<=/DocChecksum /)[0-9A-F]{32}")
_SUITES = {
    "linux": "sudo apt-get install libreoffice-writer",
    "darwin": "brew install --cask libreoffice",
    "win32": "从 libreoffice.org 下载安装",
}


def program() -> str:
    """The path of soffice. Raises MissingError where LibreOffice is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    found = found or next((place for place in _PLACES if Path(place).is_file()), None)
    if found is None:
        remedy = _SUITES.get(sys.platform, _SUITES["linux"])
        raise MissingError("没有装 LibreOffice，用不了 --engine libreoffice", f"{remedy}，或去掉 --engine")
    return found


def pdfs_of(
    words: Sequence[bytes], *, pdfa: bool = False, tagged: bool = False, fonts: Sequence[Path] = ()
) -> Iterator[bytes | DocgenError]:
    """The PDF of each Word file, in order, or why there is none; files go over in batches.

    What a batch leaves undone (a file that LibreOffice dies of takes the ones behind it along) is tried once more by
    itself. Raises MissingError where LibreOffice is not installed.
    """
    suite = _Suite(program(), _export(pdfa=pdfa, tagged=tagged), fonts)
    for first in range(0, len(words), BATCH):
        batch = words[first : first + BATCH]
        faults = [_fault(word) for word in batch]
        sound = {number: word for number, word in enumerate(batch) if faults[number] is None}
        made = suite.convert(sound) if sound else {}
        for number, word in sound.items() if len(sound) > 1 else ():
            if number not in made:
                made |= suite.convert({number: word})
        for number, fault in enumerate(faults):
            yield fault or made.get(number) or _undone()


def _fault(word: bytes) -> DocgenError | None:
    """What is wrong with a file before LibreOffice sees it: broken, encrypted, no .docx."""
    try:
        Package(word).main()
    except FileError as error:
        return error
    return None


def _undone() -> FileError:
    return FileError(
        "LibreOffice 没有转出这份文件（出错或超时）", "用 LibreOffice 打开看看能不能打开，或换别的 --engine"
    )


def _export(*, pdfa: bool, tagged: bool) -> str:
    # Empty pages stay left out (IsSkipEmptyPages): LibreOffice puts one in wherever page numbers begin anew, Word only
    # before odd and even sections.
    chosen = []
    if pdfa:
        chosen.append('"SelectPdfVersion":{"type":"long","value":"2"}')
    if tagged:
        chosen.append('"UseTaggedPDF":{"type":"boolean","value":"true"}')
    return "pdf:writer_pdf_Export" + (f":{{{','.join(chosen)}}}" if chosen else "")


class _Suite:
    """An installed LibreOffice, and how it is to export."""

    def __init__(self, soffice: str, export: str, fonts: Sequence[Path]) -> None:
        self._soffice = soffice
        self._export = export
        self._fonts = [*fonts, *font_folders()]

    def convert(self, words: Mapping[int, bytes]) -> dict[int, bytes]:
        """The PDFs that one call makes."""
        with tempfile.TemporaryDirectory(prefix="docgen-office-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            for number, word in words.items():
                (folder / f"{number}.docx").write_bytes(word)
            self._run(folder, [f"{number}.docx" for number in words])
            made = {number: folder / "out" / f"{number}.pdf" for number in words}
            return {number: _timeless(path.read_bytes()) for number, path in made.items() if path.is_file()}

    def _run(self, folder: Path, names: Sequence[str]) -> None:
        call = [
            self._soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless", "--norestore", "--nolockcheck", "--nodefault",
            "--convert-to", self._export, "--outdir", "out", *names,
        ]  # fmt: skip
        process = subprocess.Popen(  # noqa: S603 - no shell, names of our own
            call,
            cwd=folder,
            env=self._environment(folder),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            process.wait(START + EACH * len(names))
        except subprocess.TimeoutExpired:
            _end(process)
        except BaseException:
            _end(process)
            raise

    def _environment(self, folder: Path) -> dict[str, str]:
        """The environment in which LibreOffice finds the same fonts as our own layout."""
        environment = dict(os.environ)
        if sys.platform.startswith("linux"):
            settings = folder / "fonts.conf"
            folders = "".join(f"<dir>{escape(str(path.resolve()))}</dir>" for path in self._fonts if path.exists())
            own = os.environ.get("FONTCONFIG_FILE", "/etc/fonts/fonts.conf")
            settings.write_text(
                f'<?xml version="1.0"?><fontconfig><include ignore_missing="yes">{escape(own)}</include>'
                f"{folders}</fontconfig>",
                encoding="utf-8",
            )
            environment["FONTCONFIG_FILE"] = str(settings)
        return environment


def _timeless(pdf: bytes) -> bytes:
    """The PDF without the time of its making, and with an identity that follows from its content: same input, same
    bytes. Every replacement is as long as what it replaces, so that the offsets stay true.
    """
    pdf = _MADE.sub(rb"\g<1>20000101000000", pdf)
    pdf = _MADE_XMP.sub(rb"\g<1>2000-01-01T00:00:00", pdf)
    place = pdf.rfind(b"trailer")
    if place < 0:
        return pdf
    digest = hashlib.md5(pdf[:place], usedforsecurity=False).hexdigest().upper().encode()
    return pdf[:place] + _IDENTITY.sub(digest, pdf[place:])


def _end(process: subprocess.Popen[bytes]) -> None:
    """Stop LibreOffice with the processes that it started."""
    with suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
