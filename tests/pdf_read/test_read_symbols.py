"""Symbol fonts: their characters become those that they show."""

import pytest
from small_docx import p, paragraphs, plain, r, source

from docgen.pdf.source import Text


def sym(font: str, char: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'


@pytest.mark.parametrize(
    "font, char, expected",
    [
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "F0A8", "◻"),
        ("Wingdings", "F06C", "●"),
        ("Wingdings", "F0D8", "➢"),
        ("Wingdings", "F028", "☎"),
        ("Wingdings", "F081", "①"),
        ("wingdings", "00FC", "✓"),
        ("Wingdings 2", "0052", "☑"),
        ("Wingdings 2", "F0A3", "□"),
        ("Wingdings 3", "F07D", "▸"),
        ("Webdings", "F061", "✔"),
        ("Symbol", "F0B7", "•"),
        ("Symbol", "F061", "α"),
        ("Symbol", "F0AE", "→"),
        ("宋体", "25A1", "□"),
    ],
)
def test_a_symbol_is_the_character_that_it_shows(font, char, expected):
    found = source(p(sym(font, char)))
    (shown,) = paragraphs(found)[0].inlines
    assert (shown.text, shown.format.ascii, shown.format.east_asia, found.warnings) == (expected, font, font, ())


def test_a_symbol_that_nobody_knows_is_a_box_and_told():
    found = source(p(sym("Wingdings", "F0FF")))
    assert plain(paragraphs(found)) == "□"
    assert found.warnings == (("符号字体 Wingdings 的字符 F0FF（画成 □）", "正文第1段"),)


def test_a_symbol_without_a_code_shows_nothing():
    assert paragraphs(source(p(sym("Wingdings", "xyz") + "<w:r><w:sym/></w:r>")))[0].inlines == ()


def test_letters_in_a_symbol_font_are_symbols_and_the_characters_between_them_are_not():
    rpr = '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2" w:eastAsia="仿宋"/>'
    found = paragraphs(source(p(r("R 是P\uf0a3", rpr))))[0].inlines
    assert [(one.text, one.format.ascii, one.format.east_asia) for one in found] == [
        ("☑", "Wingdings 2", "Wingdings 2"),
        (" 是", "Wingdings 2", "仿宋"),
        ("✓□", "Wingdings 2", "Wingdings 2"),
    ]


def test_a_private_character_in_a_text_font_is_one_of_the_font_symbol():
    (found,) = paragraphs(source(p(r("\uf0b7"))))[0].inlines
    assert isinstance(found, Text)
    assert (found.text, found.format.ascii) == ("•", "Symbol")
