"""Ground: the names that every document of a campaign has, and records as rows under their Chinese names."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.documents.phrases import division, officer, reference_value
from docgen.documents.plain import Plain, plain
from docgen.model.campaign import Campaign
from docgen.model.fields import Record
from docgen.wording.dates import month_range

GROUND: dict[str, str] = {
    "区划": "县名的最后一字：县、市、区或旗",
    "总指挥长": "职务，填了姓名时加“姓名同志”",
    "副总指挥长": "职务，填了姓名时加“姓名同志”",
    "督战时间": "起始月份到结束月份，如 2024年2月至12月",
}
"""Names beside those of 基本信息 that every template knows; docs/glossary.md lists them."""


def ground(campaign: Campaign) -> Plain:
    """基本信息 under its Chinese names, and the names of `GROUND`."""
    basics = campaign.basics
    return {
        **row(campaign, basics),
        "区划": division(basics.county),
        "总指挥长": officer(basics.commander_post, basics.commander),
        "副总指挥长": officer(basics.deputy_commander_post, basics.deputy_commander),
        "督战时间": month_range(basics.start_month, basics.end_month),
    }


def row(campaign: Campaign, record: Record) -> Plain:
    """A record under its Chinese names, long texts with their `{名称}` resolved."""
    return plain(record, lambda name: reference_value(campaign, name), campaign)


def rows(campaign: Campaign, records: Iterable[Record]) -> list[Plain]:
    """Several records."""
    return [row(campaign, record) for record in records]
