"""Word engine: documents rendered by plain docxtpl and by our compiled templates, in turn; and the floor below us.

The floor is what nobody can leave out: Jinja renders the same prepared template without any check, the parts that we
made are deflated and packed, the file is written.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment

from benchmarks.clock import Go, in_turn
from benchmarks.example import example_kinds
from benchmarks.table import show, times
from docgen import filling
from docgen.documents.composed import Composed
from docgen.model.pictures import Picture
from docgen.standard import TITLE_CHARACTERS
from docgen.word.package import packed, read_parts
from docgen.word.preparing import prepared
from docgen.word.template import CompiledTemplate, compile_template
from docgen.wording.dates import long_date
from docgen.wording.numerals import chinese
from docgen.wording.titles import WORD_BREAK, title_lines
from docgen.zipped import QUICK, member

KINDS = ("implementation_plan", "township_plan", "monthly_briefing", "interview_record", "rectification_notice")
_TURNS, _TIMES = 9, 10


def main() -> None:
    """Print the medians and their ratios."""
    rows = []
    for kind in KINDS:
        found = measured(example_kinds()[kind])
        theirs, ours, once, floor = (found[name] for name in ("docxtpl", "ours", "once", "floor"))
        ratios = (times(theirs / ours), times(theirs / once), times(ours / floor))
        rows.append((kind, theirs, ours, once, floor, *ratios))
    heads = (
        "word engine, ms",
        "docxtpl",
        "ours",
        "compiled each time",
        "floor",
        "ours",
        "each time",
        "above the floor",
    )
    show("Word engine: from the data to the written .docx", heads, rows)


def measured(composed: Composed) -> dict[str, float]:
    """The medians in milliseconds."""
    template = filling.read_template(composed.template)
    compiled = compile_template(*template)
    # In memory where there is such a place: the disk is not what is measured.
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(dir=memory) as name:
        path = Path(name) / "document.docx"

        def render(by: CompiledTemplate) -> None:
            path.write_bytes(by.render(composed.context, author=composed.author, day=composed.day).data)

        return in_turn(
            [
                Go("docxtpl", lambda: by_docxtpl(template.data, composed.context, path)),
                Go("once", lambda: render(compile_template(*template))),
                Go("ours", lambda: render(compiled), _TIMES),
                Go("floor", floor(template.data, compiled, composed, path), _TIMES),
            ],
            _TURNS,
        )


def by_docxtpl(data: bytes, context: dict[str, Any], path: Path) -> None:
    """A document as docxtpl makes it, with the office's filters and pictures of docxtpl's own."""
    from docx.shared import Mm
    from docxtpl import DocxTemplate, InlineImage

    document = DocxTemplate(io.BytesIO(data))

    def picture(item: Picture | str | None = None, **wishes: Any) -> object:
        width = Mm(wishes.get("宽", 156))
        return InlineImage(document, io.BytesIO(item.png), width=width) if isinstance(item, Picture) else ""

    document.render(context, jinja_env=plain_environment(picture))
    document.save(path)


def plain_environment(picture: Callable[..., object]) -> Environment:
    """A bare Jinja environment that knows what the templates call; nothing is checked, layout wishes are ignored."""
    environment = Environment()  # as docxtpl's users have it: nothing is escaped
    environment.filters |= {
        "中文数字": chinese,
        "日期": long_date,
        "顿号": lambda items: "、".join(map(str, items)),
        "标题分行": lambda text, characters=TITLE_CHARACTERS: "\n".join(title_lines(text, characters)),
        "断词": lambda text, head: f"{head}{WORD_BREAK}{text[len(head) :]}" if text.startswith(head) else text,
        "列": lambda rows, name: [row[name] for row in rows],
    }
    environment.globals |= {"版式": lambda **_: "", "图": picture}
    return environment


def floor(data: bytes, compiled: CompiledTemplate, composed: Composed, path: Path) -> Callable[[], None]:
    """What is left when nothing is checked or changed: render, deflate, write."""
    parts, environment = read_parts(data, ""), plain_environment(lambda *_, **__: "")
    made = read_parts(compiled.render(composed.context, author=composed.author, day=composed.day).data, "")
    fresh = {name: part for name, part in made.items() if part != parts.get(name)}
    static = {name: member(name, part) for name, part in made.items() if name not in fresh}
    templates = [environment.from_string(prepared(parts[name])) for name in fresh if b"{{" in parts.get(name, b"")]

    def action() -> None:
        for template in templates:
            template.render(composed.context)
        path.write_bytes(packed(static | {name: member(name, part, QUICK) for name, part in fresh.items()}))

    return action


if __name__ == "__main__":
    main()
