"""Merged PDFs store once what their parts repeat: equal streams, and the glyphs of one face; what is seen stays."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from batch_jobs import DIRECT, wanted
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from docgen.batch import merging
from docgen.batch.merged_fonts.code_map import code_map
from docgen.batch.merged_fonts.own_fonts import own_fonts
from docgen.batch.merged_fonts.shared_fonts import SharedFonts
from docgen.batch.merged_fonts.truetype_union import TrueTypeUnion
from docgen.batch.merged_fonts.union import NotShared
from docgen.batch.merging import Part, merge
from docgen.batch.sharing import share_equal_streams
from docgen.batch.worker import work
from docgen.pdf.direct.face_readers import face_reader
from docgen.pdf.pages import Face

TEXTS = {"青石镇": "第一批问题已经整改", "高峰岭乡": "第二批（共12个）限期整改", "东湖街道": "ABC 一二三，整改 No. 34"}


def part(folder: Path, unit: str, text: str) -> Part:
    """A PDF of the direct writer."""
    job = wanted(unit, text, pdf=DIRECT).job
    assert job is not None
    (made,) = work([job()])
    path = folder / f"{unit}.pdf"
    path.write_bytes(made.files[".pdf"])  # type: ignore[union-attr]
    return Part(unit, path)


def merged(parts: Sequence[Part]) -> bytes:
    stream = io.BytesIO()
    merge(parts, "通知", stream)
    return stream.getvalue()


def seen(data: bytes) -> list[tuple[str, bytes]]:
    """Text and picture of every page."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        return [(page.get_textpage().get_text_bounded(), page.render(scale=1).to_numpy().tobytes()) for page in pdf]
    finally:
        pdf.close()


