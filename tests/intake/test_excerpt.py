"""What a sheet's few awkward cells tell is what a walk over all its cells finds, and what openpyxl sees."""

from __future__ import annotations

import random
import re
import zipfile
from datetime import date

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils import get_column_letter

from docgen.errors import FileError
from docgen.intake import drafts, sheetxml
from docgen.intake.excerpt import excerpt
from docgen.intake.load import load
from docgen.intake.sheetxml import Marks, scan
from docgen.intake.workbook import grids

PERCENT = frozenset((7, 17))
WITHOUT_CONTENT = ["<c {r}/>", "<c {r} s='3'></c>", '<c s="17" {r} />']
TYPED = [
    "<c {r}><v>12</v></c>",
    '<c {r} s="3" t="n"><v>45356</v></c>',
    '<c {r} s="7"><v>0.5</v></c>',
    "<c s = '07'\n{r}><v>0.5</v></c>",
    '<c {r} s="77"><v>1</v></c>',
    '<c {r} t="s"><v>0</v></c>',
    '<c {r} t="b"><v>1</v></c>',
    '<c {r} t="inlineStr"><is><t>甲 :f "e" s="7" r="A1234567" &lt;f> ></t></is></c>',
    '<c {r} s="17" t="inlineStr"><is><r><rPr><color/><charset val="1"/><condense/></rPr><t> 乙</t></r></is></c>',
]
CALCULATED = [
    "<c {r}><f>1+1</f><v>2</v></c>",
    '<c {r}><f t="shared" ref="A1:A9" si="0">B1&lt;1</f>\n<v>2</v></c>',
    '<c {r}><f t="shared" si="0"/><v>2</v></c>',
    '<c {r} t="str"><f>"a"</f><v>a</v></c>',
    '<c {r} t="str"><f>""</f><v></v></c>',
    '<c t="str" {r}><f>""</f></c>',
    '<c {r} s="7"><f>1/2</f><v xml:space="preserve"> </v></c>',
    '<c {r} t="inlineStr"><f>1</f><is><t>a</t></is></c>',
]
UNCALCULATED = [
    "<c {r}><f>1+1</f></c>",
    '<c {r} s="7"><f>1>2</f><v/></c>',
    "<c {r}><f\n>1</f><v></v></c>",
    "<c {r}><f/></c>",
    '<c {r}><f t="shared" si="0" /><v></v></c>',
    '<c {r} a=">"><f a=">">1</f><v a=">x"></v></c>',
]
WRONG = [
    '<c {r} t="e"><v>#N/A</v></c>',
    "<c t='e' {r} s='7'><f>B2</f><v>#REF!</v></c>",
    '<c {r} t = "e"><f>1</f></c>',
]
EVERY = WITHOUT_CONTENT + TYPED + CALCULATED + UNCALCULATED + WRONG
STRANGE = [
    '<c {r} t="e"><!-- <c r="Z9"><f/></c> --><v>#N/A</v></c>',
    "<c {r}><f>1</f><v><![CDATA[]]></v></c>",
    '<c {r} t="inlineStr"><is><t><![CDATA[</t></is></c><c r="ZZ9"><f/></c>]]></t></is></c>',
    "<!-- <c r='ZZ9'><f/></c> -->",
    "<?x <c r='ZZ9'><f/></c> ?>",
    '<c t="e"><v>#N/A</v></c>',
    "<c><f>1</f></c>",
    "<y:c {r}><y:f>1</y:f></y:c>",
    "<c {r}><ext><c/></ext><f/></c>",
]


def walked_whole(xml: bytes, percent=PERCENT) -> Marks:
    return sheetxml._walked(xml, percent, "").marks


