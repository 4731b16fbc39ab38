"""What is told about data/state-council as published, and after a figure of it was changed."""

from __future__ import annotations

from pathlib import Path

from accept_build import Data
from accept_guidance import STATE_COUNCIL, diagnostics

from docgen.diagnostics import Diagnostic, Severity
from docgen.intake.books import GUIDANCE
from docgen.intake.load import load


def errors(found: list[Diagnostic]) -> list[Diagnostic]:
    return [item for item in found if item.severity is Severity.ERROR]


def test_the_folder_is_known_as_a_guidance_by_its_sheets() -> None:
    loaded = load(STATE_COUNCIL)
    assert loaded.book is GUIDANCE
    assert loaded.campaign is None
    assert loaded.diagnostics == ()
    found = loaded.guidance
    assert found is not None
    assert [(region.name, region.count) for region in found.regions] == [
        ("广西壮族自治区", 8),
        ("四川省", 7),
        ("贵州省", 9),
        ("云南省", 9),
        ("甘肃省", 8),
        ("宁夏回族自治区", 1),
        ("新疆维吾尔自治区", 10),
    ]
    assert (found.county_count, len(found.counties)) == (52, 52)
    assert sum(tally.whole for tally in found.tallies) == 1113


def test_the_published_text_has_no_error_and_its_peculiarities_are_mentioned(folder: Path) -> None:
    found = diagnostics(folder)
    assert errors(found) == []
    assert [(item.code, item.place.section, item.place.heading) for item in found] == [
        ("GUIDE-009", "印发通知", "印机关名"),
        ("GUIDE-005", "印发通知", "附件标点"),
        ("GUIDE-005", "意见正文", "文字"),
    ]
    half_width = found[-1]
    assert half_width.found.startswith("“意见正文”有 4 格共 62 处半角标点：")
    assert "“等。 (三)易”" in half_width.found


def test_a_wrong_sum_is_one_diagnostic_that_names_the_cells(folder: Path) -> None:
    def wrong(data: Data) -> None:
        data["挂牌村数量"][1]["合计"] = "300"

    (found,) = errors(diagnostics(folder, wrong))
    assert found.code == "GUIDE-001"
    assert found.place.section == "挂牌村数量"
    assert found.place.heading == "合计"
    assert found.found == "四川省的合计是 300"
    assert "贫困人口超过1千人的村） 10 加上 " in found.expected
    assert "贫困发生率超过10%的村） 289，" in found.expected
    assert found.expected.endswith("（挂牌村数） 1113 减去别的各行，都是 299")
    assert found.remedy == "改成 299"


def test_a_wrong_figure_of_a_reason_is_told_as_that_figure(folder: Path) -> None:
    def wrong(data: Data) -> None:
        data["挂牌村数量"][3]["贫困人口超过1千人的村"] = "47"

    (found,) = errors(diagnostics(folder, wrong))
    assert (found.code, found.place.heading, found.remedy) == ("GUIDE-001", "贫困人口超过1千人的村", "改成 74")
    assert found.found == "云南省的贫困人口超过1千人的村是 47"


def test_a_county_left_out_is_told_by_the_stated_number(folder: Path) -> None:
    def shorter(data: Data) -> None:
        data["挂牌县"].pop()

    (found,) = errors(diagnostics(folder, shorter))
    assert (found.code, found.place.heading, found.found, found.expected) == (
        "RULE-013",
        "挂牌县数",
        "填的是 52",
        "“挂牌县”里是 51 个",
    )


def test_a_wrong_stated_number_of_counties_is_told(folder: Path) -> None:
    def wrong(data: Data) -> None:
        data["印发通知"]["挂牌县数"] = "53"

    (found,) = errors(diagnostics(folder, wrong))
    assert (found.code, found.found, found.expected) == ("RULE-013", "填的是 53", "“挂牌县”里是 52 个")


def test_a_text_in_full_width_marks_is_not_mentioned(folder: Path) -> None:
    def mended(data: Data) -> None:
        table = str.maketrans(",()", "，（）")
        data["意见正文"] = [{"文字": row["文字"].translate(table)} for row in data["意见正文"]]
        data["印发通知"] |= {"附件标点": "全角", "印机关名": "是"}

    assert diagnostics(folder, mended) == []
