from __future__ import annotations

import builtins
import hashlib
import io
import subprocess
import sys
from pathlib import Path

import pdfplumber
import pytest
from page_records import printed

from docgen.errors import MissingError
from docgen.pdf.pages import Fill, Image, Line, Page, Pages, Piece, Rule, Turned
from docgen.pdf.typefaces.fonts import Fonts
from docgen.pdf.weasyprint_writer import written

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415478da63f8cfc0000003010100c9fe92ef"
    "0000000049454e44ae426082"
)


def piece(fonts: Fonts, text: str, x: float = 0.0, size: float = 16.0, spacing: float = 0.0, **how: object) -> Piece:
    name = str(how.pop("font", "仿宋"))
    return Piece(text, fonts.face(name).face, size, x, len(text) * (size + spacing), spacing, **how)  # type: ignore[arg-type]


def pages_of(*items: object, **how: object) -> Pages:
    return Pages((Page(595.3, 841.9, items),), **how)  # type: ignore[arg-type]


def chars(pdf: bytes) -> list[dict]:
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        page = opened.pages[0]
        return [{**char, "baseline": page.height - char["matrix"][5]} for char in page.chars]


def test_every_character_stands_where_the_layout_put_it(machine_fonts):
    first = piece(machine_fonts, "国家", spacing=2.0)
    second = piece(machine_fonts, "标准", 100.0, 42.0, font="方正小标宋简体")
    found = chars(printed(pages_of(Line(79.4, 128.04, (first, second)), Line(79.4, 700.0, (first,)))))
    assert [char["text"] for char in found] == list("国家标准国家")
    expected = [(79.4, 128.04), (97.4, 128.04), (179.4, 128.04), (221.4, 128.04), (79.4, 700.0), (97.4, 700.0)]
    for char, (x, baseline) in zip(found, expected, strict=True):
        assert char["x0"] == pytest.approx(x, abs=0.1)
        assert char["baseline"] == pytest.approx(baseline, abs=0.1)


def test_lines_of_one_pitch_keep_their_baselines(machine_fonts):
    lines = [Line(79.4, 128.04 + 28.95 * number, (piece(machine_fonts, "国"),)) for number in range(22)]
    found = chars(printed(pages_of(*lines)))
    for number, char in enumerate(found):
        assert char["baseline"] == pytest.approx(128.04 + 28.95 * number, abs=0.1)


def test_rules_and_fills_have_their_places(machine_fonts):
    pdf = printed(pages_of(Rule(79.4, 300.0, 521.6, 300.0, 1.5, "#ff0000"), Fill(100, 400, 50, 20, "#eeeeee")))
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        rule, fill = opened.pages[0].rects
    assert (rule["x0"], rule["x1"]) == (pytest.approx(79.4, abs=0.05), pytest.approx(521.6, abs=0.05))
    assert (rule["top"], rule["bottom"]) == (pytest.approx(299.25, abs=0.05), pytest.approx(300.75, abs=0.05))
    assert rule["non_stroking_color"] == (1, 0, 0)
    assert (fill["width"], fill["height"]) == (pytest.approx(50, abs=0.05), pytest.approx(20, abs=0.05))


def test_turned_items_run_down_from_their_origin(machine_fonts):
    pdf = printed(pages_of(Turned(100.0, 200.0, 90, (Line(0.0, 10.0, (piece(machine_fonts, "国家"),)),))))
    first, second = chars(pdf)
    assert first["matrix"][4] == pytest.approx(90, abs=0.1)
    assert 841.9 - first["matrix"][5] == pytest.approx(200, abs=0.1)
    assert 841.9 - second["matrix"][5] == pytest.approx(216, abs=0.1)


def test_a_widened_piece_is_stretched_from_its_left_edge(machine_fonts):
    narrow = piece(machine_fonts, "国家", 30.0, scale=0.5)
    first, second = chars(printed(pages_of(Line(50.0, 100.0, (narrow,)))))
    assert first["x0"] == pytest.approx(80, abs=0.1)
    assert second["x0"] - first["x0"] == pytest.approx(8, abs=0.1)
    assert first["baseline"] == pytest.approx(100, abs=0.1)


