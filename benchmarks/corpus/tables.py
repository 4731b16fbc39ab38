"""Cases about tables: widths, merges, margins, heights, breaks over pages, nested and floating tables."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.corpus.package import NORMAL_FORMAT, normal
from benchmarks.corpus.package import package as any_package
from benchmarks.corpus.wordml import BODY, CENTER, cell, p, plain_table, ps, r, row, size, table
from benchmarks.corpus.words import SENTENCES, paragraphs, prose

WIDE = (800, 3000, 2500, 2545)
TIGHT = '<w:spacing w:line="320" w:lineRule="exact"/>'
# No mark hangs here: LibreOffice hangs none in cells, see 表格-标点溢出边界.
_STYLES = normal('<w:overflowPunct w:val="0"/>' + NORMAL_FORMAT)
HEAD = ("序号", "项目名称", "责任单位", "备注")


def package(body: str) -> bytes:
    """A file whose marks stay inside the edge."""
    return any_package(body, styles=_STYLES)


def _lines(count: int) -> list[tuple[str, ...]]:
    return [
        (str(n), SENTENCES[n % 20][: 10 + n % 25], "县农业农村局", SENTENCES[(n + 7) % 20][: n % 19])
        for n in range(1, count + 1)
    ]


def _p(text: str, ppr: str = "") -> str:
    return p(text, TIGHT + ppr, size(12))


def _rows(lines: list[tuple[str, ...]], trpr: str = "", tcpr: str = "") -> list[str]:
    return [row((cell(_p(text), tcpr, width) for text, width in zip(line, WIDE, strict=True)), trpr) for line in lines]


def fixed() -> bytes:
    """A long table of fixed widths."""
    return package(p(prose(0, 2), BODY) + table(WIDE, _rows([HEAD, *_lines(60)])) + p(prose(3, 2), BODY))


def automatic() -> bytes:
    """Layout autofit with the widths that Word stored when it last laid the table out."""
    rows = _rows([HEAD, *_lines(25)])
    return package(p(prose(0, 2), BODY) + table(WIDE, rows, layout="autofit") + p(prose(3, 2), BODY))


def by_content() -> bytes:
    """Widths that have to be found from the content: no cell has one (no LibreOffice reference)."""
    rows = [row(cell(_p(text)) for text in line) for line in [HEAD, *_lines(20)]]
    grid = "".join('<w:gridCol w:w="2211"/>' for _ in WIDE)
    edges = "".join(
        f'<w:{e} w:val="single" w:sz="4" w:color="auto"/>'
        for e in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    body = (
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="autofit"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
    return package(p(prose(0, 2), BODY) + body + p(prose(3, 2), BODY))


def percent() -> bytes:
    """Widths in percent of the text."""
    shares = (500, 2000, 1500, 1000)
    rows = [
        row(cell(_p(text), f'<w:tcW w:w="{share}" w:type="pct"/>') for text, share in zip(line, shares, strict=True))
        for line in _lines(15)
    ]
    body = table((885, 3538, 2653, 1769), rows).replace(
        '<w:tblW w:w="8845" w:type="dxa"/>', '<w:tblW w:w="5000" w:type="pct"/>'
    )
    return package(p(prose(0, 2), BODY) + body)


def merged() -> bytes:
    """Cells joined across and down."""

    def joined(text: str, span: int = 1, down: str = "", width: int = 0) -> str:
        tcpr = (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "") + down + '<w:vAlign w:val="center"/>'
        return cell(_p(text, CENTER), tcpr, width)

    start, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [row([joined("项目", down=start, width=800), joined("投资情况", 2, width=5500), joined("备注", down=start, width=2545)]),
            row([joined("", down=on, width=800), joined("计划", width=3000), joined("完成", width=2500), joined("", down=on, width=2545)])]  # fmt: skip
    for group in range(8):
        for step in range(3):
            rows.append(row([
                joined(f"第{group + 1}组", down=start if not step else on, width=800), joined(f"{step * 120 + 35}.6", width=3000),
                joined(SENTENCES[group][:14], width=2500), joined(SENTENCES[group + 1][:30] if not step else "", down=start if not step else on, width=2545),
            ]))  # fmt: skip
        rows.append(row([joined("小计", 2, width=3800), joined(f"合计{group}", 2, width=5045)]))
    return package(p("投资完成情况表", CENTER) + table(WIDE, rows))


def margins() -> bytes:
    """Margins of the table and of single cells."""
    tblpr = ""
    margin = '<w:tblCellMar><w:top w:w="100" w:type="dxa"/><w:left w:w="300" w:type="dxa"/><w:bottom w:w="100" w:type="dxa"/><w:right w:w="300" w:type="dxa"/></w:tblCellMar>'
    own = '<w:tcMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/></w:tcMar>'
    body = table(WIDE, [*_rows(_lines(12)), *_rows(_lines(12), tcpr=own)], tblpr).replace(
        '"fixed"/></w:tblPr>', f'"fixed"/>{margin}</w:tblPr>'
    )
    return package(p(prose(0, 2), BODY) + body)


def vertical_text() -> bytes:
    """Cells whose text runs downward."""
    rows = []
    for group in range(5):
        side = cell(
            _p("责任落实情况", CENTER),
            '<w:vMerge w:val="restart"/><w:textDirection w:val="tbRlV"/><w:vAlign w:val="center"/>',
            800,
        )
        rest = cell(p(""), '<w:vMerge/><w:textDirection w:val="tbRlV"/>', 800)
        for step in range(5):
            rows.append(
                row(
                    [side if not step else rest, cell(_p(SENTENCES[group + step]), "", 8045)],
                    '<w:trHeight w:val="500"/>',
                )
            )
    return package(p("情况表", CENTER) + table((800, 8045), rows))


def turned_text() -> bytes:
    """Cells whose text is turned to the left."""
    side = cell(_p("项目清单ABC123", CENTER), '<w:textDirection w:val="btLr"/><w:vAlign w:val="center"/>', 800)
    rows = [
        row([side, cell(_p(prose(n, 2)), "", 8045)], '<w:trHeight w:val="2000" w:hRule="exact"/>') for n in range(6)
    ]
    return package(table((800, 8045), rows) + p(prose(0, 2), BODY))


def heights() -> bytes:
    """Rows of exact and least heights, texts at top, middle, bottom."""
    rows: list[str] = []
    for number, (rule, height) in enumerate((("exact", 600), ("atLeast", 900), ("exact", 1200), ("atLeast", 400)) * 4):
        places = ("top", "center", "bottom")
        cells = [
            cell(_p(SENTENCES[number + step][: 8 + 6 * step]), f'<w:vAlign w:val="{place}"/>', 2948)
            for step, place in enumerate(places)
        ]
        rows.append(row(cells, f'<w:trHeight w:val="{height}" w:hRule="{rule}"/>'))
    return package(table((2948, 2948, 2948), rows) + p(prose(1, 3), BODY))


def repeated_head() -> bytes:
    """A head of two rows that stands again on every page."""
    rows = _rows([HEAD, ("", "名称", "单位", "说明")], "<w:tblHeader/>") + _rows(_lines(90))
    return package(p(prose(0, 2), BODY) + table(WIDE, rows) + p(prose(3, 2), BODY))


def unsplit_rows() -> bytes:
    """Tall rows that may not be split."""
    rows = [
        row(
            [cell(_p(str(n)), "", 800), cell("".join(_p(text) for text in paragraphs(2, n)), "", 8045)],
            "<w:cantSplit/>",
        )
        for n in range(14)
    ]
    return package(p(prose(0, 2), BODY) + table((800, 8045), rows))


def split_rows() -> bytes:
    """Tall rows that go on overleaf."""
    rows = [
        row([cell(_p(str(n)), "", 800), cell("".join(_p(text) for text in paragraphs(5, n)), "", 8045)])
        for n in range(7)
    ]
    return package(p(prose(0, 2), BODY) + table((800, 8045), rows))


def nested() -> bytes:
    """A table in a cell."""
    inner = table(
        (1500, 2500, 2000),
        [
            row(
                cell(_p(text), "", w)
                for text, w in zip(("甲", SENTENCES[n][:20], "乙"), (1500, 2500, 2000), strict=True)
            )
            for n in range(3)
        ],
    )
    rows = [
        row([cell(_p(f"第{n}项"), "", 1500), cell(_p(prose(n, 1)) + inner + _p(""), "", 7345)]) for n in range(1, 7)
    ]
    return package(p(prose(0, 2), BODY) + table((1500, 7345), rows) + p(prose(2, 2), BODY))


def floating() -> bytes:
    """A table that floats beside the text."""
    place = '<w:tblpPr w:leftFromText="180" w:rightFromText="180" w:vertAnchor="text" w:horzAnchor="margin" w:tblpXSpec="right" w:tblpY="300"/>'
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


def borders() -> bytes:
    """Borders of table and cells that differ: double, thick, none, dashed, coloured."""

    def edged(text: str, edges: str, width: int) -> str:
        return cell(_p(text), f"<w:tcBorders>{edges}</w:tcBorders>", width)

    looks = ('<w:top w:val="double" w:sz="6" w:color="auto"/>', '<w:bottom w:val="single" w:sz="18" w:color="C00000"/>',
             '<w:left w:val="nil"/><w:right w:val="nil"/>', '<w:top w:val="dashed" w:sz="6" w:color="0070C0"/>')  # fmt: skip
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
                    cell(_p(t), '<w:shd w:val="clear" w:color="auto" w:fill="E2EFD9"/>', w)
                    for t, w in zip(HEAD[1:], WIDE[1:], strict=True)
                ),
            ]
        ),
    )
    return package(p(prose(0, 2), BODY) + table(WIDE, rows))


def hanging_marks() -> bytes:
    """标点溢出边界 in cells (no LibreOffice reference)."""
    return any_package(p(prose(0, 2), BODY) + table(WIDE, _rows(_lines(40))))


def pictures_of_text() -> bytes:
    """Cells with several paragraphs, lists, indents and alignments."""

    def mixed(n: int) -> str:
        return (
            _p(SENTENCES[n], CENTER)
            + _p(SENTENCES[n + 1], '<w:jc w:val="right"/>')
            + _p(SENTENCES[n + 2], '<w:ind w:firstLine="480"/><w:jc w:val="both"/>')
        )

    rows = [row([cell(mixed(n), "", 4422), cell(mixed(n + 3), "", 4423)]) for n in range(12)]
    return package(table((4422, 4423), rows))


def uneven_grid() -> bytes:
    """Rows that begin later or end earlier than the grid, and cells of different widths."""
    rows = [row([cell(_p("甲"), "", 2211), cell(_p(prose(1, 1)), '<w:gridSpan w:val="2"/>', 4422), cell(_p("丁"), "", 2212)]),
            row([cell(_p(prose(2, 1)), "", 2211), cell(_p("丙"), "", 2211)], '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/><w:wBefore w:w="2211" w:type="dxa"/>'),
            row([cell(_p(prose(3, 1)), '<w:gridSpan w:val="3"/>', 6633), cell(_p("末"), "", 2212)])]  # fmt: skip
    return package(p(prose(0, 1), BODY) + table((2211, 2211, 2211, 2212), rows * 4))


CASES: dict[str, Callable[[], bytes]] = {
    "表格-固定列宽": fixed,
    "表格-自动列宽": automatic,
    "表格-只按内容列宽": by_content,
    "表格-百分比列宽": percent,
    "表格-合并单元格": merged,
    "表格-单元格边距": margins,
    "表格-竖排文字": vertical_text,
    "表格-旋转文字": turned_text,
    "表格-行高与垂直对齐": heights,
    "表格-重复标题行": repeated_head,
    "表格-行不跨页": unsplit_rows,
    "表格-行跨页": split_rows,
    "表格-嵌套": nested,
    "表格-浮动": floating,
    "表格-浮动到版心底": floating_low,
    "表格-对齐与缩进": aligned,
    "表格-边框底纹斜线": borders,
    "表格-标点溢出边界": hanging_marks,
    "表格-单元格内多段": pictures_of_text,
    "表格-不齐的网格": uneven_grid,
}
