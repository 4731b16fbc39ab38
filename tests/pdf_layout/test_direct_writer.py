from __future__ import annotations

import builtins
import hashlib
import io
import re
import struct
import subprocess
import sys
import zlib

import pdfplumber
import pytest
from made_fonts import made_font
from page_records import CURVE, TRIANGLE, every_record, one_page, packed, piece, png
from pdf_objects import Opened, shares_of_differing_pixels, text_of, texts

from docgen.errors import MissingError
from docgen.pdf.direct import face_readers
from docgen.pdf.direct.face_readers import face_reader, shared_out
from docgen.pdf.direct.fonttools_reader import FontToolsReader
from docgen.pdf.direct.harfbuzz_reader import HarfBuzzReader
from docgen.pdf.direct_writer import written
from docgen.pdf.pages import Clipped, Face, Image, Line, Link, Page, Pages, Path, Piece, Rule, Target, Turned
from docgen.pdf.typefaces.fonts import Fonts


def content(*items: object) -> str:
    """The operators of a page with these items."""
    pages = one_page(*items)  # type: ignore[arg-type]
    return Opened(written(pages).pdf).contents[0].decode("latin-1")


def chars(pdf: bytes) -> list[tuple[str, float, float]]:
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        page = opened.pages[0]
        return [(one["text"], one["matrix"][4], page.height - one["matrix"][5]) for one in page.chars]


def test_every_character_stands_exactly_where_the_layout_put_it(machine_fonts):
    line = Line(79.4, 128.04, (piece(machine_fonts, "国家", spacing=2.0), piece(machine_fonts, "标准", 100.0, 42.0)))
    narrow = Line(79.4, 700.0, (piece(machine_fonts, "国家", 30.0, scale=0.5, spacing=1.0),))
    found = chars(written(one_page(line, narrow)).pdf)
    expected = [(79.4, 128.04), (97.4, 128.04), (179.4, 128.04), (221.4, 128.04), (109.4, 700.0), (118.4, 700.0)]
    assert [char for char, *_ in found] == list("国家标准国家")
    for (_, x, baseline), place in zip(found, expected, strict=True):
        assert (x, baseline) == (pytest.approx(place[0], abs=0.01), pytest.approx(place[1], abs=0.01))


def test_bold_is_a_stroke_around_filled_characters_and_outline_the_stroke_alone(machine_fonts):
    bold = content(Line(60, 80, (piece(machine_fonts, "粗", bold=0.6, color="#ff0000"),)))
    assert re.findall(r"2 Tr\n1 0 0 rg\n1 0 0 RG\n0.6 w\n1 j\n", bold)
    hollow = content(Line(60, 80, (piece(machine_fonts, "空", outline=True),)))
    assert "1 Tr\n0.4 w\n1 j\n" in hollow
    after = content(Line(60, 80, (piece(machine_fonts, "粗", bold=0.6), piece(machine_fonts, "细", 16))))
    assert after.index("2 Tr") < after.index("0 Tr")


def test_slant_leans_and_rise_lifts(machine_fonts):
    found = content(Line(60, 100, (piece(machine_fonts, "斜", slant=True), piece(machine_fonts, "2", 16, rise=5.0))))
    assert "1 0 0.333 1 60 741.9 Tm" in found
    assert "1 0 0 1 76 746.9 Tm" in found


def test_solid_rules_are_filled_and_dashed_ones_stroked():
    assert "79.4 541.15 442.2 1.5 re f" in content(Rule(79.4, 300.0, 521.6, 300.0, 1.5))
    dashed = content(Rule(60, 280, 500, 280, 1, "#0000ff", (4, 2)))
    assert "0 0 1 RG\n[4 2] 0 d\n60 561.9 m 500 561.9 l S" in dashed


