"""YAML and JSON: the same tables, placed by line or path, with nothing guessed."""

from __future__ import annotations

import json

import pytest

from docgen.diagnostics import Diagnostic
from docgen.errors import FileError
from docgen.intake.load import load
from docgen.intake.nodes import BrokenText
from docgen.intake.yamltext import parse_yaml

REST = """
目标任务:
  - 目标内容: 问题清零
工作阶段:
  - 开始日期: 2月26日
    结束日期: 2024-12-31
    任务: 整改。
督战内容:
  - {简称: 责任, 督战事项: 责任落实, 督查内容: 履职}
责任单位:
  - {单位名称: 县教育局, 简称: 教育, 类别: 行业部门}
督战方式:
  - {层级: 县级, 内容: 统筹。}
工作要求:
  - {标题: 加强领导, 内容: 压实责任。}
"""

BASICS = """基本信息:
  县名: 云岭县
  年度: 2024
  工作主题: 脱贫攻坚
  工作名称: 挂牌督战
  年度定位: no
  挂牌条件: [任务较重, 难度较大]
  领导小组: 县领导小组
  办公室: 办公室
  总指挥长职务: 县委副书记
  副总指挥长职务: 副县长
  督战队伍: 012
  起始月份: 2024-02
  结束月份: 2024-12
  督战频次: 每月
  报送日: 28
  约谈门槛: 2
  清零时限: 2024-06-30
  督战手段: 实地了解、明查暗访
"""


def told(diagnostics: list[Diagnostic]) -> list[str]:
    return [f"{item.code} {item.place} {item.found}" for item in diagnostics]


def test_scalars_stay_as_typed_and_lists_are_names(tmp_path):
    path = tmp_path / "督战数据.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + (BASICS + REST).encode())
    result = load(path)
    assert result.diagnostics == ()
    basics = result.campaign.basics
    assert (basics.year_position, basics.inspection_team) == ("no", "012")
    assert basics.listing_reasons == ("任务较重", "难度较大")


def test_faults_name_the_line_and_the_key(text_faults):
    text = (BASICS + REST).replace("报送日: 28", "报送日: 月底").replace("县名: 云岭县", "县名: ~")
    assert told(text_faults(text)) == [
        "DATA-010 督战数据.yaml · 基本信息 · 第2行（县名） “县名”没有填",
        "DATA-018 督战数据.yaml · 基本信息 · 第16行（报送日） 填的是“月底”",
    ]


def test_a_quoted_null_is_a_text(text_faults):
    assert text_faults((BASICS + REST).replace("县名: 云岭县", 'county: "null"')) == []


def test_unknown_and_repeated_keys_are_told(text_faults):
    text = (BASICS + REST).replace("县名: 云岭县", "县名: 云岭县\n  县名: 山口县").replace("标题: 加强", "标提: 加强")
    found = text_faults(text + "备注: 无\n")
    assert told(found) == [
        "DATA-005 督战数据.yaml · 基本信息 · 第3行 “县名”与 第2行 重复",
        "DATA-004 督战数据.yaml · 工作要求 · 第35行 没有叫“标提”的栏目",
        "DATA-002 督战数据.yaml · 第36行 没有叫“备注”的工作表",
    ]


def test_an_unknown_key_of_many_rows_is_told_once(text_faults):
    villages = "".join(f"  - {{乡镇: 甲镇, 村名: 村{n}, 备注: x}}\n" for n in range(5))
    text = BASICS + REST + "乡镇:\n  - {名称: 甲镇, 类别: 镇}\n督战村:\n" + villages
    assert [item.code for item in text_faults(text)] == ["DATA-004"]


def test_a_repeated_sheet_is_told(text_faults):
    assert told(text_faults(BASICS + REST + "basics:\n  县名: 甲县\n")) == [
        "DATA-003 督战数据.yaml · 第36行 “基本信息”已经有了"
    ]


@pytest.mark.parametrize(
    ("text", "code", "found"),
    [
        ("基本信息: &a\n  县名: 甲\n", "DATA-039", "用了锚点 &a"),
        ("基本信息: *a\n", "DATA-039", "用了别名 *a"),
        ("基本信息:\n  年度: !!int 2024\n", "DATA-039", "用了标签 tag:yaml.org,2002:int"),
        ("a: 1\n---\nb: 2\n", "DATA-039", "一个文件里写了几个文档（---）"),
        ("[" * 100_000, "DATA-038", "一层套一层，层数太多"),
        ("- 甲\n", "DATA-038", "整个文件写成了一串列表"),
        ("基本信息：\n  县名: 甲\n", "DATA-037", "这一行附近不合 YAML 的写法"),
    ],
)
def test_what_yaml_allows_and_data_does_not(text_faults, text, code, found):
    assert [(item.code, item.found) for item in text_faults(text)] == [(code, found)]


