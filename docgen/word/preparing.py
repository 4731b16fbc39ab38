"""Preparing: the XML of a part as Jinja reads it. docxtpl joins the tags that Word has cut into runs, and more."""

from __future__ import annotations

import re

from jinja2 import nodes
from lxml import etree

from docgen.word.marks import unescaped

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_JOIN = re.compile(
    r"(<w:tcPr>(?:<w:(?:cnfStyle|tcW|gridSpan|hMerge)\b[^>]*/>)*)((?:(?!</w:tcPr>).)*)"
    r"(<w:vMerge w:val=\"{% if loop.first %}[^\"]*\"/>)(</w:tcPr>)",
    re.DOTALL,
)
_PARAGRAPH_START = re.compile(r"<w:p([ >])")
_LINE_START = re.compile(r"\n<w:p(?=[ >])")
_BRACES = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}
"""How docxtpl has a template write braces that are no tag."""


def prepared(xml: bytes) -> str:
    """The part as a source for Jinja, in which every paragraph begins a line."""
    from docxtpl import DocxTemplate

    # The serialisation that docxtpl works on: without declaration and blanks between elements, entities resolved.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=True)
    text = etree.tostring(etree.fromstring(xml, parser), encoding="unicode")
    source: str = DocxTemplate.patch_xml(DocxTemplate.__new__(DocxTemplate), text)
    # docxtpl puts the join that `{% vm %}` makes behind all other properties of the cell, against the schema.
    source = _JOIN.sub(r"\1\3\2\4", source)
    # docxtpl turns some entities inside tags back into characters, not all.
    source = _TAG.sub(lambda match: unescaped(match[0]), source)
    return _PARAGRAPH_START.sub(r"\n<w:p\1", source)


def finish_texts(tree: nodes.Template) -> None:
    """Take out the line breaks before paragraphs, which told the parser the lines; turn written braces into braces."""
    for data in tree.find_all(nodes.TemplateData):
        data.data = _LINE_START.sub("<w:p", data.data)
        if "_" in data.data:
            for written, brace in _BRACES.items():
                data.data = data.data.replace(written, brace)
