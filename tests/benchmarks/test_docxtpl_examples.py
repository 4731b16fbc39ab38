"""docxtpl's own examples: each is equal, handed over or refused, none silently different."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchmarks.docxtpl_examples import Outcome, examples, outcomes

FOLDER = Path(os.environ.get("DOCGEN_DOCXTPL_EXAMPLES", ""))
at_hand = pytest.mark.skipif(
    not os.environ.get("DOCGEN_DOCXTPL_EXAMPLES"),
    reason="docxtpl's examples are not at hand: DOCGEN_DOCXTPL_EXAMPLES names no folder",
)
EQUAL = {
    "doc_properties",
    "footnotes",
    "header_footer_entities",
    "merge_paragraph",
    "multi_rendering",
    "nested_for",
    "order",
    "preserve_spaces",
    "vertical_merge",
}
REFUSED = {"custom_jinja_filters", "escape", "escape_auto", "module_execute", "template_error"}


@at_hand
@pytest.mark.filterwarnings("ignore")  # the examples leave files open
@pytest.mark.parametrize("example", examples(FOLDER) if os.environ.get("DOCGEN_DOCXTPL_EXAMPLES") else [""])
def test_an_example_is_never_silently_different(example: str) -> None:
    found = outcomes(FOLDER, example)
    assert [item for item in found if item.differs] == []
    if example in EQUAL:
        assert {item.verdict for item in found} == {"equal"}
    if example in REFUSED:
        assert all(item.told for item in found)


def test_the_verdict_tells_how_an_example_came_out() -> None:
    assert Outcome("a").verdict == "equal"
    assert Outcome("a", handed_over=True).verdict == "handed over, equal"
    assert Outcome("a", apart=("tabs", "escaping")).verdict == "equal but for tabs and escaping"
    assert Outcome("a", told="没有").verdict == "refused: 没有"
    assert Outcome("a", differs=("word/document.xml",)).verdict == "DIFFERENT: word/document.xml"


def test_an_example_runs_as_it_stands_and_with_our_engine(tmp_path: Path) -> None:
    import docx

    (tmp_path / "templates").mkdir()
    for name, text in (("plain", "你好，{{ 名 }}"), ("wrong", "{{ 没有 }}"), ("rich", "{{r 名 }}")):
        document = docx.Document()
        document.add_paragraph(text)
        document.save(str(tmp_path / "templates" / f"{name}.docx"))
        value = 'RichText("甲")' if name == "rich" else '"甲"'
        (tmp_path / f"{name}.py").write_text(
            "from docxtpl import DocxTemplate, RichText\n"
            f'tpl = DocxTemplate("templates/{name}.docx")\ntpl.render({{"名": {value}}})\n'
            f'tpl.save("output/{name}.docx")\n',
            "utf-8",
        )
    found = {example: outcomes(tmp_path, example) for example in examples(tmp_path)}
    assert {name: [item.verdict.split("：")[0][:12] for item in made] for name, made in found.items()} == {
        "plain": ["equal"],
        "rich": ["handed over,"],
        "wrong": ["refused: 模板 "],
    }
