"""`::: 引入 文件名`: another source's title and text on a new page, its attachments at the end.

Head, addressee, signature and 版记 are those of the document that includes. What the other source says where it would
be signed is its 附件说明: the attachments are its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from docgen.errors import TemplateError
from docgen.word.blocks import Block, Directive, TemplateSource

ATTACHMENTS, ATTACHMENT_NOTE, NEW_PAGE = Directive("附件"), Directive("附件说明"), Directive("另页")
_OWN = (Directive("落款"), Directive("版记"))
Load = Callable[[str], TemplateSource]


@dataclass(frozen=True, slots=True)
class Include:
    """A line `::: 引入 文件名`: the other source's name without suffix, and where the line stands."""

    name: str
    place: str


def expanded(settings: dict[str, str], blocks: Sequence[Block | Include], load: Load) -> TemplateSource:
    """The source with what it includes in its place. Raises TemplateError at the line that cannot be carried out."""
    own: list[Block] = []
    attached: list[Block] = []
    title = ""
    for block in blocks:
        if not isinstance(block, Include):
            own.append(block)
            continue
        other = load(block.name)
        _check(settings, other, block)
        text, more = _parts(other)
        own += [NEW_PAGE, *text]
        if more:
            _check_only_attachments((*own, *attached, *blocks), block)
            attached, title = more, other.settings.get("附件标题", "")
    borrowed = {"附件标题": title} if title else {}
    return TemplateSource(settings | borrowed, (*own, *attached), borrows_attachments=bool(attached))


def _parts(other: TemplateSource) -> tuple[list[Block], list[Block]]:
    """Its text and its attachments."""
    blocks = list(other.blocks)
    at = blocks.index(ATTACHMENTS) if ATTACHMENTS in blocks else len(blocks)
    text: list[Block] = []
    for block in blocks[:at]:
        if block == Directive("落款") and at < len(blocks):
            text.append(ATTACHMENT_NOTE)
        elif block not in _OWN:
            text.append(block)
    return text, blocks[at:]


def _check(settings: dict[str, str], other: TemplateSource, block: Include) -> None:
    if other.landscape != (settings.get("页面") == "横"):
        raise TemplateError(f"{block.place}引入的 {block.name} 页面横竖与这份文件不同", "把两份的“页面”写成一样")


def _check_only_attachments(blocks: Sequence[Block | Include], block: Include) -> None:
    if ATTACHMENTS in blocks:
        raise TemplateError(
            f"{block.place}引入的 {block.name} 有附件，别处也有附件", "一份文件只能有一处 ::: 附件：去掉一处"
        )
