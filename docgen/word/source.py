"""Template sources: Markdown with Jinja tags and a front matter, read into blocks.

The grammar is small, one line a paragraph:

    ---                      front matter: which parts of the head and foot the document may carry
    # title                  `|` where a line of the title may end
    ## 一、… / ### （一）… / #### 1. …
    text                     a paragraph; `*text*` inside a heading goes on in body type
    {: 样式 }text            a paragraph of the named Word style
    {% … %}                  a line of its own: a paragraph-level tag; between table rows: a row-level tag
    | a | b |                a table: heads, then `|:--:|:----|` (alignment, dashes = relative width), then rows; `<` joins a cell to its left
    ::: 落款 / 附件 / 横排 / 竖排     the standard's signature block; the attachments; the orientation of one
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from docgen.errors import TemplateError


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph: its Word style by name, its text with tags."""

    style: str
    text: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A statement on a line of its own, without its braces."""

    statement: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: heads, relative widths, alignments (left, center, right), then rows of cells and tags."""

    heads: tuple[str, ...]
    widths: tuple[int, ...]
    alignments: tuple[str, ...]
    rows: tuple[tuple[str, ...] | Tag, ...]


@dataclass(frozen=True, slots=True)
class Directive:
    """`::: name`: a part that the standard lays out."""

    name: str


Block = Text | Tag | Table | Directive


@dataclass(frozen=True, slots=True)
class TemplateSource:
    """A whole source: the front matter as text, and the blocks."""

    settings: dict[str, str]
    blocks: tuple[Block, ...]

    def carries(self, part: str) -> bool:
        """Whether the document may carry 版头, 主送, 落款 or 版记."""
        return self.settings.get(part) == "是"


DIRECTIVES = ("落款", "附件", "横排", "竖排")
_SETTINGS = ("文件", "版头", "主送", "落款", "版记", "附件标题")
_HEADINGS = {"#": "Title", "##": "heading 1", "###": "heading 2", "####": "heading 3"}
_TAG = re.compile(r"\{%\s*((?:(?!%\}).)*?)\s*%\}")
_STYLED = re.compile(r"\{:\s*(.+?)\s*\}(.*)")
_RULE_CELL = re.compile(r":?-+:?")


def parse(text: str, name: str) -> TemplateSource:
    """Read a source. Raises TemplateError that names `name` and the line."""
    lines = text.splitlines()
    if not lines or lines[0] != "---" or "---" not in lines[1:]:
        raise TemplateError(f"{name} 开头没有用 --- 围起来的设置", "第一行写 ---，写完设置后再写一行 ---")
    end = lines.index("---", 1)
    return TemplateSource(_settings(lines[1:end], name), tuple(_blocks(lines, end + 1, name)))


def _settings(lines: list[str], name: str) -> dict[str, str]:
    found = {}
    for number, line in enumerate(lines, 2):
        key, colon, value = line.partition(":")
        if not colon or key.strip() not in _SETTINGS:
            raise TemplateError(f"{name} 第{number}行的设置“{line}”不认识", f"可以写的设置：{'、'.join(_SETTINGS)}")
        found[key.strip()] = value.strip().strip('"')
    return found


def _blocks(lines: list[str], start: int, name: str) -> list[Block]:
    blocks: list[Block] = []
    index = start
    while index < len(lines):
        line = lines[index].strip()
        if line.startswith("|"):
            table, index = _table(lines, index, name)
            blocks.append(table)
            continue
        if line:
            blocks.append(_block(line, f"{name} 第{index + 1}行"))
        index += 1
    return blocks


def _block(line: str, place: str) -> Block:
    if line.startswith(":::"):
        directive = line[3:].strip()
        if directive not in DIRECTIVES:
            raise TemplateError(f"{place}的“{line}”不认识", f"可以写的有：{'、'.join('::: ' + item for item in DIRECTIVES)}")
        return Directive(directive)
    if tag := _TAG.fullmatch(line):
        return Tag(tag[1])
    if styled := _STYLED.fullmatch(line):
        return Text(styled[1], styled[2])
    mark, _, rest = line.partition(" ")
    if mark in _HEADINGS:
        return Text(_HEADINGS[mark], rest.strip())
    return Text("Body Text", line)


def _table(lines: list[str], start: int, name: str) -> tuple[Table, int]:
    """The table that begins at `start`, and the index of the line after it."""
    heads = _cells(lines[start])
    rule = _cells(lines[start + 1]) if start + 1 < len(lines) else ()
    if len(rule) != len(heads) or not all(_RULE_CELL.fullmatch(cell) for cell in rule):
        raise TemplateError(f"{name} 第{start + 2}行应是表格的分隔行", f"写 {len(heads)} 格，如 |:---:|:------|")
    rows: list[tuple[str, ...] | Tag] = []
    index = start + 2
    while index < len(lines):
        line = lines[index].strip()
        tag = _TAG.fullmatch(line)
        # A tag belongs to the table only when a row follows before the table ends.
        if tag and _row_follows(lines, index, rows):
            rows.append(Tag(tag[1]))
        elif line.startswith("|"):
            cells = _cells(line)
            if len(cells) != len(heads):
                raise TemplateError(f"{name} 第{index + 1}行有 {len(cells)} 格，表头有 {len(heads)} 格", "每行的格数要一样；并到左边的格写 <")
            rows.append(cells)
        else:
            break
        index += 1
    return Table(heads, tuple(cell.count("-") for cell in rule), tuple(map(_alignment, rule)), tuple(rows)), index


def _row_follows(lines: list[str], index: int, rows: list[tuple[str, ...] | Tag]) -> bool:
    """Whether the tag at `index` opens or closes a loop over rows of this table."""
    depth = sum(_step(row.statement) for row in rows if isinstance(row, Tag))
    statement = _TAG.fullmatch(lines[index].strip())
    return bool(statement) and (depth > 0 or _step(statement[1]) > 0 and _next_is_row(lines, index))


def _next_is_row(lines: list[str], index: int) -> bool:
    return index + 1 < len(lines) and lines[index + 1].strip().startswith("|")


def _step(statement: str) -> int:
    word = statement.split()[0]
    return 1 if word in ("for", "if") else -1 if word in ("endfor", "endif") else 0


def _cells(line: str) -> tuple[str, ...]:
    # A `|` inside a tag is Jinja's filter sign, not a cell's edge.
    protected = re.sub(r"\{[{%].*?[%}]\}", lambda match: match[0].replace("|", "\0"), line.strip())
    return tuple(cell.strip().replace("\0", "|") for cell in protected.strip("|").split("|"))


def _alignment(rule: str) -> str:
    if rule.startswith(":") and not rule.endswith(":"):
        return "left"
    return "right" if rule.endswith(":") and not rule.startswith(":") else "center"
