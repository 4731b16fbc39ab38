"""`docgen pdf` and `docgen preview`: a user's own Word files as PDF and as pictures."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import zipfile
import zlib
from pathlib import Path

import docx
import pypdfium2
import pytest
from cli_runs import Run, in_a_process
from docx.oxml.ns import qn
from PIL import Image

from docgen import printing
from docgen.batch import word_files
from docgen.batch.word_files import print_lot
from docgen.pdf.wish import PdfWish

SOFFICE = shutil.which("soffice")
AGAIN = "改法：在 Word 里打开它，另存为“Word 文档（*.docx）”，再试一次\n"


def word(path: Path, *paragraphs: str, font: str = "") -> Path:
    document = docx.Document()
    for text in paragraphs:
        run = document.add_paragraph().add_run(text)
        if font:
            run.font.name = font
            run._element.rPr.rFonts.set(qn("w:eastAsia"), font)
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(path)
    return path


def streams(path: Path) -> str:
    """All streams of a PDF, inflated, that are text."""
    found = []
    for match in re.finditer(rb"stream\r?\n(.*?)endstream", path.read_bytes(), re.DOTALL):
        try:
            found.append(zlib.decompress(match[1]).decode("latin-1"))
        except zlib.error:
            found.append(match[1].decode("latin-1"))
    return "\n".join(found)


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def test_a_word_file_becomes_a_pdf_beside_it(docgen: Run, tmp_path: Path) -> None:
    source = word(tmp_path / "通知.docx", "关于开展督战的通知")
    ran = docgen("pdf", source)
    goal = tmp_path / "通知.pdf"
    assert ran.code == 0
    assert ran.out.startswith(f"{source} 1 页\n  新建  {goal}\n  字体  ")
    assert "关于开展督战的通知" in text_of(goal)
    assert docgen("pdf", source).out.startswith(f"{source} 1 页\n  未变化  {goal}\n")


def test_output_is_a_folder_or_for_one_file_a_name(docgen: Run, tmp_path: Path) -> None:
    source = word(tmp_path / "a.docx", "甲")
    assert docgen("pdf", source, "-o", tmp_path / "结果").code == 0
    assert docgen("pdf", source, "-o", tmp_path / "另" / "名.pdf").code == 0
    assert (tmp_path / "结果" / "a.pdf").is_file()
    assert (tmp_path / "另" / "名.pdf").is_file()
    ran = docgen("pdf", source, word(tmp_path / "b.docx", "乙"), "-o", tmp_path / "x.pdf")
    assert (ran.code, ran.err) == (
        2, "错误：几个文件要写到一个文件夹里：-o 后面写文件夹\n改法：看 docgen pdf --help\n",
    )  # fmt: skip


def test_files_of_one_name_do_not_fall_on_each_other(docgen: Run, tmp_path: Path) -> None:
    sources = [word(tmp_path / folder / "简报.docx", folder) for folder in ("一月", "二月")]
    assert docgen("pdf", *sources, "-o", tmp_path / "out").code == 0
    assert "一月" in text_of(tmp_path / "out" / "简报.pdf")
    assert "二月" in text_of(tmp_path / "out" / "简报（2）.pdf")


def test_files_that_differ_in_their_ending_alone_get_a_pdf_each(docgen: Run, tmp_path: Path) -> None:
    sources = [word(tmp_path / name, text) for name, text in (("通知.docx", "小写"), ("通知.DOCX", "大写"))]
    if len(list(tmp_path.iterdir())) == 1:
        pytest.skip("the file system takes both names for one")
    assert docgen("pdf", *sources).code == 0
    assert "小写" in text_of(tmp_path / "通知.pdf")
    assert "大写" in text_of(tmp_path / "通知（2）.pdf")


def test_one_bad_file_does_not_stop_the_others(docgen: Run, tmp_path: Path) -> None:
    good = [word(tmp_path / f"{name}.docx", name) for name in "甲丙"]
    bad = tmp_path / "乙.docx"
    bad.write_bytes(b"no zip")
    ran = docgen("pdf", good[0], bad, good[1])
    assert ran.code == 7
    assert f"错误：{bad}：这个文件不是 Word 文档（.docx），或者已经损坏\n{AGAIN}" in ran.err
    assert ran.err.endswith("3 个文件，1 个没有做成\n")
    assert [(tmp_path / f"{name}.pdf").is_file() for name in "甲乙丙"] == [True, False, True]


def encrypted() -> bytes:
    return bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")


def half(tmp_path: Path) -> bytes:
    data = word(tmp_path / "whole.docx", "甲").read_bytes()
    return data[: len(data) // 2]


def without_a_document() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        made.writestr("a.txt", "a")
    return target.getvalue()


@pytest.mark.parametrize(
    "kind, said, remedy",
    [
        ("encrypted", "这个 Word 文档加了密码，读不了", "在 Word 里打开它，“文件 → 信息 → 保护文档”去掉密码后保存"),
        ("doc", "这是旧版 Word 的 .doc 文件，不是 .docx", AGAIN[3:-1]),
        ("half", "这个文件不是完整的 Word 文档（.docx），后面一截没有了", "文件可能没有传完：重新取得完整的文件"),
        ("zip", "这个文件里没有 Word 正文，不是 Word 文档", AGAIN[3:-1]),
    ],
)
@pytest.mark.parametrize("command", ["pdf", "preview"])
def test_what_is_no_word_file_is_told_with_its_remedy(
    kind: str, said: str, remedy: str, command: str, docgen: Run, tmp_path: Path
) -> None:
    made = {
        "encrypted": encrypted,
        "doc": lambda: bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600,
        "half": lambda: half(tmp_path),
        "zip": without_a_document,
    }
    source = tmp_path / "坏.docx"
    source.write_bytes(made[kind]())
    ran = docgen(command, source, "-o", tmp_path / "out")
    assert (ran.code, ran.out, ran.err) == (5, "", f"错误：{source}：{said}\n改法：{remedy}\n")
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_not_there_is_told(docgen: Run, tmp_path: Path) -> None:
    ran = docgen("pdf", tmp_path / "无.docx")
    assert ran.code == 5
    assert ran.err.startswith(f"错误：{tmp_path / '无.docx'}：读不了文件：{tmp_path / '无.docx'}（没有这个文件）\n")


def test_a_pdf_that_somebody_changed_is_kept_until_forced(docgen: Run, tmp_path: Path) -> None:
    source = word(tmp_path / "a.docx", "甲")
    goal = tmp_path / "a.pdf"
    goal.write_bytes(b"%PDF- mine")
    ran = docgen("pdf", source)
    assert ran.code == 5
    assert "a.pdf 生成以后被人改过，或不是 docgen 生成的，没有覆盖" in ran.err
    assert goal.read_bytes() == b"%PDF- mine"
    assert docgen("pdf", source, "--force").code == 0
    assert "甲" in text_of(goal)
    assert [path.read_bytes() for path in (tmp_path / "原件").iterdir()] == [b"%PDF- mine"]


def test_json_tells_every_file_and_its_error(docgen: Run, tmp_path: Path) -> None:
    good, bad = word(tmp_path / "a.docx", "甲"), tmp_path / "b.docx"
    bad.write_bytes(b"")
    ran = docgen("pdf", good, bad, "--json")
    told = json.loads(ran.out)["files"]
    assert ran.code == 7
    assert (told[0]["source"], told[0]["pages"]) == (str(good), 1)
    assert [file["outcome"] for file in told[0]["files"]] == ["new"]
    assert (told[1]["error"], told[1]["exit_code"]) == ("这是空文件", 5)


def test_strict_fonts_refuses_stand_ins_and_writes_nothing(docgen: Run, tmp_path: Path) -> None:
    source = word(tmp_path / "a.docx", "甲", font="某某宋体")
    ran = docgen("pdf", source, "--strict-fonts")
    assert ran.code == 3
    assert "本机没有文件要的字体：" in ran.err
    assert "某某宋体（会用" in ran.err
    assert "改法：装上这些字体，或用 --fonts 指明放字体的文件夹；允许代用就去掉 --strict-fonts\n" in ran.err
    assert not (tmp_path / "a.pdf").exists()


def test_fonts_of_a_folder_come_first(docgen: Run, tmp_path: Path) -> None:
    from fontTools.ttLib import TTFont

    from docgen.pdf.typefaces.fonts import Fonts

    own = Fonts.of_machine().face("黑体")
    folder = tmp_path / "字体"
    folder.mkdir()
    with TTFont(own.face.path, fontNumber=own.face.number) as renamed:
        for record in renamed["name"].names:
            if record.nameID in (1, 4, 6, 16):
                record.string = "Own Hei"
        renamed.save(folder / "own.otf")
    source = word(tmp_path / "a.docx", "甲", font="Own Hei")
    assert "Own Hei：以" in docgen("pdf", source).out
    ran = docgen("pdf", source, "--fonts", folder, "-o", tmp_path / "out")
    assert ran.code == 0
    assert "Own Hei：以" not in ran.out


def test_pdfa_and_source_inside(docgen: Run, tmp_path: Path) -> None:
    source = word(tmp_path / "a.docx", "甲")
    assert docgen("pdf", source, "--pdfa", "-o", tmp_path / "长期.pdf").code == 0
    assert re.search(r'pdfaid:part(="|>)2', streams(tmp_path / "长期.pdf"))
    assert docgen("pdf", source, "--attach-source", "-o", tmp_path / "附.pdf").code == 0
    document = pypdfium2.PdfDocument(tmp_path / "附.pdf")
    try:
        assert document.count_attachments() == 1
        assert bytes(document.get_attachment(0).get_data()) == source.read_bytes()
    finally:
        document.close()


def test_options_that_libreoffice_cannot_follow_are_refused(docgen: Run, tmp_path: Path) -> None:
    ran = docgen("pdf", word(tmp_path / "a.docx", "甲"), "--engine", "libreoffice", "--strict-fonts")
    assert (ran.code, ran.err) == (
        2,
        "错误：--strict-fonts 和 --attach-source 不能和 --engine libreoffice 一起用\n改法：看 docgen pdf --help\n",
    )


def test_without_libreoffice_its_engine_is_told_as_missing(docgen: Run, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("docgen.pdf.libreoffice.shutil.which", lambda name: None)
    monkeypatch.setattr("docgen.pdf.libreoffice._PLACES", ())
    ran = docgen("pdf", word(tmp_path / "a.docx", "甲"), "--engine", "libreoffice")
    assert ran.code == 3
    assert ran.err.startswith("错误：没有装 LibreOffice，用不了 --engine libreoffice\n")


@pytest.mark.libreoffice
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed on this machine")
def test_libreoffice_converts_several_files_in_one_call(docgen: Run, tmp_path: Path, monkeypatch) -> None:
    from docgen.pdf import libreoffice

    calls: list[int] = []
    convert = libreoffice._Suite.convert
    monkeypatch.setattr(
        libreoffice._Suite, "convert", lambda self, words: (calls.append(len(words)), convert(self, words))[1]
    )
    bad = tmp_path / "坏.docx"
    bad.write_bytes(b"x")
    sources = [word(tmp_path / "甲.docx", "挂牌督战甲"), bad, word(tmp_path / "乙.docx", "挂牌督战乙")]
    ran = docgen("pdf", *sources, "--engine", "libreoffice")
    assert ran.code == 7
    assert calls == [2]
    assert "挂牌督战甲" in text_of(tmp_path / "甲.pdf")
    assert "挂牌督战乙" in text_of(tmp_path / "乙.pdf")
    first = (tmp_path / "甲.pdf").read_bytes()
    assert docgen("pdf", sources[0], "--engine", "libreoffice").out.count("未变化") == 1
    assert (tmp_path / "甲.pdf").read_bytes() == first


@pytest.mark.libreoffice
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed on this machine")
def test_a_document_command_may_leave_the_pdf_to_libreoffice(docgen: Run, data: Path, out: Path) -> None:
    ran = docgen("plan", data, "-o", out, "--engine", "libreoffice")
    assert ran.code == 0, ran.err
    (pdf,) = out.glob("*.pdf")
    document = pypdfium2.PdfDocument(pdf)
    try:
        assert document.get_metadata_dict()["Producer"].startswith("LibreOffice")
    finally:
        document.close()


def test_a_document_command_takes_the_pdf_options(docgen: Run, data: Path, out: Path) -> None:
    ran = docgen("plan", data, "-o", out, "--pdfa", "--attach-source", "--format", "pdf")
    assert ran.code == 0, ran.err
    (pdf,) = out.glob("*.pdf")
    assert re.search(r'pdfaid:part(="|>)3', streams(pdf))


def test_a_document_command_with_strict_fonts_writes_the_word_file_and_names_the_fonts(
    docgen: Run, data: Path, out: Path
) -> None:
    from docgen.pdf.typefaces.fonts import Fonts

    if not Fonts.of_machine().face("方正小标宋简体").substitute:
        pytest.skip("this machine has the office fonts")
    ran = docgen("plan", data, "-o", out, "--strict-fonts")
    assert ran.code == 3
    assert "方正小标宋简体（会用" in ran.err
    assert [path.suffix for path in out.iterdir() if not path.name.startswith(".")] == [".docx"]


def test_the_page_pictures_and_their_sheet(docgen: Run, tmp_path: Path) -> None:
    source = word(tmp_path / "长.docx", *["督战" * 300] * 12)
    ran = docgen("preview", source, "-o", tmp_path / "图", "--dpi", "50")
    pictures = sorted(path.name for path in (tmp_path / "图").glob("*.png"))
    count = len(pictures) - 1
    assert ran.code == 0
    assert count > 2
    assert pictures == [*(f"长-第{number}页.png" for number in range(1, count + 1)), "长-缩略图.png"]
    with Image.open(tmp_path / "图" / "长-第1页.png") as page:
        assert page.size == (425, 550)  # US letter, as python-docx has it, at 50 dpi
        assert len(page.getcolors(100_000)) > 10
    with Image.open(tmp_path / "图" / "长-缩略图.png") as sheet:
        assert sheet.size[0] == 16 + min(5, count) * 336
    assert f"{source} {count} 页" in ran.out


@pytest.mark.parametrize(
    "typed, numbers", [("2", [2]), ("1-2", [1, 2]), ("2-", [2, 3]), ("3,1", [1, 3]), ("-2", [1, 2]), ("1，3", [1, 3])]
)
def test_pages_are_chosen_by_number(typed: str, numbers: list[int], docgen: Run, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("一")
    for text in "二三":
        document.add_page_break()
        document.add_paragraph(text)
    document.save(tmp_path / "三.docx")
    assert docgen("preview", tmp_path / "三.docx", "--pages", typed, "-o", tmp_path / "图").code == 0
    found = sorted(path.name for path in (tmp_path / "图").glob("*页.png"))
    assert found == [f"三-第{number}页.png" for number in numbers]


@pytest.mark.parametrize("typed", ["0", "3-1", "a", "", "1-2-3"])
def test_wrong_page_numbers_are_a_usage_error(typed: str, docgen: Run, tmp_path: Path) -> None:
    ran = docgen("preview", word(tmp_path / "a.docx", "甲"), "--pages", typed)
    assert ran.code == 2
    assert ran.err.startswith("错误：--pages 不对：“")


def test_pages_beyond_the_end_are_told_with_the_count(docgen: Run, tmp_path: Path) -> None:
    source = word(tmp_path / "a.docx", "甲")
    ran = docgen("preview", source, "--pages", "5-", "-o", tmp_path / "图")
    assert (ran.code, ran.err) == (5, f"错误：{source}：没有要的页：一共 1 页\n改法：--pages 写 1 到 1 之间的页码\n")


def test_a_pdf_is_previewed_as_it_is(docgen: Run, tmp_path: Path) -> None:
    source = word(tmp_path / "a.docx", "甲")
    assert docgen("pdf", source).code == 0
    assert docgen("preview", tmp_path / "a.pdf", "-o", tmp_path / "图").code == 0
    assert [path.name for path in (tmp_path / "图").glob("*.png")] == ["a-第1页.png"]
    broken = tmp_path / "b.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    ran = docgen("preview", broken, "-o", tmp_path / "图")
    assert (ran.code, ran.err) == (
        5, f"错误：{broken}：这个文件不是 PDF，或者已经损坏\n改法：换一份完好的文件再试\n",
    )  # fmt: skip


def test_same_pictures_twice(docgen: Run, tmp_path: Path) -> None:
    source = word(tmp_path / "a.docx", "甲")
    docgen("preview", source, "-o", tmp_path / "图")
    assert "未变化" in docgen("preview", source, "-o", tmp_path / "图").out


@pytest.mark.parametrize("command", ["pdf", "preview"])
def test_help_needs_no_pdf_library(command: str) -> None:
    ran = in_a_process(command, "--help")
    assert (ran.code, ran.out.splitlines()[0].startswith(f"用法：docgen {command}")) == (0, True)


def test_what_has_not_changed_is_not_converted_again(
    docgen: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = [word(tmp_path / f"{name}.docx", f"{name}村", font="某某宋体") for name in "甲乙丙"]
    first = docgen("pdf", *sources)
    converted: list[Path] = []
    monkeypatch.setattr(word_files, "print_lot", lambda wish, lot: (converted.extend(lot), print_lot(wish, lot))[1])
    assert docgen("pdf", *sources).out == first.out.replace("新建", "未变化")
    assert converted == []
    word(sources[1], "丁村")
    (tmp_path / "丙.pdf").unlink()
    again = docgen("pdf", *sources)
    assert [line.split()[0] for line in again.out.splitlines() if ".pdf" in line] == ["未变化", "更新", "新建"]
    assert converted == sources[1:]
    converted.clear()
    docgen("pdf", *sources, "--tagged")
    assert converted == sources


def test_several_processes_convert_what_one_converts(docgen: Run, tmp_path: Path) -> None:
    bad = tmp_path / "坏.docx"
    bad.write_bytes(b"no zip")
    good = [word(tmp_path / f"{number}.docx", f"第{number}村") for number in range(5)]
    sources = [*good[:3], bad, *good[3:]]
    alone, several = (docgen("pdf", *sources, "-o", tmp_path / str(jobs), "--jobs", jobs) for jobs in (1, 2))
    assert (several.code, several.err) == (alone.code, alone.err) == (7, alone.err)
    assert several.out == alone.out.replace(f"{tmp_path}/1/", f"{tmp_path}/2/")
    for number in range(5):
        made = [(tmp_path / str(jobs) / f"{number}.pdf").read_bytes() for jobs in (1, 2)]
        assert made[0] == made[1]


def test_a_fault_of_our_own_in_one_file_stops_no_other(
    docgen: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = printing.printed

    def broken(data: bytes, title: str, *given: object) -> object:
        if title == "乙":
            raise ZeroDivisionError("boom")
        return real(data, title, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(printing, "printed", broken)
    ran = docgen("pdf", *(word(tmp_path / f"{name}.docx", name) for name in "甲乙丙"))
    assert ran.code == 7
    assert f"错误：{tmp_path / '乙.docx'}：docgen 自身出了故障（ZeroDivisionError）\n改法：把 " in ran.err
    assert [(tmp_path / f"{name}.pdf").is_file() for name in "甲乙丙"] == [True, False, True]


def test_a_folder_that_takes_no_files_is_told_for_each_and_the_others_are_written(docgen: Run, tmp_path: Path) -> None:
    sources = [
        word(tmp_path / folder / f"{name}.docx", name) for folder, name in (("甲", "1"), ("甲", "2"), ("乙", "3"))
    ]
    (tmp_path / "甲" / ".docgen.journal").mkdir()
    ran = docgen("pdf", *sources)
    assert ran.code == 7
    assert [line.partition("：")[2].partition("：")[0] for line in ran.err.splitlines() if "错误" in line] == [
        str(source) for source in sources[:2]
    ]
    assert (tmp_path / "乙" / "3.pdf").is_file()


def test_an_interrupted_conversion_says_how_far_it_came_and_goes_on_from_there(
    docgen: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = [word(tmp_path / f"{name}.docx", name) for name in "甲乙丙"]
    with monkeypatch.context() as patch:

        def stopped(wish: PdfWish, lot: list[Path]) -> object:
            if lot == sources[1:2]:
                raise KeyboardInterrupt
            return print_lot(wish, lot)

        patch.setattr(word_files, "print_lot", stopped)
        ran = docgen("pdf", *sources)
    assert (ran.code, ran.out) == (130, "")
    assert ran.err == "错误：已中断：3 个文件，转好 1 个\n改法：再运行一次同样的命令接着转；写好的文件都是完整的\n"
    again = docgen("pdf", *sources)
    assert [line.split()[0] for line in again.out.splitlines() if ".pdf" in line] == ["未变化", "新建", "新建"]


def test_quiet_tells_faults_only(docgen: Run, tmp_path: Path) -> None:
    good, bad = word(tmp_path / "a.docx", "甲"), tmp_path / "b.docx"
    bad.write_bytes(b"")
    ran = docgen("pdf", good, bad, "--quiet")
    assert (ran.code, ran.out) == (7, "")
    assert f"错误：{bad}：这是空文件\n" in ran.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_nobody_waits_for_a_pipe(docgen: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.docx")
    ran = docgen("pdf", tmp_path / "管道.docx", tmp_path / ("长" * 300))
    assert ran.code == 5
    assert "（不是普通的文件）" in ran.err
    assert "（名称太长）" in ran.err
