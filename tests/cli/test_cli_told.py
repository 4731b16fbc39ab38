"""`docgen plan`: what it warns of, in words and in JSON, and where its messages point."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import docx
from cli_runs import ROOT, Run, in_a_process, small_campaign
from docx.oxml import parse_xml

NAME = "云岭县2024年脱贫攻坚挂牌督战工作实施方案"


def test_verbose_tells_the_steps_on_stderr_and_leaves_stdout_alone(data: Path, out: Path) -> None:
    ran = in_a_process("plan", str(data), "-o", str(out), "--json", "-v")
    assert ran.code == 0
    assert json.loads(ran.out)["title"] == NAME
    assert ran.err.splitlines() == [
        f"读取 {data}",
        "检查 数据.yaml",
        "组织《实施方案》",
        "填写模板 implementation_plan.docx",
        f"排版《{NAME}》",
        "转 PDF",
        f"写文件 {out}",
    ]
    page = (ROOT / "docs" / "how-it-works.md").read_text(encoding="utf-8")
    assert "读取 (steps 1 and 2), 检查, 组织, 填写模板, 排版, 转 PDF, 写文件" in page


def test_a_head_asked_for_on_the_command_line_needs_its_elements_too(docgen: Run, tmp_path: Path, out: Path) -> None:
    ran = docgen("plan", small_campaign(tmp_path / "plain"), "-o", out, "--head", "红头")
    assert ran.code == 1
    assert ran.err.count("RULE-021") == 6
    assert "没有填发文机关，“实施方案”的版头是“红头”" in ran.err
    assert not out.exists()


def test_json_tells_a_failed_run_on_stdout_too(docgen: Run, tmp_path: Path, out: Path) -> None:
    ran = docgen("plan", small_campaign(tmp_path / "plain"), "-o", out, "--head", "红头", "--json")
    told = json.loads(ran.out)
    assert (ran.code, told["exit_code"], told["error"]) == (1, 1, "数据有 6 处错误，没有生成文件")
    assert {item["code"] for item in told["diagnostics"]} == {"RULE-021"}


def test_a_template_tag_pasted_into_a_long_text_is_a_fault_of_its_cell(docgen: Run, tmp_path: Path, out: Path) -> None:
    def change(data: dict[str, Any]) -> None:
        data["工作要求"][0]["内容"] = "模板里写 {{ 县名 }}，这里是{县名}。"

    ran = docgen("plan", small_campaign(tmp_path / "tag", change), "-o", out, "--format", "word")
    assert (ran.code, ran.err.count("DATA-"), ran.err.count("DATA-029")) == (1, 1, 1)


def test_characters_that_fonts_lack_are_told_on_stderr_and_in_json(docgen: Run, tmp_path: Path, out: Path) -> None:
    def change(plan: dict[str, Any]) -> None:
        plan["工作要求"][0]["内容"] = "江\U000f1234鸣垚同志负责。"

    ran = docgen("plan", small_campaign(tmp_path / "rare", change), "-o", out, "--json")
    told = json.loads(ran.out)
    assert ran.code == 0
    missing = "各字体都缺的字：\U000f1234，PDF 里印成方框"
    assert ran.err.count(f"提醒：{missing}\n") == 1
    assert [item["found"] for item in told["warnings"]] == [missing]
    body = next(font for font in told["fonts"] if font["asked"] == "仿宋_GB2312")
    assert {font["missing"] for font in told["fonts"]} == {"\U000f1234"}
    (lent,) = body["replaced"]
    assert (lent["asked"], lent["characters"]) == ("仿宋_GB2312", "垚")
    assert lent["family"] != body["family"]


def test_a_bold_that_is_drawn_regular_is_told_of_the_font(docgen: Run, data: Path, out: Path, tmp_path: Path) -> None:
    own = docx.Document()
    run = own.add_paragraph("{{ 县名 }}方案", style="Title").add_run("粗")
    run.bold = True
    properties = run._r.get_or_add_rPr()
    properties.get_or_add_rFonts().set(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}eastAsia", "仿宋_GB2312"
    )
    own.save(str(tmp_path / "粗.docx"))
    told = json.loads(docgen("plan", data, "-o", out, "--json", "--template", tmp_path / "粗.docx").out)
    assert [(font["asked"], font["bold"]) for font in told["fonts"] if font["no_bold"]] == [("仿宋_GB2312", True)]


def test_what_the_pdf_does_not_draw_is_a_sentence_with_a_remedy(
    docgen: Run, data: Path, out: Path, tmp_path: Path
) -> None:
    own = docx.Document()
    own.add_paragraph("{{ 县名 }}方案", style="Title")
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    deleted = f'<w:del {space} w:id="1" w:author="a"><w:r><w:delText>删去</w:delText></w:r></w:del>'
    own.add_paragraph("留下")._p.append(parse_xml(deleted))
    own.save(str(tmp_path / "改过.docx"))
    ran = docgen("plan", data, "-o", out, "--json", "--template", tmp_path / "改过.docx")
    kept, warning = json.loads(ran.out)["warnings"]
    assert warning["found"].startswith("PDF 里没有照 Word 画：")
    assert kept["found"].startswith("模板 改过.docx 里有 1 处修订没有接受或拒绝（正文），")
    assert warning["found"].endswith(
        "。改法：用 Word 另存 PDF，或改掉这一处；装了 LibreOffice 的，也可以加 --engine libreoffice"
    )
    assert ran.err == f"提醒：{kept['found']}\n提醒：{warning['found']}\n"


def with_an_attached_template(path: Path, text: str) -> Path:
    """A template of somebody's own that Word has attached to a file on his machine."""
    own = docx.Document()
    own.add_paragraph(text, style="Title")
    own.part._settings_part.relate_to(
        "file:///C:/Users/zhang/Normal.dotm", f"{OFFICE}/attachedTemplate", is_external=True
    )
    own.save(str(path))
    return path


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_what_is_left_out_of_a_template_is_told_with_the_document(
    docgen: Run, data: Path, out: Path, tmp_path: Path
) -> None:
    own = with_an_attached_template(tmp_path / "模板.docx", "{{ 县名 }}方案")
    for _ in range(2):  # the second time nothing is made, and the same is told
        ran = docgen("plan", data, "-o", out, "--format", "word", "--template", own)
        assert ran.code == 0
        assert ran.err == "提醒：模板 模板.docx 里的附加的模板（word/settings.xml）没有带进文件\n"
    (word,) = out.glob("*.docx")
    assert b"zhang" not in b"".join(part.blob for part in docx.Document(str(word)).part.package.iter_parts())


