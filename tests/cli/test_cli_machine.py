"""`docgen doctor`, and machines that lack Pango or fonts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_runs import Run, in_a_process, small_campaign

NAME = "云岭县2024年脱贫攻坚挂牌督战工作实施方案"
STANDARD = ["仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312", "宋体"]


@pytest.fixture
def no_pango(tmp_path: Path) -> Path:
    """A folder whose `weasyprint` fails as the real one does where Pango is missing."""
    package = tmp_path / "no-pango" / "weasyprint"
    package.mkdir(parents=True)
    text = "raise OSError(\"cannot load library 'libpango-1.0-0': libpango-1.0-0: cannot open shared object file\")\n"
    (package / "__init__.py").write_text(text, encoding="utf-8")
    return package.parent


ENGINE = ("--engine", "weasyprint")


def test_without_pango_word_and_pdf_are_made_all_the_same(no_pango: Path, tmp_path: Path) -> None:
    data, out = small_campaign(tmp_path / "data"), tmp_path / "out"
    ran = in_a_process("plan", str(data), "-o", str(out), path=no_pango)
    assert (ran.code, ran.err) == (0, "")
    assert sorted(path.suffix for path in out.iterdir() if not path.name.startswith(".")) == [".docx", ".pdf"]


def test_weasyprint_without_pango_both_writes_the_word_file_and_says_what_is_missing(
    no_pango: Path, tmp_path: Path
) -> None:
    data, out = small_campaign(tmp_path / "data"), tmp_path / "out"
    ran = in_a_process("plan", str(data), "-o", str(out), *ENGINE, path=no_pango)
    assert ran.code == 3
    assert sorted(path.name for path in out.iterdir()) == [".docgen.json", f"{NAME}.docx"]
    assert f"  新建  {out / NAME}.docx" in ran.out
    message, remedy = ran.err.strip().splitlines()
    assert message == "错误：本机缺少 Pango 等程序库，不能生成 PDF（Word 不受影响）"
    assert remedy.startswith("改法：")
    assert "libpango-1.0-0" in remedy


def test_weasyprint_without_pango_word_alone_is_no_matter_and_pdf_alone_writes_nothing(
    no_pango: Path, tmp_path: Path
) -> None:
    data, out = small_campaign(tmp_path / "data"), tmp_path / "out"
    word = in_a_process("plan", str(data), "-o", str(out), "--format", "word", *ENGINE, path=no_pango)
    assert (word.code, word.err) == (0, "")
    pdf = in_a_process("plan", str(data), "-o", str(tmp_path / "pdf"), "--format", "pdf", *ENGINE, path=no_pango)
    assert (pdf.code, pdf.out) == (3, "")
    assert not (tmp_path / "pdf").exists()


def test_doctor_says_that_pango_is_missing_how_to_get_it_and_that_it_need_not_be(no_pango: Path) -> None:
    ran = in_a_process("doctor", "--json", path=no_pango)
    told = json.loads(ran.out)
    assert (ran.code, told["ok"]) == (0, True)
    found = {item["name"]: item for item in told["findings"] if item["name"].startswith("PDF")}
    assert found["PDF（direct，默认）"]["state"] == "正常"
    assert found["PDF（--engine weasyprint）"]["state"] == "可选"
    assert "libpango-1.0-0" in found["PDF（--engine weasyprint）"]["found"]
    assert found["PDF（--engine libreoffice）"]["state"] in ("正常", "可选")


def test_doctor_names_the_file_that_stands_for_every_kind_of_type(docgen: Run) -> None:
    ran = docgen("doctor", "--json")
    told = json.loads(ran.out)
    assert list(told) == ["ok", "findings", "remedies"]
    assert (ran.code, told["ok"]) == (0, True)
    fonts = {item["name"]: item for item in told["findings"] if item["name"] in STANDARD}
    assert list(fonts) == STANDARD
    for item in fonts.values():
        assert item["state"] in ("正常", "代用")
        path = item["found"].partition("（")[2].partition("）")[0]
        assert Path(path).is_file(), item


def test_doctor_in_words_says_every_finding_and_a_verdict(docgen: Run) -> None:
    ran = docgen("doctor")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert "这台电脑可以用" in lines
    for name in STANDARD:
        assert sum(f"  {name}：" in line for line in lines) == 1


def test_doctor_looks_for_characters_of_the_data_that_no_font_or_not_the_bodys_has(docgen: Run, tmp_path: Path) -> None:
    rare = small_campaign(tmp_path, lambda plan: plan["乡镇"][0].update(名称="垚堨镇", 联系县级领导="江\U000f1234鸣"))
    ran = docgen("doctor", rare, "--json")
    told = json.loads(ran.out)
    said = [item["found"] for item in told["findings"] if item["name"] not in STANDARD]
    assert any("垚" in text and "堨" in text for text in said), told["findings"]


def test_doctor_without_fonts_leaves_with_3(docgen: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from docgen.pdf.typefaces.fonts import Fonts

    monkeypatch.setattr(Fonts, "of_machine", classmethod(lambda cls: cls(())))
    ran = docgen("doctor", "--json")
    told = json.loads(ran.out)
    assert (ran.code, told["ok"]) == (3, False)
    assert [item["state"] for item in told["findings"] if item["name"] in STANDARD] == ["缺"] * 5
    assert told["remedies"]


def test_doctor_tells_faulty_data_in_one_line(docgen: Run, tmp_path: Path) -> None:
    def faulty(plan: dict) -> None:  # type: ignore[type-arg]
        plan["基本信息"]["年度"] = "今年"

    data = small_campaign(tmp_path, faulty)
    ran = docgen("doctor", data)
    lines = ran.out.splitlines()
    assert (ran.code, lines.count("  数据有错  数据.yaml：数据有 1 处错误，没有检查里面的字")) == (1, 1)
    assert "这台电脑可以用" in lines
    assert lines[-1] == f"改法：先运行 docgen validate {data}，按列出的改好"
    assert "make -C" not in ran.out
    told = json.loads(docgen("doctor", data, "--json").out)
    assert (told["ok"], [item["state"] for item in told["findings"]].count("数据有错")) == (False, 1)


@pytest.mark.parametrize("rare", ["\U000f1234", "垚"])
def test_doctor_looks_into_lists(rare: str, docgen: Run, tmp_path: Path) -> None:
    def listed(plan: dict) -> None:  # type: ignore[type-arg]
        plan["基本信息"]["督战手段"] = f"实地了解、明查{rare}暗访"

    told = json.loads(docgen("doctor", small_campaign(tmp_path, listed), "--json").out)
    said = "".join(item["found"] for item in told["findings"] if item["name"] not in STANDARD)
    assert rare in said


def test_doctor_looks_at_characters_of_the_data_and_no_others(tmp_path: Path) -> None:
    from docgen.cli.doctor import _characters
    from docgen.produce import checked

    found = _characters(checked(small_campaign(tmp_path)).campaign)
    assert {"督", "、"} <= found
    assert not set("[]'()") & found


def outside_a_checkout(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, apt: bool) -> None:
    monkeypatch.setattr("docgen.assets.folder", lambda name: tmp_path / name)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}" if apt else None)


@pytest.mark.parametrize(
    "apt, remedy",
    [
        (True, "sudo apt-get install fonts-noto-cjk"),
        (False, "装上办公字体（仿宋、黑体、楷体、宋体），或把环境变量 DOCGEN_FONTS 设成放字体的文件夹"),
    ],
)
def test_outside_a_checkout_missing_fonts_have_a_remedy_of_their_own(
    apt: bool, remedy: str, docgen: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from docgen.pdf.typefaces.fonts import Fonts

    outside_a_checkout(monkeypatch, tmp_path, apt)
    monkeypatch.setattr(Fonts, "of_machine", classmethod(lambda cls: cls(())))
    data = small_campaign(tmp_path / "data")
    ran = docgen("doctor", data, "--json")
    assert (ran.code, json.loads(ran.out)["remedies"]) == (3, [remedy])


def test_outside_a_checkout_a_missing_library_has_a_remedy_of_its_own(
    docgen: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from docgen.errors import MissingError
    from docgen.pdf import direct_writer

    def missing() -> None:
        raise MissingError("没有安装 pydyf", "pip install pydyf")

    outside_a_checkout(monkeypatch, tmp_path, apt=True)
    monkeypatch.setattr(direct_writer, "check", missing)
    ran = docgen("doctor", "--json")
    told = json.loads(ran.out)
    assert (ran.code, told["ok"], told["remedies"][0]) == (3, False, "pip install pydyf")
    assert not any("fonts-noto-cjk" in text for text in told["remedies"])


def test_without_pango_json_is_one_object_with_result_and_error(no_pango: Path, tmp_path: Path) -> None:
    data, out = small_campaign(tmp_path / "data"), tmp_path / "out"
    ran = in_a_process("plan", str(data), "-o", str(out), "--json", *ENGINE, path=no_pango)
    told = json.loads(ran.out)
    assert (ran.code, told["exit_code"], told["title"]) == (3, 3, NAME)
    assert [file["path"] for file in told["files"]] == [str(out / f"{NAME}.docx")]
    assert told["error"] == "本机缺少 Pango 等程序库，不能生成 PDF（Word 不受影响）"
    assert "libpango-1.0-0" in told["remedy"]
    assert f"错误：{told['error']}" in ran.err
