"""PDF: the example plan's .docx converted by us and by LibreOffice, one call each."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from benchmarks.clock import median_ms
from benchmarks.example import example_plan
from docgen import produce
from docgen.pdf.convert import convert
from docgen.pdf.fonts import Fonts


def main() -> None:
    """Print the medians and their ratio; without LibreOffice only ours."""
    docx = produce.produce(example_plan(), pdf=False).word
    fonts = Fonts.of_machine()
    ours = median_ms(lambda: convert(docx, fonts), 5)
    pages = convert(docx, fonts).page_count
    line = f"pdf, example plan of {pages} pages: ours {ours:.0f} ms ({ours / pages:.0f} ms a page)"
    office = shutil.which("soffice")
    if office is None:
        print(f"{line}; no LibreOffice here to compare with")
        return
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "plan.docx"
        source.write_bytes(docx)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        call = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        theirs = median_ms(lambda: subprocess.run(call, capture_output=True, check=True, timeout=120), 3)
    print(f"{line}; LibreOffice, one call {theirs:.0f} ms ({theirs / ours:.1f}x)")