def test_paths_are_filled_stroked_or_both_and_their_alpha_is_a_state():
    assert "400 141.9 m 400 111.9 370 91.9 350 91.9 c S" in content(Path(CURVE, stroke="#ff0000", width=3))
    outline = "200 541.9 m 280 541.9 l 240 501.9 l h"
    assert f"{outline} f" in content(Path(TRIANGLE, fill="#ffcc00"))
    assert f"{outline} B" in content(Path(TRIANGLE, fill="#ffcc00", stroke="#cc0000", width=2))
    pdf = written(one_page(Path(TRIANGLE, fill="#ffcc00", alpha=0.5))).pdf
    opened = Opened(pdf)
    assert b"/A500 gs" in opened.contents[0]
    assert opened.pages[0]["Resources"]["ExtGState"]["A500"] == {"ca": 0.5, "CA": 0.5}
    assert (
        content(Path(TRIANGLE)) == content(Path((), fill="#ffcc00")) == content(Path(TRIANGLE, stroke="#ff0000")) == ""
    )


def test_clipped_and_turned_items_leave_the_rest_as_it_was(machine_fonts):
    word = Line(0, 0, (piece(machine_fonts, "转"),))
    found = content(Turned(100, 200, 90, (word,)), Clipped(60, 410, 80, 20, (word,)), word)
    assert "0.000000 -1.000000 1.000000 0.000000 100 641.9 cm" in found
    assert "60 411.9 80 20 re W n" in found
    assert found.count("q\n") == found.count("Q\n") == 2


def test_equal_pictures_are_in_the_file_once():
    pdf = written(one_page(*(Image(60 * place, 60, 50, 50, png(), "image/png") for place in range(3)))).pdf
    opened = Opened(pdf)
    assert len([one for one in opened.all() if one.get("Subtype") == "Image"]) == 1
    assert opened.contents[0].count(b"/I0 Do") == 3


@pytest.mark.parametrize(
    "data, filter_, space",
    [
        (packed("JPEG"), "DCTDecode", "DeviceRGB"),
        (packed("JPEG", "L"), "DCTDecode", "DeviceGray"),
        (packed("JPEG", "CMYK"), "FlateDecode", "DeviceRGB"),
        (png(0), "FlateDecode", "DeviceGray"),
        (png(2), "FlateDecode", "DeviceRGB"),
        (png(6), "FlateDecode", "DeviceRGB"),
        (packed("PNG", "P"), "FlateDecode", "Indexed"),
        (packed("BMP"), "FlateDecode", "DeviceRGB"),
        (packed("GIF", "P"), "FlateDecode", "DeviceRGB"),
        (packed("TIFF", "CMYK"), "FlateDecode", "DeviceRGB"),
    ],
    ids=["jpeg", "grey jpeg", "jpeg for print", "grey png", "png", "png with alpha", "palette", "bmp", "gif", "tiff"],
)
def test_pictures_of_many_formats_become_objects(data, filter_, space):
    result = written(one_page(Image(60, 60, 50, 50, data, "image/any")))
    assert result.notes == ()
    found = [one for one in Opened(result.pdf).all() if one.get("Subtype") == "Image" and one.get("Interpolate")]
    assert len(found) == 1
    assert found[0]["Filter"] == filter_
    named = found[0]["ColorSpace"]
    assert (named if isinstance(named, str) else named[0]) == space
    assert ("SMask" in found[0]) == (data == png(6))


def test_jpeg_and_plain_png_pixels_are_passed_through():
    jpeg, picture = packed("JPEG"), png()
    pdf = written(one_page(Image(1, 1, 9, 9, jpeg, "image/jpeg"), Image(1, 20, 9, 9, picture, "image/png"))).pdf
    assert jpeg in pdf
    start = picture.index(b"IDAT") + 4
    assert picture[start : start + int.from_bytes(picture[start - 8 : start - 4], "big")] in pdf


