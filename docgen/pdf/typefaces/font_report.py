"""Font report: which file stood for which name, which characters another face had to lend."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FontUse:
    """One name of the document and the face that stood for it. `kind` is 仿宋, 小标宋, 黑体, 楷体, 宋体 or other."""

    asked: str
    bold: bool
    family: str
    path: str
    kind: str
    substitute: bool


@dataclass(frozen=True, slots=True)
class FontReport:
    """What a document's fonts came to: names with their faces, characters lent by other faces, characters no face has.

    `replaced` holds (asked name, characters, lending family); `no_bold` the names whose bold had to be thickened.
    """

    uses: tuple[FontUse, ...] = ()
    replaced: tuple[tuple[str, str, str], ...] = ()
    missing: str = ""
    no_bold: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """The report in Chinese, one sentence a line: substitutes, lent characters, missing ones."""
        substitutes = [f"{use.asked}：以{use.family}代替" for use in self.uses if use.substitute]
        return list(dict.fromkeys([*substitutes, *self.shortcomings()]))

    def shortcomings(self) -> list[str]:
        """What the fonts lack, one sentence a line: lent characters, bold faces, missing characters."""
        found = [f"{asked}缺字“{chars}”：以{family}补" for asked, chars, family in self.replaced]
        found += [f"{asked}没有粗体字形：把常规字形描边加粗" for asked in self.no_bold]
        if self.missing:
            found.append(f"各字体都缺的字：{self.missing}")
        return list(dict.fromkeys(found))


@dataclass(slots=True)
class UsageLog:
    """Collects what a report tells, while a document is laid out."""

    uses: dict[tuple[str, bool], FontUse] = field(default_factory=dict)
    lent: dict[tuple[str, str], dict[str, None]] = field(default_factory=dict)
    missing: dict[str, None] = field(default_factory=dict)
    no_bold: dict[str, None] = field(default_factory=dict)

    def lend(self, asked: str, char: str, family: str) -> None:
        """Note that `family` lent a character."""
        self.lent.setdefault((asked, family), {})[char] = None

    def report(self) -> FontReport:
        """The log as a record, in a fixed order."""
        uses = tuple(self.uses[key] for key in sorted(self.uses))
        replaced = tuple((asked, _joined(self.lent[asked, family]), family) for asked, family in sorted(self.lent))
        return FontReport(uses, replaced, _joined(self.missing), tuple(sorted(self.no_bold)))


def _joined(chars: Iterable[str]) -> str:
    return "".join(sorted(chars))
