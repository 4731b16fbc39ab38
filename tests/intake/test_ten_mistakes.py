"""A workbook with ten planted mistakes of different kinds gives exactly ten diagnostics."""

from __future__ import annotations

from docgen.rules.consistency import inconsistencies


def test_ten_planted_mistakes_give_exactly_ten_diagnostics(loaded, sheets):
    basics = {row[0]: row for row in sheets["基本信息"]}
    basics["督战频次"][1] = "每个月"
    basics["挂牌条件"][0] = "挂牌条见"
    sheets["基本信息"].append(["挂牌村数", 5])
    sheets["目标任务"][1][3] = "发该"
    sheets["工作阶段"][2][0] = "2024-03-04"
    sheets["督战内容"][1][1] = "责任落实情况。"
    sheets["乡镇"][2][1] = "镇"
    sheets["督战村"][1][3] = "=6+6"
    sheets["安置点"][1][3] = 130
    sheets["备注"] = [["随便写的"]]
    result = loaded(sheets)
    assert result.campaign is None
    found = sorted([*result.diagnostics, *inconsistencies(result.draft, gaps=result.gaps)], key=lambda item: item.place)
    assert [str(item) for item in found] == [
        (
            "DATA-004  督战数据.xlsx · 基本信息 · A7\n"
            "          没有叫“挂牌条见”的栏目\n"
            "          改法：改成“挂牌条件”，或删掉它"
        ),
        (
            "DATA-023  督战数据.xlsx · 基本信息 · B15（督战频次）\n"
            "          填的是“每个月”，应为以下之一：每月、每半月、每旬、每周、每季度\n"
            "          改法：改成“每月”"
        ),
        (
            "RULE-013  督战数据.xlsx · 基本信息 · B21（挂牌村数）\n"
            "          填的是 5，“督战村”里是 2 个\n"
            "          改法：改这个数，或补齐名单；不填就按行数"
        ),
        (
            "DATA-035  督战数据.xlsx · 目标任务 · D2（牵头单位）\n"
            "          “责任单位”里没有“发该”\n"
            "          改法：改成“发改”，或在“责任单位”里补上一行"
        ),
        (
            "RULE-005  督战数据.xlsx · 工作阶段 · A3（开始日期）\n"
            "          开始日期是 2024-03-04，前一阶段到 2024-03-05 才结束（工作阶段 · B2（结束日期））\n"
            "          改法：改日期，或调整各行的先后"
        ),
        (
            "RULE-030  督战数据.xlsx · 督战内容 · B2（督战事项）\n"
            "          末尾是“。”，正文会自动加上需要的字和标点\n"
            "          改法：去掉末尾的“。”"
        ),
        (
            "RULE-016  督战数据.xlsx · 乡镇 · A3（名称）\n"
            "          名称是“白水乡”，类别是“镇”（乡镇 · B3（类别））\n"
            "          改法：改名称或类别"
        ),
        (
            "DATA-011  督战数据.xlsx · 督战村 · D2（未脱贫户数）\n"
            "          公式没有缓存值，读不到结果\n"
            "          改法：用 Excel 或 WPS 打开文件再保存一次，或直接填数值"
        ),
        (
            "RULE-003  督战数据.xlsx · 安置点 · D2（已入住户数）\n"
            "          已入住户数是 130，户数只有 120（安置点 · C2（户数））\n"
            "          改法：核对两个数"
        ),
        (
            "DATA-002  督战数据.xlsx · 备注\n"
            "          没有叫“备注”的工作表\n"
            "          改法：可用的名称："
            "基本信息、文件设置、目标任务、工作阶段、督战内容、督战"
            "方面、责任单位、督战方式、工作要求、乡镇、督战村、安置点、乡镇任务、简报设置、督战规则、问题台账、督战"
            "记录、月度评估、约谈、约谈要求，或删掉这张表"
        ),
    ]
