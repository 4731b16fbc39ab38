"""What tables ask for and the pages do not show."""

from __future__ import annotations

from docgen.pdf.reading.borders import PATTERN, has_stripes
from docgen.pdf.reading.scope import Scope
from docgen.pdf.reading.undrawn import REVISED
from docgen.pdf.reading.wordml import Properties, on_off

# Known and used, or without effect on the page.
_SILENT = frozenset(
    """tblStyle tblpPr tblOverlap tblStyleRowBandSize tblStyleColBandSize tblW jc tblInd tblLayout tblLook tblCaption
    tblDescription tblPrChange tblPrExChange cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight
    tblHeader hidden trPrChange tcW gridSpan vMerge hMerge noWrap vAlign hideMark tcPrChange textDirection headers
    tblCellSpacing tcFitText""".split()  # noqa: SIM905
)
_GROUPS = ("tblBorders/", "tblCellMar/", "tcMar/", "tcBorders/")
_FEATURES = {
    "bidiVisual": "从右到左的表格",
    "cellIns": REVISED,
    "cellDel": REVISED,
    "cellMerge": REVISED,
    "ins": REVISED,
}
_DIRECTIONS = {
    "lrTbV": "单元格文字方向 lrTbV（按横排画）",
    "tbV": "单元格文字方向 tbV（按横排画）",
    "tbLrV": "单元格文字方向 tbLrV（竖排，各列按从右到左排）",
    "lrV": "单元格文字方向 lrV（竖排，各列按从右到左排）",
}


def note(found: Properties, scope: Scope, place: str) -> None:
    """Warn of properties of a table, row or cell that are not drawn."""
    for name, values in found.items():
        if name in _FEATURES:
            if on_off(values, default=True):
                scope.note(_FEATURES[name], place)
        elif name == "shd":
            if has_stripes(values):
                scope.note(PATTERN, place)
        elif name not in _SILENT and not name.startswith(_GROUPS):
            scope.facts.undrawn.note_once(f"表格属性 {name}", place)
    feature = _DIRECTIONS.get(found.get("textDirection", {}).get("val", ""))
    if feature:
        scope.note(feature, place)
