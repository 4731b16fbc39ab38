"""`docgen template fields`: what a template may use, with examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from docgen.cli import options
from docgen.cli.answer import Answer
from docgen.cli.chinese import Command
from docgen.cli.template_lint import kind_option

if TYPE_CHECKING:
    from docgen.vocabulary import Vocabulary
    from docgen.word.fields import Field

_INDENT = "  "


@click.command(
    "fields",
    cls=Command,
    help=(
        "列出模板里能用的名称：是什么，示例数据里印出来的样子；表列出每一行里有什么。"
        "还有过滤器、版式和图的写法。写 --kind 的只列一种文件的，不写的列各种文件的。"
    ),
    short_help="模板里能用的名称、过滤器，带例子",
)
@kind_option
@options.json_option
def command(kind: str, as_json: bool) -> None:
    """Print the names of one kind of document, or of all."""
    from docgen import vocabulary

    wanted = [vocabulary.kind_named(kind)] if kind else list(vocabulary.kinds())
    known = [vocabulary.vocabulary(item) for item in wanted]
    if as_json:
        Answer.of(click.get_current_context()).give({"kinds": [_as_plain(item) for item in known], **_words_as_plain()})
        return
    for line in (*(_one(known[0]) if kind else _all(known)), *_words()):
        click.echo(line)


def _one(known: Vocabulary) -> Iterator[str]:
    yield f"{known.kind}（{known.template}.docx）的模板能用的名称"
    yield from _listed(known.names)


def _all(known: list[Vocabulary]) -> Iterator[str]:
    """What all have, then what each has of its own; what is in lists only by name."""
    from docgen.vocabulary import common_names, own_names

    yield "每种文件的模板都能用的名称（写 --kind 看一种文件的全部，连同每一行里有什么）"
    yield from _listed(common_names(), deep=False)
    for item in known:
        yield ""
        yield f"{item.kind}（{item.template}.docx）的模板还能用的名称"
        yield from _listed(own_names(item.kind), deep=False)


def _listed(names: Mapping[str, Field], *, deep: bool = True) -> Iterator[str]:
    for name, field in names.items():
        yield ""
        yield from _told(name, field, _INDENT, deep=deep)


def _told(name: str, field: Field, indent: str, *, deep: bool = True) -> Iterator[str]:
    """A name with its explanation, its example, and what is in it: all of it (`deep`), or only the names."""
    yield f"{indent}{'  '.join(item for item in (name, field.sort, field.told) if item)}"
    deeper = indent + _INDENT
    if field.example:
        yield f"{deeper}例：{_one_line(field.example)}"
    if field.choices:
        yield f"{deeper}只会是：{'、'.join(field.choices)}"
    inner = field.items.fields if field.items is not None else field.fields
    if not inner:
        return
    if not deep:
        yield f"{deeper}{'每一行' if field.items is not None else '里面'}有：{'、'.join(inner)}"
        return
    if field.items is not None:
        yield f"{deeper}{{% for 行 in {name} %}} … {{% endfor %}}，每一行里有："
    for key, item in inner.items():
        yield from _told(f"{'行' if field.items is not None else name}.{key}", item, deeper)


_LONGEST = 60


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}……"


def _words() -> Iterator[str]:
    """Filters, 版式, 图."""
    from docgen.word.environment import FILTERS, LAYOUT_EXAMPLE
    from docgen.word.picture_tags import EXAMPLE

    yield ""
    yield "过滤器"
    for name, item in FILTERS.items():
        yield ""
        yield f"{_INDENT}{name}  {item.explanation}"
        yield f"{_INDENT * 2}例：{item.example}"
    for title, told, example in (
        ("版式", "写在段落里任何地方，按数据设这一段的缩进、字号、行距（磅）和缩放（百分数）", LAYOUT_EXAMPLE),
        ("图", "独占一段，放数据里的一幅图；宽是毫米数，没有图时这一段不出现", EXAMPLE),
    ):
        yield ""
        yield f"{title}  {told}"
        yield f"{_INDENT}例：{example}"


def _words_as_plain() -> dict[str, Any]:
    from docgen.word.environment import FILTERS, LAYOUT_EXAMPLE
    from docgen.word.picture_tags import EXAMPLE

    filters = [{"name": name, "told": item.explanation, "example": item.example} for name, item in FILTERS.items()]
    functions = [{"name": "版式", "example": LAYOUT_EXAMPLE}, {"name": "图", "example": EXAMPLE}]
    return {"filters": filters, "functions": functions}


def _as_plain(known: Vocabulary) -> dict[str, Any]:
    return {"kind": known.kind, "template": known.template, "names": _names_as_plain(known.names)}


def _names_as_plain(names: Mapping[str, Field]) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "sort": field.sort,
            "told": field.told,
            "example": field.example,
            "choices": list(field.choices),
            "fields": _names_as_plain(field.items.fields if field.items is not None else field.fields),
        }
        for name, field in names.items()
    ]
