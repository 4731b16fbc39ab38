"""Growth: what a document costs against its length and against the rows of its table. The exponent 1 is linear.

Rendered from small templates of the office's own kind, laid out and written as a PDF. All lengths have their go in
turn, the short ones as often as makes up a long one, and the processor's time counts: measured one after the other by
the clock on the wall, a long go is interrupted where a short one is not, and that looks like growth.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.clock import Go, exponent, in_turn
from benchmarks.table import show
from docgen.pdf.convert import convert
from docgen.word.source import parse
from docgen.word.template import CompiledTemplate, compile_template
from docgen.word.typeset import typeset

PAGES = (1, 10, 50, 200)
ROWS = (10, 100, 1000, 5000)
_PARAGRAPHS_A_PAGE = 7
_SHORTENED = 4  # a turn of a short one takes at most a quarter of that of the longest
_SENTENCE = "各乡镇要压实责任，逐村逐户对账销号，做到问题不解决不放过、整改不到位不放过。"
_HEAD = "---\n文件: 测速\n---\n"
_LONG = _HEAD + "# 长文件\n{% for 段 in 段们 %}\n{{ 段 }}\n{% endfor %}\n"
_WIDE = (
    _HEAD + "# 长表格\n\n| 序号 | 村名 | 问题 | 状态 |\n|:---:|:-----:|:------|:-----:|\n{% for 行 in 行们 %}\n"
    "| {{ loop.index }} | {{ 行.村名 }} | {{ 行.问题 }} | {{ 行.状态 }} |\n{% endfor %}\n"
)


def main() -> None:
    """Print both tables with their exponents."""
    texts = [f"{number}．{_SENTENCE * 2}" for number in range(max(PAGES) * _PARAGRAPHS_A_PAGE)]
    _grown(
        "length (pages)", PAGES, _template(_LONG), [{"段们": texts[: pages * _PARAGRAPHS_A_PAGE]} for pages in PAGES]
    )
    row = {"村名": "石桥村", "问题": "产业基地管护不到位", "状态": "整改中"}
    _grown("table rows", ROWS, _template(_WIDE), [{"行们": [row] * rows} for rows in ROWS])


def _template(source: str) -> CompiledTemplate:
    return compile_template(typeset(parse(source, "测速.md")), "测速.docx")


def _grown(what: str, sizes: Sequence[int], template: CompiledTemplate, contexts: Sequence[dict[str, Any]]) -> None:
    word = _taken(sizes, [lambda context=context: template.render(context) for context in contexts], 7)  # type: ignore[misc]
    made = [template.render(context).data for context in contexts]
    pages = [convert(data).page_count for data in made]
    pdf = _taken(sizes, [lambda data=data: convert(data) for data in made], 3)  # type: ignore[misc]
    rows = [
        (size, counted, rendered, rendered / size * 1000, printed, printed / counted)
        for size, counted, rendered, printed in zip(sizes, pages, word, pdf, strict=True)
    ]
    show(f"Growth with {what}", ("", "pages", "Word, ms", "µs each", "PDF, ms", "ms a page"), rows)
    kinds = {"Word": word, "PDF": pdf}
    # The smallest one costs mostly what every document costs: growth is seen from the second on.
    for name, first in (("exponent", 1), ("of the last step", len(sizes) - 2)):
        print(f"  {name}: ", end="")
        print(", ".join(f"{kind} {exponent(sizes[first:], taken[first:]):.2f}" for kind, taken in kinds.items()))


def _taken(sizes: Sequence[int], actions: Sequence[Callable[[], object]], turns: int) -> list[float]:
    """The processor's time that each takes, in milliseconds."""
    goes = [
        Go(str(size), action, max(1, max(sizes) // size // _SHORTENED))
        for size, action in zip(sizes, actions, strict=True)
    ]
    return list(in_turn(goes, turns, clock=time.process_time).values())


if __name__ == "__main__":
    main()
