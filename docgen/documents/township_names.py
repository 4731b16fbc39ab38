"""How a township speaks of itself and its officers: 我镇, 我乡, 我街道; 镇党委, 街道党工委."""

from __future__ import annotations

from docgen.documents.phrases import officer
from docgen.documents.plain import Plain
from docgen.model.places import Township, TownshipKind

NAMES: dict[str, str] = {
    "自称": "我镇、我乡或我街道",
    "本级": "镇、乡或街道",
    "党组织": "镇党委、乡党委或街道党工委",
    "政府": "镇政府、乡政府或街道办事处",
    "书记": "镇党委书记、乡党委书记或街道党工委书记，填了姓名时加“姓名同志”",
    "首长": "镇长、乡长或街道办事处主任，填了姓名时加“姓名同志”",
    "有姓名": "书记和首长有没有填姓名",
}
"""What `own_names` holds."""


def own_names(township: Township) -> Plain:
    """The words by which a township's document calls the township."""
    kind = str(township.kind)
    subdistrict = township.kind is TownshipKind.SUBDISTRICT
    party = f"{kind}党工委" if subdistrict else f"{kind}党委"
    head = "街道办事处主任" if subdistrict else f"{kind}长"
    return {
        "自称": f"我{kind}",
        "本级": kind,
        "党组织": party,
        "政府": "街道办事处" if subdistrict else f"{kind}政府",
        "书记": officer(f"{party}书记", township.secretary),
        "首长": officer(head, township.head),
        "有姓名": bool(township.secretary or township.head),
    }