def with_pixels(row: bytes, width: int = 1) -> bytes:
    """A PNG in RGB with one row of pixels, or none."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, width, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(row)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "data",
    [
        b"no picture",
        png()[:60],
        png()[:-30],
        with_pixels(b"\x09" + bytes(3)),
        with_pixels(b"", 0),
        b"\xff\xd8\xff",
        b"",
    ],
    ids=["text", "head alone", "cut", "unknown filter", "no pixels", "start of a jpeg", "nothing"],
)
def test_a_picture_that_cannot_be_read_is_left_out_and_told(data):
    result = written(one_page(Image(60, 60, 50, 50, data, "image/png", alt="公章")))
    assert result.notes == ("有一幅图片读不出来，没有画（image/png，公章）",)
    assert not Opened(result.pdf).contents[0]


def test_links_lead_to_addresses_and_to_places(machine_fonts):
    link = Link(60, 500, 100, 20, "https://example.com/政策?a=1")
    inner = Turned(300, 400, 90, (Link(0, 0, 40, 10, "#表一"),))
    pages = Pages((Page(595.3, 841.9, (link, inner)), Page(841.9, 595.3, (Target(60, 300, "表一"), Target(9, 9, "a")))))
    opened = Opened(written(pages).pdf)
    outer, turned = opened.pages[0]["Annots"]
    assert outer["Rect"] == [60, pytest.approx(321.9), 160, pytest.approx(341.9)]
    assert outer["A"]["URI"] == b"https://example.com/%E6%94%BF%E7%AD%96?a=1"
    assert (outer["F"], outer["Border"]) == (4, [0, 0, 0])
    assert turned["Rect"] == pytest.approx([290, 401.9, 300, 441.9])
    assert text_of(turned["Dest"]) == "表一"
    (names,) = [one["Names"] for one in opened.all() if isinstance(one.get("Names"), list)]
    assert [text_of(name) for name in names[::2]] == ["a", "表一"]
    assert [place[2:4] for place in names[1::2]] == [[9, pytest.approx(586.3)], [60, pytest.approx(295.3)]]


def test_a_link_to_nowhere_is_left_out_and_told():
    links = (Link(60, 60, 10, 10, "#没有"), Link(60, 90, 10, 10, "javascript:alert(1)"))
    for tagged in (False, True):
        result = written(one_page(*links))
        assert result.notes == (
            "链接“#没有”指向的位置不存在或地址不能用，PDF 中没有这个链接",
            "链接“javascript:alert(1)”指向的位置不存在或地址不能用，PDF 中没有这个链接",
        ), tagged
        assert "Annots" not in Opened(result.pdf).pages[0]


def test_bookmarks_nest_by_level_also_when_levels_are_left_out(machine_fonts):
    levels = ((1, "一"), (3, "1"), (2, "（一）"), (1, "二"))
    lines = [
        Line(60, 100 + 50 * row, (piece(machine_fonts, text),), heading=(level, text))
        for row, (level, text) in enumerate(levels)
    ]
    with pdfplumber.open(io.BytesIO(written(one_page(*lines)).pdf)) as opened:
        found = [(level, title) for level, title, *_ in opened.doc.get_outlines()]
    assert found == [(1, "一"), (2, "1"), (2, "（一）"), (1, "二")]


def test_fonts_are_subsets_named_after_their_face(machine_fonts):
    (font,) = Opened(written(one_page(Line(60, 80, (piece(machine_fonts, "国家"),)))).pdf).fonts()
    reader = face_reader(machine_fonts.face("仿宋").face)
    assert re.fullmatch(rf"[A-Z]{{6}}\+{re.escape(reader.name)}", font["BaseFont"])
    assert font["Encoding"] == "Identity-H"
    descriptor = font["below"]["FontDescriptor"]
    assert ("FontFile3" in descriptor) != ("FontFile2" in descriptor)


def test_a_glyph_of_two_characters_gives_each_its_own_text(machine_fonts):
    line = Line(60, 80, (piece(machine_fonts, "a b\u00a0c甲乙"),))
    pdf = written(one_page(line)).pdf
    assert "".join(char for char, *_ in chars(pdf)) == "a b\u00a0c甲乙"
    assert len(Opened(pdf).fonts()) == 2


def test_marks_and_variation_selectors_stay_with_their_character(machine_fonts):
    line = Line(60, 80, (piece(machine_fonts, "葛\U000e0100城e\u0301了"),))
    found = "".join(char for char, *_ in chars(written(one_page(line)).pdf))
    assert found.startswith("葛\U000e0100城e")
    assert found.endswith("了")
    assert found.count("e") + found.count("é") == 1


def test_a_character_without_a_glyph_is_a_box_that_gives_its_text(folder):
    made_font("Small", "国家").font.save(folder / "small.ttf")
    face = Fonts.of_machine().face("Small").face
    pdf = written(one_page(Line(60, 80, (Piece("国龘家", face, 16.0, 0.0, 48.0),)))).pdf
    found = chars(pdf)
    assert "".join(char for char, *_ in found) == "国龘家"
    assert [x for _, x, _ in found] == pytest.approx([60, 76, 92], abs=0.01)
    fonts = {one["Subtype"] for one in Opened(pdf).all() if one.get("Type") == "Font"}
    assert fonts == {"Type0", "CIDFontType2", "Type3"}


def test_both_readers_of_faces_agree(machine_fonts):
    for name in ("仿宋", "宋体", "Times New Roman"):
        face = machine_fonts.face(name).face
        one, two = HarfBuzzReader(face.path, face.number), FontToolsReader(face.path, face.number)
        assert (one.name, one.metrics, one.has_outlines) == (two.name, two.metrics, two.has_outlines)
        glyphs = [one.glyph(char) for char in "国a1—\ue000"]
        assert glyphs == [two.glyph(char) for char in "国a1—\ue000"]
        assert [one.advance(glyph) for glyph in glyphs] == [two.advance(glyph) for glyph in glyphs]
        first, second = (reader.subset(frozenset(glyphs)) for reader in (one, two))
        assert first.is_cff == second.is_cff
        assert set(first.numbers) >= set(glyphs) <= set(second.numbers)


def test_without_uharfbuzz_fonttools_makes_the_same_page(machine_fonts, monkeypatch):
    pages = one_page(
        Line(60, 80, (piece(machine_fonts, "国家标准，2024年"), piece(machine_fonts, "宋", 200, font="宋体")))
    )
    usual = written(pages).pdf
    monkeypatch.setitem(sys.modules, "docgen.pdf.direct.harfbuzz_reader", None)
    face_readers._reader.cache_clear()
    try:
        other = written(pages).pdf
    finally:
        face_readers._reader.cache_clear()
    assert other != usual
    assert max(shares_of_differing_pixels(usual, other)) == 0.0
    assert texts(other) == texts(usual) == ["国家标准，2024年 宋"]


@pytest.mark.parametrize(
    "text, count, parts",
    [("é", 1, ["é"]), ("e\u0301", 2, ["e", "\u0301"]), ("abc", 2, ["ab", "c"]), ("é", 2, ["é", "\u200b"])],
)
def test_the_characters_of_a_cluster_are_shared_out_to_its_glyphs(text, count, parts):
    assert shared_out(text, count) == parts


def test_a_changed_font_file_is_read_anew(folder):
    path = folder / "one.ttf"
    made_font("One", "国").font.save(path)
    face = Face("One", str(path))
    assert face_reader(face).glyph("家") == 0
    made_font("One", "国家里").font.save(path)
    assert face_reader(face).glyph("家") == 2


def test_same_pages_same_bytes_in_two_processes(machine_fonts):
    line = Line(50.0, 100.0, (piece(machine_fonts, "国家", spacing=1.234),))
    first = written(Pages((Page(595.3, 841.9, (line,)),), title="题")).pdf
    code = (
        "import hashlib; from docgen.pdf.typefaces.fonts import Fonts; from docgen.pdf.pages import *\n"
        "from docgen.pdf.direct_writer import written\n"
        "face = Fonts.of_machine().face('仿宋').face\n"
        "line = Line(50.0, 100.0, (Piece('国家', face, 16.0, 0.0, 34.468, spacing=1.234),))\n"
        "print(hashlib.sha256(written(Pages((Page(595.3, 841.9, (line,)),), title='题')).pdf).hexdigest())"
    )
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == hashlib.sha256(first).hexdigest()


def test_streams_and_objects_are_packed(machine_fonts):
    pdf = written(every_record(machine_fonts)).pdf
    assert b"/ObjStm" in pdf
    assert b"/XRef" in pdf
    assert zlib.compress(Opened(pdf).contents[1]) in pdf


def test_without_pydyf_the_error_says_how_to_get_it(monkeypatch):
    genuine = builtins.__import__

    def failing(name: str, *rest: object, **more: object):
        if name == "pydyf":
            raise ImportError("none")
        return genuine(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", failing)
    with pytest.raises(MissingError) as caught:
        written(Pages((Page(100, 100, ()),)))
    assert caught.value.remedy == "pip install pydyf"
