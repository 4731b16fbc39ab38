"""A source that tells of its attachments itself gets no 附件说明 from the signature block."""

from __future__ import annotations

import re

import pytest

from docgen.word.body import Body
from docgen.word.sections import PageForm
from docgen.word.source import parse

FRONT = "---\n文件: 通知\n落款: 是\n---\n# 通知\n\n正文。\n\n::: 落款\n"
ATTACHMENTS = "\n::: 附件\n::: 竖排\n内容\n"


def text_of(source: str) -> str:
    return "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", Body(parse(source, "通知.md"), PageForm()).xml()))


def test_the_signature_block_tells_of_the_attachments() -> None:
    assert text_of(FRONT + ATTACHMENTS).count("附件：") == 2


@pytest.mark.parametrize("style", ["附件说明", "附件说明（多件）", "附件说明（续）"])
def test_a_paragraph_in_one_of_its_styles_takes_its_place(style: str) -> None:
    said = text_of(FRONT + f"\n{{: {style} }}附件:{{{{ 件 }}}}\n" + ATTACHMENTS)
    assert "附件：" not in said
    assert said.count("附件:") == 1
    assert "{{ 成文日期 }}" in said
