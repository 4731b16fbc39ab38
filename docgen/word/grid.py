"""Tables of a template: fixed widths, repeated heads, rows that do not split (those of forms may), joined cells."""

from __future__ import annotations

from docgen.standard import Mm, Pt
from docgen.word.blocks import Cell, Row, Table, Tag, Text
from docgen.word.ooxml import element, paragraph, run, tag
from docgen.word.style import KEEP
from docgen.word.styles import NAMES

_LINE = Pt(0.75)
_BREAK = "<br>"  # in a cell: a line ends here
_ROW = Pt(24)  # at least
# At-least lines put what they add above the characters, so more room below sets them in the middle.
_MARGINS = {"top": Pt(2).twips, "left": Mm(1).twips, "bottom": Pt(4).twips, "right": Mm(1).twips}
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_TEXT_STYLES = {"left": "表格文字（左）", "center": "表格文字", "right": "表格文字（右）"}
_FORM_STYLES = {"left": "表单文字", "center": "表单文字（中）", "right": "表单文字（右）"}
_LONG = "表单段落"  # text that fills its cell from the top
_MERGES = {"start": element("vMerge", {"val": "restart"}), "continue": element("vMerge"), "none": ""}


def table_xml(table: Table, width: int) -> str:
    """The `w:tbl` of a table `width` twips wide, centred."""
    columns = column_widths(table.widths, width)
    borders = "".join(
        element(side, {"val": "single", "sz": _LINE.eighths, "space": 0, "color": "000000"}) for side in _SIDES
    )
    properties = (
        element("tblW", {"w": width, "type": "dxa"})
        + element("jc", {"val": "center"})
        + f"<w:tblBorders>{borders}</w:tblBorders>"
        + element("tblLayout", {"type": "fixed"})
        + cell_margins(_MARGINS)
    )
    grid = "".join(element("gridCol", {"w": column}) for column in columns)
    known = _FORM_STYLES if table.is_form else _TEXT_STYLES
    styles = [known[alignment] for alignment in table.alignments]
    heads = "".join(_row(row, columns, ["表头"] * len(columns), _HEAD) for row in table.heads)
    kind = "" if table.is_form else element("cantSplit")
    rows = "".join(
        _tag_row(row, columns) if isinstance(row, Tag) else _row(row, columns, styles, (kind, "")) for row in table.rows
    )
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{heads}{rows}</w:tbl>"


def column_widths(relative: tuple[int, ...], width: int) -> list[int]:
    """Share `width` by the relative widths; the roundings go to the last column, so that the sum is exact."""
    total = sum(relative)
    columns = [width * part // total for part in relative]
    columns[-1] += width - sum(columns)
    return columns


def cell_margins(margins: dict[str, int]) -> str:
    """`w:tblCellMar`: room inside the cells, in twips."""
    sides = "".join(element(side, {"w": width, "type": "dxa"}) for side, width in margins.items())
    return f"<w:tblCellMar>{sides}</w:tblCellMar>"


_HEAD = (element("cantSplit"), element("tblHeader"))


def _row(row: Row, columns: list[int], styles: list[str], around: tuple[str, str]) -> str:
    """A row; `around` are its properties before and after the height, `styles` those of its columns."""
    least = Mm(row.height).twips or _ROW.twips
    kind = element("cantSplit") if row.whole else around[0]
    properties = kind + element("trHeight", {"val": least, "hRule": "atLeast"}) + around[1]
    extra = KEEP if row.keeps_next else {}
    cells = "".join(
        _cell(cell, styles[cell.column], sum(columns[cell.column : cell.column + cell.span]), extra)
        for cell in row.cells
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def _cell(cell: Cell, style: str, width: int, extra: dict[str, str]) -> str:
    """A cell; `extra` are further properties of its paragraphs."""
    joined = element("gridSpan", {"val": cell.span}) if cell.span > 1 else ""
    long = any(isinstance(item, Text) and item.style == _LONG for item in cell.paragraphs)
    properties = (
        element("tcW", {"w": width, "type": "dxa"})
        + joined
        + _MERGES[cell.merge]
        + element("vAlign", {"val": "top" if long else "center"})
    )
    content = "".join(_paragraph(item, style, extra) for item in cell.paragraphs)
    content = content or paragraph(NAMES[style].identifier, extra=extra)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def _paragraph(item: Text | Tag, style: str, extra: dict[str, str]) -> str:
    if isinstance(item, Tag):
        return tag(item.statement)
    content = run(item.text.replace(_BREAK, "\u2028")) if item.text else ""
    return paragraph(NAMES[item.style or style].identifier, content, extra)


def _tag_row(row: Tag, columns: list[int]) -> str:
    """A row that holds one row-level tag; it vanishes when the template is rendered."""
    properties = element("tcW", {"w": sum(columns), "type": "dxa"}) + element("gridSpan", {"val": len(columns)})
    content = tag(row.statement).replace("{%p ", "{%tr ")
    return f"<w:tr><w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc></w:tr>"
