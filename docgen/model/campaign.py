"""Campaign: everything that one workbook says, as frozen records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from docgen.diagnostics import Place
from docgen.model.basics import Basics
from docgen.model.fields import Record
from docgen.model.interviews import Demand, Interview
from docgen.model.ledger import Problem
from docgen.model.places import Site, Township, Village
from docgen.model.settings import Bulletin, DocumentKind, Head, Setting, Signature
from docgen.model.supervision import Assessment, Threshold, Visit
from docgen.model.units import Unit
from docgen.model.work import Aspect, Duty, Method, Phase, Requirement, Target, TownshipTarget


@dataclass(frozen=True)
class Campaign:
    """A 挂牌督战 campaign. One attribute per sheet; `SHEETS` maps the attributes to their records."""

    basics: Basics
    settings: tuple[Setting, ...] = ()
    targets: tuple[Target, ...] = ()
    phases: tuple[Phase, ...] = ()
    duties: tuple[Duty, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    units: tuple[Unit, ...] = ()
    methods: tuple[Method, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    townships: tuple[Township, ...] = ()
    villages: tuple[Village, ...] = ()
    sites: tuple[Site, ...] = ()
    township_targets: tuple[TownshipTarget, ...] = ()
    bulletins: tuple[Bulletin, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    problems: tuple[Problem, ...] = ()
    visits: tuple[Visit, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    interviews: tuple[Interview, ...] = ()
    demands: tuple[Demand, ...] = ()

    def records(self) -> Iterator[Record]:
        """Every record, sheet by sheet in the order of the workbook."""
        yield self.basics
        for part in fields(self)[1:]:
            yield from getattr(self, part.name)

    def setting(self, kind: DocumentKind) -> Setting:
        """The form of a document; where the data says nothing the plainest, with a seal's place except on the plan."""
        chosen = (item for item in self.settings if item.document is kind)
        signature = Signature.NONE if kind is DocumentKind.IMPLEMENTATION_PLAN else Signature.SEALED
        return next(chosen, None) or Setting(document=kind, signature=signature)

    def with_head(self, kind: DocumentKind, head: Head) -> Campaign:
        """The same campaign with another 版头 for one document, asked for on the command line."""
        chosen = self.setting(kind)
        others = tuple(item for item in self.settings if item.document is not kind)
        return replace(self, settings=(*others, chosen.overruled("head", head, Place.of_option("--head"))))

    def unit_name(self, name: str) -> str:
        """The full name of a unit given by its name or short name; the text itself when no unit is meant."""
        return next((unit.name for unit in self.units if name in (unit.name, unit.short_name)), name)

    def party(self, name: str) -> Township | Unit | None:
        """The township or unit that a name means: its present name, its short name or a former one."""
        for township in self.townships:
            if name == township.name or name in township.former_names:
                return township
        for unit in self.units:
            if name in (unit.name, unit.short_name) or name in unit.former_names:
                return unit
        return None

    @property
    def bulletin(self) -> Bulletin:
        """The head and foot of the briefing; defaults when the data says nothing."""
        return self.bulletins[0] if self.bulletins else Bulletin()


SHEETS: dict[str, type[Record]] = {
    "basics": Basics,
    "settings": Setting,
    "targets": Target,
    "phases": Phase,
    "duties": Duty,
    "aspects": Aspect,
    "units": Unit,
    "methods": Method,
    "requirements": Requirement,
    "townships": Township,
    "villages": Village,
    "sites": Site,
    "township_targets": TownshipTarget,
    "bulletins": Bulletin,
    "thresholds": Threshold,
    "problems": Problem,
    "visits": Visit,
    "assessments": Assessment,
    "interviews": Interview,
    "demands": Demand,
}
"""Attribute of `Campaign` → record, in the order of the workbook's sheets. A new kind of record is one line here."""