def sheet_of(chance: random.Random, *, strange: bool) -> bytes:
    """A sheet of some rows, with all that may stand before, between and behind its cells."""
    cells = EVERY + STRANGE if strange else EVERY
    rows = []
    for row in sorted(chance.sample([*range(1, 30), 99_999, 100_000, 100_001, 1_048_576], chance.randrange(1, 12))):
        style = chance.choice(["", "", "", ' s="7" customFormat="1"', " spans='1:3'"])
        number = "" if strange and chance.random() < 0.1 else f' r="{row}"'
        columns = sorted(chance.sample(range(1, 40), chance.randrange(6)))
        found = "".join(chance.choice(cells).format(r=f'r="{get_column_letter(column)}{row}"') for column in columns)
        rows.append(f"<row{number}{style}>{found}</row>" if found else f"<row{number}{style}/>")
    data = chance.choice(["", "\n"]).join(rows)
    if chance.random() < 0.3:
        data = re.sub(r"<(/?)(?=[a-zA-Z]+[\s/>])", r"<\1x:", data)
        data = f"<x:sheetData>{data}</x:sheetData>"
    else:
        data = f"<sheetData>{data}</sheetData>"
    behind = '<mergeCells><mergeCell ref="A1:B2"/></mergeCells><extLst><xm:f>A1</xm:f><v s="7" t="e"/></extLst>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<s xmlns:x="u"><cols s="7"/>{data}{behind}</s>'.encode()


def same(found: Marks, wanted: Marks) -> bool:
    # Where the last row is counts only where it is too far down.
    far = max(found.last_row, 99_999) == max(wanted.last_row, 99_999)
    return far and (found.uncached, found.errors, found.percent) == (wanted.uncached, wanted.errors, wanted.percent)


@pytest.mark.parametrize("strange", [False, True])
def test_a_few_cells_tell_as_much_of_a_sheet_as_all_of_them(strange):
    chance = random.Random(20)
    marked = far = 0
    for _ in range(600):
        xml = sheet_of(chance, strange=strange)
        wanted = walked_whole(xml)
        assert same(scan(xml, PERCENT), wanted), xml.decode()
        assert strange or excerpt(xml, PERCENT) is not xml
        marked += wanted.any
        far += wanted.last_row >= 100_000
    assert (marked > 400, far > 100) == (True, True)


@pytest.mark.parametrize("cell", EVERY)
@pytest.mark.parametrize("prefix", ["", "x:"])
def test_each_kind_of_cell_is_told_from_its_neighbours(cell, prefix):
    cells = [TYPED[0].format(r='r="A2"'), cell.format(r='r="B2"'), TYPED[0].format(r='r="C2"')]
    text = f"<sheetData><row r='2'>{''.join(cells)}</row></sheetData>"
    xml = f"<s xmlns:x='u'>{re.sub('<(/?)(?=[a-zA-Z])', rf'<{chr(92)}1{prefix}', text)}</s>".encode()
    assert same(scan(xml, PERCENT), walked_whole(xml))
    few = excerpt(xml, PERCENT)
    assert b'r="A2"' not in few
    assert b'r="C2"' not in few
    marked = walked_whole(xml).any
    assert (b'r="B2"' in few) or not marked
    assert marked == (cell in UNCALCULATED + WRONG or bool(re.search(r"s ?= ?[\"'](07|7|17)[\"'](?! r=)", cell)))


def test_an_excerpt_holds_the_cells_in_question_and_nothing_else_of_the_data():
    ordinary = '<c r="A1" s="1"><v>1</v></c><c r="B1"><f>A1</f><v>1</v></c>'
    odd = '<c r="C1" t="e"><v>#N/A</v></c>'
    row = '<row r="2" s="7"><c r="A2"/></row>'
    xml = f"<s><cols/><sheetData><row r='1'>{ordinary}{odd}{ordinary}</row>{row}</sheetData><tail/></s>"
    assert excerpt(xml.encode(), PERCENT).decode() == f"<s><cols/><sheetData>{odd}{row}</sheetData><tail/></s>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encoding_of_a_sheet_hides_no_error_value(encoding):
    xml = '<s><sheetData><row r="1"><c r="A1" t="e"><v>#N/A</v></c></row></sheetData></s>'
    assert scan(xml.encode(encoding), PERCENT).errors == {(0, 0): "#N/A"}


def test_a_cell_stands_where_its_own_address_says():
    cells = '<c r="B2" t="e"><v>#N/A</v></c><c t="e"><v>#REF!</v></c><c r="e7"><f/></c>'
    marks = scan(f"<s><sheetData><row r='5'>{cells}</row></sheetData></s>".encode(), PERCENT)
    assert (marks.errors, marks.uncached) == ({(1, 1): "#N/A", (4, 2): "#REF!"}, {(6, 4)})


TITLES = ["乡镇", "村名", "挂牌原因", "未脱贫户数", "贫困发生率", "第一书记"]


