from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.pdf.layout import Laid, lay_out
from docgen.pdf.source import Source
from docgen.pdf.typefaces import font_index
from docgen.pdf.typefaces.fonts import Fonts


@pytest.fixture(scope="session")
def machine_fonts() -> Fonts:
    return Fonts.of_machine()


@pytest.fixture
def laid(machine_fonts: Fonts) -> Callable[[Source], Laid]:
    return lambda source: lay_out(source, machine_fonts.for_document())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    monkeypatch.setattr(font_index, "_system_folders", list)
    monkeypatch.setenv("DOCGEN_FONTS", str(fonts))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return fonts
