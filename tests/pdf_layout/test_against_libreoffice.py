from __future__ import annotations

import difflib
import io
import random
import shutil
import subprocess
from pathlib import Path

import docx
import pdfplumber
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from docgen.pdf.convert import convert

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]

WORDS = "为深入贯彻落实党中央国务院关于巩固拓展脱贫攻坚成果的决策部署各乡镇要求对标表确保完成任务不漏一户县委印发通知"
# No “ behind a mark: LibreOffice never breaks before a quotation mark, Word does.
MARKS = ["，", "，", "。", "、", "；", "（", "）", "《", "》", "——", "……", "2024年3月5日", "100%", "15.6", "GDP", "12"]


def element(tag: str, **values: object):
    made = OxmlElement(f"w:{tag}")
    for name, value in values.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def put(paragraph, text: str, font: str, size: int, line: int, rule: str, spacing: int, indent: int) -> None:
    run = paragraph.add_run(text)._r.get_or_add_rPr()
    run.append(element("rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font, hint="eastAsia"))
    run.append(element("spacing", val=spacing))
    run.append(element("sz", val=size * 2))
    how = paragraph._p.get_or_add_pPr()
    how.append(element("overflowPunct", val=0))
    how.append(element("spacing", before=0, after=0, line=line, lineRule=rule))
    how.append(element("ind", firstLine=indent))
    how.append(element("jc", val="both"))


def made_docx(seed: int) -> bytes:
    chance = random.Random(seed)
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = (
        Mm(37),
        Mm(26),
        Mm(35),
        Mm(28),
    )
    for _ in range(25):
        words = ["".join(chance.choices(WORDS, k=chance.randint(2, 14))) + chance.choice(MARKS) for _ in range(25)]
        put(document.add_paragraph(), "".join(words), "FandolFang R", 16, 579, "exact", -5, 640)
    table = document.add_table(rows=30, cols=2, style="Table Grid")
    for number, row in enumerate(table.rows):
        put(row.cells[0].paragraphs[0], str(number), "FandolFang R", 12, 240, "auto", 0, 0)
        text = "".join(chance.choices(WORDS, k=chance.randint(2, 50)))
        put(row.cells[1].paragraphs[0], text, "FandolFang R", 12, 240, "auto", 0, 0)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def lines_of(pdf: bytes) -> list[tuple[int, str]]:
    """(page, text) of every line."""
    found = []
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        for number, page in enumerate(opened.pages):
            rows: dict[int, list] = {}
            for char in page.chars:
                rows.setdefault(round((page.height - char["matrix"][5]) / 3), []).append(char)
            for _, chars in sorted(rows.items()):
                text = "".join(char["text"] for char in sorted(chars, key=lambda char: char["x0"]))
                found.append((number, text.replace(" ", "")))
    return found


def by_libreoffice(data: bytes, folder: Path) -> bytes:
    (folder / "a.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "a.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return (folder / "a.pdf").read_bytes()


@pytest.mark.parametrize("seed", [1, 2])
def test_lines_and_pages_end_where_libreoffice_ends_them(machine_fonts, tmp_path, seed):
    data = made_docx(seed)
    own, other = lines_of(convert(data, machine_fonts).pdf), lines_of(by_libreoffice(data, tmp_path))
    matcher = difflib.SequenceMatcher(None, other, own, autojunk=False)
    equal = sum(block.size for block in matcher.get_matching_blocks())
    assert own[-1][0] == other[-1][0]
    assert len(own) > 300
    assert equal / len(other) > 0.97