def test_a_broken_line_is_named_with_its_likely_cause():
    with pytest.raises(BrokenText) as caught:
        parse_yaml("基本信息:\n  县名: 甲\n\t年度: 2024\n", "a.yaml")
    assert caught.value.diagnostic.place.address == "第3行"
    assert caught.value.diagnostic.remedy == "缩进用空格，不用制表符"


def test_wrong_structures_are_told(text_faults):
    text = (BASICS + REST).replace("县名: 云岭县", "县名: {名: 云岭县}") + "乡镇: 青石镇\n督战村:\n  - 石桥村\n"
    assert told(text_faults(text)) == [
        "DATA-038 督战数据.yaml · 基本信息 · 第2行（县名） 写成了一组“栏目: 内容”",
        "DATA-038 督战数据.yaml · 乡镇 · 第35行 写成了一个值",
        "DATA-038 督战数据.yaml · 督战村 · 第37行 写成了一个值",
    ]


def test_other_encodings_are_refused(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes("縣名: 雲嶺縣\n責任單位: 教育局\n".encode("big5"))
    with pytest.raises(FileError) as caught:
        load(path)
    assert caught.value.message == "a.yaml 既不是 UTF-8 也不是 GBK 编码（按 GBK 读，第 1 行出现 U+E6BD）"
    assert caught.value.remedy == "用记事本打开核对，另存为时编码选 UTF-8"


def as_json(basics: dict[str, object]) -> str:
    data = {
        "基本信息": {
            "县名": "云岭县", "年度": 2024, "工作主题": "甲", "工作名称": "乙", "年度定位": "丙", "挂牌条件": ["丁"],
            "领导小组": "组", "办公室": "办", "总指挥长职务": "书记", "副总指挥长职务": "副县长", "督战队伍": "队",
            "起始月份": "2024-02", "结束月份": "2024-12", "督战频次": "每月", "报送日": 28, "约谈门槛": 2,
            "清零时限": "2024-06-30", "督战手段": ["看"], **basics,
        },
        "目标任务": [{"目标内容": "清零"}],
        "工作阶段": [{"开始日期": "2024-02-26", "结束日期": "2024-12-31", "任务": "干。"}],
        "督战内容": [{"简称": "责任", "督战事项": "责任", "督查内容": "履职"}],
        "责任单位": [{"单位名称": "县教育局", "简称": "教育", "类别": "行业部门"}],
        "督战方式": [{"层级": "县级", "内容": "统筹。"}],
        "工作要求": [{"标题": "加强", "内容": "压实。"}],
        "乡镇": [{"名称": "甲镇", "类别": "镇"}, {"名称": "乙乡", "类别": "香"}],
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False)


def test_json_places_are_paths(text_faults):
    found = text_faults(as_json({"报送日": 32}), "督战数据.json")
    assert told(found) == [
        "DATA-032 督战数据.json · 基本信息.报送日 填的是“32”",
        "DATA-023 督战数据.json · 乡镇[1].类别 填的是“香”",
    ]


def test_json_numbers_stay_as_written(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(as_json({"年度定位": 3.10}).replace("3.1", "3.10"), encoding="utf-8")
    assert load(path).draft.basics.year_position == "3.10"


def test_repeated_json_keys_and_broken_json_are_told(text_faults):
    doubled = as_json({}).replace('"报送日": 28', '"报送日": 28, "报送日": 29').replace("香", "乡")
    assert told(text_faults(doubled, "a.json")) == ["DATA-005 a.json · 基本信息.报送日 “报送日”与 基本信息.报送日 重复"]
    assert told(text_faults('{"基本信息": {"县名": "甲",}}', "a.json")) == [
        "DATA-037 a.json · 第1行 这一行不合 JSON 的写法"
    ]
    assert [item.code for item in text_faults("[" * 100_000, "a.json")] == ["DATA-038"]


def test_a_control_character_in_yaml_is_told_with_its_line_and_without_english(text_faults):
    assert told(text_faults((BASICS + REST).replace("领导小组: 县", "领导小组: \x01县"))) == [
        "DATA-026 督战数据.yaml · 第8行 有 YAML 不允许的控制字符 U+0001"
    ]
