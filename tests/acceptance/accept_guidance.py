"""data/state-council made into its two files, and the diagnostics after a change of the data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from accept_build import ROOT, Built, Data, changed

from docgen.diagnostics import Diagnostic
from docgen.documents.issued_opinion import compose
from docgen.intake.load import load
from docgen.produce import produce
from docgen.rules.guidance import inconsistencies

STATE_COUNCIL = ROOT / "data" / "state-council"
STATE_COUNCIL_YAML = STATE_COUNCIL / "督战数据.yaml"


def issued(data: Path, folder: Path) -> Built:
    """The Word file and the PDF, written into the folder."""
    loaded = load(data)
    assert loaded.guidance is not None, loaded.diagnostics
    made = produce(compose(loaded.guidance))
    assert made.pdf is not None
    folder.mkdir(parents=True, exist_ok=True)
    built = Built(folder / f"{made.title}.docx", folder / f"{made.title}.pdf")
    built.word.write_bytes(made.word)
    built.pdf.write_bytes(made.pdf)
    return built


def diagnostics(folder: Path, change: Callable[[Data], None] = lambda _: None) -> list[Diagnostic]:
    """Everything told about the data, changed."""
    loaded = load(changed(STATE_COUNCIL_YAML, folder / "督战数据.yaml", change))
    assert loaded.guidance_draft is not None
    return [*loaded.diagnostics, *inconsistencies(loaded.guidance_draft, gaps=loaded.gaps)]
