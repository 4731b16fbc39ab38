"""Stories: the paragraphs and tables of a body, header, footer, cell or text box in order."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from docgen.pdf.reading.alternate import chosen, is_alternate
from docgen.pdf.reading.carried import with_carried
from docgen.pdf.reading.drop_caps import with_drop_caps
from docgen.pdf.reading.inlines import SILENT
from docgen.pdf.reading.paragraphs import paragraph
from docgen.pdf.reading.scope import Scope
from docgen.pdf.reading.tables import table
from docgen.pdf.reading.undrawn import REVISED
from docgen.pdf.reading.wordml import Element, M, W, name_of, space_of
from docgen.pdf.source import Block, Paragraph

# Elements around blocks whose content is shown as it stands.
_THROUGH = frozenset(["sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"])
_RUN_LEVEL = frozenset(["r", "hyperlink", "fldSimple"])
_REMOVED = frozenset({"del", "moveFrom"})
_SILENT = SILENT | {"sectPr", "tcPr"}


def read_blocks(element: Element, scope: Scope) -> tuple[Block, ...]:
    """The blocks inside an element."""
    return blocks_of(list(element), scope)


def blocks_of(elements: list[Element], scope: Scope) -> tuple[Block, ...]:
    """The blocks that these elements are or hold."""
    blocks: list[Block] = []
    dropped = False
    for element in with_carried(_block_elements(elements, scope), scope):
        found = paragraph(element, scope) if name_of(element) == "p" else table(element, scope)
        if found is not None:
            blocks.append(found)
            dropped = dropped or (isinstance(found, Paragraph) and found.drop is not None)
    return tuple(with_drop_caps(blocks, scope) if dropped else blocks)


def _block_elements(elements: list[Element], scope: Scope) -> Iterator[Element]:
    for element in elements:
        name = name_of(element)
        if is_alternate(element):
            yield from _block_elements(chosen(element), scope)
        elif space_of(element) == M:
            yield _paragraph_of(element)
        elif space_of(element) != W:
            scope.facts.undrawn.note_once(f"元素 {element.prefix or '?'}:{name}", scope.place)
        elif name in ("p", "tbl", "bookmarkStart"):
            yield element
        elif name in _THROUGH:
            yield from _block_elements(list(element), scope)
        else:
            _pass_over(name, scope)


def _paragraph_of(formula: Element) -> Element:
    """A formula between paragraphs as one of them."""
    made = formula.makeelement(f"{{{W}}}p")
    made.append(deepcopy(formula))
    return made


def _pass_over(name: str, scope: Scope) -> None:
    if name in _RUN_LEVEL or name == "altChunk":
        scope.note("嵌入的外部文件" if name == "altChunk" else "不在段落里的文字")
    elif name in _REMOVED:
        scope.note(REVISED)
    elif name and name not in _SILENT:
        scope.facts.undrawn.note_once(f"元素 w:{name}", scope.place)
