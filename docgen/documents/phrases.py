"""Phrases that several sentences share, each made in one place; also what `{名称}` in a long text stands for."""

from __future__ import annotations

from datetime import date

from docgen.model.basics import DIVISIONS, Basics
from docgen.model.campaign import Campaign
from docgen.model.units import Unit, UnitKind
from docgen.model.work import Target
from docgen.wording.dates import before, by
from docgen.wording.lists import enumerate_with_dun

_UNSAID = "无"  # 时限表述: the text does not say the deadline


def division(county: str) -> str:
    """区划: what the county is, 县, 市, 区 or 旗, for `我县` and `县级`."""
    return county[-1] if county.endswith(DIVISIONS) else "县"


def officer(post: str, name: str) -> str:
    """县委副书记, or 县委副书记江一鸣同志."""
    return f"{post}{name}同志" if name else post


def one_sentence(text: str) -> str:
    """A text of several paragraphs as part of a sentence: joined by the 分号, without a mark at its end."""
    return "；".join(part for line in text.split("\n") if (part := line.strip().rstrip("。；")))


def contact_note(name: str, phone: str) -> str:
    """联系人：文心远，联系电话：0000-6600100, as far as they are known."""
    parts = (("联系人", name), ("联系电话", phone))
    return "，".join(f"{label}：{value}" for label, value in parts if value)


def division_of_labour(units: tuple[Unit, ...]) -> str:
    """部门分工: the departments with a task of their own, then all others in one breath."""
    departments = [unit for unit in units if unit.kind is UnitKind.DEPARTMENT]
    own = [f"{unit.short_name}部门{unit.duty}" for unit in departments if unit.duty]
    others = [unit.short_name for unit in departments if not unit.duty]
    if others:
        many = "等部门" if len(others) > 1 else "部门"
        own.append(f"{enumerate_with_dun(others)}{many}立足部门职责落实挂牌督战任务")
    return "；".join(own)


def deadline_phrase(target: Target, year: int) -> str:
    """时限表述 of a target in the running text: as stated, or made from the date."""
    if target.deadline_wording:
        return "" if target.deadline_wording == _UNSAID else target.deadline_wording
    return before(target.deadline, year) if target.deadline else ""


def reference_value(campaign: Campaign, name: str) -> str:
    """What `{name}` stands for. Raises KeyError for a name that REFERENCES does not have."""
    basics = campaign.basics
    return {
        "区划": lambda: division(basics.county),
        "清零时限": lambda: by(basics.clearing_deadline),
        "督战手段": lambda: enumerate_with_dun(basics.means),
        "部门分工": lambda: division_of_labour(campaign.units),
    }.get(name, lambda: str(_of_basics(basics, name)))()


def _of_basics(basics: Basics, name: str) -> str | int | date:
    attribute = next((key for key, field in Basics.model_fields.items() if field.alias == name), None)
    if attribute is None:
        raise KeyError(name)
    value: str | int | date = getattr(basics, attribute)
    return value
