"""Word engine: the example plan rendered by our compiled template and by plain docxtpl, in turn."""

from __future__ import annotations

import io

from benchmarks.clock import median_ms
from benchmarks.example import example_plan
from docgen import produce
from docgen.word.collecting import rendering
from docgen.word.environment import TemplateEnvironment
from docgen.word.template import compile_template


def main() -> None:
    """Print the medians and their ratio."""
    from docxtpl import DocxTemplate

    plan = example_plan()
    data, name = produce.read_template(plan.template)
    compiled = compile_template(data, name)
    environment = TemplateEnvironment()

    def peer() -> None:
        document = DocxTemplate(io.BytesIO(data))
        with rendering(plan.context):
            document.render(plan.context, jinja_env=environment)
        document.save(io.BytesIO())

    ours = median_ms(lambda: compiled.render(plan.context, author=plan.author, day=plan.day), 15)
    once = median_ms(lambda: compile_template(data, name).render(plan.context, author=plan.author, day=plan.day), 7)
    theirs = median_ms(peer, 7)
    print(f"word engine, example plan: docxtpl {theirs:.0f} ms; ours compiled {ours:.1f} ms ", end="")
    print(f"({theirs / ours:.1f}x), ", end="")
    print(f"compiled each time {once:.0f} ms ({theirs / once:.1f}x)")
