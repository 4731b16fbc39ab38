"""Template sources: Markdown with Jinja tags and a front matter, read into blocks.

The grammar is small, one line a paragraph:

    ---                      front matter: which parts of the head and foot the document may carry
    # title                  `|` where a line of the title may end
    ## 一、… / ### （一）… / #### 1. …
    text                     a paragraph; `*text*` inside a heading goes on in body type
    {: 样式 }text            a paragraph of the named Word style
    {% … %}                  a line of its own: a paragraph-level tag; between table rows: a row-level tag
    | a | b |                a table: heads, then `|:--:|:----|` (alignment, dashes = relative width), then rows;
                             `<` joins a cell to its left,
                             `<br>` ends a line
    ::: 落款                 the standard's signature block
    ::: 附件                 the attachments begin; in them `::: 横排` or `::: 竖排` begins one of that orientation
"""

from __future__ import annotations

from docgen.errors import TemplateError
from docgen.word.blocks import TAG, Block, Directive, Tag, TemplateSource, Text
from docgen.word.source_tables import read_table
from docgen.word.styles import NAMES

DIRECTIVES = ("落款", "附件", "横排", "竖排")
_SWITCHES = ("版头", "主送", "落款", "版记")
_SETTINGS = ("文件", *_SWITCHES, "附件标题")
_HEADINGS = {"#": "Title", "##": "heading 1", "###": "heading 2", "####": "heading 3"}


def parse(text: str, name: str) -> TemplateSource:
    """Read a source. Raises TemplateError that names `name` and the line."""
    lines = text.splitlines()
    if not lines or lines[0] != "---" or "---" not in lines[1:]:
        raise TemplateError(f"{name} 开头没有用 --- 围起来的设置", "第一行写 ---，写完设置后再写一行 ---")
    end = lines.index("---", 1)
    return TemplateSource(_settings(lines[1:end], name), tuple(_blocks(lines, end + 1, name)))


def _settings(lines: list[str], name: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for number, line in enumerate(lines, 2):
        key, colon, value = (part.strip() for part in line.partition(":"))
        if not colon or key not in _SETTINGS:
            raise TemplateError(f"{name} 第{number}行的设置“{line}”不认识", f"可以写的设置：{'、'.join(_SETTINGS)}")
        if key in _SWITCHES and value not in ("是", "否"):
            raise TemplateError(f"{name} 第{number}行的“{key}”写的是“{value}”", "写“是”或“否”")
        found[key] = value.strip('"')
    return found


def _blocks(lines: list[str], start: int, name: str) -> list[Block]:
    blocks: list[Block] = []
    index = start
    while index < len(lines):
        line = lines[index].strip()
        if line.startswith("|"):
            table, index = read_table(lines, index, name)
            blocks.append(table)
            continue
        if line:
            block = _block(line, f"{name} 第{index + 1}行")
            _check_order(block, blocks, f"{name} 第{index + 1}行")
            blocks.append(block)
        index += 1
    return blocks


def _block(line: str, place: str) -> Block:
    if line.startswith(":::"):
        return _directive(line, place)
    if tag := TAG.fullmatch(line):
        return Tag(tag[1])
    if line.startswith("{:"):
        return _styled(line, place)
    mark, _, rest = line.partition(" ")
    if mark in _HEADINGS and rest.strip():
        return Text(_HEADINGS[mark], rest.strip())
    if line.startswith("#"):
        raise TemplateError(f"{place}的标题“{line}”读不懂", "写一到四个 #，空一格，再写标题")
    return Text("Body Text", line)


def _directive(line: str, place: str) -> Directive:
    name = line[3:].strip()
    if name not in DIRECTIVES:
        raise TemplateError(
            f"{place}的“{line}”不认识", f"可以写的有：{'、'.join('::: ' + item for item in DIRECTIVES)}"
        )
    return Directive(name)


def _styled(line: str, place: str) -> Text:
    style, brace, text = line[2:].partition("}")
    known = [name for name, item in NAMES.items() if not item.character]
    if not brace or style.strip() not in known:
        raise TemplateError(f"{place}的样式“{style.strip()}”不认识", f"可以写的样式：{'、'.join(known)}")
    return Text(style.strip(), text.strip())


def _check_order(block: Block, before: list[Block], place: str) -> None:
    """`::: 附件` stands once, and every orientation after it."""
    if not isinstance(block, Directive):
        return
    begun = Directive("附件") in before
    if block.name in ("横排", "竖排") and not begun:
        raise TemplateError(f"{place}的“::: {block.name}”前面没有“::: 附件”", "先写一行 ::: 附件")
    if block.name in ("附件", "落款") and block in before:
        raise TemplateError(f"{place}又写了一次“::: {block.name}”", "一份文件只写一次")
