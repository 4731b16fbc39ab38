"""Aliases: fontconfig rules by which other programs (LibreOffice) show our .docx in the same faces as our PDF.

`accept` puts the stand-in behind the font that was asked for, so an installed office font always wins. The binding is
"same": a weak one would let any font that suits the session's language pass in front of the stand-in.
"""

from __future__ import annotations

import sys
from pathlib import Path
from xml.sax.saxutils import escape

# The names stand in the package, which is not installed yet; that module needs nothing but the standard library.
sys.path.append(str(Path(__file__).resolve().parent.parent))

from docgen.pdf.typefaces.font_names import STANDARD_KINDS, Kind

NAME = "60-docgen.conf"


def install(folder: Path) -> bool:
    """Write the rules into fontconfig's `folder`; True when the file was new or different."""
    path, text = folder / NAME, document()
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return False
    print(f"写字体代用规则：{path}", flush=True)
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return True


def document() -> str:
    """The configuration file: a rule for every name that an office font goes by."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
        "<!-- Written by docgen's `make setup`: free fonts stand in where an office font is not installed. -->",
        "<fontconfig>",
        *(_alias(name, kind) for kind in STANDARD_KINDS for name in dict.fromkeys((kind.name, *kind.office))),
        "</fontconfig>",
    ]
    return "\n".join(lines) + "\n"


def _alias(asked: str, kind: Kind) -> str:
    families = "".join(f"<family>{escape(family)}</family>" for family, _bold in kind.substitutes)
    return f'  <alias binding="same"><family>{escape(asked)}</family><accept>{families}</accept></alias>'
