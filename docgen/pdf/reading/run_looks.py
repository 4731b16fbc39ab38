"""Run looks: the resolved properties and format of runs, kept: most runs of a document ask for the same few."""

from __future__ import annotations

from dataclasses import dataclass, field

from docgen.pdf.reading.properties import properties
from docgen.pdf.reading.run_format import run_format
from docgen.pdf.reading.styles import StyleSheet, run_properties
from docgen.pdf.reading.wordml import Element, Properties
from docgen.pdf.source import RunFormat


@dataclass(frozen=True, slots=True)
class RunLook:
    """What a w:rPr comes to: its own properties, and those of all layers."""

    direct: Properties
    found: Properties


@dataclass(slots=True)
class RunLooks:
    """Resolves run properties; a w:rPr that was met before, in the same style and table, costs a look-up."""

    sheet: StyleSheet
    theme: dict[str, str]
    _known: dict[object, RunLook] = field(default_factory=dict)
    _formats: dict[int, tuple[Properties, RunFormat]] = field(default_factory=dict)
    _layers: dict[int, Properties] = field(default_factory=dict)  # kept alive, so that an id names one thing only

    def of(self, rpr: Element | None, table: Properties, style: Properties) -> RunLook:
        """The look of a w:rPr inside a paragraph of this style, in a table whose style says `table` of its runs."""
        key = _key(rpr, self._named(table), self._named(style))
        known = self._known.get(key) if key else None
        if known is None:
            known = self._resolved(rpr, table, style)
            if key:
                self._known[key] = known
        return known

    def _named(self, layer: Properties) -> int:
        if not layer:
            return 0
        self._layers[id(layer)] = layer
        return id(layer)

    def _resolved(self, rpr: Element | None, table: Properties, style: Properties) -> RunLook:
        direct = properties(rpr)
        return RunLook(direct, self.under(direct, table, style))

    def format_of(self, found: Properties) -> RunFormat:
        """The record of resolved properties."""
        known = self._formats.get(id(found))
        if known is None or known[0] is not found:
            known = self._formats[id(found)] = (found, run_format(found, self.theme))
        return known[1]

    def under(self, direct: Properties, table: Properties, style: Properties) -> Properties:
        """The run properties of all layers with `direct` on top."""
        character = self.sheet.character(direct["rStyle"].get("val", "")).run if "rStyle" in direct else {}
        return run_properties(self.sheet, (table, style, character), direct)


def _key(rpr: Element | None, table: int, style: int) -> object:
    """What tells one w:rPr from another; None for one that holds more than a list of properties."""
    if rpr is None:
        return (table, style)
    if any(len(item) for item in rpr):
        return None
    return (table, style, *((item.tag, *item.attrib.items()) for item in rpr))
