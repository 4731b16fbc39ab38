"""A template source of a few lines, and the Word document that comes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree
from schema_order import W, disorders

from docgen.word.package import read_parts
from docgen.word.source import parse
from docgen.word.template import compile_template
from docgen.word.typeset import typeset

# What `::: 落款` wants of every document.
SIGNED: dict[str, Any] = {
    "附件": [],
    "署名方式": "盖章",
    "署名": {"机关左空": 200.0, "机关右空": 0.0, "日期左空": 0.0},
    "发文机关": "云岭县人民政府",
    "成文日期": "2024年4月3日",
}


def template(body: str, *front: str, load: Callable[[str], str | None] | None = None) -> bytes:
    """The template of a source with these lines in its front matter."""
    text = "\n".join(("---", "文件: 通知", *front, "---", body))
    return typeset(parse(text, "通知.md", load))


def parts(
    body: str,
    context: Mapping[str, Any] | None = None,
    *front: str,
    load: Callable[[str], str | None] | None = None,
) -> dict[str, bytes]:
    """The parts of the rendered document; each of them is in the schema's order."""
    made = compile_template(template(body, *front, load=load), "通知.docx").render(context or {}).data
    found = read_parts(made, "通知.docx")
    for name, content in found.items():
        if name.startswith("word/") and name.endswith(".xml"):
            assert disorders(etree.fromstring(content)) == [], name
    return found


def document(
    body: str,
    context: Mapping[str, Any] | None = None,
    *front: str,
    load: Callable[[str], str | None] | None = None,
) -> etree._Element:
    """The body of the rendered document."""
    return etree.fromstring(parts(body, context, *front, load=load)["word/document.xml"])[0]


def value(node: etree._Element | None, name: str = "val") -> str | None:
    """An attribute of WordprocessingML."""
    return None if node is None else node.get(f"{W}{name}")


def styles_of(root: etree._Element) -> list[str]:
    """The style of every paragraph."""
    return [value(item) or "" for item in root.iter(f"{W}pStyle")]


def text(node: etree._Element) -> str:
    """The text of a node; tabs as characters."""
    shown = node.iter(f"{W}t", f"{W}tab")
    return "".join("\t" if item.tag == f"{W}tab" else item.text or "" for item in shown)


def texts(root: etree._Element) -> list[str]:
    """The text of every paragraph that has some."""
    return [found for item in root.iter(f"{W}p") if (found := text(item))]


def properties(root: etree._Element, start: str) -> etree._Element:
    """The properties of the paragraph whose text begins so."""
    (found,) = (item for item in root.iter(f"{W}p") if text(item).startswith(start))
    inner = found.find(f"{W}pPr")
    assert inner is not None
    return inner
