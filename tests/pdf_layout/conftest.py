from __future__ import annotations

from collections.abc import Callable

import pytest

from docgen.pdf.fonts import Fonts
from docgen.pdf.layout import Laid, lay_out
from docgen.pdf.source import Source


@pytest.fixture(scope="session")
def machine_fonts() -> Fonts:
    return Fonts.of_machine()


@pytest.fixture
def laid(machine_fonts: Fonts) -> Callable[[Source], Laid]:
    return lambda source: lay_out(source, machine_fonts.for_document())