def programs(data: bytes) -> list[tuple[str, bytes]]:
    """The font programs of a PDF, each with the name of its face."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found: list[tuple[str, bytes]] = []
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
                program: Any = item.get("/FontFile3") or item.get("/FontFile2")
                found.append((str(item.FontName).partition("+")[2], program.read_bytes()))
        return sorted(set(found))


@pytest.mark.parametrize("at_a_time", [64, 2])
def test_the_fonts_of_all_parts_are_one_program_per_face_and_every_page_looks_and_reads_as_before(
    at_a_time: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merging, "_AT_A_TIME", at_a_time)
    parts = [part(tmp_path, unit, text) for unit, text in TEXTS.items()]
    data = merged(parts)
    assert merged(parts) == data
    faces = [name for name, _ in programs(data)]
    assert faces == sorted(set(faces))
    with monkeypatch.context() as patch:
        patch.setattr(SharedFonts, "share", lambda *_: None)
        apart = merged(parts)
    assert len(programs(apart)) > len(faces)
    assert seen(data) == seen(apart)
    assert [text for text, _ in seen(data)] == [text for one in parts for text, _ in seen(one.path.read_bytes())]


def test_fonts_that_are_not_built_like_ours_stay_as_they_are(tmp_path: Path) -> None:
    parts = [part(tmp_path, unit, text) for unit, text in TEXTS.items()]
    for number, one in enumerate(parts):
        with pikepdf.open(one.path, allow_overwriting_input=True) as pdf:
            for item in pdf.objects:
                if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
                    if number == 0:
                        item.CIDSet = pdf.make_stream(b"\xff")
                    elif number == 1:
                        program = item["/FontFile3"] if "/FontFile3" in item else item["/FontFile2"]
                        program.write(program.read_bytes()[:40])  # damaged
            pdf.save()
    before = {program for one in parts[:2] for program in programs(one.path.read_bytes())}
    assert before <= set(programs(merged(parts)))


def _font(pdf: pikepdf.Pdf) -> Any:
    return next(item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/DescendantFonts" in item)


@pytest.mark.parametrize(
    "value",
    [7, True, pikepdf.Array([]), pikepdf.Dictionary(), pikepdf.String("x")],
    ids=["7", "true", "list", "dictionary", "text"],
)
@pytest.mark.parametrize("place", ["fonts below", "below", "descriptor", "program", "links", "a link", "its action"])
def test_a_pdf_with_a_fault_that_its_readers_forgive_is_merged_with_the_others(
    place: str, value: Any, tmp_path: Path
) -> None:
    parts = [part(tmp_path, unit, text) for unit, text in TEXTS.items()]
    with pikepdf.open(parts[1].path, allow_overwriting_input=True) as pdf:
        font, page = _font(pdf), pdf.pages[0].obj
        if place == "fonts below":
            font.DescendantFonts = value
        elif place == "below":
            font.DescendantFonts = [value]
        elif place == "descriptor":
            font.DescendantFonts[0].FontDescriptor = value
        elif place == "program":
            descriptor = font.DescendantFonts[0].FontDescriptor
            descriptor["/FontFile3" if "/FontFile3" in descriptor else "/FontFile2"] = value
        elif place == "links":
            page.Annots = value
        else:
            page.Annots = [value if place == "a link" else pikepdf.Dictionary(Subtype=pikepdf.Name.Link, A=value)]
        pdf.save()
    found = seen(merged(parts))
    assert len(found) == len(parts)
    assert [found[0], found[2]] == [seen(parts[number].path.read_bytes())[0] for number in (0, 2)]


def test_widths_of_more_glyphs_than_a_font_can_have_are_not_counted(tmp_path: Path) -> None:
    with pikepdf.open(part(tmp_path, "青石镇", "限期整改").path) as pdf:
        _font(pdf).DescendantFonts[0].W = [3, 4, 250, 10, [500, 600], 65_530, 200_000, 700]
        widths = next(own for own in own_fonts(pdf) if own.font.objgen == _font(pdf).objgen).widths
    assert widths == {3: 250, 4: 250, 10: 500, 11: 600} | dict.fromkeys(range(65_530, 65_536), 700)


def test_equal_streams_are_stored_once_and_pictures_with_equal_masks_are_equal() -> None:
    pdf = pikepdf.new()
    for number in range(3):
        mask = pdf.make_stream(b"mask" if number < 2 else b"other")
        picture = pdf.make_stream(b"picture", SMask=mask, Width=1)
        page = pdf.add_blank_page(page_size=(100, 100))
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=picture))
    share_equal_streams(pdf)
    places = [page.Resources.XObject.P.objgen for page in pdf.pages]
    assert places[0] == places[1] != places[2]
    target = io.BytesIO()
    pdf.save(target)
    with pikepdf.open(io.BytesIO(target.getvalue())) as saved:
        assert sum(isinstance(item, pikepdf.Stream) and "/Width" in item for item in saved.objects) == 2


def test_neighbours_that_stay_neighbours_are_one_range_which_keeps_its_first_byte() -> None:
    rows = code_map([0, 5, 6, 9, *range(100, 400)]).decode().splitlines()
    ranges = [row for row in rows if row.startswith("<") and row != "<0000> <ffff>"]
    assert ranges == [
        "<0000> <0000> 0", "<0001> <0002> 5", "<0003> <0003> 9", "<0004> <00ff> 100", "<0100> <012f> 352",
    ]  # fmt: skip


def truetype(path: Path) -> None:
    """A font of letters, one of which is put together from two others."""
    builder = FontBuilder(1000, isTTF=True)
    names = [".notdef", "a", "b", "c", "ab"]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord("a"): "a", ord("b"): "b", ord("c"): "c", ord("ä"): "ab"})
    glyphs = {}
    for size, name in enumerate(names[:4], 1):
        pen = TTGlyphPen(None)
        pen.moveTo((0, 0))
        pen.lineTo((100 * size, 0))
        pen.lineTo((0, 100 * size + 1))
        pen.closePath()
        glyphs[name] = pen.glyph()
    pen = TTGlyphPen(glyphs)
    pen.addComponent("a", (1, 0, 0, 1, 0, 0))
    pen.addComponent("b", (1, 0, 0, 1, 50, 300))
    builder.setupGlyf(glyphs | {"ab": pen.glyph()})
    builder.setupHorizontalMetrics({name: (500 + 10 * place, 3) for place, name in enumerate(names)})
    builder.setupHorizontalHeader(ascent=900, descent=-100)
    builder.setupNameTable({"familyName": "Letters", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)


def drawn(program: bytes, number: int) -> tuple[list[Any], int]:
    """What a glyph draws, and how wide it is."""
    font = TTFont(io.BytesIO(program))
    name, glyphs = font.getGlyphName(number), font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return pen.value, glyphs[name].width


def test_truetype_glyphs_of_many_programs_stand_once_in_the_union_with_their_components(tmp_path: Path) -> None:
    truetype(tmp_path / "letters.ttf")
    reader = face_reader(Face("Letters", str(tmp_path / "letters.ttf")))
    union, numbers, subsets = TrueTypeUnion(), [], []
    for chars in ("bc", "ä", "cä", "bc"):
        subset = reader.subset(frozenset(map(reader.glyph, chars)))
        subsets.append(subset)
        numbers.append(union.add(subset.program, {}))
    assert numbers[0] == numbers[3]
    program = union.program()
    assert TTFont(io.BytesIO(program))["maxp"].numGlyphs == 5
    for subset, given in zip(subsets, numbers, strict=True):
        assert [drawn(program, number) for number in given] == [drawn(subset.program, n) for n in range(len(given))]
    assert drawn(program, numbers[1][-1])[0][0][0] == "moveTo"
    assert [union.add(subset.program, {}) for subset in subsets] == numbers


def test_nothing_new_comes_into_a_union_that_is_closed_and_no_face_of_other_measures(tmp_path: Path) -> None:
    truetype(tmp_path / "letters.ttf")
    reader = face_reader(Face("Letters", str(tmp_path / "letters.ttf")))
    small, more = (reader.subset(frozenset(map(reader.glyph, chars))).program for chars in ("b", "bc"))
    union = TrueTypeUnion()
    union.add(small, {})
    with pytest.raises(NotShared):
        union.add(_with_other_units(more), {})
    union.program()
    with pytest.raises(NotShared):
        union.add(more, {})


def _with_other_units(program: bytes) -> bytes:
    font = TTFont(io.BytesIO(program))
    font["head"].unitsPerEm = 2048
    target = io.BytesIO()
    font.save(target)
    return target.getvalue()
