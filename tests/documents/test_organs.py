"""How parties are addressed, and the names that they bore."""

from __future__ import annotations

from datetime import date

import pytest
from campaign_year import campaign_year, changed, month

from docgen.documents.organs import known_names, name_in, organ
from docgen.model.places import Township, TownshipKind
from docgen.model.units import Unit, UnitKind

EDUCATION = Unit(name="县教育局", short_name="教育", kind=UnitKind.DEPARTMENT)


@pytest.mark.parametrize(
    ("name", "kind", "addressed"),
    [
        ("青石镇", TownshipKind.TOWN, "青石镇人民政府"),
        ("白水乡", TownshipKind.TOWNSHIP, "白水乡人民政府"),
        ("南岭街道", TownshipKind.SUBDISTRICT, "南岭街道办事处"),
        ("南岭", TownshipKind.SUBDISTRICT, "南岭街道办事处"),
        ("南岭街道办事处", TownshipKind.SUBDISTRICT, "南岭街道办事处"),
    ],
)
def test_a_township_is_addressed_by_its_government(name: str, kind: TownshipKind, addressed: str) -> None:
    assert organ(Township(name=name, kind=kind)) == addressed


def test_a_unit_is_addressed_by_its_full_name_and_needs_no_county() -> None:
    assert [organ(EDUCATION), organ(EDUCATION, "云岭县")] == ["县教育局", "县教育局"]


def test_a_township_speaks_for_itself_with_its_county() -> None:
    assert organ(Township(name="青石镇", kind=TownshipKind.TOWN), "云岭县") == "云岭县青石镇人民政府"


def test_a_former_name_keeps_its_own_government() -> None:
    street = Township(name="青石街道", kind=TownshipKind.SUBDISTRICT, former_names=("青石镇",))
    assert [organ(street, name="青石镇"), organ(street)] == ["青石镇人民政府", "青石街道办事处"]


def test_a_party_is_known_by_its_name_its_short_name_and_its_former_ones() -> None:
    renamed = EDUCATION.model_copy(update={"former_names": ("县教委",)})
    assert known_names(renamed) == ("县教育局", "教育", "县教委")
    assert known_names(Township(name="青石镇", kind=TownshipKind.TOWN)) == ("青石镇",)


@pytest.mark.parametrize(
    ("when", "name"), [("2024-02", "白水公社"), ("2024-03", "白水公社"), ("2024-04", "白水公社"), ("2024-05", "白水乡")]
)
def test_a_renamed_party_is_called_as_its_assessments_called_it(when: str, name: str) -> None:
    campaign = changed(
        campaign_year(), "townships", lambda row: {"former_names": ("白水公社",)} if row.name == "白水乡" else {}
    )
    campaign = changed(
        campaign,
        "assessments",
        lambda row: {"unit": "白水公社"} if row.unit == "白水乡" and row.month < date(2024, 5, 1) else {},
    )
    party = campaign.party("白水乡")
    assert party is not None
    assert name_in(campaign, party, month(when)) == name


def test_a_party_that_was_never_assessed_has_its_present_name() -> None:
    campaign = campaign_year()
    assert name_in(campaign, campaign.units[1], month("2024-04")) == "县教育局"
