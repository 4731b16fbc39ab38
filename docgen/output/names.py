"""File names: a document's title made safe for every file system, saying as much as it can; equal ones told apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from docgen.wording.rare import is_rare

_MOST_BYTES = 180  # of 255: leaves room for endings, numbers, temporary names and backups
_RESERVED = re.compile(r"(con|conin|conout|prn|aux|nul|clock|(com|lpt)[\d¹²³])( *\..*)?", re.IGNORECASE)
_FORBIDDEN = str.maketrans('<>:"/\\|?*', "＜＞：“／＼｜？＊")
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that look like nothing."""


def file_name(title: str, ending: str) -> str:
    """A file name for a title, with its ending (".docx").

    Forbidden marks become their full-width likes, invisible characters and line ends go, names of devices get an
    underscore; a name too long is cut at a whole character. Letters are composed (NFC): one title never is two files.
    """
    composed = unicodedata.normalize("NFC", title)
    visible = "".join(char for char in composed if _is_visible(char))
    stem = re.sub(r"\s+", " ", visible.translate(_FORBIDDEN)).strip(" .~$")
    stem = _cut(stem) or "未命名"
    if _RESERVED.fullmatch(stem):
        stem = f"_{stem}"
    # A leading hyphen would be read as an option by whoever types the name.
    return (f"－{stem[1:]}" if stem.startswith("-") else stem) + ending


def _is_visible(char: str) -> bool:
    if is_rare(char):
        return True
    return char not in _BLANK and unicodedata.category(char) not in _INVISIBLE


def _cut(stem: str) -> str:
    while len(stem.encode()) > _MOST_BYTES:
        stem = stem[:-1]
    return stem.rstrip(" .")


def likeness(name: str) -> str:
    """What two names have in common that a file system, or a reader, takes for one: case, width and normal form."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


@dataclass(slots=True)
class Taken:
    """The names of one folder so far."""

    _numbers: dict[str, int] = field(default_factory=dict)

    def keep(self, name: str) -> None:
        """A file that stands already, and stays."""
        self._numbers.setdefault(likeness(name), 1)

    def apart(self, names: Iterable[str]) -> tuple[str, ...]:
        """The names of a document's files (.docx, .pdf), all with one number where one is like a name before it.

        `甲.docx`, `甲（2）.docx`; a number that another name already bears is passed over.
        """
        group = tuple(names)
        number = max((self._numbers.get(likeness(name), 0) for name in group), default=0) + 1
        chosen = group if number == 1 else tuple(_numbered(name, number) for name in group)
        while number > 1 and any(likeness(name) in self._numbers for name in chosen):
            number += 1
            chosen = tuple(_numbered(name, number) for name in group)
        for name in chosen:
            self._numbers.setdefault(likeness(name), 1)
        for name in group:
            self._numbers[likeness(name)] = max(self._numbers.get(likeness(name), 0), number)
        return chosen


def apart(groups: Iterable[Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """The names of each group, told apart from all that came before it (see `Taken`)."""
    taken = Taken()
    return (taken.apart(names) for names in groups)


def _numbered(name: str, number: int) -> str:
    stem, dot, ending = name.rpartition(".")
    return f"{stem}（{number}）{dot}{ending}" if dot else f"{name}（{number}）"
