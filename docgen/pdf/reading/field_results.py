"""Field results that the instruction itself tells: page numbers, symbols, boxes of a form, buttons, equations."""

from __future__ import annotations

from docgen.pdf.numbers.number_formats import knows
from docgen.pdf.reading.field_codes import number_format, symbol_code, words_of
from docgen.pdf.reading.fields import Code, OpenField
from docgen.pdf.reading.inline_writer import InlineWriter
from docgen.pdf.reading.wordml import Properties, child, children, is_on, text_attribute, whole
from docgen.pdf.source import PageField

_CHECKED, _EMPTY = "☒", "☐"


def show_field(ended: OpenField, found: Properties, out: InlineWriter) -> None:
    """Write what a field shows that ends here, unless its stored result has been written already."""
    if not ended.shown:
        return
    name, used = ended.name, _look(ended, found)
    if ended.code is not None:
        _page_number(ended.code, ended, used, out)
    elif name == "SYMBOL":
        _symbol(ended, used, out)
    elif name == "FORMCHECKBOX":
        out.text(_CHECKED if _is_checked(ended) else _EMPTY, used)
    elif name == "FORMDROPDOWN":
        out.text(_chosen(ended), used)
    elif name in ("MACROBUTTON", "GOTOBUTTON"):
        out.text(_button(ended.instruction), used)
    elif name == "EQ":
        _equation(ended, used, out)
    elif ended.lacks_result:
        out.scope.note(f"没有存结果的域 {name}".rstrip(), out.place)


def _look(ended: OpenField, found: Properties) -> Properties:
    """The look of what a field shows: that of its stored result, else that of its instruction."""
    if ended.format is not None:
        return ended.format
    return next((format_ for text, format_ in ended.pieces if text.strip() and format_), found)


def _page_number(code: Code, ended: OpenField, found: Properties, out: InlineWriter) -> None:
    format_ = number_format(words_of(ended.instruction))
    if format_ and not knows(format_):
        out.scope.note(f"页码的数字格式 {format_}", out.place)
        format_ = ""
    out.scope.facts.undrawn.run(found, out.place)
    out.inlines.append(PageField(code, out.format(found), format_))


def _symbol(ended: OpenField, found: Properties, out: InlineWriter) -> None:
    code, font, size = symbol_code(words_of(ended.instruction))
    if not code:
        out.scope.note("没有存结果的域 SYMBOL", out.place)
        return
    out.symbol(font, code, found | {"sz": {"val": f"{size * 2:g}"}} if size else found)


def _is_checked(ended: OpenField) -> bool:
    box = child(ended.data, "checkBox")
    for name in ("checked", "default"):
        found = child(box, name)
        if found is not None:
            return is_on(text_attribute(found, default="1"))
    return False


def _chosen(ended: OpenField) -> str:
    menu = child(ended.data, "ddList")
    entries = [text_attribute(item) for item in children(menu, "listEntry")]
    number = whole(text_attribute(child(menu, "result")) or text_attribute(child(menu, "default")), 0)
    return entries[number] if 0 <= number < len(entries) else ""


def _button(instruction: str) -> str:
    """What a button says: everything behind the name of what it starts."""
    return "".join(instruction.split(maxsplit=2)[2:]).strip()


def _equation(ended: OpenField, found: Properties, out: InlineWriter) -> None:
    from docgen.pdf.reading.equations import write_equation

    write_equation([(text, format_ or found) for text, format_ in ended.pieces], found, out)
