"""A signature never stands alone: wherever the body ends on its page, text stands above the signature (7.3.5.5)."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from accept_build import EXAMPLE_YAML

from docgen.documents.implementation_plan import TEMPLATE, compose
from docgen.model.campaign import Campaign
from docgen.model.settings import Attachment, Signature
from docgen.pdf.layout import lay_out
from docgen.pdf.pages import Line, Page
from docgen.pdf.read import read
from docgen.pdf.typefaces.fonts import Fonts
from docgen.produce import checked, read_template
from docgen.rules.counts import counts
from docgen.word.template import compile_template

FILLING = "各级各部门要把挂牌督战摆在突出位置来抓，一级做给一级看，压"  # 28 characters and a mark: about one line


@cache
def small() -> Campaign:
    """The example county with one duty, one phase, one demand: two pages."""
    whole = checked(EXAMPLE_YAML).campaign
    return replace(
        whole,
        settings=whole.settings[:1],
        duties=whole.duties[:1],
        aspects=(),
        methods=whole.methods[:1],
        phases=whole.phases[:1],
        requirements=whole.requirements[:1],
        villages=whole.villages[:3],
    )


@cache
def machine() -> tuple[object, Fonts]:
    return compile_template(*read_template(TEMPLATE)), Fonts.of_machine()


def padded(more: int, signature: Signature, attachments: tuple[Attachment, ...]) -> Campaign:
    campaign = small()
    (setting,), (demand,) = campaign.settings, campaign.requirements
    setting = setting.model_copy(update={"signature": signature, "attachments": attachments})
    demand = demand.model_copy(update={"content": FILLING * more + "落实责任。"})
    return replace(campaign, settings=(setting,), requirements=(demand,))


def pages(campaign: Campaign) -> list[list[str]]:
    """The lines of every page, page numbers aside; laid out without a PDF."""
    template, fonts = machine()
    composed = compose(campaign, counts(campaign).values())
    word = template.render(composed.context, author=composed.author, day=composed.day).data
    return [lines(page) for page in lay_out(read(word), fonts.for_document()).pages.pages]


def lines(page: Page) -> list[str]:
    said: dict[int, list[str]] = {}
    for item in page.items:
        if isinstance(item, Line):
            said.setdefault(round(item.baseline), []).append("".join(piece.text for piece in item.pieces))
    texts = ("".join(said[key]).strip() for key in sorted(said))
    return [text for text in texts if text and not text.startswith("— ")]


@pytest.mark.parametrize("signature", [Signature.SEALED, Signature.PLAIN])
@pytest.mark.parametrize("attachments", [(), (Attachment.VILLAGES,)], ids=["bare", "with attachment"])
def test_no_page_holds_a_signature_without_text_of_the_body(
    signature: Signature, attachments: tuple[Attachment, ...]
) -> None:
    seen = set()
    for more in range(3, 27):
        made = pages(padded(more, signature, attachments))
        (signed,) = (page for page in made if "2024年2月26日" in page)
        ends = ("附件：", "云岭县精准扶贫工作领导小组")
        body = signed[: next(n for n, line in enumerate(signed) if line.startswith(ends))]
        assert body, f"{more} lines: the signature's page begins with {signed[:2]}"
        assert sum(line.startswith(("附件：", "2024年2月26日")) for page in made for line in page) == 1 + len(
            attachments
        )
        seen.add(len(body))
    assert len(seen) >= 10, "the padding did not move the signature through a page"
