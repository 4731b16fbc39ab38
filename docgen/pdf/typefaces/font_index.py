"""Font index: which faces this machine has, by every name they go by; kept in the cache between runs."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen.pdf.typefaces.cache_folder import cache_folder, read_cached, write_cached_json

_VERSION = 1
_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")


@dataclass(frozen=True, slots=True)
class FaceEntry:
    """One face of a font file. `families` and `full_names` are in lower case, in all languages of the file."""

    path: str
    number: int
    family: str
    families: tuple[str, ...]
    full_names: tuple[str, ...]
    weight: int
    italic: bool

    @property
    def bold(self) -> bool:
        """Whether the face is a bold one of its family."""
        return self.weight >= 600


def font_folders() -> list[Path]:
    """The folders of this machine where fonts stand, the user's own first."""
    asked = [Path(part) for part in os.environ.get("DOCGEN_FONTS", "").split(os.pathsep) if part]
    return asked + _system_folders()


def _system_folders() -> list[Path]:
    home = Path.home()
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", "C:/Windows"))
        local = Path(os.environ.get("LOCALAPPDATA", str(home / "AppData" / "Local")))
        return [local / "Microsoft" / "Windows" / "Fonts", windows / "Fonts"]
    if sys.platform == "darwin":
        return [home / "Library" / "Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    trees = (Path("/usr/share/texlive/texmf-dist"), Path("/usr/share/texmf"))
    tex = [tree / "fonts" / "opentype" / "public" / "fandol" for tree in trees]
    user = [home / ".fonts", home / ".local" / "share" / "fonts"]
    return [*user, Path("/usr/local/share/fonts"), Path("/usr/share/fonts"), *tex]


def build_index(extra: Sequence[Path] = ()) -> list[FaceEntry]:
    """Every face of the font folders and of `extra` (folders or files), in a fixed order.

    Files whose size and date are known come from the cache; the rest are read and remembered.
    """
    cache = cache_folder() / "fonts.json"
    known = _known(read_cached(cache))
    fresh: dict[str, list[Any]] = {}
    changed = False
    for path, stamp in _font_files([*extra, *font_folders()]):
        entry = known.get(path)
        if entry is None or entry[0] != stamp:
            entry = [stamp, [_as_list(face) for face in _read_faces(path)]]
            changed = True
        fresh[path] = entry
    if changed:
        # Files of other folders (another DOCGEN_FONTS) stay remembered.
        write_cached_json(cache, {"version": _VERSION, "files": {**known, **fresh}})
    return [_as_entry(path, face) for path, entry in fresh.items() for face in entry[1]]


def _known(cached: Any) -> dict[str, list[Any]]:
    """The remembered files; {} when the cache is of another shape."""
    if not isinstance(cached, dict) or cached.get("version") != _VERSION or not isinstance(cached.get("files"), dict):
        return {}
    return {path: entry for path, entry in cached["files"].items() if _is_sound(entry)}


def _is_sound(entry: Any) -> bool:
    if not (isinstance(entry, list) and len(entry) == 2 and isinstance(entry[1], list)):
        return False
    return all(isinstance(face, list) and len(face) == 6 for face in entry[1])


def _font_files(places: Iterable[Path]) -> Iterator[tuple[str, list[int]]]:
    """(path, [date, size]) of every font file, each once, sorted within its folder."""
    seen: set[str] = set()
    for place in places:
        files = [str(place)] if place.is_file() else sorted(_below(place))
        for path in files:
            if path not in seen:
                seen.add(path)
                status = os.stat(path)  # noqa: PTH116
                yield path, [status.st_mtime_ns, status.st_size]


def _below(folder: Path) -> Iterator[str]:
    for base, _, names in os.walk(folder):
        for name in names:
            if name.lower().endswith(_SUFFIXES):
                yield os.path.join(base, name)  # noqa: PTH118 - thousands of files: text is ten times as fast


def _read_faces(path: str) -> list[FaceEntry]:
    """The faces of a file; none when it cannot be read as a font."""
    from fontTools.ttLib import TTFont, TTLibError
    from fontTools.ttLib.ttCollection import TTCollection

    try:
        with Path(path).open("rb") as file:
            if not path.lower().endswith("c"):
                return [_entry(path, 0, TTFont(file, lazy=True))]
            return [_entry(path, number, font) for number, font in enumerate(TTCollection(file, lazy=True).fonts)]
    except (OSError, TTLibError, KeyError, ValueError, AssertionError, UnicodeDecodeError):
        return []


def _entry(path: str, number: int, font: Any) -> FaceEntry:
    families: dict[str, None] = {}
    full_names: dict[str, None] = {}
    for record in font["name"].names:
        if record.nameID in (1, 16, 4, 6):
            target = families if record.nameID in (1, 16) else full_names
            target[record.toUnicode(errors="replace").strip().lower()] = None
    weight = int(font["OS/2"].usWeightClass) if "OS/2" in font else 400
    style = int(font["head"].macStyle)
    if style & 1:
        weight = max(weight, 700)
    family = font["name"].getBestFamilyName() or Path(path).stem
    return FaceEntry(path, number, family, tuple(families), tuple(full_names), weight, bool(style & 2))


def _as_list(face: FaceEntry) -> list[Any]:
    return [face.number, face.family, list(face.families), list(face.full_names), face.weight, face.italic]


def _as_entry(path: str, face: list[Any]) -> FaceEntry:
    number, family, families, full_names, weight, italic = face
    return FaceEntry(path, number, family, tuple(families), tuple(full_names), weight, italic)
