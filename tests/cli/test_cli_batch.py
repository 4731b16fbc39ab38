"""Batches on the command line: failed documents, kept ones, what is made again, what is only looked at."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import Any

import docx
import pytest
from batch_runs import TOWNS, documents, fail, manifest, towns
from cli_runs import Run

YEAR = "2024年脱贫攻坚挂牌督战专项实施方案"


@pytest.fixture
def county(tmp_path: Path) -> Path:
    return towns(tmp_path / "数据")


def changed(data: Path) -> None:
    source = data / "数据.yaml"
    source.write_text(source.read_text(encoding="utf-8").replace("明查暗访", "随机抽查"), encoding="utf-8")


def test_one_failed_document_stops_no_other_and_the_summary_tells_how_to_make_it_again(
    docgen: Run, county: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("township", county, "-o", out, "--format", "word")
    with monkeypatch.context() as patch:
        fail(patch, "白山镇")
        ran = docgen(*arguments)
    assert ran.code == 7
    assert sorted(documents(out)) == [f"{name}{YEAR}.docx" for name in ("红山镇", "青山镇")]
    assert ran.err == (
        f"错误：《白山镇{YEAR}》：模板填不进去\n改法：改模板\n"
        f"3 份文件，1 份没有做成。排除原因后，只重做这些：docgen {shlex.join(map(str, arguments))} --failed\n"
    )
    (failure,) = manifest(out)["failed"].values()
    assert failure == {"title": f"白山镇{YEAR}", "reason": "模板填不进去", "remedy": "改模板", "exit_code": 4}
    again = docgen(*arguments, "--failed")
    assert (again.code, again.err) == (0, "")
    assert [line for line in again.out.splitlines() if "新建" in line or "变化" in line] == [
        f"  新建  {out}/白山镇{YEAR}.docx"
    ]
    assert docgen(*arguments, "--failed").out == "上一次没有失败的文件，没有要重做的\n"
    assert docgen(*arguments[:-3], out.with_name("别的"), "--failed").out == (
        "上一次没有失败的文件，没有要重做的；还有 3 份没有做过，去掉 --failed 再运行\n"
    )


def test_when_all_fail_alike_the_reason_is_told_once_and_its_code_is_the_runs(
    docgen: Run, county: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(monkeypatch, *TOWNS)
    ran = docgen("township", county, "-o", out, "--format", "word", "--json")
    told = json.loads(ran.out)
    assert (ran.code, told["exit_code"], told["error"]) == (4, 4, "模板填不进去")
    assert ran.err.splitlines()[:2] == ["错误：模板填不进去", "改法：改模板"]
    assert told["documents"] == []
    assert [(item["unit"], item["error"], item["kept"]) for item in told["failed"]] == [
        (name, "模板填不进去", False) for name in TOWNS[:3]
    ]


def test_json_is_one_object_with_what_was_made_and_what_failed(
    docgen: Run, county: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(monkeypatch, "青山镇")
    told = json.loads(docgen("township", county, "-o", out, "--format", "word", "--json").out)
    assert [item["unit"] for item in told["documents"]] == ["白山镇", "红山镇"]
    assert [item["unit"] for item in told["failed"]] == ["青山镇"]
    assert (told["exit_code"], told["error"]) == (7, "3 份文件，1 份没有做成")
    assert told["remedy"].endswith("--failed")


def test_many_failures_are_counted_and_three_are_named(
    docgen: Run, tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(monkeypatch, *TOWNS[1:])
    ran = docgen("township", towns(tmp_path / "数据", 10), "-o", out, "--format", "word")
    named = "、".join(f"《{name}{YEAR}》" for name in TOWNS[1:4])
    assert (ran.code, ran.err.splitlines()[0]) == (7, f"错误：{named} 等 9 份：模板填不进去")


def test_a_file_changed_by_hand_is_kept_the_others_are_written_and_the_code_is_5(
    docgen: Run, county: Path, out: Path
) -> None:
    arguments = ("township", county, "-o", out, "--format", "word")
    assert docgen(*arguments).code == 0
    mine = out / f"白山镇{YEAR}.docx"
    mine.write_bytes(b"by hand")
    changed(county)
    ran = docgen(*arguments)
    assert ran.code == 5
    assert ran.out.count("  更新  ") == 2
    assert ran.err == (
        f"错误：{out} 里的 {mine.name} 生成以后被人改过，或不是 docgen 生成的，没有覆盖\n"
        "改法：要保留改动，换一个文件夹；要重新生成，加 --force（原来的文件移到 原件 文件夹里）\n"
    )
    assert mine.read_bytes() == b"by hand"
    told = json.loads(docgen(*arguments, "--json").out)
    assert (told["exit_code"], [item["kept"] for item in told["failed"]]) == (5, [True])
    assert docgen(*arguments, "--force").code == 0
    assert [path.read_bytes() for path in (out / "原件").iterdir()] == [b"by hand"]


def test_a_set_tells_where_the_changed_files_went(docgen: Run, county: Path, out: Path) -> None:
    arguments = ("all", county, "-o", out, "--format", "word", "--force")
    for as_json in (False, True):
        docgen(*arguments)
        for path in (out / "全程" / "专项实施方案" / f"白山镇{YEAR}.docx", out / "清单.xlsx"):
            path.write_bytes(b"by hand")
        ran = docgen(*arguments, *(["--json"] if as_json else []))
        assert ran.code == 0
        told = [line.partition("原来的文件移到 ")[2] for line in ran.out.splitlines() if "原来的文件" in line]
        if as_json:
            plain = json.loads(ran.out)
            written = [file for item in plain["documents"] for file in item["files"]] + plain["further"]
            told = [file["backup"] for file in written if "backup" in file]
        assert [Path(path).name[:3] for path in told] == ["白山镇", "清单."]
        assert [Path(path).read_bytes() for path in told] == [b"by hand"] * 2


def test_an_unchanged_document_is_not_made_again_and_tells_the_same(
    docgen: Run, county: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("township", county, "-o", out)
    first = docgen(*arguments)
    before = {path: path.stat().st_mtime_ns for path in out.iterdir()}
    fail(monkeypatch, *TOWNS, reason="nothing may be made")
    again = docgen(*arguments)
    assert (again.code, again.err) == (0, first.err)
    assert again.out == first.out.replace("新建", "未变化")
    assert {path: path.stat().st_mtime_ns for path in out.iterdir()} == before


def test_a_dry_run_lists_every_file_and_writes_nothing_at_all(docgen: Run, county: Path, out: Path) -> None:
    arguments = ("township", county, "-o", out, "--format", "word", "--date", "2024-03-08")
    before = documents(county.parent)
    listed = docgen(*arguments, "--dry-run")
    assert (listed.code, listed.err) == (0, "")
    assert listed.out.splitlines() == [
        *(f"  会新建  {out}/{name}{YEAR}.docx" for name in TOWNS[:3]),
        "会新建 3 个。什么也没有写",
    ]
    assert documents(county.parent) == before
    assert not list(county.glob(".*"))
    docgen(*arguments)
    (out / f"白山镇{YEAR}.docx").write_bytes(b"by hand")
    (out / f"红山镇{YEAR}.docx").unlink()
    before = documents(county.parent)
    fates = [line.split("  ")[1] for line in docgen(*arguments, "--dry-run").out.splitlines()[:3]]
    assert fates == ["未变化", "改过，不动", "会新建"]
    changed(county)
    told = json.loads(docgen(*arguments, "--dry-run", "--json", "--force").out)
    assert (told["dry_run"], [item["fate"] for item in told["files"]]) == (True, ["updated", "replaced", "new"])
    assert documents(county.parent) == before | {"数据/数据.yaml": (county / "数据.yaml").read_bytes()}


def test_a_dry_run_knows_that_a_document_with_a_changed_file_is_left_alone_whole(
    docgen: Run, county: Path, out: Path
) -> None:
    arguments = ("all", county, "-o", out, "--zip")
    assert docgen(*arguments).code == 0
    word = out / "全程" / "专项实施方案" / f"白山镇{YEAR}.docx"
    word.write_bytes(b"by hand")
    (out / "清单.xlsx").write_bytes(b"by hand")

    def fates() -> dict[str, str]:
        lines = docgen(*arguments, "--dry-run").out.splitlines()[:-1]
        return {Path(path).name: fate for _, fate, path in (line.split("  ") for line in lines) if fate != "未变化"}

    assert fates() == {word.name: "改过，不动", "清单.xlsx": "改过，不动"}
    word.with_suffix(".pdf").unlink()
    found = fates()
    assert found[word.with_suffix(".pdf").name] == "同一份里有改过的，也不动"
    assert docgen(*arguments).code == 5
    assert not word.with_suffix(".pdf").exists()


def test_a_dry_run_tells_faults_as_the_run_does(docgen: Run, county: Path, out: Path, tmp_path: Path) -> None:
    own = docx.Document()
    own.add_paragraph("{{ 没有的 }}", style="Title")
    own.save(str(tmp_path / "自己的.docx"))
    arguments = ("township", county, "-o", out, "--format", "word", "--template", tmp_path / "自己的.docx")
    looked, ran = docgen(*arguments, "--dry-run"), docgen(*arguments)
    assert "没有的" in looked.err
    assert looked.code == ran.code == 4
    assert looked.err == "".join(f"{line}\n" for line in ran.err.splitlines()[:-1])


def test_a_dry_run_gives_no_numbers(docgen: Run, tmp_path: Path, out: Path) -> None:
    data = towns(tmp_path / "数据", 2, lambda data: data["基本信息"].update(机关代字="云扶组", 成文日期="2024-02-26"))
    assert docgen("township", data, "-o", out, "--dry-run").code == 0
    assert sorted(path.name for path in data.iterdir()) == ["数据.yaml"]
    assert not out.exists()


def test_a_dry_run_of_the_plan_knows_its_name_though_the_page_tells_it(docgen: Run, data: Path, out: Path) -> None:
    ran = docgen("plan", data, "-o", out, "--dry-run", "--merge", "--zip")
    name = "云岭县2024年脱贫攻坚挂牌督战工作实施方案"
    assert ran.out.splitlines() == [
        f"  会新建  {out / name}.docx",
        f"  会新建  {out / name}.pdf",
        f"  会新建  {out}/合并/实施方案.pdf",
        f"  会新建  {out}/整套文件.zip",
        "会新建 4 个。什么也没有写",
    ]
    assert not out.exists()


def test_documents_that_the_data_calls_for_no_more_are_told_and_left_to_the_user(
    docgen: Run, tmp_path: Path, out: Path
) -> None:
    three, two = towns(tmp_path / "三", 3), towns(tmp_path / "二", 2)
    arguments = ("-o", out, "--format", "word")
    assert docgen("all", three, *arguments).err == ""
    ran = docgen("all", two, *arguments, "--quiet")
    old = out / "全程" / "专项实施方案" / f"红山镇{YEAR}.docx"
    assert (ran.code, ran.err) == (0, f"提醒：照现在的数据不再出的文件还在：{old}。清单里没有它们，不用的自己删掉\n")
    assert json.loads(docgen("all", two, *arguments, "--json").out)["left_over"] == [str(old)]
    assert "left_over" not in json.loads(docgen("all", two, "--month", "2024-03", *arguments, "--json").out)
    old.unlink()
    assert docgen("all", two, *arguments).err == ""


def test_a_set_may_go_into_the_data_folder_itself(docgen: Run, county: Path) -> None:
    for _ in range(2):
        ran = docgen("all", county, "--month", "2024-03", "-o", county, "--format", "word")
        assert (ran.code, (county / "清单.xlsx").is_file()) == (0, True), ran.err
    assert ran.out.count("未变化") == len(ran.out.splitlines()) - 1
    assert docgen("ledger", county, "--month", "2024-03", "-o", county, "--format", "excel").code == 0
    assert docgen("validate", county).code == 0


def test_several_processes_write_what_one_writes(docgen: Run, tmp_path: Path) -> None:
    data = towns(tmp_path / "数据", 6)
    for jobs in (1, 2):
        assert docgen("township", data, "-o", tmp_path / str(jobs), "--jobs", jobs).code == 0
    one, two = documents(tmp_path / "1"), documents(tmp_path / "2")
    assert len(one) == 12
    assert one == two
    assert manifest(tmp_path / "1") == manifest(tmp_path / "2")


def test_a_run_of_one_document_makes_it_whatever_became_of_the_last_one(docgen: Run, data: Path, out: Path) -> None:
    ran = docgen("plan", data, "-o", out, "--format", "word", "--failed")
    assert (ran.code, ran.out.count("新建")) == (0, 1)
    assert docgen("plan", data, "-o", out, "--format", "word", "--failed").out.count("未变化") == 1


def test_an_interrupted_run_of_what_failed_counts_that_alone_and_goes_on_by_the_same_command(
    docgen: Run, tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("township", towns(tmp_path / "数据", 5), "-o", out, "--format", "word")
    with monkeypatch.context() as patch:
        fail(patch, "白山镇", "红山镇")
        assert docgen(*arguments).code == 7
    with monkeypatch.context() as patch:
        fail(patch, "红山镇", error=KeyboardInterrupt())
        ran = docgen(*arguments, "--failed")
    assert (ran.code, ran.err) == (
        130, "错误：已中断：2 份，做好 1 份\n改法：再运行一次同样的命令接着做；写好的文件都是完整的\n",
    )  # fmt: skip
    again = docgen(*arguments, "--failed")
    assert (again.code, again.out.count("新建"), len(documents(out))) == (0, 1, 5)


def test_json_tells_an_interruption_and_a_wrong_command_too(
    docgen: Run, data: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(monkeypatch, "", error=KeyboardInterrupt())
    stopped = docgen("plan", data, "-o", out, "--json")
    assert (stopped.code, json.loads(stopped.out)["exit_code"]) == (130, 130)
    wrong = docgen("plan", data, "-o", out, "--jobs", "many", "--json")
    told = json.loads(wrong.out)
    assert (wrong.code, told["exit_code"], told["error"]) == (2, 2, "--jobs 不对：写 1 到 512 之间的整数")
    assert told["remedy"] == "看 docgen plan --help"


def test_the_command_to_make_failed_ones_again_can_be_pasted(
    docgen: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, out = towns(tmp_path / "-数 据"), tmp_path / "it's $5"
    monkeypatch.chdir(tmp_path)
    with monkeypatch.context() as patch:
        fail(patch, "白山镇")
        ran = docgen("township", "-o", out, "--format", "word", "--", data.name)
    words = shlex.split(ran.err.rpartition("：")[2])
    assert words == ["docgen", "township", "-o", str(out), "--format", "word", "--failed", "--", data.name]
    assert docgen(*words[1:]).out.count("新建") == 1


@pytest.mark.parametrize(
    "words, line",
    [
        (["docgen", "all", r"C:\督战", "--failed"], r"docgen all C:\督战 --failed"),
        (["-o", r"D:\A&B (1)"], r'-o "D:\A&B (1)"'),
        (["--only", ""], '--only ""'),
    ],
)
def test_on_windows_it_is_quoted_for_cmd_and_powershell(words: list[str], line: str) -> None:
    from docgen.cli.failures import typed

    assert typed(words, windows=True) == line


def test_quiet_says_errors_and_nothing_else(
    docgen: Run, county: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("township", county, "-o", out, "--format", "word", "--quiet")
    with monkeypatch.context() as patch:
        fail(patch, "白山镇")
        ran = docgen(*arguments)
    assert (ran.code, ran.out) == (7, "")
    assert ran.err.startswith("错误：《白山镇")
    assert docgen(*arguments, "--resume") == type(ran)(0, "", "")


@pytest.mark.parametrize(
    "wrong, said",
    [
        (["--jobs", "2", "--scheduler", "tcp://a:1"], "--jobs 和 --scheduler 不能一起用"),
        (["--resume", "--failed"], "--resume 和 --failed 不能一起用"),
        (["--scheduler", "a:1"], "“a:1”不是调度器的地址，写成 tcp://机器:8786"),
        (["--jobs", "0"], "--jobs 不对：写 1 到 512 之间的整数"),
        (["--jobs", "1.5"], "--jobs 不对：写 1 到 512 之间的整数"),
        (["--fonts", "没有的"], "--fonts 不对：没有这个文件或文件夹"),
    ],
)
def test_options_that_do_not_go_together_are_refused(wrong: list[str], said: str, docgen: Run, county: Path) -> None:
    ran = docgen("township", county, *wrong)
    assert (ran.code, ran.out, said in ran.err) == (2, "", True), ran.err


@pytest.mark.parametrize(
    "name",
    [
        "plan", "notice", "township", "briefing", "report", "yellow-card", "circular", "interview", "escalation",
        "rectification", "ledger", "all",
    ],
)  # fmt: skip
def test_every_command_that_makes_documents_takes_the_options(name: str, docgen: Run) -> None:
    page = docgen(name, "--help").out
    wanted = ("--jobs", "--scheduler", "--resume", "--failed", "--dry-run", "--merge", "--zip", "--quiet")
    assert [option for option in wanted if f"  {option}" not in page] == []


def test_a_set_without_its_failed_documents_has_a_list_all_the_same(
    docgen: Run, county: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import openpyxl

    def listed() -> list[Any]:
        sheet = openpyxl.load_workbook(out / "清单.xlsx").worksheets[0]
        return [cell.value for row in sheet.iter_rows() for cell in row if cell.value]

    arguments = ("all", county, "-o", out, "--format", "word")
    with monkeypatch.context() as patch:
        fail(patch, "白山镇")
        ran = docgen(*arguments)
    assert ran.code == 7
    assert "  全程/专项实施方案：2 份，2 个文件，1 份没有做成\n" in ran.out
    assert f"白山镇{YEAR}" not in listed()
    assert docgen(*arguments, "--failed").code == 0
    assert {f"{name}{YEAR}" for name in TOWNS[:3]} <= set(listed())


def test_the_months_are_derived_once_for_documents_and_workbooks(
    docgen: Run, county: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from docgen.rules import months

    asked: list[Any] = []
    real = months.month_facts

    def counted(campaign: Any, month: Any, as_of: Any = None) -> Any:
        asked.append((month, as_of))
        return real(campaign, month, as_of)

    monkeypatch.setattr(months, "month_facts", counted)
    assert docgen("all", county, "--month", "2024-03", "--format", "word", "-o", out).code == 0
    assert asked
    assert len(asked) == len(set(asked))
