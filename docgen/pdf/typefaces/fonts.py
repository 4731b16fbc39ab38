"""Fonts: from a name in the document to a face of this machine, its heights and widths. Never a silent replacement."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from docgen.errors import MissingError
from docgen.pdf.pages import Face
from docgen.pdf.typefaces.font_data import FaceData, load_face
from docgen.pdf.typefaces.font_index import FaceEntry, build_index
from docgen.pdf.typefaces.font_names import (
    FALLBACKS,
    LATIN_SUBSTITUTES,
    UNUSABLE,
    Kind,
    kind_of,
    plain_kind,
)
from docgen.pdf.typefaces.font_report import FontReport, FontUse, UsageLog
from docgen.pdf.typefaces.kerning import Kerning


@dataclass(frozen=True, slots=True)
class Resolved:
    """A face for a name. `substitute`: it is neither the asked font nor an office font of the same kind."""

    face: Face
    data: FaceData
    family: str
    kind: str
    substitute: bool
    bold: bool
    italic: bool = False


@dataclass(slots=True)
class _Store:
    """What all documents share: the machine's faces and what was worked out about them."""

    entries: list[FaceEntry]
    names: dict[str, list[FaceEntry]] = field(default_factory=dict)
    data: dict[tuple[str, int], FaceData] = field(default_factory=dict)
    resolved: dict[tuple[str, bool, bool], Resolved] = field(default_factory=dict)
    lenders: dict[tuple[str, bool], FaceEntry | None] = field(default_factory=dict)
    kerning: Kerning = field(default_factory=Kerning)


