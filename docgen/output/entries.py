"""Entries of the manifest: what stands of a document, and why one could not be made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

MALFORMED = (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError)
"""What JSON raises that is none, or says nothing that is understood here."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document that stands in the folder: its files (name → SHA-256), and what it was made from.

    `inputs` and `printing` are digests: of what the Word file was made from, and of what the PDF was made with beside
    it. `word` is the SHA-256 of the Word file, written or not; `stem` the file's name before it was told apart from
    equal ones. `fonts` is the font report as plain data. `when` is the time at which a file last changed.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    inputs: str = ""
    printing: str = ""
    word: str = ""
    stem: str = ""
    title: str = ""
    template: str = ""
    pages: int | None = None
    fonts: Mapping[str, Any] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    when: str = ""

    def as_plain(self) -> dict[str, Any]:
        """The entry for JSON, without what is empty."""
        plain = {item.name: getattr(self, item.name) for item in fields(self)}
        return {name: value for name, value in plain.items() if name == "files" or value not in ("", None, {}, ())}

    @classmethod
    def of(cls, plain: Any) -> Entry:
        """The entry of its plain form. Raises one of `MALFORMED` for anything else."""
        texts = {name: str(plain.get(name, "")) for name in _TEXTS}
        pages, fonts = plain.get("pages"), plain.get("fonts", {})
        if not (pages is None or isinstance(pages, int)) or not isinstance(fonts, dict):
            raise ValueError("no entry")
        files = {str(name): str(value) for name, value in plain["files"].items()}
        return cls(files=files, pages=pages, fonts=fonts, warnings=tuple(map(str, plain.get("warnings", ()))), **texts)


_TEXTS = ("inputs", "printing", "word", "stem", "title", "template", "when")


@dataclass(frozen=True, slots=True)
class Failure:
    """A document of the last run that was not made, and why."""

    title: str
    reason: str
    remedy: str = ""
    exit_code: int = 0

    def as_plain(self) -> dict[str, Any]:
        """The failure for JSON."""
        return asdict(self)

    @classmethod
    def of(cls, plain: Any) -> Failure:
        """The failure of its plain form. Raises one of `MALFORMED` for anything else."""
        return cls(
            str(plain["title"]), str(plain["reason"]), str(plain.get("remedy", "")), int(plain.get("exit_code", 0))
        )
