"""Campaign: everything that one workbook says, as frozen records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from docgen.diagnostics import Place
from docgen.model.basics import Basics
from docgen.model.fields import Record
from docgen.model.places import Site, Township, Village
from docgen.model.settings import DocumentKind, Head, Setting
from docgen.model.units import Unit
from docgen.model.work import Aspect, Duty, Method, Phase, Requirement, Target


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

    def records(self) -> Iterator[Record]:
        """Every record, sheet by sheet in the order of the workbook."""
        yield self.basics
        for part in fields(self)[1:]:
            yield from getattr(self, part.name)

    def setting(self, kind: DocumentKind) -> Setting:
        """The form of a document; the plainest one when the data says nothing."""
        chosen = (item for item in self.settings if item.document is kind)
        return next(chosen, None) or Setting(document=kind)

    def with_head(self, kind: DocumentKind, head: Head) -> Campaign:
        """The same campaign with another 版头 for one document, asked for on the command line."""
        chosen = self.setting(kind)
        others = tuple(item for item in self.settings if item.document is not kind)
        return replace(self, settings=(*others, chosen.overruled("head", head, Place.of_option("--head"))))

    def unit_name(self, name: str) -> str:
        """The full name of a unit given by its name or short name; the text itself when no unit is meant."""
        return next((unit.name for unit in self.units if name in (unit.name, unit.short_name)), name)


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
}
"""Attribute of `Campaign` → record, in the order of the workbook's sheets. A new kind of record is one line here."""