def test_comments_and_revisions_of_a_template_are_told_with_the_document(
    docgen: Run, data: Path, out: Path, tmp_path: Path
) -> None:
    own = docx.Document()
    title = own.add_paragraph("{{ 县名 }}方案", style="Title")
    own.add_comment(title.runs, "王科长：这句要改", author="张三")
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    added = f'<w:ins xmlns:w="{word}" w:id="7" w:author="张三"><w:r><w:t>（试行）</w:t></w:r></w:ins>'
    title._p.append(parse_xml(added))
    own.save(str(tmp_path / "模板.docx"))
    remedy = "会连同留下的人的姓名带进每一份文件；在 Word 的“审阅”里删除批注，接受或拒绝修订，再用这个模板"
    for _ in range(2):
        ran = docgen("plan", data, "-o", out, "--format", "word", "--template", tmp_path / "模板.docx")
        told = [line for line in ran.err.splitlines() if "PDF 里不会照 Word 画" not in line]
        assert (ran.code, told) == (0, [
            f"提醒：模板 模板.docx 里有 1 处修订没有接受或拒绝（正文），{remedy}",
            f"提醒：模板 模板.docx 里有 1 条批注，{remedy}",
        ])  # fmt: skip


def test_what_is_true_of_several_documents_is_told_once(docgen: Run, out: Path, tmp_path: Path) -> None:
    def change(plan: dict[str, Any]) -> None:
        plan["乡镇"] = [{"名称": f"{name}镇", "类别": "镇"} for name in ("甲", "乙", "丙", "丁")]

    own = with_an_attached_template(tmp_path / "模板.docx", "{{ 本乡镇.名称 }}方案")
    county = small_campaign(tmp_path / "county", change)
    ran = docgen("township", county, "-o", out, "--format", "word", "--template", own)
    left_out = "模板 模板.docx 里的附加的模板（word/settings.xml）没有带进文件"
    assert ran.err == f"提醒：《甲镇方案》、《乙镇方案》、《丙镇方案》 等 4 份：{left_out}\n"
    told = json.loads(docgen("township", county, "-o", out, "--format", "word", "--template", own, "--json").out)
    assert told["warnings"] == [{"severity": "warning", "found": left_out}]


def issued(plan: dict[str, Any]) -> None:
    plan["基本信息"] |= {
        "发文机关": "云岭县人民政府", "机关代字": "云政发", "发文顺序号": "7", "主送": "各乡镇人民政府",
        "成文日期": "2024-02-26", "印发日期": "2024-02-26", "印发机关": "云岭县人民政府办公室",
    }  # fmt: skip
    plan["文件设置"] = [{"文件": "实施方案", "版头": "红头", "紧急程度": "特急"}]


def test_a_date_asked_for_stands_everywhere_and_moves_an_earlier_day_of_printing(
    docgen: Run, tmp_path: Path, out: Path
) -> None:
    data = small_campaign(tmp_path / "dated", issued)
    assert docgen("plan", data, "-o", out, "--date", "2025-01-05", "--format", "word").code == 0
    (word,) = out.glob("*.docx")
    document = docx.Document(str(word))
    text = "".join(node.text or "" for node in document.element.body.iter("{*}t"))
    assert "云政发〔2025〕7号" in text
    assert "2025年1月5日印发" in text


def test_messages_about_a_head_asked_for_name_the_command_line(docgen: Run, tmp_path: Path, out: Path) -> None:
    data = small_campaign(tmp_path / "headed", issued)
    ran = docgen("plan", data, "-o", out, "--format", "word", "--head", "无版头")
    assert ran.err.count("版头是“无版头”（命令行 · --head）") == 1
    plain = docgen("plan", small_campaign(tmp_path / "plain"), "-o", out, "--head", "红头")
    assert plain.err.count("的版头是“红头”（命令行 · --head）") == 6


def test_json_as_the_value_of_another_option_is_no_wish_for_json(docgen: Run, data: Path) -> None:
    ran = docgen("plan", data, "--template=--json")
    assert (ran.code, ran.out) == (5, "")
    assert docgen("plan", data, "--template", "--json").out == ""


def test_a_template_that_is_a_folder_is_told_as_one(docgen: Run, data: Path, tmp_path: Path) -> None:
    ran = docgen("plan", data, "--template", tmp_path)
    assert (ran.code, ran.err.splitlines()[0]) == (5, f"错误：读不了模板 {tmp_path}（它是一个文件夹）")