class Fonts:
    """The fonts of this machine, and a log of what one document used of them."""

    def __init__(self, entries: Iterable[FaceEntry]) -> None:
        store = _Store([entry for entry in entries if not entry.path.endswith(_unusable_files())])
        for entry in store.entries:
            for name in dict.fromkeys((*entry.families, *entry.full_names)):
                store.names.setdefault(name, []).append(entry)
        self._store = store
        self._log = UsageLog()

    @classmethod
    def of_machine(cls, extra: Sequence[Path] = ()) -> Fonts:
        """The fonts of the font folders and of `extra` folders or files."""
        return cls(build_index(extra))

    def for_document(self) -> Fonts:
        """The same fonts with an empty log: one for each document."""
        twin = Fonts(())
        twin._store = self._store
        return twin

    def face(self, name: str, bold: bool = False, italic: bool = False) -> Resolved:
        """The face that stands for a name of the document; an upright one where the family has no italic.

        Raises MissingError when the machine has no font at all.
        """
        found = self._store.resolved.get((name, bold, italic))
        if found is None:
            found = self._store.resolved[name, bold, italic] = self._resolve(name, bold, italic)
        if (name, bold) not in self._log.uses:
            self._note(name, bold, found)
        return found

    def kerning(self, face: Face, one: str, two: str) -> float:
        """What stands between two neighbours of a face that is kerned, as a share of the type size."""
        return self._store.kerning.between(face, one, two) / 1000

    def for_char(self, name: str, bold: bool, char: str, italic: bool = False) -> Resolved:
        """`face`, or the face that lends this character where that one lacks it; noted in the report.

        `char` may be a cluster (a base with what joins it): its first character chooses, the whole of it is noted.
        """
        own = self.face(name, bold, italic)
        if len(char) == 1 and own.data.width(char) is not None:
            return own
        found: Resolved | None = own
        if own.data.width(char[0]) is None and _is_drawn(char):
            lender = self._lender(char[0], own.bold)
            found = None if lender is None else self._as_resolved(lender, own.kind, substitute=True)
            if found is not None:
                self._log.lend(name, char[0], found.family)
        chosen = found or own
        lacking = [one for one in char if _is_drawn(one) and chosen.data.width(one) is None]
        self._log.missing.update(dict.fromkeys(lacking))
        return chosen

    def covering(self, name: str, text: str) -> Iterator[tuple[Face, str]]:
        """Faces that may draw a text, best first, each with the characters it lacks.

        The face for the name or one of its kind that has them all, then any that has them all, then the first ones
        although they lack some. Raises MissingError when the machine has no font at all.
        """
        kind = kind_of(name) or plain_kind()
        own = [self._resolve(name, False), *self._of_kind(kind)]
        rest = (self._as_resolved(entry, "", substitute=True) for entry in self._store.entries if not entry.italic)
        for found in chain(own, rest):
            if not _lacking(found, text):
                yield found.face, ""
        yield from ((found.face, _lacking(found, text)) for found in own)

    def _of_kind(self, kind: Kind) -> Iterator[Resolved]:
        """The faces of a kind, and those that lend characters."""
        for family in (*kind.office, *(family for family, _ in kind.substitutes), *FALLBACKS):
            entry = self._named(family, False)
            if entry is not None:
                yield self._as_resolved(entry, kind.name, substitute=True)

    def report(self) -> FontReport:
        """What was asked, what stood for it, what was lent or missing."""
        return self._log.report()

    def _note(self, name: str, bold: bool, found: Resolved) -> None:
        face = found.face
        self._log.uses[name, bold] = FontUse(name, bold, found.family, face.path, found.kind, found.substitute)
        if bold and not found.bold:
            self._log.no_bold[name] = None

    def _resolve(self, name: str, bold: bool, italic: bool = False) -> Resolved:
        kind = kind_of(name)
        own = self._named(name, bold, italic)
        if own is not None:
            return self._as_resolved(own, kind.name if kind else "other", substitute=False)
        if kind is not None:
            return self._stand_in(kind, bold)
        for family in LATIN_SUBSTITUTES.get(name.strip().lower(), ()):
            entry = self._named(family, bold, italic)
            if entry is not None:
                return self._as_resolved(entry, "other", substitute=True)
        return self._stand_in(plain_kind(), bold)

    def _stand_in(self, kind: Kind, bold: bool) -> Resolved:
        """An office font of the kind under another name, else a free substitute, else any face with 汉字."""
        for name in kind.office:
            entry = self._named(name, bold)
            if entry is not None:
                return self._as_resolved(entry, kind.name, substitute=False)
        for family, heavy in kind.substitutes:
            entry = self._named(family, bold or heavy)
            if entry is not None and (entry.bold or not heavy):
                return self._as_resolved(entry, kind.name, substitute=True)
        last = self._lender("国", bold) or next(iter(self._store.entries), None)
        if last is None:
            raise MissingError("本机没有可用的字体", "运行 docgen doctor，按提示安装字体")
        return self._as_resolved(last, kind.name, substitute=True)

    def _named(self, name: str, bold: bool, italic: bool = False) -> FaceEntry | None:
        """The face of a family (or of a full name) nearest to the slope, then to the weight asked for."""
        faces = self._store.names.get(name.strip().lower(), [])
        wanted = 700 if bold else 400
        return min(faces, key=lambda face: (face.italic != italic, abs(face.weight - wanted)), default=None)

    def _as_resolved(self, entry: FaceEntry, kind: str, *, substitute: bool) -> Resolved:
        key = (entry.path, entry.number)
        data = self._store.data.get(key)
        if data is None:
            data = self._store.data[key] = load_face(*key)
        return Resolved(Face(entry.family, *key), data, entry.family, kind, substitute, entry.bold, entry.italic)

    def _lender(self, char: str, bold: bool) -> FaceEntry | None:
        key = (char, bold)
        if key not in self._store.lenders:
            self._store.lenders[key] = self._find_lender(char, bold)
        return self._store.lenders[key]

    def _find_lender(self, char: str, bold: bool) -> FaceEntry | None:
        first = [entry for name in FALLBACKS if (entry := self._named(name, bold)) is not None]
        rest = (entry for entry in self._store.entries if not entry.italic)
        for entry in (*first, *rest):
            if self._as_resolved(entry, "", substitute=True).data.width(char) is not None:
                return entry
        return None


def _lacking(found: Resolved, text: str) -> str:
    return "".join(char for char in dict.fromkeys(text) if _is_drawn(char) and found.data.width(char) is None)


def _unusable_files() -> tuple[str, ...]:
    return tuple(f"{stem}{suffix}" for stem in UNUSABLE for suffix in (".otf", ".ttf"))


def _is_drawn(char: str) -> bool:
    """Whether a character needs a glyph: spaces and format controls do not."""
    return unicodedata.category(char[0]) not in ("Zs", "Cf", "Cc", "Mn") or char == "\u3000"
