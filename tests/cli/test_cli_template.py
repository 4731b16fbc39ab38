"""`docgen template lint` and `docgen template fields` on the command line."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from cli_runs import ROOT, Run

from docgen import vocabulary

sys.path.insert(0, str(ROOT / "tests" / "word"))
from small_template import docx, p

TEMPLATES = sorted((ROOT / "templates").glob("*.docx"))
FONTS = "TPL-027"
MAIN = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def _template(folder: Path, body: str, name: str = "简报.docx") -> Path:
    path = folder / name
    path.write_bytes(docx(body, **{"_rels/.rels": MAIN}))
    return path


def _linted(docgen: Run, *arguments: object) -> tuple[int, list[dict[str, object]]]:
    ran = docgen("template", "lint", *arguments, "--json")
    files = json.loads(ran.out)["files"]
    return ran.code, [item for file in files for item in file["diagnostics"] if item["code"] != FONTS]


def test_our_own_templates_are_clean(docgen: Run) -> None:
    assert len(TEMPLATES) == len(vocabulary.MODULES)
    assert _linted(docgen, *TEMPLATES) == (0, [])


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_our_own_templates_are_clean_when_their_kind_is_not_known(path: Path) -> None:
    from docgen.word.lint import lint

    assert lint(path.read_bytes(), "我的.docx", vocabulary.every_name().names) == []


def test_faults_are_told_with_place_and_remedy_and_leave_with_1(docgen: Run, tmp_path: Path) -> None:
    path = _template(tmp_path, p("{{ 刊铭 }}") + p("{% for 行 in 排名 %}{{ 行.名此 }}{% endfor %}") + p("{{ 县名"))
    ran = docgen("template", "lint", path)
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.startswith(
        "TPL-007  简报.docx · 正文 · 第1段“{{ 刊铭 }}”\n          “刊铭”在数据里没有\n          改法：是不是“刊名”？\n"
    )
    assert "“{{ 县名”里的标签没有写完整" in ran.out
    assert ran.out.splitlines()[-1].startswith(f"{path}：2 处错误")
    assert ran.out.splitlines()[-1].endswith("（按“简报”的名称检查）")
    path = _template(tmp_path, p("{% for 行 in 排名 %}{{ 行.名此 }}{% endfor %}"))
    code, (item,) = _linted(docgen, path)
    assert (code, item["found"], item["remedy"]) == (1, "“名此”在“行”里没有", "是不是“名次”？")


def test_warnings_alone_leave_with_0(docgen: Run, tmp_path: Path) -> None:
    path = _template(tmp_path, p("{% if 版头 == '红色' %}{% endif %}"), "实施方案.docx")
    code, (item,) = _linted(docgen, path)
    assert (code, item["code"], item["severity"]) == (0, "TPL-020", "warning")


def test_the_kind_decides_which_names_there_are(docgen: Run, tmp_path: Path) -> None:
    path = _template(tmp_path, p("{{ 刊名 }}"), "我的.docx")
    assert _linted(docgen, path) == (0, [])
    assert _linted(docgen, path, "--kind", "简报") == (0, [])
    code, (item,) = _linted(docgen, path, "--kind", "问题台账")
    assert (code, item["found"]) == (1, "“刊名”在数据里没有")
    ran = docgen("template", "lint", path)
    assert ran.out.splitlines()[-1].endswith("（按各种文件的名称检查；用 --kind 说明种类）")


@pytest.mark.parametrize(
    ("asked", "remedy"), [("黄牌通知", "是不是“黄牌通报”？"), ("xyz", f"能写的有：{'、'.join(vocabulary.kinds())}")]
)
def test_an_unknown_kind_is_told_with_the_closest(asked: str, remedy: str, docgen: Run, tmp_path: Path) -> None:
    path = _template(tmp_path, p("x"))
    for arguments in (("lint", path), ("fields",)):
        ran = docgen("template", *arguments, "--kind", asked)
        assert (ran.code, ran.err) == (2, f"错误：没有“{asked}”这一种文件\n改法：{remedy}\n")


def test_a_file_that_cannot_be_read_does_not_keep_the_others_from_being_checked(docgen: Run, tmp_path: Path) -> None:
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"x")
    path = _template(tmp_path, p("{{ 县铭 }}"))
    ran = docgen("template", "lint", broken, path)
    assert ran.code == 5
    assert ran.err.startswith("错误：坏.docx ")
    assert "“县铭”在数据里没有" in ran.out
    files = json.loads(docgen("template", "lint", broken, path, "--json").out)["files"]
    assert [file.get("exit_code") for file in files] == [5, None]
    assert [file.get("errors") for file in files] == [None, 1]


def test_what_the_pdf_will_not_show_is_a_warning_at_its_paragraph(docgen: Run, tmp_path: Path) -> None:
    shadow = "<w:p><w:r><w:rPr><w:shadow/></w:rPr><w:t>阴影的字</w:t></w:r></w:p>"
    code, (item,) = _linted(docgen, _template(tmp_path, p("x") + shadow))
    assert (code, item["code"], item["section"], item["found"]) == (0, "TPL-026", "正文", "PDF 不照 Word 画：阴影字")
    assert str(item["address"]).startswith("第2段")


def test_a_font_that_the_machine_lacks_is_told_with_what_stands_in(docgen: Run, tmp_path: Path) -> None:
    run = '<w:p><w:r><w:rPr><w:rFonts w:eastAsia="没有的字体" w:ascii="没有的字体"/></w:rPr><w:t>汉字</w:t></w:r></w:p>'
    out = docgen("template", "lint", _template(tmp_path, run)).out
    assert "TPL-027（提醒）  简报.docx · 字体\n          没有“没有的字体”，用 " in out


@pytest.mark.parametrize(
    "tag",
    [
        "{% for x in range(10**9) %}x{% endfor %}",
        "{{ 'a' * 10**10 }}",
        "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
        "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    ],
)
def test_a_template_that_would_use_up_the_machine_is_told_without_data(tag: str, docgen: Run, tmp_path: Path) -> None:
    code, (item,) = _linted(docgen, _template(tmp_path, p("前") + p(tag)))
    assert (code, item["code"], item["section"]) == (1, "TPL-009", "正文")
    assert str(item["address"]).startswith("第2段")


def test_a_fault_that_only_shows_when_a_template_is_filled_is_found_with_the_example(
    docgen: Run, tmp_path: Path
) -> None:
    code, (item,) = _linted(docgen, _template(tmp_path, p("前") + p("{{ 县名 - 1 }}")))
    assert (code, item["code"], item["address"]) == (1, "TPL-009", "第2段“{{ 县名 - 1 }}”")


def test_fields_lists_names_with_what_they_are_and_an_example(docgen: Run) -> None:
    ran = docgen("template", "fields", "--kind", "简报")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("简报（monthly_briefing.docx）的模板能用的名称\n")
    assert "\n  县名  文字  县（市、区、旗）的名称\n    例：云岭县\n" in ran.out
    assert "\n    {% for 行 in 排名 %} … {% endfor %}，每一行里有：\n    行.范围  文字  " in ran.out
    assert "\n    只会是：红头、无版头、套打\n" in ran.out
    assert "\n  顿号  用顿号连接\n    例：{{ 挂牌条件 | 顿号 }} → 任务较重、难度较大\n" in ran.out
    assert "\n图  独占一段" in ran.out


def test_fields_of_all_kinds_tells_the_common_names_once(docgen: Run) -> None:
    out = docgen("template", "fields").out
    assert out.startswith("每种文件的模板都能用的名称（写 --kind 看一种文件的全部，连同每一行里有什么）\n")
    assert "\n    每一行有：单位、月份、等次、" in out
    assert "  行." not in out
    assert out.count("\n  发文字号  ") == 1
    for kind, module in vocabulary.kinds().items():
        assert f"\n{kind}（{module}.docx）的模板还能用的名称\n" in out


def test_every_name_of_every_kind_is_told_and_stands_in_the_glossary(docgen: Run) -> None:
    page = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    plain = json.loads(docgen("template", "fields", "--json").out)
    assert [item["kind"] for item in plain["kinds"]] == list(vocabulary.kinds())
    for item in plain["kinds"]:
        for name in item["names"]:
            assert name["told"], name["name"]
            assert f"| {name['name']} |" in page or f"\n## {name['name']} ·" in page
    assert {item["name"] for item in plain["filters"]} >= {"中文数字", "日期", "顿号", "列"}