def awkward_book(sheets, chance: random.Random):
    """Villages with some cells of every awkward kind; formulas are calculated afterwards, or not (see `calculate`)."""
    rows = [["青石镇", f"村{n}", "难度较大", n, "2.3%", f"江{n}"] for n in range(60)]
    sheets["督战村"] = [TITLES, *rows]

    def spoil(workbook):
        sheet = workbook["督战村"]
        for _ in range(chance.randrange(25)):
            spot = sheet.cell(chance.randrange(2, 62), chance.randrange(1, 7))
            kind = chance.randrange(8)
            if kind == 0:
                spot.value, spot.data_type = chance.choice(["#N/A", "#REF!", "#DIV/0!"]), "e"
            elif kind in (1, 2):
                spot.value = chance.choice(["=1+1", '=IF(A2="","","丙")', "=D2*2"])
            elif kind == 3:
                spot.value, spot.number_format = chance.choice([0.023, 1, 12, "甲", None]), "0.0%"
            elif kind == 4:
                spot.value = CellRichText("村", TextBlock(InlineFont(b=True), "甲"))
            elif kind == 5:
                spot.value = date(2024, 3, 5)
            elif kind == 6:
                spot.value = chance.choice([None, " ", "=x", '"e" :f s="1"', "村1"])
        if chance.random() < 0.3:
            sheet.merge_cells("F10:F12")
        workbook["责任单位"].column_dimensions["C"].number_format = "0%"

    return spoil


def calculate(path, chance: random.Random) -> None:
    """Give some of the formulas a result, as Excel would have written it."""
    results = ["<v>2</v>", "<v>丙</v>", "<v></v>", "", "<v/>", "<v>#N/A</v>"]
    kinds = {"<v>丙</v>": ' t="str"', "<v></v>": ' t="str"', "<v>#N/A</v>": ' t="e"'}

    def change(match):
        result = chance.choice(results)
        return f"<c{match[1]}{kinds.get(result, '')}>{match[2]}{result}</c>"

    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            if name.startswith("xl/worksheets/"):
                formula = r"<c((?: [rs]=\"\w+\")*)>(<f>[^<]*</f>)(?:<v ?/>|<v></v>)</c>"
                data = re.sub(formula, change, data.decode()).encode()
            archive.writestr(name, data)


@pytest.mark.parametrize("seed", range(40))
def test_a_workbook_reads_the_same_by_excerpt_and_column_as_by_every_cell(seed, book, sheets, monkeypatch):
    chance = random.Random(seed)
    path = book(sheets, awkward_book(sheets, chance))
    calculate(path, chance)
    quick = load(path)
    monkeypatch.setattr(sheetxml, "excerpt", lambda xml, styles: xml)
    monkeypatch.setattr(drafts, "ordinary_columns", lambda rows: {})
    slow = load(path)
    assert quick.diagnostics == slow.diagnostics
    assert quick.draft is not None
    assert quick.draft == slow.draft
    assert quick.gaps == slow.gaps
    assert [[str(r.place(n)) for n in type(r).model_fields] for r in quick.draft.records()] == [
        [str(r.place(n)) for n in type(r).model_fields] for r in slow.draft.records()
    ]


@pytest.mark.parametrize("seed", range(10))
def test_openpyxl_sees_the_same_marks(seed, book, sheets):
    chance = random.Random(seed)
    path = book(sheets, awkward_book(sheets, chance))
    calculate(path, chance)
    found = next(grid for grid in grids(path) if grid.name == "督战村").marks
    typed, shown = openpyxl.load_workbook(path)["督战村"], openpyxl.load_workbook(path, data_only=True)["督战村"]
    uncached, errors, percent = set(), {}, set()
    for row in typed.iter_rows():
        for cell in row:
            result = shown[cell.coordinate]
            where = (cell.row - 1, cell.column - 1)
            if cell.data_type == "f" and result.value is None and result.data_type != "str":
                uncached.add(where)
            if result.data_type == "e":
                errors[where] = result.value
            if "%" in cell.number_format:
                percent.add(where)
    assert (found.uncached, found.errors, found.percent) == (uncached, errors, percent)


def test_a_row_whose_number_is_none_is_still_refused(book, sheets):
    sheets["乡镇"][1][2] = "=1+1"
    path = book(sheets)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data.replace(b'<row r="2"', b'<row r="x"') if name.startswith("xl/work") else data)
    with pytest.raises(FileError, match="读不出来，可能已损坏"):
        load(path)
