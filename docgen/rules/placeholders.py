"""Placeholders that a writer left for later: XX, ×××, 待定, TODO."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from docgen.diagnostics import Diagnostic, Place
from docgen.model.fields import Record
from docgen.rules.case import Case
from docgen.rules.codes import warn

# Not inside a word of Latin letters (xxgk in an address), nor 某某 in running prose (anonymous 群众张某某).
_LATIN = "A-Za-zＡ-Ｚａ-ｚ"
_PLACEHOLDER = re.compile(
    rf"(?<![{_LATIN}])(?:[XＸ×]{{2,}}|[xｘ]{{2,}})(?![{_LATIN}])|待定|(?<![{_LATIN}])(?:TODO|todo)(?![{_LATIN}])"
    r"|某某(?=[县市区旗镇乡村局某]|街道|社区|同志|单位|部门)|^.?某某$"
)
_BEGINNING = re.compile(r"[XＸ×xｘ待Tt某]")
"""Looked for first, ten times as quickly: most texts have none of these characters."""
_SHOWN = 3


def has_placeholder(text: str) -> bool:
    """Whether a text still has something to be filled in."""
    return bool(_BEGINNING.search(text) and _PLACEHOLDER.search(text))


def left(case: Case) -> Iterator[Diagnostic]:
    """One warning for each sheet, with the number of cells and the first of them."""
    finished: set[object] = set()
    for sheet, records in groupby(case.campaign.records(), lambda record: record.sheet):
        places = [place for record in records for place in _places(record, case, finished)]
        if not places:
            continue
        first = "、".join(place.address or place.heading for place in places[:_SHOWN])
        more = " 等" if len(places) > _SHOWN else ""
        yield warn("RULE-029", places[0], f"“{sheet}”有 {len(places)} 格还有占位符：{first}{more}", "会照样印出来")


def _places(record: Record, case: Case, finished: set[object]) -> Iterator[Place]:
    """The cells with placeholders. `finished` collects the values that have none: a ledger repeats a few of them."""
    for name, value in vars(record).items():
        if value in finished:
            continue
        texts = value if isinstance(value, tuple) else (value,)
        if not any(isinstance(text, str) and has_placeholder(text) for text in texts):
            finished.add(value)
        elif not _counted(name, case):
            yield record.place(name)


def _counted(name: str, case: Case) -> bool:
    """A placeholder count beside a list has a warning of its own (RULE-014)."""
    if name == "village_count":
        return bool(case.campaign.villages)
    return name in ("site_count", "site_township_count") and bool(case.campaign.sites)
