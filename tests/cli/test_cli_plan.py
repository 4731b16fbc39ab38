"""`docgen plan`: what it writes, what it says, how it leaves."""

from __future__ import annotations

import json
import re
from pathlib import Path

import docx
import pytest
from cli_runs import Run, small_campaign

NAME = "云岭县2024年脱贫攻坚挂牌督战工作实施方案"


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_both_files_are_written_and_the_summary_names_files_pages_and_fonts(docgen: Run, data: Path, out: Path) -> None:
    ran = docgen("plan", data, "-o", out)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert re.fullmatch(rf"《{NAME}》 \d 页", lines[0])
    assert lines[1:3] == [f"  新建  {out / NAME}.docx", f"  新建  {out / NAME}.pdf"]
    assert [line.split("：")[0] for line in lines[3:8]] == [
        f"  字体  {name}" for name in ("仿宋_GB2312", "宋体", "方正小标宋简体", "楷体_GB2312", "黑体")
    ]
    assert files(out) == [".docgen.json", f"{NAME}.docx", f"{NAME}.pdf"]


@pytest.mark.parametrize("wanted, endings", [("word", ["docx"]), ("pdf", ["pdf"]), ("both", ["docx", "pdf"])])
def test_only_the_formats_asked_for_are_written(
    wanted: str, endings: list[str], docgen: Run, data: Path, out: Path
) -> None:
    assert docgen("plan", data, "-o", out, "--format", wanted).code == 0
    assert files(out) == [".docgen.json", *(f"{NAME}.{ending}" for ending in endings)]


