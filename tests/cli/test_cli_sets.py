"""`--merge` and `--zip`: what a run makes of the whole set."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pikepdf
from batch_runs import TOWNS, documents, towns
from cli_runs import Run

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


def test_word_alone_has_nothing_to_merge(docgen: Run, tmp_path: Path, out: Path) -> None:
    assert docgen("township", towns(tmp_path / "数据"), "-o", out, "--merge", "--format", "word").code == 0
    assert not (out / "合并").exists()


def test_the_plan_takes_them_as_well(docgen: Run, data: Path, out: Path) -> None:
    assert docgen("plan", data, "-o", out, "--merge", "--zip").code == 0
    name = "云岭县2024年脱贫攻坚挂牌督战工作实施方案"
    assert sorted(documents(out)) == sorted([f"{name}.docx", f"{name}.pdf", "合并/实施方案.pdf", "整套文件.zip"])
