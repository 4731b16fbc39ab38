"""produce: what is rendered is read again, and a PDF that lost text is never called a success."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.shared import Cm

from docgen.documents.composed import Composed
from docgen.errors import ExitCode, FileError, MissingError, ResultError
from docgen.pdf import reread
from docgen.pdf.wish import PLAIN, Engine, PdfWish
from docgen.printing import printed
from docgen.produce import Document, produce, read_template

COMPOSED = Composed("implementation_plan", "方案", {"县名": "云岭县"}, "", date(2024, 1, 1))


@pytest.fixture
def template(tmp_path: Path) -> Path:
    return tmp_path / "模板.docx"


def made(template: Path, word: Word, pdf: bool = True) -> Document:
    word.save(str(template))
    return produce(COMPOSED, template=template, pdf=PLAIN if pdf else None)


def said(document: Document) -> str:
    assert document.pdf is not None
    return reread.text_of(document.pdf)


def titled(text: str = "{{ 县名 }}方案") -> Word:
    word = docx.Document()
    word.add_paragraph(text, style="Title")
    return word


def test_the_title_of_the_rendered_document_is_its_name(template: Path) -> None:
    assert made(template, titled(), pdf=False).title == "云岭县方案"


def test_a_document_without_a_title_takes_the_offices_word_for_its_kind(template: Path) -> None:
    word = docx.Document()
    word.add_paragraph("{{ 县名 }}")
    assert made(template, word, pdf=False).title == "方案"


def test_without_a_pdf_pages_and_fonts_are_told_all_the_same(template: Path) -> None:
    word = titled()
    word.add_page_break()
    word.add_paragraph("第二页")
    with_pdf, without = made(template, word), made(template, word, pdf=False)
    assert without.pdf is None
    assert (without.pages, without.fonts, without.word) == (2, with_pdf.fonts, with_pdf.word)
    assert with_pdf.pages == 2


def test_a_table_row_that_goes_on_overleaf_is_no_loss(template: Path) -> None:
    word = titled()
    row = word.add_table(1, 2).rows[0]
    for cell, char in zip(row.cells, "甲乙", strict=True):
        cell.text = "".join(f"{char}{number}" for number in range(900))
    document = made(template, word)
    assert document.pages is not None
    assert document.pages > 1
    assert said(document).count("乙") == 900


@pytest.mark.parametrize(
    "text",
    [
        "软\u00ad连字符",
        "零\u200b宽\ufeff字",
        "a\u2011b",
        "office ﬁ Ⅷ ① ㎡",
        "cafe\u0301 é",
        "x-y e-mail well-known " * 30,
        "A\u00a0B　C",
    ],
)
def test_characters_that_a_pdf_says_in_its_own_way_are_no_loss(text: str, template: Path) -> None:
    word = titled()
    word.add_paragraph(text)
    assert made(template, word).pdf is not None


def test_hidden_text_is_not_expected_on_the_page(template: Path) -> None:
    word = titled()
    word.add_paragraph("看得见").add_run("隐藏的字").font.hidden = True
    assert said(made(template, word)) == "云岭县方案看得见"


def test_deleted_text_is_not_expected_on_the_page_and_is_told(template: Path) -> None:
    word = titled()
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    deleted = f'<w:del {space} w:id="1" w:author="a"><w:r><w:delText>删去</w:delText></w:r></w:del>'
    word.add_paragraph("留下")._p.append(parse_xml(deleted))
    document = made(template, word)
    assert said(document) == "云岭县方案留下"
    kept, warning = document.warnings
    assert "里有 1 处修订没有接受或拒绝（正文），会连同留下的人的姓名带进每一份文件" in kept
    assert warning.startswith("PDF 里没有照 Word 画：")
    assert "修订" in warning
    remedy = "用 Word 另存 PDF，或改掉这一处；装了 LibreOffice 的，也可以加 --engine libreoffice"
    assert warning.endswith(f"。改法：{remedy}")
    assert made(template, word, pdf=False).warnings == (kept, warning.replace("没有照", "不会照"))


def test_a_character_that_no_font_has_is_reported_and_does_not_stop_the_document(template: Path) -> None:
    word = titled()
    word.add_paragraph("字\U000f1234尾")
    document = made(template, word)
    assert document.fonts.missing == "\U000f1234"
    assert document.warnings == ("各字体都缺的字：\U000f1234，PDF 里印成方框",)
    without = made(template, word, pdf=False)
    assert without.warnings == ("各字体都缺的字：\U000f1234，这台电脑上显示成方框",)


@pytest.mark.parametrize(
    "lost, near", [("总", "各乡镇要总结经验"), ("经", "各乡镇要总结经验"), ("验", "各乡镇要总结经验")]
)
def test_a_pdf_that_lost_a_character_is_refused_with_its_surroundings(
    lost: str, near: str, template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    word = titled()
    word.add_paragraph(near)
    real = reread.page_texts
    monkeypatch.setattr(reread, "page_texts", lambda pdf: [page.replace(lost, "") for page in real(pdf)])
    with pytest.raises(ResultError) as caught:
        made(template, word)
    assert caught.value.exit_code is ExitCode.WRONG_RESULT
    assert caught.value.message.startswith("《云岭县方案》的 PDF 里少了 Word 里的字，在“")
    assert lost in caught.value.message


def test_a_character_said_twice_must_be_shown_twice(template: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    word = titled()
    word.add_paragraph("督战再督战")
    real = reread.page_texts
    monkeypatch.setattr(
        reread, "page_texts", lambda pdf: [page.replace("督战再督战", "督战再战") for page in real(pdf)]
    )
    with pytest.raises(ResultError, match="在“云岭县方案督战再督战”附近"):
        made(template, word)


def test_bytes_that_are_no_pdf_are_refused() -> None:
    with pytest.raises(ResultError, match="写出的 PDF 复读时打不开"):
        reread.page_texts(b"%PDF-1.7 and nothing more")


def test_a_missing_template_of_our_own_and_one_of_the_users_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(MissingError) as ours:
        read_template("no_such_document")
    assert (ours.value.exit_code, ours.value.message) == (ExitCode.MISSING, "缺少模板 no_such_document.docx")
    with pytest.raises(FileError) as own:
        read_template("implementation_plan", tmp_path / "没有.docx")
    assert (own.value.exit_code, own.value.message) == (ExitCode.FILE, f"读不了模板 {tmp_path / '没有.docx'}（找不到）")


def test_a_folder_given_for_a_template_is_told_as_one(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        read_template("implementation_plan", tmp_path)
    assert caught.value.message == f"读不了模板 {tmp_path}（它是一个文件夹）"


def test_notes_of_the_writer_are_no_features_that_are_not_drawn(
    template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from docgen.pdf import weasyprint_writer

    monkeypatch.setattr(weasyprint_writer, "has_subsetter", lambda: False)
    titled().save(str(template))
    (note,) = produce(COMPOSED, template=template, pdf=PdfWish(Engine.WEASYPRINT)).warnings
    assert note.startswith("本机没有 libharfbuzz-subset：")


def test_a_foreign_file_whose_text_stands_off_the_paper_is_printed_and_told(tmp_path: Path) -> None:
    word = docx.Document()
    table = word.add_table(1, 2)
    for cell, text, width in zip(table.rows[0].cells, ("在纸上", "在纸外"), (Cm(30), Cm(8)), strict=True):
        cell.text, cell.width = text, width
    table.autofit = False
    word.save(str(tmp_path / "a.docx"))
    made = printed((tmp_path / "a.docx").read_bytes(), "a", PLAIN)
    assert made.pdf is not None
    assert any(text.startswith("PDF 里没有照 Word 画：伸出纸外的文字") for text in made.warnings)
    assert made.warnings[-1] == "PDF 里看不到 Word 里的有些字，在“在纸上在纸外”附近：多半在纸外或框外，见上面的提醒"
