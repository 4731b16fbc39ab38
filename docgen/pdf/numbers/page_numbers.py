"""Page numbers: what a page field shows."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.pdf.numbers.number_formats import formatted
from docgen.pdf.source import PageField


def field_text(field: PageField, numbers: Mapping[str, str]) -> str:
    """The number in the field's own format, that of the page in its section's; "" where it is not known yet.

    `numbers` holds the plain numbers under the fields' codes, and the section's format under FORMAT. A field of the
    body has its text there already, when a layout before has shown on which page it stands.
    """
    known = numbers.get(field_key(field))
    if known is not None:
        return known
    number = numbers.get(field.code, "")
    style = field.number_format or (numbers.get("FORMAT", "") if field.code == "PAGE" else "")
    return formatted(int(number), style) if style and number.isdecimal() else number


def field_key(field: PageField) -> str:
    """Under which name `numbers` holds the text of one field of the body."""
    return f"field {id(field)}"
