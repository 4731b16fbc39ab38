"""Cases about styles: inheritance, basedOn, linked and character styles, conditional formats of tables."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.corpus.package import DEFAULTS, normal, package, style
from benchmarks.corpus.wordml import BODY, CENTER, cell, fonts, p, ps, r, row, size
from benchmarks.corpus.words import SENTENCES, paragraphs, prose


def chain() -> bytes:
    """Four styles, each based on the one before: what a style leaves out comes from below."""
    styles = normal() + style("正文公文", based="Normal", ppr=BODY)
    styles += style("一级", based="正文公文", rpr=fonts("黑体")) + style("二级", based="一级", rpr=fonts("楷体_GB2312"))
    styles += style(
        "小字",
        based="二级",
        ppr='<w:spacing w:line="400" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="480"/>',
        rpr=size(12),
    )
    body = ""
    for number, text in enumerate(paragraphs(6)):
        body += p("一、工作目标", '<w:pStyle w:val="一级"/>') + p("（一）总体要求", '<w:pStyle w:val="二级"/>')
        body += p(text, '<w:pStyle w:val="正文公文"/>') + p(prose(number, 2), '<w:pStyle w:val="小字"/>')
    return package(body, styles=styles)


def defaults() -> bytes:
    """Everything from docDefaults: paragraph spacing and font of documents without a Normal style of their own."""
    sheet = DEFAULTS.replace(
        "<w:pPrDefault/>",
        '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="360" w:lineRule="auto"/></w:pPr></w:pPrDefault>',
    )
    data = package(ps(paragraphs(8)), styles=normal(ppr=""))
    return _with_defaults(data, sheet)


def _with_defaults(data: bytes, sheet: str) -> bytes:
    import io
    import zipfile

    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as made:
        for item in source.infolist():
            content = source.read(item)
            if item.filename == "word/styles.xml":
                content = content.replace(DEFAULTS.encode(), sheet.encode())
            made.writestr(item, content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def linked() -> bytes:
    """A linked pair: the paragraph style's look as a character style inside other paragraphs."""
    styles = normal() + style("重点", based="Normal", ppr=BODY, rpr=fonts("黑体"), more='<w:link w:val="重点字"/>')
    styles += style("重点字", kind="character", rpr=fonts("黑体"), more='<w:link w:val="重点"/>')
    inner = r("要求：", '<w:rStyle w:val="重点字"/>')
    body = "".join(p(inner + r(text), BODY) + p(text, '<w:pStyle w:val="重点"/>') for text in paragraphs(5, 2))
    return package(body, styles=styles)


def toggles() -> bytes:
    """Bold in the style and in the character style: the two together are not bold (17.7.3)."""
    styles = normal() + style("粗段", based="Normal", rpr="<w:b/>" + fonts("宋体"))
    styles += style("粗字", kind="character", rpr="<w:b/>")
    body = "".join(
        p(r(prose(number, 1)) + r("这一句不加粗。", '<w:rStyle w:val="粗字"/>') + r(prose(number + 1, 2)),
          '<w:pStyle w:val="粗段"/><w:ind w:firstLineChars="200" w:firstLine="640"/>')
        for number in range(6)
    )  # fmt: skip
    return package(body, styles=styles)


def direct_over_style() -> bytes:
    """Direct formatting over a style, and switching off what the style switches on."""
    styles = normal() + style("标题", based="Normal", ppr=CENTER + '<w:outlineLvl w:val="0"/>', rpr="<w:b/>" + size(22))
    body = p("关于项目建设情况的报告", '<w:pStyle w:val="标题"/>')
    body += p("关于项目建设情况的报告", '<w:pStyle w:val="标题"/><w:jc w:val="left"/>', '<w:b w:val="0"/>' + size(18))
    return package(body + ps(paragraphs(4, 3), BODY), styles=styles)


CONDITIONS = (
    '<w:tblStylePr w:type="{0}"><w:rPr>{1}</w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{2}"/></w:tcPr>'
    "</w:tblStylePr>"
)


def table_style() -> bytes:
    """A table style with formats for first row, last row, first column and bands."""
    borders = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:color="auto"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    more = '<w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblBorders>' + borders + "</w:tblBorders></w:tblPr>"
    look = {"firstRow": ("<w:b/>", "D9D9D9"), "lastRow": ("<w:i/>", "F2F2F2"), "firstCol": (fonts("黑体"), "EDEDED"),
            "band2Horz": ("", "FAFAFA")}  # fmt: skip
    conditions = "".join(CONDITIONS.format(kind, rpr, fill) for kind, (rpr, fill) in look.items())
    styles = normal() + (
        '<w:style w:type="table" w:styleId="台账"><w:name w:val="台账"/>'
        f'<w:pPr><w:spacing w:line="300" w:lineRule="exact"/></w:pPr><w:rPr>{size(12)}</w:rPr>{more}{conditions}'
        "</w:style>"
    )
    head = ("序号", "项目名称", "责任单位", "完成时限")
    lines = [head] + [(str(number), f"村级道路硬化工程{number}标段", "县交通局", "6月底") for number in range(1, 30)]
    rows = "".join(
        row([cell(p(text), width=width) for text, width in zip(line, (800, 4000, 2200, 1845), strict=True)])
        for line in lines
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in (800, 4000, 2200, 1845))
    body = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="台账"/><w:tblW w:w="8845" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="1" w:firstColumn="1" w:lastColumn="0" w:noHBand="0"'
        f' w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )
    # The default style's exact pitch stays out of the cells: in Word the table's format loses to it (17.7.2).
    return package(p(SENTENCES[0], BODY) + body + p(SENTENCES[15], BODY), styles=styles)


def latin_font() -> bytes:
    """Latin letters and digits in a font of their own."""
    rpr = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"/>'
    return package(ps(paragraphs(9, 1), BODY, rpr))


def theme_less_hint() -> bytes:
    """Quotes and dashes that the hint gives to the East Asian font."""
    rpr = (
        '<w:rFonts w:hint="eastAsia" w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"'
        ' w:cs="Times New Roman"/>'
    )
    texts = (f"坚持“三个到位”——责任到位、措施到位、投入到位。{prose(number, 3)}" for number in range(7))
    return package(ps(texts, BODY, rpr))


CASES: dict[str, Callable[[], bytes]] = {
    "样式-逐级继承": chain,
    "样式-文档默认": defaults,
    "样式-链接样式": linked,
    "样式-粗体开关": toggles,
    "样式-直接格式优先": direct_over_style,
    "样式-表格条件格式": table_style,
    "字体-西文字体": latin_font,
    "字体-引号归中文": theme_less_hint,
}
