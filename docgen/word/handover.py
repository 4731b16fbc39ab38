"""Handing over: what docxtpl does and we do not (RichText, pictures and sub-documents of its own, column tags …).

A template that is handed over is rendered by us first: names, values and limits are checked as always, with their
places. Then docxtpl renders it in the same sandbox, and what our own marks stand for is carried out on its result.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Template, nodes
from lxml import etree

from docgen.errors import TemplateError
from docgen.opening.outside import outside
from docgen.word.collecting import rendering
from docgen.word.environment import TemplateEnvironment, restrain
from docgen.word.finishing import BODY, PartFacts, as_tree
from docgen.word.leaving import of_the_maker, without
from docgen.word.marks import restored
from docgen.word.media import Media
from docgen.word.ooxml import NAMESPACES
from docgen.word.package import read_parts
from docgen.word.tags import part_name, shortened

LEVELS = re.compile(r"\{%(?:tc|r)\s|\{\{(?:p|r|tr|tc)\s|\{#tc\s|\{%-?\s*(?:hm|colspan)\b")
"""Tags that only docxtpl knows how to lay out."""
_W = "{" + NAMESPACES["w"] + "}"
_WITHOUT_TEXT = tuple(f"{_W}{name}" for name in ("body", "p", "r", "tbl", "tr", "tc", "hdr", "ftr", "footnote"))
_SAID_IN_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
_REPLACED = ("pics_to_replace", "crc_to_new_media", "crc_to_new_embedded", "zipname_to_replace")


class _Environment(TemplateEnvironment):
    """The environment of templates for docxtpl, which compiles them itself."""

    def from_string(self, source: str | nodes.Template, *given: Any, **named: Any) -> Template:
        """Compile a part within our limits."""
        tree = self.parse(source) if isinstance(source, str) else source
        restrain(tree, self)
        return super().from_string(tree, *given, **named)


@dataclass(frozen=True, slots=True)
class Order:
    """What is handed over: a template by name and content, its parts with tags, and docxtpl's own object if any."""

    name: str
    content: bytes
    parts: Sequence[PartFacts]
    document: Any = None


def wants_replacements(document: Any) -> bool:
    """Whether a `DocxTemplate` shall put other pictures or files in place of the template's."""
    return document is not None and any(getattr(document, name, None) for name in _REPLACED)


def rendered(order: Order, context: Mapping[str, Any], objects: Sequence[Any]) -> tuple[dict[str, bytes], str]:
    """The parts of the document, and its title; `objects` are those of docxtpl that the template prints.

    Raises TemplateError where the objects do not belong to this template, or text would be lost.
    """
    document = _document(order, objects)
    document.init_docx()
    for name in _SAID_IN_PROPERTIES:  # they may hold tags of their own; what they say is written anew anyway
        setattr(document.docx.core_properties, name, "")
    with rendering(context, foreign=True) as state:
        document.render(dict(context), jinja_env=_Environment())
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
    media, title = Media(parts), ""
    for facts in order.parts:
        root = etree.fromstring(parts[facts.name], _parser())
        _check_text(root, order.name, facts.name)
        text = restored(etree.tostring(root, encoding="unicode"))
        parts[facts.name], said = as_tree(text, facts, state.pictures, media)
        title = title or said
    # docxtpl's own object brings along what was left out of ours.
    return without(parts | media.added(), [*outside(parts), *of_the_maker(parts)]), title


def _document(order: Order, objects: Iterable[Any]) -> Any:
    """The `DocxTemplate` that renders: the caller's, or that of the objects, or one of our own."""
    from docxtpl import DocxTemplate

    owners = [getattr(item, "tpl", None) for item in objects]
    known = [item for item in (order.document, *owners) if item is not None]
    if any(item is not known[0] for item in known):
        raise TemplateError(
            f"{order.name} 的数据里有属于几个 DocxTemplate 的图片或子文档", "都用同一个 DocxTemplate 建"
        )
    if known and not _is_of(known[0], order):
        raise TemplateError(f"数据里的图片或子文档不是为模板 {order.name} 建的", "用这个模板的 DocxTemplate 建它们")
    if not known and any("<w:hyperlink " in getattr(item, "xml", "") for item in objects):
        raise TemplateError(
            f"{order.name} 的数据里有带链接的 RichText，不知道链接是为哪个文件建的",
            "把建链接的 DocxTemplate 用 document= 一起交来",
        )
    return known[0] if known else DocxTemplate(io.BytesIO(order.content))


def _is_of(document: Any, order: Order) -> bool:
    """Whether a `DocxTemplate` is of this template: their bodies are the same."""
    file = document.template_file
    if hasattr(file, "read"):
        file.seek(0)
        source = file.read()
        file.seek(0)
    else:
        source = Path(file).read_bytes()
    bodies = (read_parts(content, order.name)[BODY] for content in (order.content, source))
    own, other = (etree.tostring(etree.fromstring(body, _parser()), method="c14n") for body in bodies)
    return bool(own == other)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, huge_tree=True)


def _check_text(root: etree._Element, name: str, part: str) -> None:
    """Raises TemplateError where text stands beside all texts: Word would not show it."""
    for node in root.iter(*_WITHOUT_TEXT):
        stray = ((node.text or "") + "".join(child.tail or "" for child in node)).strip()
        if stray:
            raise TemplateError(
                f"{name} 的{part_name(part)}里，“{shortened(stray)}”落在文字之外，Word 不会显示",
                "{{r …}} 和 {{p …}} 里要写 RichText 一类的值；一般的文字用 {{ … }}",
            )
