"""What runs ask for by the value of a property and the path does not draw, in words."""

from __future__ import annotations

from docgen.pdf.reading.borders import PATTERN, has_stripes
from docgen.pdf.reading.effects import draws_outline
from docgen.pdf.reading.wordml import Properties

EFFECTS = {
    "w14:glow": "文字发光",
    "w14:shadow": "文字阴影",
    "w14:reflection": "文字映像",
    "w14:textOutline": "文字轮廓",
    "w14:textFill": "文字渐变填充",
}
_ALWAYS = ("w14:glow", "w14:shadow", "w14:reflection")
_UNDERLINES = frozenset(
    """none single words double thick dotted dottedHeavy dash dashedHeavy dashLong dashLongHeavy dotDash dashDotHeavy
    dotDotDash dashDotDotHeavy wave wavyHeavy wavyDouble""".split()  # noqa: SIM905
)


def run_features(found: Properties) -> list[str]:
    """The features, in a fixed order; [] for what is drawn as Word draws it."""
    features = [EFFECTS[name] for name in _ALWAYS if name in found]
    fill = found.get("w14:textFill", {}).get("fill")
    if draws_outline(found.get("w14:textOutline")) and fill != "noFill":
        features.append(EFFECTS["w14:textOutline"])
    if fill == "gradFill":
        features.append(EFFECTS["w14:textFill"])
    line = found.get("u", {}).get("val", "single")
    if line not in _UNDERLINES:
        features.append(f"下划线样式 {line}（按单线画）")
    if has_stripes(found.get("shd", {})):
        features.append(f"字符{PATTERN}")
    return features
