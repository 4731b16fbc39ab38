"""Template sources: Markdown with Jinja tags and a front matter, read into blocks.

The grammar is small, one line a paragraph:

    ---                      front matter, below
    # title                  `|` where a line of the title may end; a second title (of a receipt, of what is included)
                             stands without head and addressee
    ## 一、… / ### （一）… / #### 1. …
    text                     a paragraph; `*text*` inside a heading goes on in body type
    {: 样式 }text            a paragraph of the named Word style, e.g. 图题, 表题, 正文末段
    {: 图 }{{ 图(名称, 宽=156, 说明="…") }}   a picture of the data, alone in its paragraph; no picture, no paragraph
    {% … %}                  a line of its own: a paragraph-level tag; between table rows: a row-level tag
    | a | b |                a table: rows of heads, which all repeat, then `|:--:|:----|` (alignment, dashes = relative
                             width), then rows. Without a row above the rule it is a form (below).
                             In a cell: `<` joins it to its left, `^` to the cell above (as wide as this one),
                             `<br>` ends a line, `<p>` a paragraph; each paragraph may begin with `{: 样式 }`, and a
                             paragraph that is one `{% … %}` is a paragraph-level tag.
                             `{% vm %}` before the text of a cell in a loop over rows joins it down all turns.
                             `{行高=60}` after the last `|`: the row is at least 60 mm high; `{连下行}`: it stays on
                             one page with the row below; `{不拆行}`: a form's row does not split between pages
    ::: 落款                 the standard's signature block: 附件说明 (unless the source sets paragraphs in its styles
                             itself), 署名, 成文日期, and 附注 where the front matter has it. What stands before it
                             stays on its page
    ::: 另页                 the next paragraph begins a page (put it inside the `if` that the page depends on)
    ::: 版记                 the 版记 stands on this page, and not on the last one
    ::: 引入 文件名          title and text of another source of the same folder on a new page; its attachments at the
                             end, told by the 附件说明 where it would be signed; head, signature, 版记 do not come along
    ::: 附件                 the attachments begin; in them `::: 横排` or `::: 竖排` begins one of that orientation

A form has labels beside what is filled in. A cell that begins with `# ` is a label; the others are 表单文字 of their
column's alignment. Long answers: `{: 表单段落 }{{ 答复 }}`, two 字 in, from the top of the cell; a newline in the data
begins a new paragraph. `{: 表单签名 }签名：` leaves room to sign. Rows of a form may split between pages.

Front matter, one `名称: 值` a line:

    文件                     the kind of document
    版头, 主送, 落款, 版记   是 or 否: whether the document may carry the part
    附注                     是: `::: 落款` prints （附注） below the date where the name `附注` is not empty
    报头, 报尾               是: head and foot of a 简报 (see `bulletin`) in place of 版头 and 版记
    页面                     竖 or 横: the whole document on its side
    页码                     标准 (— 1 —), 第x页共y页, or 无
    附件标题                 the title of an attachment, e.g. "{{ 县名 }}{{ 件.名称 }}"
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from docgen.errors import TemplateError
from docgen.word.blocks import TAG, Block, Directive, Tag, TemplateSource, Text
from docgen.word.front_matter import read_settings
from docgen.word.inclusion import Include, expanded
from docgen.word.source_styles import MARK, styled
from docgen.word.source_tables import read_table

DIRECTIVES = ("落款", "另页", "版记", "附件", "横排", "竖排")
_INCLUDE = "引入"
_ONCE = ("落款", "版记", "附件")
_HEADINGS = {"#": "Title", "##": "heading 1", "###": "heading 2", "####": "heading 3"}


def parse(text: str, name: str, load: Callable[[str], str | None] | None = None) -> TemplateSource:
    """Read a source. Raises TemplateError that names `name` and the line.

    `load` gives the text of another source by its name without suffix, None where there is none.
    """
    settings, blocks = _read(text, name)
    return expanded(settings, blocks, partial(_other, load=load or (lambda _: None), blocks=blocks))


def _read(text: str, name: str) -> tuple[dict[str, str], list[Block | Include]]:
    lines = text.splitlines()
    if not lines or lines[0] != "---" or "---" not in lines[1:]:
        raise TemplateError(f"{name} 开头没有用 --- 围起来的设置", "第一行写 ---，写完设置后再写一行 ---")
    end = lines.index("---", 1)
    return read_settings(lines[1:end], name), _blocks(lines, end + 1, name)


def _other(stem: str, load: Callable[[str], str | None], blocks: list[Block | Include]) -> TemplateSource:
    """The included source; it must not include others itself."""
    place = next(block.place for block in blocks if isinstance(block, Include) and block.name == stem)
    text = load(stem)
    if text is None:
        raise TemplateError(f"{place}引入的 {stem}.md 不在同一个文件夹里", "改成有的文件名，不写 .md")
    settings, found = _read(text, f"{stem}.md")
    inner = next((block for block in found if isinstance(block, Include)), None)
    if inner is not None:
        raise TemplateError(f"{place}引入的 {stem}.md 自己又引入了 {inner.name}", "引入只能一层：直接引入要的那一份")
    return TemplateSource(settings, tuple(block for block in found if not isinstance(block, Include)))


def _blocks(lines: list[str], start: int, name: str) -> list[Block | Include]:
    blocks: list[Block | Include] = []
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


def _block(line: str, place: str) -> Block | Include:
    if line.startswith(":::"):
        return _directive(line, place)
    if tag := TAG.fullmatch(line):
        return Tag(tag[1])
    if line.startswith(MARK):
        return styled(line, place)
    mark, _, rest = line.partition(" ")
    if mark in _HEADINGS and rest.strip():
        return Text(_HEADINGS[mark], rest.strip())
    if line.startswith("#"):
        raise TemplateError(f"{place}的标题“{line}”读不懂", "写一到四个 #，空一格，再写标题")
    return Text("Body Text", line)


def _directive(line: str, place: str) -> Directive | Include:
    name, _, rest = line[3:].strip().partition(" ")
    if name == _INCLUDE and rest.strip():
        return Include(rest.strip(), place)
    if name not in DIRECTIVES or rest:
        known = (*DIRECTIVES, f"{_INCLUDE} 文件名")
        raise TemplateError(f"{place}的“{line}”不认识", f"可以写的有：{'、'.join('::: ' + item for item in known)}")
    return Directive(name)


def _check_order(block: Block | Include, before: list[Block | Include], place: str) -> None:
    """`::: 附件` stands once, every orientation after it, and nothing included in it."""
    begun = Directive("附件") in before
    if isinstance(block, Include) and begun:
        raise TemplateError(f"{place}的“::: {_INCLUDE} {block.name}”写在附件里", "写到“::: 附件”前面")
    if not isinstance(block, Directive):
        return
    if block.name in ("横排", "竖排") and not begun:
        raise TemplateError(f"{place}的“::: {block.name}”前面没有“::: 附件”", "先写一行 ::: 附件")
    if block.name in _ONCE and block in before:
        raise TemplateError(f"{place}又写了一次“::: {block.name}”", "一份文件只写一次")
