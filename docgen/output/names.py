"""File names: a document's title made safe for every file system, saying as much as it can."""

from __future__ import annotations

import re
import unicodedata

_MOST_BYTES = 180  # of 255: leaves room for endings, temporary names and backups
_RESERVED = re.compile(r"(con|prn|aux|nul|(com|lpt)[\d¹²³])(\..*)?", re.IGNORECASE)
_FORBIDDEN = str.maketrans('<>:"/\\|?*', "＜＞：“／＼｜？＊")
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def file_name(title: str, ending: str) -> str:
    """A file name for a title, with its ending (".docx").

    Forbidden marks become their full-width likes, invisible characters and line ends go, names of devices get an
    underscore; a name too long is cut at a whole character. Letters are composed (NFC): one title never is two files.
    """
    composed = unicodedata.normalize("NFC", title)
    visible = "".join(char for char in composed if unicodedata.category(char) not in _INVISIBLE)
    stem = re.sub(r"\s+", " ", visible.translate(_FORBIDDEN)).strip(" .~$")
    stem = _cut(stem) or "未命名"
    if _RESERVED.fullmatch(stem):
        stem = f"_{stem}"
    return stem + ending


def _cut(stem: str) -> str:
    while len(stem.encode()) > _MOST_BYTES:
        stem = stem[:-1]
    return stem.rstrip(" .")
