from __future__ import annotations

import json
import os

import pytest
from fontTools.ttLib.ttCollection import TTCollection
from made_fonts import made_font

from docgen.errors import MissingError
from docgen.pdf.pages import Face
from docgen.pdf.typefaces import font_index
from docgen.pdf.typefaces.font_data import load_face
from docgen.pdf.typefaces.font_files import face_path
from docgen.pdf.typefaces.font_index import build_index
from docgen.pdf.typefaces.font_names import STANDARD_KINDS
from docgen.pdf.typefaces.fonts import Fonts


def test_an_installed_office_font_is_found_by_its_chinese_name(folder):
    made_font("FangSong_GB2312", "国", "仿宋_GB2312").save(folder / "fs.ttf")
    made_font("FandolFang", "国").save(folder / "fandol.ttf")
    found = Fonts.of_machine().face("仿宋_GB2312")
    assert (found.family, found.kind, found.substitute) == ("FangSong_GB2312", "仿宋", False)


def test_an_office_font_of_the_same_kind_comes_before_a_free_substitute(folder):
    made_font("FangSong", "国", "仿宋").save(folder / "fs.ttf")
    made_font("FandolFang", "国").save(folder / "fandol.ttf")
    found = Fonts.of_machine().face("仿宋_GB2312")
    assert (found.family, found.substitute) == ("FangSong", False)


def test_a_free_substitute_is_told_as_one(folder):
    made_font("FandolFang", "国").save(folder / "fandol.ttf")
    fonts = Fonts.of_machine()
    assert fonts.face("仿宋").substitute
    assert fonts.report().lines() == ["仿宋：以FandolFang代替"]


def test_an_unknown_name_gets_the_song_substitute_and_is_told(folder):
    made_font("Noto Serif CJK SC", "国").save(folder / "noto.ttf")
    fonts = Fonts.of_machine()
    assert fonts.face("某某字体").family == "Noto Serif CJK SC"
    assert [(use.asked, use.kind, use.substitute) for use in fonts.report().uses] == [("某某字体", "宋体", True)]


def test_a_latin_name_gets_its_metric_twin(folder):
    made_font("Noto Serif CJK SC", "国").save(folder / "noto.ttf")
    made_font("Liberation Sans", "A").save(folder / "liberation.ttf")
    assert Fonts.of_machine().face("Arial").family == "Liberation Sans"


def test_bold_takes_the_bold_face_or_is_told(folder):
    made_font("SimHei", "国").save(folder / "hei.ttf")
    made_font("SimSun", "国").save(folder / "song.ttf")
    made_font("SimSun", "国", weight=700).save(folder / "song-bold.ttf")
    fonts = Fonts.of_machine()
    assert fonts.face("SimSun", bold=True).face.path.endswith("song-bold.ttf")
    assert fonts.face("SimHei", bold=True).face.path.endswith("hei.ttf")
    assert fonts.report().no_bold == ("SimHei",)


def test_a_missing_character_is_lent_by_another_face_and_one_that_no_face_has_is_told(folder):
    made_font("SimSun", "国").save(folder / "song.ttf")
    made_font("Noto Sans CJK SC", "国垚").save(folder / "noto.ttf")
    fonts = Fonts.of_machine()
    assert fonts.for_char("SimSun", False, "国").family == "SimSun"
    assert fonts.for_char("SimSun", False, "垚").family == "Noto Sans CJK SC"
    assert fonts.for_char("SimSun", False, "㛃").family == "SimSun"
    report = fonts.report()
    assert report.replaced == (("SimSun", "垚", "Noto Sans CJK SC"),)
    assert report.missing == "㛃"


def test_each_document_has_a_report_of_its_own(folder):
    made_font("SimSun", "国").save(folder / "song.ttf")
    fonts = Fonts.of_machine()
    fonts.face("SimSun")
    assert fonts.for_document().report().uses == ()


def test_a_machine_without_fonts_is_an_error_with_a_remedy(folder):
    with pytest.raises(MissingError) as caught:
        Fonts.of_machine().face("仿宋")
    assert "docgen doctor" in caught.value.remedy


def test_fandol_song_regular_is_never_used(folder):
    made_font("FandolSong", "国").save(folder / "FandolSong-Regular.otf")
    made_font("Noto Serif CJK SC", "国").save(folder / "noto.ttf")
    assert Fonts.of_machine().face("FandolSong").family == "Noto Serif CJK SC"


def test_the_index_is_read_from_the_cache_and_follows_changed_files(folder, monkeypatch):
    made_font("SimSun", "国").save(folder / "song.ttf")
    first = build_index()
    calls: list[str] = []
    read = font_index._read_faces
    monkeypatch.setattr(font_index, "_read_faces", lambda path: calls.append(path) or read(path))
    assert build_index() == first
    assert calls == []
    made_font("SimHei", "国").save(folder / "song.ttf")
    os.utime(folder / "song.ttf", ns=(1, 1))
    assert [entry.family for entry in build_index()] == ["SimHei"]
    assert len(calls) == 1


@pytest.mark.parametrize(
    "broken", ["", "[]", '{"version": 1, "files": {"a": 3}}', '{"version": 1, "files": {"%s": [[0,0],[[1]]]}}']
)
def test_a_broken_cache_is_rebuilt(folder, tmp_path, broken):
    made_font("SimSun", "国").save(folder / "song.ttf")
    cache = tmp_path / "cache" / "docgen" / "fonts.json"
    cache.parent.mkdir(parents=True)
    cache.write_text(broken, encoding="utf-8")
    assert [entry.family for entry in build_index()] == ["SimSun"]
    assert str(folder / "song.ttf") in json.loads(cache.read_text(encoding="utf-8"))["files"]


def test_a_cache_that_cannot_be_written_does_not_matter(folder, tmp_path):
    made_font("SimSun", "国").save(folder / "song.ttf")
    (tmp_path / "cache").write_text("a file where the folder should be", encoding="utf-8")
    assert Fonts.of_machine().for_char("SimSun", False, "国").data.width("国") == 1000


def test_a_file_that_is_no_font_is_passed_over(folder):
    (folder / "broken.ttf").write_bytes(b"not a font")
    made_font("SimSun", "国").save(folder / "song.ttf")
    assert [entry.family for entry in build_index()] == ["SimSun"]


def test_face_data_is_the_same_from_the_cache(folder):
    made_font("SimSun", "国土A", width=700).save(folder / "song.ttf")
    path = str(folder / "song.ttf")
    first, second = load_face(path, 0), load_face(path, 0)
    assert (first.ascent, first.descent, first.width("土"), first.width("县")) == (950, 100, 700, None)
    assert (second.starts, second.ends, second.widths) == (first.starts, first.ends, first.widths)


def test_a_face_of_a_collection_is_found_and_taken_out_once(folder):
    collection = TTCollection()
    collection.fonts = [made_font("SimSun", "国").font, made_font("NSimSun", "国土", "新宋体").font]
    collection.save(folder / "song.ttc")
    face = Fonts.of_machine().face("新宋体").face
    assert (face.path, face.number) == (str(folder / "song.ttc"), 1)
    single = face_path(face)
    assert single is not None
    assert load_face(str(single), 0).width("土") == 1000
    assert face_path(Face("x", face.path, 1)) == single


def test_every_kind_names_office_fonts_and_free_substitutes():
    assert [kind.name for kind in STANDARD_KINDS] == ["仿宋", "小标宋", "黑体", "楷体", "宋体"]
    assert all(kind.office and kind.substitutes for kind in STANDARD_KINDS)
