"""Charts in pieces, as Word writes them, and what is looked at of their shapes."""

from __future__ import annotations

import pytest
from drawing_parts import inline
from small_docx import p, paragraphs, plain, source

from docgen.pdf.pages import Path
from docgen.pdf.source import Shape

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
BLUE, ORANGE = "#4472c4", "#ed7d31"
AXES = (
    '<c:catAx><c:axId val="1"/><c:delete val="0"/></c:catAx>'
    '<c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/>{more}</c:valAx>'
)
IDS = '<c:axId val="1"/><c:axId val="2"/>'


def cache(kind: str, texts: tuple[object, ...], code: str = "") -> str:
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{text}</c:v></c:pt>' for place, text in enumerate(texts) if text is not None
    )
    code = f"<c:formatCode>{code}</c:formatCode>" if code else ""
    return f'<c:{kind}Ref><c:{kind}Cache>{code}<c:ptCount val="{len(texts)}"/>{points}</c:{kind}Cache></c:{kind}Ref>'


def series(place: int, name: str, values: tuple[object, ...], more: str = "", code: str = "") -> str:
    return (
        f'<c:ser><c:idx val="{place}"/><c:tx>{cache("str", (name,))}</c:tx>{more}'
        f"<c:cat>{cache('str', ('甲镇', '乙镇', '丙镇'))}</c:cat><c:val>{cache('num', values, code)}</c:val></c:ser>"
    )


def bars(*inner: str, more: str = "", direction: str = "col") -> str:
    plot = f'<c:barChart><c:barDir val="{direction}"/>{"".join(inner)}<c:gapWidth val="100"/>{IDS}</c:barChart>'
    return plot + AXES.format(more=more)


def pie(inner: str, kind: str = "pieChart") -> str:
    return f"<c:{kind}>{inner}</c:{kind}>"


def read(plots: str, more: str = "", size: tuple[float, float] = (300, 200)) -> tuple[Shape, list[str]]:
    chart = f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}"><c:chart>{more}<c:plotArea>{plots}</c:plotArea>'
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="chart1" Type="{_TYPES}chart" Target="charts/chart1.xml"/></Relationships>'
    )
    legend = '<c:legend><c:legendPos val="b"/></c:legend>'
    extra = {
        "word/_rels/document.xml.rels": relations,
        "word/charts/chart1.xml": f"{chart}{legend}</c:chart></c:chartSpace>",
    }
    data = f'<a:graphic><a:graphicData uri="{C}"><c:chart xmlns:c="{C}" r:id="chart1"/></a:graphicData></a:graphic>'
    found = source(p(inline(data, size)), extra=extra)
    (shape,) = paragraphs(found)[0].inlines
    return shape, [feature for feature, _ in found.warnings]


def texts(shape: Shape) -> list[str]:
    return [plain(part.shape.text.blocks) for part in shape.parts]


def filled(shape: Shape, color: str) -> list[Path]:
    """The outlines of this colour, those of the legend left out: its squares are as wide as high."""
    found = [path for path in shape.paths if path.fill == color]
    return [path for path in found if extent(path)[2] != pytest.approx(7.0) or extent(path)[3] != pytest.approx(7.0)]


def extent(path: Path) -> tuple[float, float, float, float]:
    """Left, top, width, height."""
    xs = [number for _, numbers in path.steps for number in numbers[::2]]
    ys = [number for _, numbers in path.steps for number in numbers[1::2]]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
