"""What the path does not draw: collected as (feature, place), each pair once, in the order of the document."""

from __future__ import annotations

from dataclasses import dataclass, field

from docgen.pdf.reading.wordml import Properties, number, on_off

# Properties that are read, told elsewhere, or without effect here: revision marks, proofing, complex scripts.
SILENT_RUN = frozenset(
    """rStyle rFonts b bCs i iCs sz szCs color spacing w u vanish webHidden specVanish lang noProof kern snapToGrid
    oMath rPrChange ins del moveFrom moveTo w14:ligatures w14:numForm w14:numSpacing w14:stylisticSets
    w14:cntxtAlts w14:scene3d w14:props3d""".split()  # noqa: SIM905
)
SILENT_PARAGRAPH = frozenset(
    """pStyle ind spacing jc keepNext keepLines pageBreakBefore widowControl outlineLvl contextualSpacing shd
    snapToGrid kinsoku overflowPunct autoSpaceDE autoSpaceDN framePr suppressLineNumbers suppressAutoHyphens
    adjustRightInd suppressOverlap divId cnfStyle textboxTightWrap pPrChange w15:collapsed""".split()  # noqa: SIM905
)
_SILENT_GROUPS = ("pBdr/", "tabs/", "numPr/")

_RUN_FEATURES = {
    "strike": "删除线",
    "dstrike": "双删除线",
    "caps": "全部大写",
    "smallCaps": "小型大写",
    "outline": "空心字",
    "shadow": "阴影字",
    "emboss": "阳文",
    "imprint": "阴文",
    "position": "字符位置升降",
    "vertAlign": "上标或下标",
    "em": "着重号",
    "highlight": "突出显示",
    "bdr": "字符边框",
    "shd": "字符底纹",
    "effect": "文字动态效果",
    "fitText": "调整宽度",
    "eastAsianLayout": "双行合一或纵横混排",
    "rtl": "从右到左的文字",
    "cs": "复杂文种",
}
_PARAGRAPH_FEATURES = {
    "bidi": "从右到左的段落",
    "mirrorIndents": "对称缩进",
    "textAlignment": "行内文字的垂直对齐",
    "textDirection": "段落文字方向",
    "topLinePunct": "行首标点压缩",
    "wordWrap": "西文单词中间换行",
}
_ON_OFF_DEFAULT = frozenset({"wordWrap"})  # on unless switched off
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
            if name not in SILENT_RUN:
                self._property(name, values, place, _RUN_FEATURES, "文字")
        for feature in _color_features(found):
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
        elif _is_on(name, values):
            self.note(known[name], place)


def _color_features(found: Properties) -> list[str]:
    features = []
    underline, own = found.get("u", {}), found.get("color", {})
    if underline.get("val", "none") != "none" and underline.get("color", "auto") not in ("auto", own.get("val")):
        features.append("下划线颜色")
    if own.get("val", "auto") == "auto" and own.get("themeColor", "text1") not in ("text1", "dark1"):
        features.append("主题颜色")
    return features


def _is_on(name: str, values: dict[str, str]) -> bool:
    if name in _ON_OFF_DEFAULT:
        return not on_off(values)
    if name == "shd":
        return values.get("fill", "auto") != "auto" or values.get("val", "clear") not in _PLAIN
    if name == "position":
        return number(values.get("val")) != 0
    if name == "eastAsianLayout":
        return any(on_off({"val": values[key]}) for key in ("combine", "vert") if key in values)
    return values.get("val", "on") not in _PLAIN
