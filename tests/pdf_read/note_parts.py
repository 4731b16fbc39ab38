"""A .docx with footnotes and endnotes, written as XML in the test itself."""

from __future__ import annotations

from small_docx import NAMESPACES, package, r

_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def with_notes(body: str, *, notes: dict[str, str], kind: str = "footnote", settings: str = "") -> bytes:
    """The bytes of a .docx whose notes stand by id; the keys `separator` and the like are the special ones."""
    inside = "".join(_note(kind, identity, content) for identity, content in notes.items())
    relations = "".join(
        f'<Relationship Id="{number}" Type="{_TYPE}{name}" Target="{name}.xml"/>'
        for number, name in enumerate(("styles", "settings", f"{kind}s"))
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    extra: dict[str, bytes | str] = {
        f"word/{kind}s.xml": f"<w:{kind}s {NAMESPACES}>{inside}</w:{kind}s>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{space}">{relations}</Relationships>',
    }
    return package(body, settings=settings, extra=extra)


def _note(kind: str, identity: str, content: str) -> str:
    special = "" if identity.isdigit() else f' w:type="{identity}"'
    return f'<w:{kind} w:id="{identity if identity.isdigit() else -1}"{special}>{content}</w:{kind}>'


def mark(identity: str, kind: str = "footnote", more: str = "") -> str:
    """A run with a reference."""
    return f'<w:r><w:{kind}Reference w:id="{identity}"{more}/></w:r>'


def note(text: str, kind: str = "footnote") -> str:
    """The content of a note with its number at its head."""
    return f"<w:p><w:r><w:{kind}Ref/></w:r>{r(text)}</w:p>"
