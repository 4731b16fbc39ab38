"""SmartArt by the drawing that Word keeps of it."""

from drawing_parts import place
from small_docx import NAMESPACES, p, paragraphs, plain, source

from docgen.pdf.source import Shape

_DIAGRAM = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="2540000" cy="1270000"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram">'
    '<dgm:relIds r:dm="data1" r:lo="x" r:qs="x" r:cs="x"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
)
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def parts(drawing: str) -> dict[str, str]:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="data1" Type="{_TYPES}diagramData" Target="diagrams/data1.xml"/>'
        '<Relationship Id="d9" Type="http://schemas.microsoft.com/office/2007/relationships/diagramDrawing" '
        'Target="diagrams/drawing1.xml"/></Relationships>'
    )
    extension = '<dgm:extLst><a:ext><dsp:dataModelExt relId="d9"/></a:ext></dgm:extLst>'
    model = f"<dgm:dataModel {NAMESPACES}>{extension}</dgm:dataModel>"
    found = {"word/_rels/document.xml.rels": relations, "word/diagrams/data1.xml": model}
    return found | (
        {"word/diagrams/drawing1.xml": f"<dsp:drawing {NAMESPACES}>{drawing}</dsp:drawing>"} if drawing else {}
    )


def shape(x: float, text: str) -> str:
    body = (
        '<dsp:txBody><a:bodyPr anchor="ctr" lIns="0" rIns="0"/><a:p><a:pPr algn="ctr"/><a:r>'
        '<a:rPr sz="1400" b="1"><a:solidFill><a:srgbClr val="112233"/></a:solidFill></a:rPr>'
        f"<a:t>{text}</a:t></a:r></a:p>"
        "</dsp:txBody>"
    )
    look = f'{place(x, 10, 80, 40)}<a:prstGeom prst="rect"/><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'
    return f"<dsp:sp><dsp:spPr>{look}</dsp:spPr>{body}</dsp:sp>"


def read(drawing: str) -> tuple[Shape, tuple[tuple[str, str], ...]]:
    found = source(p(_DIAGRAM), extra=parts(drawing))
    return paragraphs(found)[0].inlines[0], found.warnings


def test_the_shapes_of_a_diagram_stand_where_word_put_them():
    found, warnings = read(f"<dsp:spTree>{shape(0, '准备')}{shape(110, '实施')}</dsp:spTree>")
    assert ([(part.x, part.y) for part in found.parts], warnings) == ([(0.0, 10.0), (110.0, 10.0)], ())
    assert [path.fill for part in found.parts for path in part.shape.paths] == ["#ff0000", "#ff0000"]


def test_the_text_of_a_diagram_keeps_its_look():
    found, _ = read(f"<dsp:spTree>{shape(0, '准备')}</dsp:spTree>")
    text = found.parts[0].shape.text
    run = text.blocks[0].inlines[0].format
    assert (plain(text.blocks), text.vertical, text.blocks[0].format.alignment) == ("准备", "center", "center")
    assert (run.size, run.bold, run.color) == (14.0, True, "#112233")


def test_a_diagram_without_a_drawing_is_an_empty_frame_and_told():
    found, warnings = read("")
    assert ([path.stroke for path in found.paths], warnings) == (
        ["#a6a6a6", "#a6a6a6"],
        (("SmartArt 图形", "正文第1段"),),
    )
