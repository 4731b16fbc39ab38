"""Counts come from the rows, or from the cell that states them, and say which."""

from __future__ import annotations

from dataclasses import replace

from docgen.model.places import Site
from docgen.rules.counts import Count, counts


def test_counts_come_from_the_rows(campaign):
    sites = (*campaign.sites, Site(township="青石镇", name="二"), Site(township="白水乡", name="三"))
    found = counts(replace(campaign, sites=sites))
    assert found.village_count == Count(2, "“督战村”的 2 行")
    assert (found.site_count.value, found.site_township_count.value) == (3, 2)
    assert found.phase_count == Count(3, "“工作阶段”的 3 行")


def test_a_stated_count_or_placeholder_comes_first_and_names_its_cell(change):
    found = counts(change("basics", village_count="XX", site_count=6))
    assert found.village_count == Count("XX", "基本信息 · 第2行（挂牌村数）", stated=True)
    assert found.site_count == Count(6, "基本信息 · 第2行（安置点数）", stated=True)


def test_nothing_listed_and_nothing_stated_is_none_at_all(campaign):
    assert counts(replace(campaign, sites=())).site_count == Count(0, "没有名单，也没有写数")
