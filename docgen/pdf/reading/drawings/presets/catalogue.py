"""The catalogue of preset shapes by name."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.pdf.reading.drawings.outlines import Geometry
from docgen.pdf.reading.drawings.presets import arrows, basic, braces, flow_chart, solids
from docgen.pdf.reading.drawings.presets.frame import Frame

_ALL = {**basic.PRESETS, **solids.PRESETS, **arrows.PRESETS, **braces.PRESETS, **flow_chart.PRESETS}


def preset(name: str, width: float, height: float, adjust: Mapping[str, float] | None = None) -> Geometry | None:
    """The geometry of a preset in a box of this size; None for a name that is not in the catalogue."""
    made = _ALL.get(name)
    return None if made is None else made(Frame(width, height, adjust or {}))


def box(width: float, height: float) -> Geometry:
    """The plain rectangle."""
    return basic.rectangle(Frame(width, height))
