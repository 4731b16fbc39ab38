"""Which font file draws the labels of a chart."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.ttCollection import TTCollection
from made_fonts import made_font

from docgen.errors import MissingError
from docgen.model.pictures import ChartFont
from docgen.pdf.typefaces.chart_fonts import chart_font


def test_the_office_s_heiti_comes_first(folder):
    made_font("Noto Sans CJK SC", "发现").save(folder / "a.ttf")
    made_font("SimHei", "发现", "黑体").save(folder / "b.ttf")
    assert chart_font("发现") == ChartFont(str(folder / "b.ttf"))


def test_a_free_heiti_stands_in_before_any_other_face(folder):
    made_font("Anything", "发现").save(folder / "a.ttf")
    made_font("Noto Sans CJK SC", "发现").save(folder / "n.ttf")
    assert chart_font("发现") == ChartFont(str(folder / "n.ttf"))


def test_a_face_that_has_all_characters_goes_before_one_that_lacks_some(folder):
    made_font("SimHei", "发现", "黑体").save(folder / "b.ttf")
    made_font("Noto Sans CJK SC", "发现䶮").save(folder / "n.ttf")
    assert chart_font("发现䶮") == ChartFont(str(folder / "n.ttf"))
    assert chart_font("发现") == ChartFont(str(folder / "b.ttf"))


def test_any_face_that_has_all_goes_before_a_heiti_that_does_not(folder):
    made_font("SimHei", "发", "黑体").save(folder / "b.ttf")
    made_font("Anything", "发䶮").save(folder / "x.ttf")
    assert chart_font("发䶮") == ChartFont(str(folder / "x.ttf"))


def test_what_no_face_has_is_told_once_each(folder):
    made_font("SimHei", "发现", "黑体").save(folder / "b.ttf")
    assert chart_font("发䶮现 䶮㛃") == ChartFont(str(folder / "b.ttf"), "䶮㛃")


def collection(path: Path) -> None:
    faces = TTCollection()
    faces.fonts = [made_font("Other", "甲").font, made_font("SimHei", "发现", "黑体").font]
    faces.save(path)


def test_a_face_of_a_collection_is_copied_out_of_it(folder):
    collection(folder / "c.ttc")
    found = chart_font("发现")
    assert found.missing == ""
    assert Path(found.path).suffix == ".otf"
    with TTFont(found.path) as font:
        assert set(font.getBestCmap()) == {ord("发"), ord("现")}
    assert chart_font("发现") == found


def test_a_collection_that_cannot_be_copied_gives_way_to_a_file(folder, monkeypatch):
    collection(folder / "c.ttc")
    made_font("Anything", "发现").save(folder / "x.ttf")
    monkeypatch.setattr("docgen.pdf.typefaces.font_files.write_cached", lambda *_: False)
    assert chart_font("发现") == ChartFont(str(folder / "x.ttf"))
    (folder / "x.ttf").unlink()
    with pytest.raises(MissingError) as caught:
        chart_font("发现")
    assert caught.value.message == "画图要的字体取不出来：缓存文件夹写不进去"
    assert caught.value.remedy == "检查磁盘空间和缓存文件夹的权限"


def test_a_machine_without_fonts_cannot_draw(folder):
    with pytest.raises(MissingError) as caught:
        chart_font("发现")
    assert caught.value.message == "本机没有可用的字体"


def test_the_fonts_of_a_document_are_not_those_of_its_charts(machine_fonts):
    fonts = machine_fonts.for_document()
    assert chart_font("发现销号", fonts).missing == ""
    assert fonts.report().uses == ()
