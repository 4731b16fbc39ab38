"""Cases about cells: margins, heights, text that runs downward, nested tables, borders, several paragraphs."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.corpus.package import normal, package
from benchmarks.corpus.tables import HEAD, WIDE, lines_of, rows_of, small
from benchmarks.corpus.wordml import BODY, CENTER, cell, p, row, table
from benchmarks.corpus.words import SENTENCES, prose


def margins() -> bytes:
    """Margins of the table and of single cells."""
    tblpr = ""
    edges = (("top", 100), ("left", 300), ("bottom", 100), ("right", 300))
    inner = "".join(f'<w:{edge} w:w="{width}" w:type="dxa"/>' for edge, width in edges)
    margin = f"<w:tblCellMar>{inner}</w:tblCellMar>"
    own = '<w:tcMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/></w:tcMar>'
    body = table(WIDE, [*rows_of(lines_of(12)), *rows_of(lines_of(12), tcpr=own)], tblpr).replace(
        '"fixed"/></w:tblPr>', f'"fixed"/>{margin}</w:tblPr>'
    )
    return package(p(prose(0, 2), BODY) + body)


def vertical_text() -> bytes:
    """Cells whose text runs downward; rows that may be parted have cases of their own."""
    rows = []
    for group in range(5):
        side = cell(
            small("责任落实情况", CENTER),
            '<w:vMerge w:val="restart"/><w:textDirection w:val="tbRlV"/><w:vAlign w:val="center"/>',
            800,
        )
        rest = cell(p(""), '<w:vMerge/><w:textDirection w:val="tbRlV"/>', 800)
        for step in range(5):
            rows.append(
                row(
                    [side if not step else rest, cell(small(SENTENCES[group + step]), "", 8045)],
                    '<w:cantSplit/><w:trHeight w:val="500"/>',
                )
            )
    return package(p("情况表", CENTER) + table((800, 8045), rows))


def turned_text() -> bytes:
    """Cells whose text is turned to the left."""
    side = cell(small("项目清单ABC123", CENTER), '<w:textDirection w:val="btLr"/><w:vAlign w:val="center"/>', 800)
    rows = [
        row([side, cell(small(prose(n, 2)), "", 8045)], '<w:trHeight w:val="2000" w:hRule="exact"/>') for n in range(6)
    ]
    return package(table((800, 8045), rows) + p(prose(0, 2), BODY))


def heights() -> bytes:
    """Rows of exact and least heights, texts at top, middle, bottom."""
    rows: list[str] = []
    for number, (rule, height) in enumerate((("exact", 600), ("atLeast", 900), ("exact", 1150), ("atLeast", 400)) * 4):
        places = ("top", "center", "bottom")
        cells = [
            cell(small(SENTENCES[number + step][: 8 + 6 * step]), f'<w:vAlign w:val="{place}"/>', 2948)
            for step, place in enumerate(places)
        ]
        rows.append(row(cells, f'<w:trHeight w:val="{height}" w:hRule="{rule}"/>'))
    return package(table((2948, 2948, 2948), rows) + p(prose(1, 3), BODY))


def nested() -> bytes:
    """A table in a cell."""
    inner = table(
        (1500, 2500, 2000),
        [
            row(
                cell(small(text), "", w)
                for text, w in zip(("甲", SENTENCES[n][:20], "乙"), (1500, 2500, 2000), strict=True)
            )
            for n in range(3)
        ],
    )
    rows = [
        row([cell(small(f"第{n}项"), "", 1500), cell(small(prose(n, 1)) + inner + small("以上为明细。"), "", 7345)])
        for n in range(1, 7)
    ]
    return package(p(prose(0, 2), BODY) + table((1500, 7345), rows) + p(prose(2, 2), BODY))


def borders() -> bytes:
    """Borders of table and cells that differ: double, thick, none, dashed, coloured."""

    def edged(text: str, edges: str, width: int) -> str:
        return cell(small(text), f"<w:tcBorders>{edges}</w:tcBorders>", width)

    looks = ('<w:top w:val="double" w:sz="6" w:color="auto"/>', '<w:bottom w:val="single" w:sz="18" w:color="C00000"/>',
             '<w:left w:val="nil"/><w:right w:val="nil"/>',
             '<w:top w:val="dashed" w:sz="6" w:color="0070C0"/>')  # fmt: skip
    rows = [
        row(edged(SENTENCES[n + k][:12], looks[(n + k) % 4], width) for k, width in enumerate(WIDE)) for n in range(12)
    ]
    diagonal = cell(p(""), '<w:tcBorders><w:tl2br w:val="single" w:sz="4" w:color="auto"/></w:tcBorders>', WIDE[0])
    rows.insert(
        0,
        row(
            [
                diagonal,
                *(
                    cell(small(t), '<w:shd w:val="clear" w:color="auto" w:fill="E2EFD9"/>', w)
                    for t, w in zip(HEAD[1:], WIDE[1:], strict=True)
                ),
            ]
        ),
    )
    return package(p(prose(0, 2), BODY) + table(WIDE, rows))


def pictures_of_text() -> bytes:
    """Cells with several paragraphs, lists, indents and alignments."""

    def mixed(n: int) -> str:
        return (
            small(SENTENCES[n], CENTER)
            + small(SENTENCES[n + 1], '<w:jc w:val="right"/>')
            + small(SENTENCES[n + 2], '<w:ind w:firstLine="480"/><w:jc w:val="both"/>')
        )

    rows = [row([cell(mixed(n), "", 4422), cell(mixed(n + 3), "", 4423)]) for n in range(12)]
    return package(table((4422, 4423), rows))


def hanging_marks() -> bytes:
    """标点溢出边界 in cells (no LibreOffice reference)."""
    return package(p(prose(0, 2), BODY) + table(WIDE, rows_of(lines_of(40))), styles=normal(hangs=True))


CASES: dict[str, Callable[[], bytes]] = {
    "表格-单元格边距": margins,
    "表格-竖排文字": vertical_text,
    "表格-旋转文字": turned_text,
    "表格-行高与垂直对齐": heights,
    "表格-嵌套": nested,
    "表格-边框底纹斜线": borders,
    "表格-标点溢出边界": hanging_marks,
    "表格-单元格内多段": pictures_of_text,
}
