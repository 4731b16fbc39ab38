"""What settings, sections and paragraphs say about where characters stand."""

from __future__ import annotations

import pytest
from small_docx import defaults, p, paragraphs, r, source, style

from docgen.pdf.source import CharacterGrid, PositionTab, TabStop, Typography

COMPAT = "<w:compat><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/></w:compat>"


def habits(settings: str, language: str = "zh-CN") -> Typography:
    return source(p(r()), settings=settings, styles=defaults(f'<w:lang w:eastAsia="{language}"/>')).typography


def test_a_file_that_says_nothing_stretches_broken_lines_and_keeps_tables_off_the_grid():
    assert habits("") == Typography(stretch_broken=True)
    assert habits(COMPAT) == Typography(grid_in_tables=True)


@pytest.mark.parametrize(
    "value, expected",
    [
        ("doNotCompress", ""),
        ("compressPunctuation", "marks"),
        ("compressPunctuationAndJapaneseKana", "kana"),
        ("nonsense", ""),
    ],
)
def test_compression(value, expected):
    assert habits(f'<w:characterSpacingControl w:val="{value}"/>').compression == expected


def test_lists_of_the_files_own_replace_those_of_their_language():
    own = '<w:noLineBreaksAfter w:lang="{0}" w:val="（《"/><w:noLineBreaksBefore w:lang="{0}" w:val="，。 一"/>'
    found = habits(own.format("zh-CN"))
    assert (found.no_start, found.no_end) == (frozenset("，。一"), frozenset("（《"))
    other = habits(own.format("ja-JP"))
    assert (other.no_start, other.no_end) == (None, None)


def test_one_list_of_its_own_leaves_the_other_one_standard():
    found = habits('<w:noLineBreaksBefore w:val="，"/>')
    assert found.no_start == frozenset("，")
    assert found.no_end is not None
    assert {"（", "《", "￥", "$"} <= found.no_end


@pytest.mark.parametrize(
    "language, settings, char, expected",
    [
        ("zh-TW", "", "–", True),
        ("zh-TW", "", "%", False),
        ("ja-JP", "", "ー", False),
        ("ja-JP", "<w:strictFirstAndLastChars/>", "ー", True),
        ("ko-KR", "", "〉", True),
        ("zh-CN", "<w:compat><w:useAltKinsokuLineBreakRules/></w:compat>", "%", False),
        ("zh-CN", "<w:compat><w:useAltKinsokuLineBreakRules/></w:compat>", "々", True),
    ],
)
def test_each_language_has_its_standard_list(language, settings, char, expected):
    found = habits(settings, language)
    assert found.no_start is not None
    assert (char in found.no_start) is expected


def test_automatic_hyphenation_is_told_once_where_there_are_words_to_divide():
    settings = "<w:autoHyphenation/>"
    told = (("西文自动断字（整词换行）", "全文"),)
    assert source(p(r("an international word")) + p(r("internationalization")), settings=settings).warnings == told
    assert source(p(r("只有汉字和 GDP")), settings=settings).warnings == ()
    assert source(p(r("international")), settings='<w:autoHyphenation w:val="0"/>').warnings == ()


@pytest.mark.parametrize(
    "grid, expected",
    [
        ('w:type="linesAndChars" w:linePitch="579" w:charSpace="-842"', CharacterGrid(16 - 842 / 4096, -842 / 4096)),
        ('w:type="snapToChars" w:charSpace="4096"', CharacterGrid(17.0, 1.0, snaps=True)),
        ('w:type="linesAndChars"', CharacterGrid(16.0)),
        ('w:type="lines" w:charSpace="4096"', None),
        ('w:type="linesAndChars" w:charSpace="-99999"', None),
    ],
)
def test_the_character_grid_adds_to_the_size_of_the_normal_style(grid, expected):
    styles = style("Normal", rpr='<w:sz w:val="32"/>')
    found = source(p(r()) + f"<w:sectPr><w:docGrid {grid}/></w:sectPr>", styles=styles)
    if expected is None:
        assert found.sections[0].char_grid is None
    else:
        made = found.sections[0].char_grid
        assert (made.pitch, made.extra, made.snaps) == (
            pytest.approx(expected.pitch, abs=1e-5),
            pytest.approx(expected.extra, abs=1e-5),
            expected.snaps,
        )
    assert found.warnings == ()


def test_an_indent_in_characters_counts_characters_of_the_grid():
    section = '<w:sectPr><w:docGrid w:type="linesAndChars" w:charSpace="8192"/></w:sectPr>'
    run = r("字", '<w:sz w:val="32"/>')
    body = p(run, '<w:ind w:firstLineChars="200"/>') + p(
        run, '<w:snapToGrid w:val="0"/><w:ind w:firstLineChars="200"/>'
    )
    on, off = paragraphs(source(body + section))
    assert (on.format.first_line, off.format.first_line) == (36, 32)


def test_switches_of_a_paragraph():
    plain = paragraphs(source(p(r())))[0].format
    assert (plain.word_wrap, plain.top_line_punct, plain.adjust_right, plain.mirror_indents) == (
        True,
        False,
        True,
        False,
    )
    ppr = '<w:wordWrap w:val="0"/><w:topLinePunct/><w:adjustRightInd w:val="0"/><w:mirrorIndents/>'
    found = source(p(r(), ppr))
    how = paragraphs(found)[0].format
    assert (how.word_wrap, how.top_line_punct, how.adjust_right, how.mirror_indents) == (False, True, False, True)
    assert found.warnings == ()


@pytest.mark.parametrize(
    "value, expected",
    [("top", "top"), ("center", "center"), ("bottom", "bottom"), ("baseline", "baseline"), ("auto", "baseline")],
)
def test_text_alignment(value, expected):
    found = source(p(r(), f'<w:textAlignment w:val="{value}"/>'))
    assert paragraphs(found)[0].format.text_alignment == expected
    assert found.warnings == ()


def test_automatic_spacing_wins_over_every_other():
    spacing = (
        '<w:spacing w:before="100" w:beforeAutospacing="1" w:beforeLines="50" w:after="100" w:afterAutospacing="0"/>'
    )
    how = paragraphs(source(p(r(), spacing)))[0].format
    assert (how.before, how.auto_before) == (14, True)
    assert (how.after, how.auto_after) == (5, False)


def test_bars_are_no_stops_and_leaders_are_signs():
    tabs = (
        '<w:tabs><w:tab w:val="bar" w:pos="600"/><w:tab w:val="left" w:pos="400" w:leader="heavy"/>'
        '<w:tab w:val="right" w:pos="800" w:leader="middleDot"/></w:tabs>'
    )
    found = source(p(r(), tabs))
    how = paragraphs(found)[0].format
    assert how.bars == (30,)
    assert how.tabs == (TabStop(20, leader="━"), TabStop(40, "right", "·"))
    assert found.warnings == ()


def test_a_run_may_leave_the_character_grid():
    found = paragraphs(source(p(r("甲") + r("乙", '<w:snapToGrid w:val="0"/>'))))[0]
    assert [item.format.snap_to_grid for item in found.inlines] == [True, False]


def test_a_position_tab_is_a_record():
    tab = '<w:r><w:ptab w:alignment="right" w:relativeTo="indent" w:leader="dot"/></w:r>'
    found = paragraphs(source(p(tab)))[0].inlines[0]
    assert isinstance(found, PositionTab)
    assert (found.alignment, found.relative, found.leader) == ("right", "indent", ".")
