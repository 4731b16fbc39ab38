"""Change the campaign's facts, and the whole text follows: no word of the old ones stays."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from accept_build import XX_YAML, Data, variant
from accept_pages import text_of

NUMERALS = "一二三四五六七八九十"


def moved_to_another_district(data: Data) -> None:
    basics = data["基本信息"]
    basics |= {
        "县名": "明湖区",
        "年度": "2027",
        "工作主题": "乡村振兴",
        "工作名称": "乡村振兴挂牌督战",
        "年度定位": "乡村振兴攻坚之年",
        "领导小组": "区乡村振兴工作领导小组",
        "办公室": "区乡村振兴工作领导小组办公室",
        "总指挥长职务": "区委副书记",
        "总指挥长姓名": "甘若谷",
        "副总指挥长职务": "区政府副区长",
        "督战队伍": "区督导组成员",
        "起始月份": "2027-03",
        "结束月份": "2028-01",
        "督战频次": "每旬",
        "报送日": "5",
        "约谈门槛": "3",
        "清零时限": "2027-08-15",
        "督战手段": "随机抽查、入户走访",
        "挂牌村数": "31",
        "挂牌条件": "产业基础薄弱、集体收入偏低",
    }
    data["工作阶段"] = [
        {"开始日期": "2027-03-01", "结束日期": "2027-04-10", "任务": "动员部署。"},
        {"开始日期": "2027-04-11", "结束日期": "2027-12-31", "任务": "集中整改。"},
        {"开始日期": "2028-01-01", "结束日期": "2028-01-20", "任务": "总结验收。"},
    ]
    data["目标任务"] = [
        {"目标内容": "{工作主题}问题清零", "完成时限": "2027-09-30"},
        {"目标内容": "村集体经济收入增长", "完成时限": "2028-01-15"},
    ]
    data["督战内容"] = [data["督战内容"][index] for index in (6, 0, 4)]
    data["督战方面"] = [row for row in data["督战方面"] if row["督战事项"] == "资金和项目"]
    data["责任单位"] = [
        {"单位名称": "区林业局", "简称": "林业", "类别": "行业部门", "专项职责": "抓好林下经济"},
        {"单位名称": "区商务局", "简称": "商务", "类别": "行业部门"},
        {"单位名称": "区文化和旅游局", "简称": "文旅", "类别": "行业部门"},
    ]
    data["督战方式"][0]["层级"] = "区级"
    data["工作要求"] = data["工作要求"][1:] + data["工作要求"][:1]


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    made = variant(tmp_path_factory.mktemp("district"), moved_to_another_district, XX_YAML)
    assert made.word.name == "明湖区2027年乡村振兴挂牌督战工作实施方案.docx"
    word = "".join(paragraph.text for paragraph in docx.Document(str(made.word)).paragraphs)
    word = re.sub(r"\s", "", word)
    assert word == text_of(made.pdf)
    return word


def test_title_introduction_and_division_follow_the_county(said: str) -> None:
    assert said.startswith("明湖区2027年乡村振兴挂牌督战工作实施方案2027年是乡村振兴攻坚之年。")
    for place in (
        "全面攻克乡村振兴最后堡垒",
        "结合我区实际",
        "坚持“区级主导、部门推动、乡镇（街道）村抓落实”的工作机制",
        "区级：集中优势兵力",
        "牵头区级领导要落实",
        "区乡村振兴挂牌督战队伍由区督导组成员组成",
        "区直行业部门要把挂牌督战作为2027年工作重点",
        "省、市、区党委政府",
        "录入全区防贫监测",
    ):
        assert place in said, place


def test_nothing_is_left_of_the_old_county_year_theme_and_organs(said: str) -> None:
    for old in (
        "2024",
        "XX县",
        "我县",
        "县级",
        "县直",
        "全县",
        "县委",
        "县政府",
        "县精准",
        "脱贫攻坚",
        "常态化联点",
        "每月对",
        "每月开",
        "6月底",
    ):
        assert old not in said, f"“{old}” is left: {said[max(0, said.find(old) - 20) : said.find(old) + 20]}"


def test_people_months_days_and_rhythm_follow(said: str) -> None:
    for place in (
        "由区乡村振兴工作领导小组负责组织，由区委副书记甘若谷同志任督战总指挥长，区政府副区长任副总指挥长",
        "挂牌督战时间为2027年3月至2028年1月，每旬对督战对象开展一次的督导",
        "督战每旬开展一次",
        "5日向区乡村振兴工作领导小组办公室报送工作进度",
        "被连续3次“黄牌”警告",
        "报区乡村振兴工作领导小组，严肃追责问责",
        "确保所有挂牌单位2027年8月15日前问题全部销号",
        "采取随机抽查、入户走访等方式",
    ):
        assert place in said, place


def test_targets_with_their_deadlines_follow(said: str) -> None:
    assert "，确保9月底前乡村振兴问题清零；确保2028年1月15日前村集体经济收入增长。二、" in said
    assert "聚焦产业基础薄弱、集体收入偏低的村和所有易地扶贫搬迁集中安置点进行挂牌督战" in said
    assert "（一）产业基础薄弱、集体收入偏低的村，共31个。" in said


def test_departments_follow(said: str) -> None:
    assert "林业部门抓好林下经济；商务、文旅等部门立足部门职责落实挂牌督战任务。" in said
    for old in ("发改", "卫健", "医保", "残联"):
        assert old not in said


def test_phases_are_counted_and_numbered(said: str) -> None:
    assert "六、挂牌督战步骤分为3个阶段：" in said
    phases = re.findall(r"第(.)阶段（(.*?)）：", said)
    assert phases == [
        ("一", "3月1日至4月10日"),
        ("二", "4月11日至12月31日"),
        ("三", "2028年1月1日至1月20日"),
    ]


def test_duties_keep_the_order_of_the_data_and_number_themselves(said: str) -> None:
    content = said[said.index("三、挂牌督战内容") : said.index("四、挂牌督战方式")]
    assert re.findall(r"（([一二三四五六七])）(..)", content) == [("一", "扶贫"), ("二", "乡村"), ("三", "不稳")]
    assert content.count("扶贫资金管理使用方面，重点督查") == 1


def test_numbering_is_continuous_on_every_level(said: str) -> None:
    assert re.findall(r"([一二三四五六七八])、挂牌督战", said) == list("一二三四五六七")
    parts = re.split(r"[一二三四五六七]、挂牌督战", said)[1:]
    for part in parts:
        numbers = re.findall(r"（([一二三四五六七八九十])）", part)
        assert numbers == list(NUMERALS[: len(numbers)]), part


@pytest.mark.parametrize("count", [1, 9, 12])
def test_any_number_of_duties_and_phases_is_numbered_in_chinese(count: int, tmp_path: Path) -> None:
    def change(data: Data) -> None:
        first = data["督战内容"][0]
        data["督战内容"] = [first | {"简称": f"第{n}项", "督战事项": f"第{n}项落实情况"} for n in range(1, count + 1)]
        data["督战方面"] = []
        data["工作阶段"] = [
            {"开始日期": f"2024-{n:02}-01", "结束日期": f"2024-{n:02}-28", "任务": "推进工作。"}
            for n in range(1, count + 1)
        ]
        data["基本信息"] |= {"起始月份": "2024-01"}

    text = text_of(variant(tmp_path, change, XX_YAML, "--format", "both").pdf)
    named = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"][:count]
    assert re.findall(r"（([^（）]{1,2})）第\d+项落实情况。", text) == named
    assert re.findall(r"第([一二三四五六七八九十]+)阶段（", text) == named
    assert f"分为{count}个阶段" in text


def test_a_campaign_without_sites_says_nothing_of_them(tmp_path: Path) -> None:
    def change(data: Data) -> None:
        for name in ("安置点数", "安置点乡镇数"):
            data["基本信息"].pop(name)
        data["安置点"] = []

    text = text_of(variant(tmp_path, change, XX_YAML).pdf)
    scope = text[text.index("二、挂牌督战范围") : text.index("三、挂牌督战内容")]
    assert scope == "二、挂牌督战范围巩固脱贫成果任务较重、脱贫难度较大、扶贫信访问题复杂的村，共XX个。"
    assert "问题复杂的村进行挂牌督战" in text
