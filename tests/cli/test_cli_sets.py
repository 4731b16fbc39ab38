"""`--merge` and `--zip`: what a run makes of the whole set."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import docx
import pikepdf
import pytest
from batch_runs import TOWNS, documents, fail, towns
from cli_runs import Run

from docgen.errors import FileError
from docgen.output import files

YEAR = "2024年脱贫攻坚挂牌督战专项实施方案"


def test_one_pdf_for_each_kind_and_one_zip_of_everything(docgen: Run, tmp_path: Path, out: Path) -> None:
    arguments = ("township", towns(tmp_path / "数据"), "-o", out, "--merge", "--zip")
    ran = docgen(*arguments)
    assert ran.code == 0, ran.err
    assert f"  新建  {out}/合并/专项实施方案.pdf\n  新建  {out}/整套文件.zip\n" in ran.out
    with pikepdf.open(out / "合并" / "专项实施方案.pdf") as merged, merged.open_outline() as outline:
        assert [item.title for item in outline.root] == [f"{name}{YEAR}" for name in TOWNS[:3]]
        pages = len(merged.pages)
    counts = []
    for name in TOWNS[:3]:
        with pikepdf.open(out / f"{name}{YEAR}.pdf") as single:
            counts.append(len(single.pages))
    assert pages == sum(counts)
    files = documents(out)
    packed = zipfile.ZipFile(out / "整套文件.zip")
    assert {name: packed.read(name) for name in packed.namelist()} == {
        name: data for name, data in files.items() if name != "整套文件.zip"
    }
    again = docgen(*arguments)
    assert again.out == ran.out.replace("新建", "未变化")
    assert documents(out) == files


def test_json_tells_the_files_of_the_whole_set(docgen: Run, tmp_path: Path, out: Path) -> None:
    told = json.loads(docgen("township", towns(tmp_path / "数据"), "-o", out, "--merge", "--zip", "--json").out)
    assert [(Path(item["path"]).name, item["outcome"]) for item in told["further"]] == [
        ("专项实施方案.pdf", "new"),
        ("整套文件.zip", "new"),
    ]


def test_only_failed_ones_made_again_still_give_the_whole_merged_pdf(docgen: Run, tmp_path: Path, out: Path) -> None:
    data = towns(tmp_path / "数据")
    docgen("township", data, "-o", out)
    assert docgen("township", data, "-o", out, "--failed", "--merge").code == 0
    with pikepdf.open(out / "合并" / "专项实施方案.pdf") as merged, merged.open_outline() as outline:
        assert len(outline.root) == 3


def test_a_merged_pdf_with_notes_in_it_is_kept_and_told(docgen: Run, tmp_path: Path, out: Path) -> None:
    arguments = ("township", towns(tmp_path / "数据"), "-o", out, "--merge")
    docgen(*arguments)
    mine = out / "合并" / "专项实施方案.pdf"
    mine.write_bytes(b"with my notes")
    ran = docgen(*arguments)
    assert ran.code == 5
    assert ran.err.startswith(f"错误：{out} 里的 合并/专项实施方案.pdf 生成以后被人改过")
    assert mine.read_bytes() == b"with my notes"


@pytest.mark.parametrize("command, wanted", [("township", "word"), ("ledger", "excel")])
def test_a_wish_without_pdfs_has_nothing_to_merge(
    command: str, wanted: str, docgen: Run, tmp_path: Path, out: Path
) -> None:
    ran = docgen(command, towns(tmp_path / "数据"), "-o", out, "--merge", "--format", wanted)
    assert ran.code == 2
    assert ran.err.startswith(f"错误：--merge 合的是 PDF，不能和 --format {wanted} 一起用\n")
    assert not out.exists()


def test_files_of_the_whole_set_that_were_changed_are_told_beside_a_changed_document_and_go_into_the_zip(
    docgen: Run, tmp_path: Path, out: Path
) -> None:
    arguments = ("all", towns(tmp_path / "数据"), "-o", out, "--zip")
    assert docgen(*arguments).code == 0
    mine = [out / "清单.xlsx", out / "全程" / "专项实施方案" / f"白山镇{YEAR}.docx"]
    for path in mine:
        path.write_bytes(b"by hand")
    ran = docgen(*arguments)
    assert ran.code == 5
    assert [line.split(" 生成以后")[0] for line in ran.err.splitlines() if line.startswith("错误")] == [
        f"错误：{out} 里的 {mine[1].relative_to(out)}",
        f"错误：{out} 里的 清单.xlsx",
    ]
    packed = zipfile.ZipFile(out / "整套文件.zip")
    assert [packed.read(path.relative_to(out).as_posix()) for path in mine] == [b"by hand"] * 2
    mine[1].unlink()
    told = json.loads(docgen(*arguments, "--json").out)
    assert (told["exit_code"], len(told["documents"]), told["failed"]) == (5, 5, [])
    assert [item["error"].split(" 生成以后")[0] for item in told["refused"]] == [f"{out} 里的 清单.xlsx"]


def test_a_list_that_is_open_elsewhere_is_told_and_the_run_ends_as_it_should(
    docgen: Run, tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = files.write_atomically

    def refusing(path: Path, data: bytes, mark: str = "") -> None:
        if path.name == "清单.xlsx":
            raise FileError("写不了（没有权限）", "关掉它")
        real(path, data, mark)

    monkeypatch.setattr(files, "write_atomically", refusing)
    ran = docgen("all", towns(tmp_path / "数据"), "-o", out, "--format", "word", "--zip")
    assert (ran.code, ran.err.splitlines()[-2:]) == (5, ["错误：写不了（没有权限）", "改法：关掉它"])
    assert "5 份文件" in ran.out
    assert "清单.xlsx" not in zipfile.ZipFile(out / "整套文件.zip").namelist()


def test_a_changed_word_file_whose_pdf_is_the_old_one_is_told_when_they_are_merged(
    docgen: Run, tmp_path: Path, out: Path
) -> None:
    arguments = ("township", towns(tmp_path / "数据"), "-o", out, "--merge")
    docgen(*arguments)
    mine = out / f"白山镇{YEAR}.docx"
    changed = docx.Document(str(mine))
    changed.add_paragraph("补充一句。")
    changed.save(str(mine))
    said = f"提醒：《{mine.stem}》改过的只是 Word，合并的 PDF 里还是原来的样子\n"
    ran = docgen(*arguments)
    assert (ran.code, ran.err.count("提醒："), said in ran.err) == (5, 1, True)
    assert docgen("pdf", mine).code == 0
    ran = docgen(*arguments)
    assert (ran.code, ran.err.count("提醒：")) == (5, 0)
    with pikepdf.open(mine.with_suffix(".pdf")) as new, pikepdf.open(out / "合并" / "专项实施方案.pdf") as merged:
        assert new.pages[-1].Contents.read_bytes() in [page.Contents.read_bytes() for page in merged.pages]


def test_whoever_hands_over_a_set_is_told_what_is_not_in_it(
    docgen: Run, tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("township", towns(tmp_path / "数据"), "-o", out, "--format", "word")
    with monkeypatch.context() as patch:
        fail(patch, "白山镇")
        assert docgen(*arguments, "--zip").err.endswith("提醒：没有做成的 1 份不在合并的 PDF 和 zip 里\n")
        assert "提醒" not in docgen(*arguments).err
    assert docgen(*arguments, "--failed", "--zip").err == ""


def test_the_plan_takes_them_as_well(docgen: Run, data: Path, out: Path) -> None:
    assert docgen("plan", data, "-o", out, "--merge", "--zip").code == 0
    name = "云岭县2024年脱贫攻坚挂牌督战工作实施方案"
    assert sorted(documents(out)) == sorted([f"{name}.docx", f"{name}.pdf", "合并/实施方案.pdf", "整套文件.zip"])
