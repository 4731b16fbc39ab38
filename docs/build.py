"""Rewrite the pages of docs/ that are made from the code (`make docs`)."""

from pathlib import Path

from docgen.cli.reference import PAGES

for name, make in PAGES.items():
    Path(__file__).with_name(name).write_text(make(), encoding="utf-8")
