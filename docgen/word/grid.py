"""Tables of a template: fixed widths, repeated heads, rows that do not split, joined cells."""

from __future__ import annotations

from docgen.standard import Mm, Pt
from docgen.word.blocks import Table, Tag
from docgen.word.ooxml import element, paragraph, run, tag
from docgen.word.source_tables import JOIN
from docgen.word.styles import NAMES

_LINE = Pt(0.75)
_BREAK = "<br>"  # in a cell: a line ends here
_ROW = Pt(24)  # at least
# At-least lines put what they add above the characters, so more room below sets them in the middle.
_MARGINS = {"top": Pt(2).twips, "left": Mm(1).twips, "bottom": Pt(4).twips, "right": Mm(1).twips}
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_TEXT_STYLES = {"left": "表格文字（左）", "center": "表格文字", "right": "表格文字（右）"}


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
    head = _row(table.heads, columns, ("center",) * len(columns), head=True)
    rows = "".join(
        _tag_row(row, columns) if isinstance(row, Tag) else _row(row, columns, table.alignments) for row in table.rows
    )
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"


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


def _row(cells: tuple[str, ...], columns: list[int], alignments: tuple[str, ...], *, head: bool = False) -> str:
    height = element("trHeight", {"val": _ROW.twips, "hRule": "atLeast"})
    properties = element("cantSplit") + height + (element("tblHeader") if head else "")
    out = ""
    index = 0
    while index < len(cells):
        span = 1
        while index + span < len(cells) and cells[index + span] == JOIN:
            span += 1
        style = "表头" if head else _TEXT_STYLES[alignments[index]]
        out += _cell(cells[index], style, sum(columns[index : index + span]), span)
        index += span
    return f"<w:tr><w:trPr>{properties}</w:trPr>{out}</w:tr>"


def _cell(text: str, style: str, width: int, span: int) -> str:
    joined = element("gridSpan", {"val": span}) if span > 1 else ""
    properties = element("tcW", {"w": width, "type": "dxa"}) + joined + element("vAlign", {"val": "center"})
    content = run(text.replace(_BREAK, "\u2028")) if text else ""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(NAMES[style].identifier, content)}</w:tc>"


def _tag_row(row: Tag, columns: list[int]) -> str:
    """A row that holds one row-level tag; it vanishes when the template is rendered."""
    properties = element("tcW", {"w": sum(columns), "type": "dxa"}) + element("gridSpan", {"val": len(columns)})
    content = tag(row.statement).replace("{%p ", "{%tr ")
    return f"<w:tr><w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc></w:tr>"
