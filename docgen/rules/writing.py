"""Rules about what is written: duties, units, beginnings and endings that the documents add by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.diagnostics import Diagnostic
from docgen.model.basics import DIVISIONS, Basics
from docgen.model.fields import Kind, Record, column_of
from docgen.model.interviews import Demand, Interview
from docgen.model.ledger import Problem
from docgen.model.references import names_in
from docgen.model.settings import Bulletin, Setting
from docgen.model.supervision import Assessment
from docgen.model.units import Unit, UnitKind
from docgen.model.work import Aspect, Duty, Phase, Requirement, Target
from docgen.rules.case import Case
from docgen.rules.codes import inside, report, warn
from docgen.standard import TITLE_CHARACTERS
from docgen.wording.titles import WORD_BREAK, too_long_words, width


@dataclass(frozen=True, slots=True)
class Edge:
    """What a text must not begin or end with, because the documents add it; or must end with, because they do not."""

    record: type[Record]
    attribute: str
    endings: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()


_STOPS = ("。", "；", "，", "、", "：", ";", ",", ".", ":")

EDGES = (
    Edge(Basics, "addressees", _STOPS),
    Edge(Basics, "copies", _STOPS),
    Edge(Target, "content", _STOPS, ("确保",)),
    Edge(Phase, "task", needed=("。", "！", "。”")),
    Edge(Duty, "title", _STOPS),
    Edge(Duty, "premise", needed=("，",)),
    Edge(Duty, "inspected", _STOPS, ("重点督查",)),
    Edge(Aspect, "name", (*_STOPS, "方面")),
    Edge(Aspect, "inspected", _STOPS, ("重点督查",)),
    Edge(Unit, "short_name", (*_STOPS, "部门")),
    Edge(Unit, "duty", _STOPS),
    Edge(Requirement, "title", _STOPS),
    Edge(Setting, "addressees", _STOPS),
    Edge(Setting, "copies", _STOPS),
    Edge(Bulletin, "reported_to", _STOPS, ("报：",)),
    Edge(Bulletin, "sent_to", _STOPS, ("送：",)),
    Edge(Bulletin, "issued_to", _STOPS, ("发：",)),
    Edge(Problem, "description", _STOPS),
    Edge(Problem, "measures", _STOPS),
    Edge(Assessment, "reasons", _STOPS),
    Edge(Interview, "materials", _STOPS),
    Edge(Demand, "item", _STOPS),
)
"""The seams between data and template; a new one is one line here."""


def edges(case: Case) -> Iterator[Diagnostic]:
    """Texts fit the words and punctuation around them."""
    wanted: dict[type[Record], list[Edge]] = {}
    for edge in EDGES:
        wanted.setdefault(edge.record, []).append(edge)
    for record in case.campaign.records():
        for edge in wanted.get(type(record), ()):
            text = getattr(record, edge.attribute)
            if text and (fault := _unfit(edge, text)):
                code, found, expected, remedy = fault
                yield report(code, record.place(edge.attribute), found, expected, remedy)


def _unfit(edge: Edge, text: str) -> tuple[str, str, str, str] | None:
    """What is wrong with the ends of a text: code, found, expected, remedy."""
    if text.startswith(edge.beginnings):
        beginning = next(item for item in edge.beginnings if text.startswith(item))
        return "RULE-030", f"开头是“{beginning}”", "正文会自动加上", f"去掉开头的“{beginning}”"
    if text.endswith(edge.endings):
        ending = next(item for item in edge.endings if text.endswith(item))
        return "RULE-030", f"末尾是“{ending}”", "正文会自动加上需要的字和标点", f"去掉末尾的“{ending}”"
    if edge.needed and not text.endswith(edge.needed):
        return "RULE-031", f"末尾是“{text[-1]}”", f"应为“{edge.needed[0]}”", f"在末尾补上“{edge.needed[0]}”"
    return None


def duty_empty(case: Case) -> Iterator[Diagnostic]:
    """A duty says what is inspected, itself or in its aspects."""
    divided = {aspect.duty for aspect in case.campaign.aspects}
    for duty in case.campaign.duties:
        unknown = not case.knows(duty, "inspected") or not case.whole("aspects")
        if not duty.inspected and duty.short_name not in divided and not unknown:
            found = f"“{duty.short_name}”没有填督查内容"
            yield report("RULE-017", duty.place("inspected"), found, "“督战方面”里也没有它的方面")


def duty_twice(case: Case) -> Iterator[Diagnostic]:
    """A duty says it in one place only."""
    first = {aspect.duty: aspect for aspect in reversed(case.campaign.aspects)}
    for duty in case.campaign.duties:
        aspect = first.get(duty.short_name)
        if duty.inspected and aspect:
            where = f"“督战方面”里又分了方面（{inside(aspect.place('duty'))}）"
            yield report("RULE-018", duty.place("inspected"), f"“{duty.short_name}”填了督查内容", where)


def lead_supports(case: Case) -> Iterator[Diagnostic]:
    """A unit does not support itself (a warning), be it named in full or in short."""
    campaign = case.campaign
    rows: tuple[Target | Duty, ...] = (*campaign.targets, *campaign.duties)
    for row in rows:
        names = [campaign.unit_name(name) for name in row.support_units]
        if row.lead_unit and campaign.unit_name(row.lead_unit) in names:
            lead = f"它是牵头单位（{inside(row.place('lead_unit'))}）"
            yield warn("RULE-027", row.place("support_units"), f"配合单位里有“{row.lead_unit}”", lead)


def title_word_too_long(case: Case) -> Iterator[Diagnostic]:
    """The words of the title fit on a line (7.3.1)."""
    basics = case.campaign.basics
    if not case.knows(basics, "campaign", "theme"):
        return
    # The title may break where 工作主题 ends within 工作名称.
    named = basics.campaign
    marked = named.replace(basics.theme, basics.theme + WORD_BREAK, 1) if named.startswith(basics.theme) else named
    for word in too_long_words(marked, TITLE_CHARACTERS):
        found = f"标题里“{word}”有 {width(word):g} 字"
        yield warn("RULE-036", basics.place("campaign"), found, f"一行最多 {TITLE_CHARACTERS} 字")


def division_unknown(case: Case) -> Iterator[Diagnostic]:
    """The county's name tells whether it is a 县, 市, 区 or 旗."""
    basics = case.campaign.basics
    if case.knows(basics, "county") and not basics.county.endswith(DIVISIONS):
        found = f"填的是“{basics.county}”，正文一律写成“县”"
        yield warn("RULE-038", basics.place("county"), found, "应以县、市、区或旗结尾")


def own_duty_unprinted(case: Case) -> Iterator[Diagnostic]:
    """专项职责 is printed where a text asks for the division of labour: nothing typed is lost."""
    if case.gaps.sheets:
        return
    told = [unit for unit in case.campaign.units if unit.duty and case.knows(unit, "duty", "kind")]
    for unit in told:
        if unit.kind is not UnitKind.DEPARTMENT:
            yield warn("RULE-093", unit.place("duty"), f"{unit.name}的类别是“{unit.kind}”", _UNPRINTED)
    departments = [unit for unit in told if unit.kind is UnitKind.DEPARTMENT]
    if departments and not any(_DIVISION in names_in(text) for text in _long_texts(case)):
        yield warn("RULE-093", departments[0].place("duty"), f"没有哪段文字引用 {{{_DIVISION}}}", _UNPRINTED)


_DIVISION = "部门分工"
_UNPRINTED = "专项职责不会印出来"


def _long_texts(case: Case) -> Iterator[str]:
    """Every text of the data that may refer to other data."""
    for record in case.campaign.records():
        for name, field in type(record).model_fields.items():
            if column_of(field).kind is Kind.PROSE:
                yield getattr(record, name) or ""
