"""Order: how the documents of a run are wanted; and each document with all that it is made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.cli.manner import PLAINLY, Manner
from docgen.pdf.wish import PLAIN, PdfWish

if TYPE_CHECKING:
    from docgen.batch.jobs import Wanted
    from docgen.batch.spool import Spool
    from docgen.documents.composed import Composed
    from docgen.filling import Template


@dataclass(frozen=True, slots=True)
class Order:
    """How the documents of a run are wanted."""

    folder: Path
    wanted: str = "both"
    template: Path | None = None
    force: bool = False
    as_json: bool = False
    pdf: PdfWish = PLAIN
    manner: Manner = PLAINLY

    @property
    def printing(self) -> PdfWish | None:
        """The wish for PDFs; None where only Word files are wanted."""
        return None if self.wanted == "word" else self.pdf

    @property
    def formats(self) -> tuple[str, ...]:
        """The endings of a document's files."""
        from docgen.batch.jobs import PDF, WORD

        return {"both": (WORD, PDF), "word": (WORD,), "pdf": (PDF,)}[self.wanted]


def wanted_documents(
    composed: Iterable[Composed], order: Order, folder_of: Callable[[str, date | None], str] = lambda *_: ""
) -> list[Wanted]:
    """The documents as a batch takes them, each put by until its turn comes; `folder_of` says where those of a kind
    and month go.

    Raises MissingError and FileError for a template that cannot be read, FolderError where nothing can be put by.
    """
    from docgen.batch.fingerprints import of_code, of_printing
    from docgen.batch.spool import Spool
    from docgen.filling import read_template
    from docgen.output.atomic import digest

    templates: dict[str, Template] = {}
    digests: dict[str, str] = {}
    printing, code = of_printing(order.printing), of_code()
    spool, found = Spool(), []
    for item in composed:
        if item.template not in templates:
            template = templates[item.template] = read_template(item.template, order.template)
            digests[item.template] = digest(template.data)
        template = templates[item.template]
        inputs = _inputs(code, digests[item.template], template.name, item)
        folder = folder_of(str(item.name), item.month)
        found.append(_wanted(item, template, order, folder, (inputs, printing), spool))
    return told_apart(found)


def _inputs(*parts: Any) -> str:
    """The digest of what a document is made from; "" (it is made every time) where a part has no canonical form."""
    from docgen.batch.canonical import digest

    try:
        return digest(*parts)
    except (TypeError, ValueError):
        return ""


def _wanted(
    item: Composed, template: Template, order: Order, folder: str, digests: tuple[str, str], spool: Spool
) -> Wanted:
    from docgen.batch.jobs import WORD, Wanted

    kind = str(item.name)
    return Wanted(
        key(folder, kind, item.month, item.unit),
        kind,
        order.formats,
        *digests,
        job=spool.put(item, template, order.printing, word=WORD in order.formats),
        stem=item.stem,
        folder=folder,
        month=item.month,
        unit=item.unit,
        number=item.number,
        template=template.name,
    )


def key(folder: str, kind: str, month: date | None, unit: str) -> str:
    """What tells a document from the others, run after run: 2024-04/简报/简报，2024-04，青石镇."""
    told = "，".join(part for part in (kind, f"{month:%Y-%m}" if month else "", unit) if part)
    return f"{folder}/{told}" if folder else told


def told_apart(wanted: Sequence[Wanted]) -> list[Wanted]:
    """The same documents; where two have one key, the later ones are numbered."""
    seen: dict[str, int] = {}
    found = []
    for item in wanted:
        number = seen[item.key] = seen.get(item.key, 0) + 1
        found.append(item if number == 1 else replace(item, key=f"{item.key}（{number}）"))
    return found
