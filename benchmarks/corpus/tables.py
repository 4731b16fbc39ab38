"""Cases about tables: widths, merges, margins, heights, breaks over pages, nested and floating tables."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.corpus.package import package
from benchmarks.corpus.wordml import BODY, CENTER, cell, p, plain_table, ps, row, size, table
from benchmarks.corpus.words import SENTENCES, paragraphs, prose

WIDE = (800, 3000, 2500, 2545)
TIGHT = '<w:spacing w:line="320" w:lineRule="exact"/>'
HEAD = ("序号", "项目名称", "责任单位", "备注")


def lines_of(count: int) -> list[tuple[str, ...]]:
    """Lines of a list of projects: number, name, unit, note."""
    return [
        (str(n), SENTENCES[n % 20][: 10 + n % 25], "县农业农村局", SENTENCES[(n + 7) % 20][: n % 19])
        for n in range(1, count + 1)
    ]


def small(text: str, ppr: str = "") -> str:
    """A paragraph of 12 points, as cells have it."""
    return p(text, TIGHT + ppr, size(12))


def rows_of(lines: list[tuple[str, ...]], trpr: str = "", tcpr: str = "") -> list[str]:
    """Rows of texts in columns of the widths `WIDE`."""
    return [
        row((cell(small(text), tcpr, width) for text, width in zip(line, WIDE, strict=True)), trpr) for line in lines
    ]


def fixed() -> bytes:
    """A long table of fixed widths."""
    return package(p(prose(0, 2), BODY) + table(WIDE, rows_of([HEAD, *lines_of(60)])) + p(prose(3, 2), BODY))


def automatic() -> bytes:
    """Layout autofit with the widths that Word stored when it last laid the table out."""
    rows = rows_of([HEAD, *lines_of(25)])
    return package(p(prose(0, 2), BODY) + table(WIDE, rows, layout="autofit") + p(prose(3, 2), BODY))


def by_content() -> bytes:
    """Widths that have to be found from the content: no cell has one (no LibreOffice reference)."""
    rows = [row(cell(small(text)) for text in line) for line in [HEAD, *lines_of(20)]]
    grid = "".join('<w:gridCol w:w="2211"/>' for _ in WIDE)
    edges = "".join(
        f'<w:{e} w:val="single" w:sz="4" w:color="auto"/>'
        for e in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    body = (
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{edges}</w:tblBorders>'
        '<w:tblLayout w:type="autofit"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
    return package(p(prose(0, 2), BODY) + body + p(prose(3, 2), BODY))


def percent() -> bytes:
    """Widths in percent of the text."""
    shares = (500, 2000, 1500, 1000)
    rows = [
        row(cell(small(text), f'<w:tcW w:w="{share}" w:type="pct"/>') for text, share in zip(line, shares, strict=True))
        for line in lines_of(15)
    ]
    body = table((885, 3538, 2653, 1769), rows).replace(
        '<w:tblW w:w="8845" w:type="dxa"/>', '<w:tblW w:w="5000" w:type="pct"/>'
    )
    return package(p(prose(0, 2), BODY) + body)


def merged() -> bytes:
    """Cells joined across and down."""

    def joined(text: str, span: int = 1, down: str = "", width: int = 0) -> str:
        tcpr = (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "") + down + '<w:vAlign w:val="center"/>'
        return cell(small(text, CENTER), tcpr, width)

    start, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    title = [
        joined("项目", down=start, width=800),
        joined("投资情况", 2, width=5500),
        joined("备注", down=start, width=2545),
    ]
    below = [joined("", down=on, width=800), joined("计划", width=3000), joined("完成", width=2500)]
    rows = [row(title), row([*below, joined("", down=on, width=2545)])]
    for group in range(8):
        for step in range(3):
            rows.append(row([
                joined(f"第{group + 1}组", down=on if step else start, width=800),
                joined(f"{step * 120 + 35}.6", width=3000),
                joined(SENTENCES[group][:14], width=2500),
                joined("" if step else SENTENCES[group + 1][:30], down=on if step else start, width=2545),
            ]))  # fmt: skip
        rows.append(row([joined("小计", 2, width=3800), joined(f"合计{group}", 2, width=5045)]))
    return package(p("投资完成情况表", CENTER) + table(WIDE, rows))


def repeated_head() -> bytes:
    """A head of two rows that stands again on every page."""
    rows = rows_of([HEAD, ("", "名称", "单位", "说明")], "<w:tblHeader/>") + rows_of(lines_of(90))
    return package(p(prose(0, 2), BODY) + table(WIDE, rows) + p(prose(3, 2), BODY))


def unsplit_rows() -> bytes:
    """Tall rows that may not be split."""
    rows = [
        row(
            [cell(small(str(n)), "", 800), cell("".join(small(text) for text in paragraphs(2, n)), "", 8045)],
            "<w:cantSplit/>",
        )
        for n in range(14)
    ]
    return package(p(prose(0, 2), BODY) + table((800, 8045), rows))


def split_rows() -> bytes:
    """Tall rows that go on overleaf."""
    rows = [
        row([cell(small(str(n)), "", 800), cell("".join(small(text) for text in paragraphs(5, n)), "", 8045)])
        for n in range(7)
    ]
    return package(p(prose(0, 2), BODY) + table((800, 8045), rows))


def floating() -> bytes:
    """A table that floats beside the text."""
    place = (
        '<w:tblpPr w:leftFromText="180" w:rightFromText="0" w:vertAnchor="text" w:horzAnchor="margin"'
        ' w:tblpXSpec="right" w:tblpY="300"/>'
    )
    lines = [("甲", "12"), ("乙", "35"), ("合计", "47")]
    side = plain_table((1500, 1500), lines, place, TIGHT)
    return package(ps(paragraphs(2), BODY) + side + ps(paragraphs(8, 2), BODY))


def floating_low() -> bytes:
    """A table at the lower edge of the text (no LibreOffice reference)."""
    place = '<w:tblpPr w:vertAnchor="margin" w:horzAnchor="margin" w:tblpXSpec="center" w:tblpYSpec="bottom"/>'
    low = plain_table((4000, 4845), [("甲", "12"), ("乙", "35"), ("合计", "47")], place, TIGHT)
    return package(ps(paragraphs(2), BODY) + low + ps(paragraphs(7, 3), BODY))


def aligned() -> bytes:
    """Tables at the left with an indent, in the middle, at the right."""
    body = ""
    for number, tblpr in enumerate(
        ('<w:tblInd w:w="600" w:type="dxa"/>', '<w:jc w:val="center"/>', '<w:jc w:val="right"/>')
    ):
        head, tail = ("", tblpr) if "tblInd" in tblpr else (tblpr, "")
        made = plain_table((2000, 3000), [("名称", SENTENCES[number][:16])] * 4, head, TIGHT)
        width = '<w:tblW w:w="5000" w:type="dxa"/>'
        body += p(prose(number, 2), BODY) + made.replace(head + width, width + head + tail)
    return package(body)


def uneven_grid() -> bytes:
    """Rows that begin later or end earlier than the grid, and cells of different widths."""
    gaps = '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/><w:wBefore w:w="2211" w:type="dxa"/>'
    wide = cell(small(prose(1, 1)), '<w:gridSpan w:val="2"/>', 4422)
    rows = [row([cell(small("甲"), "", 2211), wide, cell(small("丁"), "", 2212)]),
            row([cell(small(prose(2, 1)), "", 2211), cell(small("丙"), "", 2211)], gaps),
            row([cell(small(prose(3, 1)), '<w:gridSpan w:val="3"/>', 6633), cell(small("末"), "", 2212)])]  # fmt: skip
    return package(p(prose(0, 1), BODY) + table((2211, 2211, 2211, 2212), rows * 4))


CASES: dict[str, Callable[[], bytes]] = {
    "表格-固定列宽": fixed,
    "表格-自动列宽": automatic,
    "表格-只按内容列宽": by_content,
    "表格-百分比列宽": percent,
    "表格-合并单元格": merged,
    "表格-重复标题行": repeated_head,
    "表格-行不跨页": unsplit_rows,
    "表格-行跨页": split_rows,
    "表格-浮动": floating,
    "表格-浮动到版心底": floating_low,
    "表格-对齐与缩进": aligned,
    "表格-不齐的网格": uneven_grid,
}
