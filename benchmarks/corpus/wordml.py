"""WordprocessingML as text: paragraphs, runs, tables and sections of the corpus."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

A4 = (11906, 16838)
MARGINS = (2098, 1474, 1984, 1587)  # 37, 26, 35, 28 mm: top, right, bottom, left


def r(text: str, rpr: str = "") -> str:
    """A run of text."""
    return f'<w:r>{_properties("rPr", rpr)}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(content: str = "", ppr: str = "", rpr: str = "") -> str:
    """A paragraph of runs, or of one text."""
    inner = content if content.startswith("<") or not content else r(content, rpr)
    return f"<w:p>{_properties('pPr', ppr)}{inner}</w:p>"


def ps(texts: Iterable[str], ppr: str = "", rpr: str = "") -> str:
    """One paragraph for each text."""
    return "".join(p(text, ppr, rpr) for text in texts)


def _properties(name: str, inner: str) -> str:
    return f"<w:{name}>{inner}</w:{name}>" if inner else ""


TAB = "<w:r><w:tab/></w:r>"
BREAK = "<w:r><w:br/></w:r>"
PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'
COLUMN_BREAK = '<w:r><w:br w:type="column"/></w:r>'
BODY = '<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>'
CENTER = '<w:jc w:val="center"/>'


def fonts(name: str) -> str:
    """w:rFonts with one name for all scripts."""
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def size(points: float) -> str:
    """w:sz in points."""
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def field(code: str, result: str = "", rpr: str = "") -> str:
    """A complex field with its stored result."""
    mark = "<w:r>" + _properties("rPr", rpr) + '<w:fldChar w:fldCharType="{}"/></w:r>'
    instruction = f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
    return mark.format("begin") + instruction + mark.format("separate") + r(result, rpr) + mark.format("end")


def section(
    inner: str = "",
    *,
    kind: str = "",
    page: tuple[int, int] = A4,
    margins: tuple[int, int, int, int] = MARGINS,
    references: str = "",
    landscape: bool = False,
) -> str:
    """w:sectPr; `inner` holds what follows the margins (columns, title page, grid)."""
    top, right, bottom, left = margins
    start = f'<w:type w:val="{kind}"/>' if kind else ""
    turned = ' w:orient="landscape"' if landscape else ""
    width, height = reversed(page) if landscape else page
    return (
        f'<w:sectPr>{references}{start}<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="851" w:footer="1134"'
        f' w:gutter="0"/>{inner}</w:sectPr>'
    )


def ended(body: str, sectpr: str) -> str:
    """Paragraphs of which the last one ends a section."""
    before, start, last = body.rpartition("<w:p>")
    if last.startswith("<w:pPr>"):
        return before + start + last.replace("</w:pPr>", f"{sectpr}</w:pPr>", 1)
    return f"{before}{start}<w:pPr>{sectpr}</w:pPr>{last}"


GRID = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for edge in
               ("top", "left", "bottom", "right", "insideH", "insideV"))  # fmt: skip


def cell(content: str, tcpr: str = "", width: int = 0) -> str:
    """A cell; `content` is text or paragraphs."""
    sized = f'<w:tcW w:w="{width}" w:type="dxa"/>' if width else ""
    inner = content if content.startswith(("<w:p", "<w:tbl")) else p(content)
    return f"<w:tc>{_properties('tcPr', sized + tcpr)}{inner}</w:tc>"


def row(cells: Iterable[str], trpr: str = "") -> str:
    """A row of ready cells."""
    return f"<w:tr>{_properties('trPr', trpr)}{''.join(cells)}</w:tr>"


def table(widths: Sequence[int], rows: Iterable[str], tblpr: str = "", *, layout: str = "fixed") -> str:
    """A table with rules around all cells; `tblpr` stands before the borders."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr>{tblpr}<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{GRID}</w:tblBorders>'
        f'<w:tblLayout w:type="{layout}"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def plain_table(widths: Sequence[int], texts: Iterable[Sequence[str]], tblpr: str = "", ppr: str = "") -> str:
    """A table of texts."""
    rows = (row(cell(p(text, ppr), width=width) for text, width in zip(line, widths, strict=True)) for line in texts)
    return table(widths, rows, tblpr)
