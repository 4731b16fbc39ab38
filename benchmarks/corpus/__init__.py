"""The corpus: small Word files written by this package, each stressing one feature of WordprocessingML.

Every module holds a table `CASES`: name → a function without arguments that returns the bytes of a .docx. The same
bytes come out each time. The texts are made for this purpose.
"""

from __future__ import annotations

from collections.abc import Callable

Case = Callable[[], bytes]


def cases() -> dict[str, Case]:
    """Every file of the corpus, by its name."""
    from benchmarks.corpus import (
        breaking,
        drawings,
        inline_things,
        looks,
        numbers,
        page_things,
        setting_paragraphs,
        styling,
        table_cells,
        tables,
        whole_documents,
        whole_forms,
    )

    modules = (
        styling, setting_paragraphs, breaking, looks, inline_things, numbers, page_things, tables, table_cells,
        drawings, whole_documents, whole_forms,
    )  # fmt: skip
    return {name: make for module in modules for name, make in module.CASES.items()}
