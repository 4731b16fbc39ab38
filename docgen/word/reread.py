"""Read a written .docx again: is it whole, and what does it say?"""

from __future__ import annotations

import logging
import re

from lxml import etree

from docgen.errors import ResultError
from docgen.word.ooxml import NAMESPACES
from docgen.word.package import unpacked

_W = "{" + NAMESPACES["w"] + "}"
_FALLBACK = "{" + NAMESPACES["mc"] + "}Fallback"


def body_text(data: bytes, name: str) -> str:
    """The text of the body without white space.

    Raises ResultError when a part is not well-formed. Braces are text like any other here: compiling has refused every
    tag that would be left over, and a writer may type `{{`.
    """
    parts = unpacked(data, name)
    trees = {part: _parsed(part, content, name) for part, content in parts.items() if part.endswith((".xml", ".rels"))}
    body = trees["word/document.xml"]
    # The fallback of a drawing says its text a second time, for old programs.
    shown = (node for node in body.iter(f"{_W}t") if next(node.iterancestors(_FALLBACK), None) is None)
    return re.sub(r"\s", "", "".join(node.text or "" for node in shown if not _is_hidden(node)))


def _is_hidden(text: etree._Element) -> bool:
    """Whether the run of a text is hidden (w:vanish): nobody prints it."""
    run = next(text.iterancestors(f"{_W}r"), None)
    mark = None if run is None else run.find(f"{_W}rPr/{_W}vanish")
    return mark is not None and mark.get(f"{_W}val", "1") not in ("0", "false", "off")


def _parsed(part: str, content: bytes, name: str) -> etree._Element:
    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError as error:
        logging.getLogger("docgen").debug("%s: %s", part, error)
        raise ResultError(f"{name} 的 {part} 复读时不完好", "检查模板") from error
