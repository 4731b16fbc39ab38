"""Parts of a township's plan: its villages and sites in numbers, its targets, what it does earlier than the county."""

from __future__ import annotations

from docgen.documents.phrases import division
from docgen.documents.plain import Plain
from docgen.documents.township_names import own_names
from docgen.documents.township_share import own_targets
from docgen.model.campaign import Campaign
from docgen.model.places import Township
from docgen.model.work import Phase
from docgen.wording.dates import before

_DONE = "已全部脱贫"


def village_rows(rows: list[Plain]) -> tuple[list[Plain], str]:
    """The villages with 概况 (16户37人), and the sum; "" where a village does not state its number."""
    told = [row | {"概况": _people(row["未脱贫户数"], row["未脱贫人数"])} for row in rows]
    whole = _people(_sum(rows, "未脱贫户数"), _sum(rows, "未脱贫人数")) if rows else ""
    return told, f"未脱贫{whole}" if whole and whole != _DONE else whole


def site_rows(rows: list[Plain]) -> list[Plain]:
    """The sites with 概况: 安置126户498人，已入住121户."""
    return [row | {"概况": _site(row)} for row in rows]


def _people(households: int | str, people: int | str) -> str:
    """What is known of both; a village without any says so in words."""
    if households == 0 and people in (0, ""):
        return _DONE
    return "".join(f"{number}{unit}" for number, unit in ((households, "户"), (people, "人")) if number != "")


def _sum(rows: list[Plain], name: str) -> int | str:
    """The sum when every row states its number: a part would be read as the whole."""
    values = [row[name] for row in rows]
    return "" if "" in values else sum(values)


def _site(row: Plain) -> str:
    settled = "".join(f"{row[name]}{unit}" for name, unit in (("户数", "户"), ("人数", "人")) if row[name] != "")
    parts = [f"安置{settled}" if settled else "", "" if row["已入住户数"] == "" else f"已入住{row['已入住户数']}户"]
    return "，".join(part for part in parts if part)


def supervised(villages: list[Plain], sites: list[Plain]) -> list[Plain]:
    """What is supervised, with its 第一书记 where it has one: the villages, then the sites; else all villages."""
    rows = [{"名称": row["村名"], "第一书记": row["第一书记"]} for row in villages]
    rows += [{"名称": row["名称"], "第一书记": ""} for row in sites]
    return rows or [{"名称": "辖区各村（社区）", "第一书记": ""}]


def target_rows(campaign: Campaign, township: Township, rows: list[Plain]) -> list[Plain]:
    """The township's targets; 我县 in a goal of its own is 我镇.

    自有值: the value is its own share; 提前: its deadline goes before the county's.
    """
    county, self_name = f"我{division(campaign.basics.county)}", own_names(township)["自称"]
    return [
        row
        | {
            "目标内容": row["目标内容"].replace(county, self_name),
            "自有值": item.valued,
            "提前": item.earlier,
        }
        for item, row in zip(own_targets(campaign, township), rows, strict=True)
    ]


def milestones(campaign: Campaign, township: Township, phase: Phase, targets: list[Plain]) -> list[Plain]:
    """What the township finishes earlier than the county and within the phase, in the order of the days."""
    year, own = campaign.basics.year, township.clearing_deadline
    found = [(row["完成时限"], row["目标内容"]) for row in targets if row["提前"]]
    if own and own < campaign.basics.clearing_deadline:
        found.append((own, "督战问题全部销号"))
    within = sorted((item for item in found if phase.start <= item[0] <= phase.end), key=lambda item: item[0])
    return [{"时限": before(day, year), "内容": text} for day, text in within]