def test_without_arguments_the_current_folder_is_read_and_output_is_written(
    docgen: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(data)
    assert docgen("plan", "--format", "word").code == 0
    assert files(data / "output") == [".docgen.json", f"{NAME}.docx"]


def test_json_tells_title_pages_files_fonts_and_warnings(docgen: Run, tmp_path: Path, out: Path) -> None:
    def with_gap(plan: dict) -> None:  # type: ignore[type-arg]
        plan["工作阶段"][1]["开始日期"] = "2024-03-07"

    data = small_campaign(tmp_path / "gap", with_gap)
    ran = docgen("plan", data, "-o", out, "--json")
    told = json.loads(ran.out)
    assert list(told) == ["title", "pages", "files", "fonts", "warnings"]
    assert told["title"] == NAME
    assert told["pages"] >= 2
    assert told["files"] == [
        {"path": str(path), "outcome": "new", "bytes": path.stat().st_size}
        for path in (out / f"{NAME}.docx", out / f"{NAME}.pdf")
    ]
    assert [font["asked"] for font in told["fonts"]] == ["仿宋_GB2312", "宋体", "方正小标宋简体", "楷体_GB2312", "黑体"]
    assert all(
        list(font) == ["asked", "bold", "family", "file", "substitute", "replaced", "missing", "no_bold"]
        for font in told["fonts"]
    )
    assert {(str(font["replaced"]), font["missing"], font["no_bold"]) for font in told["fonts"]} == {("[]", "", False)}
    (warning,) = told["warnings"]
    assert warning["severity"] == "warning"
    assert (warning["section"], warning["heading"]) == ("工作阶段", "开始日期")
    assert warning["code"] in ran.err


def test_a_second_run_says_unchanged_and_a_run_after_a_change_says_updated(docgen: Run, data: Path, out: Path) -> None:
    docgen("plan", data, "-o", out, "--format", "word")
    assert f"  未变化  {out / NAME}.docx" in docgen("plan", data, "-o", out, "--format", "word").out
    source = data / "数据.yaml"
    source.write_text(source.read_text(encoding="utf-8").replace("明查暗访", "随机抽查"), encoding="utf-8")
    assert f"  更新  {out / NAME}.docx" in docgen("plan", data, "-o", out, "--format", "word").out


def test_the_file_is_named_after_the_title_made_safe(docgen: Run, tmp_path: Path, out: Path) -> None:
    def change(plan: dict) -> None:  # type: ignore[type-arg]
        plan["基本信息"]["县名"] = "../云/岭:县"

    data = small_campaign(tmp_path / "odd", change)
    assert docgen("plan", data, "-o", out, "--format", "word").code == 0
    assert files(out) == [".docgen.json", "／云／岭：县2024年脱贫攻坚挂牌督战工作实施方案.docx"]
    assert files(tmp_path) == ["odd", "output"]


@pytest.mark.parametrize("written", ["2024-03-08", "2024年3月8日", "2024.3.8", "2024/3/8", "二〇二四年三月八日"])
def test_date_wins_over_the_data_in_every_form_of_the_workbook(
    written: str, docgen: Run, tmp_path: Path, out: Path
) -> None:
    def change(plan: dict) -> None:  # type: ignore[type-arg]
        plan["基本信息"] |= {"发文机关": "云岭县人民政府", "成文日期": "2024-02-26"}
        plan["文件设置"] = [{"文件": "实施方案", "署名": "不盖章"}]

    data = small_campaign(tmp_path / "dated", change)
    assert docgen("plan", data, "-o", out, "--format", "word", "--date", written).code == 0
    document = docx.Document(str(out / f"{NAME}.docx"))
    text = [paragraph.text for paragraph in document.paragraphs]
    assert "2024年3月8日" in text
    assert "2024年2月26日" not in text


def test_faulty_data_is_told_in_full_and_nothing_is_written(docgen: Run, tmp_path: Path, out: Path) -> None:
    def change(plan: dict) -> None:  # type: ignore[type-arg]
        plan["基本信息"]["年度"] = "今年"
        plan["基本信息"]["报送日"] = "32"

    ran = docgen("plan", small_campaign(tmp_path / "faulty", change), "-o", out)
    assert (ran.code, ran.out) == (1, "")
    assert len(re.findall(r"^[A-Z]+-\d{3}", ran.err, re.MULTILINE)) == 2
    assert ran.err.endswith("错误：数据有 2 处错误，没有生成文件\n改法：按上面各条改好再运行\n")
    assert not out.exists()


def test_a_missing_data_folder_is_told(docgen: Run, tmp_path: Path) -> None:
    ran = docgen("plan", tmp_path / "nowhere")
    assert (ran.code, ran.out) == (5, "")
    assert (
        ran.err == f"错误：没有这个文件或文件夹：{tmp_path / 'nowhere'}\n改法：核对路径；新建工作文件夹用 docgen init\n"
    )


def test_a_file_changed_by_hand_stops_the_run_before_anything_is_written(docgen: Run, data: Path, out: Path) -> None:
    docgen("plan", data, "-o", out)
    word, pdf = out / f"{NAME}.docx", out / f"{NAME}.pdf"
    word.write_bytes(b"by hand")
    before = pdf.read_bytes()
    source = data / "数据.yaml"
    source.write_text(source.read_text(encoding="utf-8").replace("明查暗访", "随机抽查"), encoding="utf-8")
    ran = docgen("plan", data, "-o", out)
    assert (ran.code, ran.out) == (5, "")
    assert ran.err == (
        f"错误：{out} 里的 {NAME}.docx 生成以后被人改过，或不是 docgen 生成的，没有覆盖\n"
        "改法：要保留改动，换一个文件夹；要重新生成，加 --force（原来的文件移到 原件 文件夹里）\n"
    )
    assert (word.read_bytes(), pdf.read_bytes()) == (b"by hand", before)
    forced = docgen("plan", data, "-o", out, "--force")
    assert forced.code == 0
    (kept,) = (out / "原件").iterdir()
    assert re.fullmatch(rf"{NAME}\.\d{{8}}-\d{{6}}\.docx", kept.name)
    assert kept.read_bytes() == b"by hand"
    assert f"        原来的文件移到 {kept}\n" in forced.out
    assert pdf.read_bytes() != before


@pytest.mark.parametrize("head, red", [("红头", True), ("套打", False), ("无版头", False)])
def test_head_wins_over_the_data(head: str, red: bool, docgen: Run, tmp_path: Path, out: Path) -> None:
    def change(plan: dict) -> None:  # type: ignore[type-arg]
        plan["基本信息"] |= {
            "发文机关": "云岭县人民政府", "机关代字": "云政发", "发文顺序号": "7", "主送": "各乡镇人民政府",
            "成文日期": "2024-02-26", "印发机关": "云岭县人民政府办公室",
        }  # fmt: skip
        plan["文件设置"] = [{"文件": "实施方案", "版头": "无版头", "署名": "盖章"}]

    data = small_campaign(tmp_path / "headed", change)
    assert docgen("plan", data, "-o", out, "--format", "word", "--head", head).code == 0
    text = [paragraph.text for paragraph in docx.Document(str(out / f"{NAME}.docx")).paragraphs]
    assert ("云岭县人民政府文件" in text) is red
    assert ("云政发〔2024〕7号" in text) is (head != "无版头")


def test_a_template_of_ones_own_wins(docgen: Run, data: Path, out: Path, tmp_path: Path) -> None:
    own = docx.Document()
    own.add_paragraph("{{ 县名 }}{{ 年度 }}年自拟方案", style="Title")
    own.add_paragraph("{%p for 阶段 in 工作阶段 %}")
    own.add_paragraph("{{ loop.index }}. {{ 阶段.起止 }}")
    own.add_paragraph("{%p endfor %}")
    own.save(str(tmp_path / "自己的.docx"))
    ran = docgen("plan", data, "-o", out, "--format", "word", "--template", tmp_path / "自己的.docx")
    assert ran.code == 0, ran.err
    (word,) = out.glob("*.docx")
    text = [paragraph.text for paragraph in docx.Document(str(word)).paragraphs]
    assert text[:3] == ["云岭县2024年自拟方案", "1. 2月26日至3月5日", "2. 3月6日至3月20日"]
    assert len(text) == 6


def test_a_faulty_template_is_told_with_every_fault_and_nothing_is_written(
    docgen: Run, data: Path, out: Path, tmp_path: Path
) -> None:
    own = docx.Document()
    own.add_paragraph("{{ 县名称 }}实施方案", style="Title")
    own.add_paragraph("总指挥长由{{ 总指挥 }}担任")
    own.add_paragraph("{{ 不存在的事 }}")
    own.save(str(tmp_path / "错的.docx"))
    ran = docgen("plan", data, "-o", out, "--template", tmp_path / "错的.docx")
    assert (ran.code, ran.out) == (4, "")
    assert len(re.findall(r"^TPL-\d{3}", ran.err, re.MULTILINE)) == 3
    for name in ("县名称", "总指挥", "不存在的事"):
        assert name in ran.err
    assert not out.exists()


@pytest.mark.parametrize("content", [None, b"no zip at all", b""])
def test_a_template_that_cannot_be_read_is_told(
    content: bytes | None, docgen: Run, data: Path, out: Path, tmp_path: Path
) -> None:
    own = tmp_path / "模板.docx"
    if content is not None:
        own.write_bytes(content)
    ran = docgen("plan", data, "-o", out, "--template", own)
    assert ran.code in (4, 5)
    assert ran.code == 5 or content is not None
    assert ran.err.startswith("错误：")
    assert "模板.docx" in ran.err
    assert not out.exists()


@pytest.mark.parametrize("wanted", ["word", "both"])
def test_a_machine_without_any_font_still_gets_its_word_file(
    wanted: str, docgen: Run, data: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from docgen.pdf import convert
    from docgen.pdf.typefaces.fonts import Fonts

    monkeypatch.setattr(convert, "machine_fonts", lambda extra=(): Fonts(()))
    ran = docgen("plan", data, "-o", out, "--format", wanted)
    assert ran.code == (0 if wanted == "word" else 3)
    assert ran.out.splitlines() == [f"《{NAME}》 页数未知（这台电脑没有可用的字体）", f"  新建  {out / NAME}.docx"]
    assert ("错误：本机没有可用的字体" in ran.err) is (wanted == "both")


def test_a_place_that_cannot_be_written_is_told(docgen: Run, data: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    ran = docgen("plan", data, "-o", tmp_path / "taken", "--format", "word")
    assert ran.code == 5
    assert ran.err.startswith(f"错误：建不了文件夹 {tmp_path / 'taken'}（已有同名文件）")
