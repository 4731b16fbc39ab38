"""What tables ask for and the records cannot say."""

from __future__ import annotations

from docgen.pdf.reading.borders import is_plain
from docgen.pdf.reading.scope import Scope
from docgen.pdf.reading.wordml import Properties, on_off

# Known and used, or without effect on the page.
_SILENT = frozenset(
    """tblStyle tblpPr tblOverlap tblStyleRowBandSize tblStyleColBandSize tblW jc tblInd tblLayout tblLook tblCaption
    tblDescription tblPrChange tblPrExChange cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight
    tblHeader hidden trPrChange tcW gridSpan vMerge noWrap vAlign hideMark tcPrChange textDirection headers""".split()  # noqa: SIM905
)
_GROUPS = ("tblBorders/", "tblCellMar/", "tcMar/", "tcBorders/")
_FEATURES = {
    "bidiVisual": "从右到左的表格",
    "tblCellSpacing": "单元格间距",
    "tcFitText": "单元格适应文字",
    "hMerge": "旧式横向合并",
    "cellIns": "修订（按接受后的样子画）",
    "cellDel": "修订（按接受后的样子画）",
    "cellMerge": "修订（按接受后的样子画）",
    "ins": "修订（按接受后的样子画）",
}
_VERTICAL = frozenset({"tbRlV", "tbLrV", "lrTbV", "rlV", "lrV", "tbV"})


def note(found: Properties, scope: Scope, place: str) -> None:
    """Warn of properties of a table, row or cell that are not drawn."""
    for name, values in found.items():
        if name in _FEATURES:
            if on_off(values, default=True):
                scope.note(_FEATURES[name], place)
        elif name == "shd":
            if not is_plain(values):
                scope.note("底纹图案", place)
        elif name not in _SILENT and not name.startswith(_GROUPS):
            scope.facts.undrawn.note_once(f"表格属性 {name}", place)
    _note_values(found, scope, place)


def _note_values(found: Properties, scope: Scope, place: str) -> None:
    for diagonal in ("tcBorders/tl2br", "tcBorders/tr2bl"):
        if found.get(diagonal, {}).get("val", "none") not in ("none", "nil"):
            scope.note("单元格斜线", place)
    if found.get("textDirection", {}).get("val") in _VERTICAL:
        scope.note("单元格文字竖排", place)
    if found.get("vAlign", {}).get("val") == "both":
        scope.note("单元格垂直两端对齐", place)
