"""What the path does not draw: collected as (feature, place), each pair once, in the order of the document."""

from __future__ import annotations

from dataclasses import dataclass, field

from docgen.pdf.reading.run_features import EFFECTS, run_features
from docgen.pdf.reading.wordml import Properties

# Properties that are read, told elsewhere, or without effect here: revision marks, proofing, complex scripts.
SILENT_RUN = frozenset(
    """rStyle rFonts b bCs i iCs sz szCs color spacing w u vanish webHidden specVanish lang noProof kern snapToGrid
    strike dstrike caps smallCaps outline position vertAlign em highlight bdr shd effect fitText eastAsianLayout rtl cs
    oMath rPrChange ins del moveFrom moveTo w14:ligatures w14:numForm w14:numSpacing w14:stylisticSets
    w14:cntxtAlts w14:scene3d w14:props3d""".split()  # noqa: SIM905
)
SILENT_PARAGRAPH = frozenset(
    """pStyle ind spacing jc keepNext keepLines pageBreakBefore widowControl outlineLvl contextualSpacing shd
    snapToGrid kinsoku overflowPunct autoSpaceDE autoSpaceDN framePr suppressLineNumbers suppressAutoHyphens
    adjustRightInd mirrorIndents textAlignment topLinePunct wordWrap suppressOverlap divId cnfStyle textboxTightWrap
    pPrChange w15:collapsed""".split()  # noqa: SIM905
)
REVISED = "修订（按接受后的样子画）"

_SILENT_GROUPS = ("pBdr/", "tabs/", "numPr/")

_RUN_FEATURES = {
    "shadow": "阴影字",
    "emboss": "阳文",
    "imprint": "阴文",
}
_PARAGRAPH_FEATURES = {
    "bidi": "从右到左的段落",
    "textDirection": "段落文字方向",
}
_PLAIN = frozenset({"", "none", "nil", "auto", "baseline", "clear", "lrTb", "0", "false", "off"})


@dataclass(slots=True)
class Undrawn:
    """The growing list of what is not drawn."""

    _found: dict[tuple[str, str], None] = field(default_factory=dict)
    _named: set[str] = field(default_factory=set)

    def note(self, feature: str, place: str) -> None:
        """Note a feature at a place; the same pair counts once."""
        self._found.setdefault((feature, place))

    def note_once(self, feature: str, place: str) -> None:
        """Note a feature only where it is met first."""
        if feature not in self._named:
            self._named.add(feature)
            self.note(feature, place)

    def run(self, found: Properties, place: str) -> None:
        """Note what a run's properties ask for and RunFormat cannot say."""
        for name, values in found.items():
            if name not in SILENT_RUN and name not in EFFECTS:
                self._property(name, values, place, _RUN_FEATURES, "文字")
        for feature in run_features(found):
            self.note(feature, place)

    def paragraph(self, found: Properties, place: str) -> None:
        """Note what a paragraph's properties ask for and ParagraphFormat cannot say."""
        for name, values in found.items():
            if name not in SILENT_PARAGRAPH and not name.startswith(_SILENT_GROUPS):
                self._property(name, values, place, _PARAGRAPH_FEATURES, "段落")

    def all(self) -> tuple[tuple[str, str], ...]:
        """Everything noted."""
        return tuple(self._found)

    def _property(self, name: str, values: dict[str, str], place: str, known: dict[str, str], kind: str) -> None:
        if name not in known:
            self.note_once(f"{kind}属性 {name}", place)
        elif values.get("val", "on") not in _PLAIN:
            self.note(known[name], place)
