from __future__ import annotations

import pytest

from docgen.model.pictures import ChartFont
from docgen.pdf.typefaces.chart_fonts import chart_font


@pytest.fixture(scope="session")
def font() -> ChartFont:
    """A font of this machine with the labels of every chart here."""
    found = chart_font("0123456789.%发现销号单位：个无月红石青山镇乡街道大河白云彝族苗䶮溪$^_")
    assert found.missing == ""
    return found
