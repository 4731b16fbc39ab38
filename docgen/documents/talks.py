"""Talks: who is summoned to an interview and by whom, from the row of 约谈 and from what else the workbook knows."""

from __future__ import annotations

from docgen.documents.brief import Brief
from docgen.documents.plain import Plain
from docgen.model.basics import Basics
from docgen.model.facts import InterviewDue, Party
from docgen.model.places import TownshipKind
from docgen.model.units import Unit

PERSON: dict[str, str] = {
    "姓名": "姓名，不知道的是空的",
    "职务": "职务，不知道的是空的",
    "单位职务": "单位和职务，如 青石镇党委书记",
    "称谓": "单位、职务和姓名连成的称呼，如 青石镇党委书记乔示例",
}
"""What a person's row holds."""

_HEAD = "主要负责同志"
_COMMANDER, _DEPUTY = "督战总指挥长", "督战副总指挥长"


def summoned(due: InterviewDue) -> Plain:
    """被约谈人: as the row of 约谈 says, else the party's head."""
    name, post = _head_of(due.party)
    if talk := due.interview:
        # The head's post is not another person's.
        post = talk.post or (post if talk.person in ("", name) else "")
        name = talk.person or name
    called = post if post.startswith(due.name) else due.name + post
    return {
        "姓名": name,
        "职务": post,
        "单位职务": called,
        "称谓": called + name if name or post else f"{due.name}{_HEAD}",
    }


def interviewer(brief: Brief, due: InterviewDue) -> Plain:
    """约谈人: as the row says, else the 督战总指挥长."""
    basics, talk = brief.campaign.basics, due.interview
    name = (talk.interviewer if talk else "") or basics.commander
    stated = talk.interviewer_post if talk else ""
    role, post = _role(basics, name)
    said = "、".join(item for item in (role if role not in stated else "", stated or post) if item)
    return {"姓名": name, "职务": said, "单位职务": said, "称谓": said + name}


def _role(basics: Basics, name: str) -> tuple[str, str]:
    """What somebody is in the campaign, and his post; ("", "") for somebody else."""
    if name == basics.commander:
        return _COMMANDER, basics.commander_post
    return (_DEPUTY, basics.deputy_commander_post) if name == basics.deputy_commander else ("", "")


def _head_of(party: Party) -> tuple[str, str]:
    """Name and post of the head of a township or unit, as far as the workbook knows them."""
    if isinstance(party, Unit):
        return party.leader, party.post
    committee = "党工委" if party.kind is TownshipKind.SUBDISTRICT else "党委"
    return party.secretary, f"{committee}书记" if party.secretary else ""