def test_pictures_are_drawn():
    pdf = printed(pages_of(Image(10.0, 20.0, 30.0, 40.0, PIXEL, "image/png")))
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        image = opened.pages[0].images[0]
    assert (image["x0"], image["top"], image["width"], image["height"]) == (
        pytest.approx(10, abs=0.1),
        pytest.approx(20, abs=0.1),
        pytest.approx(30, abs=0.1),
        pytest.approx(40, abs=0.1),
    )


def test_pages_keep_their_sizes_and_empty_pages_stay(machine_fonts):
    pages = Pages((Page(595.3, 841.9, ()), Page(841.9, 595.3, ()), Page(595.3, 841.9, ())))
    with pdfplumber.open(io.BytesIO(printed(pages))) as opened:
        sizes = [(round(page.width, 1), round(page.height, 1)) for page in opened.pages]
    assert sizes == [(595.3, 841.9), (841.9, 595.3), (595.3, 841.9)]


def test_properties_language_and_bookmarks_are_in_the_file(machine_fonts):
    line = Line(50.0, 100.0, (piece(machine_fonts, "一、总体"),), heading=(1, "一、总体<要求>"))
    pdf = printed(pages_of(line, title="方案", author="办公室", keywords="督战", created="2024-02-26T00:00:00Z"))
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        info, catalog = opened.metadata, opened.doc.catalog
        outlines = [(level, title) for level, title, *_ in opened.doc.get_outlines()]
    assert (info["Title"], info["Author"], info["Keywords"]) == ("方案", "办公室", "督战")
    assert info["CreationDate"].startswith("D:20240226")
    assert catalog["Lang"] in (b"zh-CN", "zh-CN")
    assert outlines == [(1, "一、总体<要求>")]


def test_fonts_are_embedded_under_the_name_of_their_file(machine_fonts):
    pdf = printed(pages_of(Line(50.0, 100.0, (piece(machine_fonts, "国", font="宋体"),))))
    names = {char["fontname"].split("+")[1] for char in chars(pdf)}
    stem = Path(machine_fonts.face("宋体").face.path).stem
    assert len(names) == 1
    assert stem in names.pop()


def test_markup_in_the_text_is_only_text(machine_fonts):
    pdf = printed(pages_of(Line(50.0, 100.0, (piece(machine_fonts, "<b>&amp;</b>"),))))
    assert "".join(char["text"] for char in chars(pdf)) == "<b>&amp;</b>"


def test_same_pages_same_bytes_in_one_process_and_in_two(machine_fonts):
    pages = pages_of(Line(50.0, 100.0, (piece(machine_fonts, "国家", spacing=1.234),)), title="题")
    first = printed(pages)
    assert printed(pages) == first
    code = (
        "import hashlib, sys; from docgen.pdf.typefaces.fonts import Fonts; from docgen.pdf.pages import *\n"
        "from docgen.pdf.weasyprint_writer import written\n"
        "face = Fonts.of_machine().face('仿宋').face\n"
        "line = Line(50.0, 100.0, (Piece('国家', face, 16.0, 0.0, 32.0, spacing=1.234),))\n"
        "print(hashlib.sha256(written(Pages((Page(595.3, 841.9, (line,)),), title='题')).pdf).hexdigest())"
    )
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == hashlib.sha256(first).hexdigest()


def test_nothing_is_logged_and_nothing_fetched_from_outside(machine_fonts, capfd):
    picture = Image(1.0, 1.0, 5.0, 5.0, b"no picture", "image/png")
    result = written(pages_of(Line(50.0, 100.0, (piece(machine_fonts, "国"),)), picture))
    assert result.notes == ("有一幅图片读不出来，没有画",)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("error, remedy", [(OSError("no pango"), "libpango"), (ImportError("none"), "pip install")])
def test_without_weasyprint_or_pango_the_error_says_how_to_get_it(monkeypatch, error, remedy):
    genuine = builtins.__import__

    def failing(name: str, *rest: object, **more: object):
        if name == "weasyprint":
            raise error
        return genuine(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", failing)
    with pytest.raises(MissingError) as caught:
        printed(Pages((Page(100, 100, ()),)))
    assert remedy in caught.value.remedy
