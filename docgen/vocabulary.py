"""Vocabulary: what the template of each kind of document may use: names, what they are, what they look like.

Which names there are and what is in them is seen from the documents of the example data; what they are, told by the
model and by the modules that compose the documents.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from docgen import assets, declared, issue, produce
from docgen.errors import UsageError
from docgen.word.fields import Field, fields_of, together

if TYPE_CHECKING:
    from docgen.documents.composed import Composed
    from docgen.model.campaign import Campaign
    from docgen.model.guidance import Guidance

MODULES = ("implementation_plan", *issue.DOCUMENTS.values(), "issued_opinion")
"""The modules that compose a kind of document each, the plan first; templates are called like them."""

_MONTHS = 4
"""So many months with documents of a kind show what its documents hold."""
_TRIED = 3
_PLAN, _OPINION = MODULES[0], MODULES[-1]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names of a kind of template, and some data that such a template has been filled with.

    Of several kinds together (`kind` is "") there is no such data.
    """

    kind: str
    template: str
    names: Mapping[str, Field]
    samples: tuple[Mapping[str, Any], ...] = ()


def kinds() -> dict[str, str]:
    """The kinds of documents → their modules, in their order."""
    return {str(_module(name).KIND): name for name in MODULES}


def kind_named(asked: str) -> str:
    """The kind that a user names by its Chinese name or by its template's. Raises UsageError with the closest one."""
    from docgen.diagnostics import closest

    known = kinds()
    by_template = {name: kind for kind, name in known.items()}
    stem = asked.removesuffix(".docx")
    if found := stem if stem in known else by_template.get(stem):
        return found
    near = closest(asked, known)
    raise UsageError(f"没有“{asked}”这一种文件", f"是不是“{near}”？" if near else f"能写的有：{'、'.join(known)}")


def kind_of_file(name: str) -> str:
    """The kind that a template's file name speaks of; "" when it does not say."""
    known = kinds()
    told = [kind for kind, module in known.items() if kind in name or module in name]
    return max(told, key=len, default="")


@cache
def vocabulary(kind: str) -> Vocabulary:
    """The names of a kind's template."""
    name = kinds()[kind]
    contexts = [composed.context for composed in _documents(name)]
    words = declared.words(_module(name), _module(_PLAN), guidance=name == _OPINION)
    names = {key: declared.described(item, words.get(key)) for key, item in fields_of(contexts).items()}
    return Vocabulary(kind, name, names, (*contexts[: _TRIED - 1], contexts[-1]))


@cache
def every_name() -> Vocabulary:
    """The names of all kinds of templates together."""
    several = [vocabulary(kind) for kind in kinds()]
    names = dict.fromkeys(name for item in several for name in item.names)
    merged = {name: together(item.names[name] for item in several if name in item.names) for name in names}
    return Vocabulary("", "", merged)


def common_names() -> dict[str, Field]:
    """The names that all templates of a campaign have: 基本信息, the ground's and the form's."""
    from docgen.documents.form import FORM
    from docgen.documents.ground import GROUND
    from docgen.model.campaign import SHEETS

    plan = vocabulary(str(_module(_PLAN).KIND)).names
    basics = [str(field.alias) for record in SHEETS.values() if record.single for field in record.model_fields.values()]
    return {name: plan[name] for name in dict.fromkeys((*basics, *GROUND, *FORM)) if name in plan}


def own_names(kind: str) -> dict[str, Field]:
    """The names that a kind's template has beside the common ones."""
    common = common_names()
    return {
        name: item
        for name, item in vocabulary(kind).names.items()
        if name not in common or item.told != common[name].told
    }


def _module(name: str) -> Any:
    return importlib.import_module(f"docgen.documents.{name}")


@cache
def _example(folder: str) -> Campaign | Guidance:
    return produce.faultless(produce.examine(assets.folder("data") / folder))


@cache
def _facts() -> issue.Facts:
    campaign: Any = _example("example")
    return issue.Facts(campaign)


def _documents(name: str) -> list[Composed]:
    """Documents of a kind, as the example data makes them."""
    if name == _OPINION:
        return [_module(name).compose(_example("state-council"))]
    facts = _facts()
    if name == _PLAN:
        return [issue.plan(facts.campaign)]
    return list(_issued(facts, next(kind for kind, module in issue.DOCUMENTS.items() if module == name)))


def _issued(facts: issue.Facts, kind: Any) -> Iterator[Composed]:
    """The documents of a kind of the latest months that have any, the latest first."""
    from docgen.model.numbers import Numbers
    from docgen.model.settings import DocumentKind

    if kind in issue.CAMPAIGN_KINDS:
        yield from issue.compose(facts, Numbers(), [kind], (), issue.Wish())
        return
    months = issue.lived_months(facts.campaign)
    found = 0
    for month in reversed(months):
        made = list(issue.compose(facts, Numbers(), [kind], (month,), issue.Wish()))
        yield from made
        found += bool(made)
        if found == _MONTHS:
            break
    if kind is DocumentKind.MONTHLY_BRIEFING:
        yield from issue.compose(facts, Numbers(), [kind], months[-1:], issue.Wish(by_township=True))
