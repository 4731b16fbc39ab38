"""Styles: docDefaults, the basedOn chains and the combination of all layers (ECMA-376 Part 1, 17.7)."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from docgen.pdf.reading.properties import fold, properties
from docgen.pdf.reading.wordml import Element, Properties, child, children, half_points, is_on, on_off, text_attribute

TOGGLES = ("b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "outline", "shadow", "emboss", "imprint", "vanish")
"""17.7.3: through the levels of styles these are exclusive-or, not last one wins."""
_SIZE = 10.0  # what Word takes when no layer names a size


@dataclass(frozen=True, slots=True)
class TableLayer:
    """What a table style, or one of its conditional formats, says about each kind of thing in the table."""

    table: Properties = field(default_factory=dict)
    row: Properties = field(default_factory=dict)
    cell: Properties = field(default_factory=dict)
    paragraph: Properties = field(default_factory=dict)
    run: Properties = field(default_factory=dict)

    def over(self, below: TableLayer) -> TableLayer:
        """This layer on top of another."""
        return TableLayer(
            fold(below.table, self.table),
            fold(below.row, self.row),
            fold(below.cell, self.cell),
            fold(below.paragraph, self.paragraph),
            fold(below.run, self.run),
        )


@dataclass(frozen=True, slots=True)
class Style:
    """A style with everything that it inherits from its basedOn chain (docDefaults not included).

    `chain`: the id and the paragraph properties of each style of the chain by themselves, the base first.
    """

    name: str = "Normal"
    paragraph: Properties = field(default_factory=dict)
    run: Properties = field(default_factory=dict)
    table: TableLayer = TableLayer()
    conditions: dict[str, TableLayer] = field(default_factory=dict)
    chain: tuple[tuple[str, Properties], ...] = ()


def _layer(element: Element) -> TableLayer:
    parts = (properties(child(element, name)) for name in ("tblPr", "trPr", "tcPr", "pPr", "rPr"))
    return TableLayer(*parts)


class StyleSheet:
    """The styles of a document; an unknown or missing id means the default style of its type."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self._defaults: dict[str, str] = {}
        self._links: dict[str, str] = {}
        self._resolved: dict[tuple[str, str], Style] = {}
        defaults = child(root, "docDefaults")
        self.run_defaults = properties(child(child(defaults, "rPrDefault"), "rPr"))
        self.paragraph_defaults = properties(child(child(defaults, "pPrDefault"), "pPr"))
        for element in children(root, "style"):
            self._register(element)

    def _register(self, element: Element) -> None:
        kind, identity = text_attribute(element, "type", default="paragraph"), text_attribute(element, "styleId")
        self._elements[kind, identity] = element
        self._links[identity] = text_attribute(child(element, "link"))
        if is_on(text_attribute(element, "default", default="0")):
            self._defaults[kind] = identity

    @cached_property
    def normal_size(self) -> float:
        """The type size of the Normal style in points, by which grids and indents count characters."""
        normal = run_properties(self, (self.paragraph("").run,), {})
        return half_points(normal.get("sz", {}).get("val"), _SIZE)

    def paragraph(self, identity: str) -> Style:
        """A paragraph style."""
        return self._find("paragraph", identity)

    def character(self, identity: str) -> Style:
        """A character style; an id of a linked paragraph style means its character half."""
        if ("character", identity) not in self._elements and ("paragraph", identity) in self._elements:
            identity = self._links.get(identity, "")
        return self._find("character", identity)

    def identity(self, kind: str, name: str) -> str:
        """The id of the style with one of Word's own names, which ids in a Chinese Word do not tell; "" without."""
        for (own, identity), element in self._elements.items():
            if own == kind and text_attribute(child(element, "name")).lower() == name:
                return identity
        return ""

    def table(self, identity: str) -> Style:
        """A table style."""
        return self._find("table", identity)

    def _find(self, kind: str, identity: str) -> Style:
        key = (kind, identity if (kind, identity) in self._elements else self._defaults.get(kind, ""))
        if key not in self._resolved:
            self._resolved[key] = self._resolve(key)
        return self._resolved[key]

    def _resolve(self, key: tuple[str, str]) -> Style:
        chain: list[Element] = []
        step = key
        # A chain that bites its own tail ends where it repeats.
        while step in self._elements and self._elements[step] not in chain:
            chain.append(self._elements[step])
            step = (key[0], text_attribute(child(chain[-1], "basedOn")))
        style = Style()
        for element in reversed(chain):
            style = _on_top(style, element)
        return style


def _on_top(below: Style, element: Element) -> Style:
    own = _layer(element)
    conditions = dict(below.conditions)
    for condition in children(element, "tblStylePr"):
        kind = text_attribute(condition, "type")
        conditions[kind] = _layer(condition).over(conditions.get(kind, TableLayer()))
    return Style(
        name=text_attribute(child(element, "name")) or text_attribute(element, "styleId") or "Normal",
        paragraph=fold(below.paragraph, own.paragraph),
        run=fold(below.run, own.run),
        table=own.over(below.table),
        conditions=conditions,
        chain=(*below.chain, (text_attribute(element, "styleId"), own.paragraph)),
    )


def run_properties(sheet: StyleSheet, levels: tuple[Properties, ...], direct: Properties) -> Properties:
    """docDefaults, the levels of styles (table, paragraph, character) and direct formatting as one."""
    merged = fold(sheet.run_defaults, *levels, direct)
    for name in TOGGLES:
        if name in merged and name not in direct:
            merged[name] = {"val": "1" if _toggled(name, sheet.run_defaults, levels) else "0"}
    return merged


def _toggled(name: str, defaults: Properties, levels: tuple[Properties, ...]) -> bool:
    if on_off(defaults.get(name)):
        return True
    return sum(on_off(level.get(name)) for level in levels) % 2 == 1
