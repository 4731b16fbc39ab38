"""Inlines in the making: text, tabs and breaks of a paragraph, each with its resolved format."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from docgen.pdf.reading.run_format import by_font, other_latin
from docgen.pdf.reading.scope import Scope
from docgen.pdf.reading.symbols import PLAIN_FONT, REPLACEMENT, has_symbols, is_symbol, is_symbol_font, symbol_of
from docgen.pdf.reading.wordml import Element, Properties, text_attribute
from docgen.pdf.source import Break, Inline, RunFormat, Tab, Text

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(slots=True)
class InlineWriter:
    """Collects the inlines of one paragraph. `style_run` are the run properties of the paragraph's style.

    `link` is where the text being written leads.
    """

    scope: Scope
    style_run: Properties
    place: str
    link: str = ""
    inlines: list[Inline] = field(default_factory=list)

    def properties(self, direct: Properties) -> Properties:
        """The run properties of all layers with `direct` on top."""
        return self.scope.facts.looks.under(direct, self.scope.table_run, self.style_run)

    def format(self, found: Properties) -> RunFormat:
        """The record of resolved run properties."""
        made = self.scope.facts.looks.format_of(found)
        return replace(made, link=self.link) if self.link else made

    def text(self, text: str, found: Properties) -> None:
        """Add text; what a symbol font draws becomes the character that it shows."""
        if not text:
            return
        self.scope.facts.undrawn.run(found, self.place)
        format_ = self.format(found)
        if is_symbol_font(format_.ascii) or has_symbols(text):
            self._symbols(text, format_)
            return
        for piece, how in by_font(text, format_, other_latin(found, self.scope.facts.theme)):
            self._join(piece, how)

    def symbol(self, font: str, code: str, found: Properties) -> None:
        """Add a character of a symbol font (w:sym, a SYMBOL field): `code` is hexadecimal."""
        try:
            char = chr(int(code, 16))
        except (ValueError, OverflowError):
            char = ""
        if not char:
            return
        self.scope.facts.undrawn.run(found, self.place)
        how = self.format(found)
        shown = self._symbol(char, font) if is_symbol_font(font) and is_symbol(char, font) else char
        self._join(shown, replace(how, ascii=font or how.ascii, east_asia=font or how.east_asia))

    def stored(self, item: Element, found: Properties) -> None:
        """Add the text of a w:t."""
        # Without xml:space="preserve" the white space at both ends does not count; a tab inside is one all the same.
        text = (item.text or "").replace("\r", " ").replace("\n", " ")
        text = text if item.get(_SPACE) == "preserve" else text.strip(" \t")
        for number, piece in enumerate(text.split("\t")):
            if number:
                self.tab(found)
            self.text(piece, found)

    def tab(self, found: Properties) -> None:
        """Add a tab."""
        self.inlines.append(Tab(self.format(found)))

    def line_break(self, item: Element, found: Properties) -> None:
        """Add a w:br or w:cr."""
        kind = text_attribute(item, "type", default="textWrapping")
        how = self.format(found)
        self.inlines.append(Break("page" if kind == "page" else "column" if kind == "column" else "line", how))

    def _join(self, text: str, how: RunFormat) -> None:
        last = self.inlines[-1] if self.inlines else None
        # Word cuts runs at every revision mark; one format is one text.
        if isinstance(last, Text) and last.format == how:
            self.inlines[-1] = Text(last.text + text, how)
        else:
            self.inlines.append(Text(text, how))

    def _symbols(self, text: str, how: RunFormat) -> None:
        """Add a text of which a symbol font draws some characters; 汉字 in it keep their own font."""
        font = how.ascii if is_symbol_font(how.ascii) else PLAIN_FONT
        drawn = replace(how, ascii=font, east_asia=font)
        for char in text:
            if is_symbol(char, how.ascii):
                self._join(self._symbol(char, font), drawn)
            else:
                self._join(char, how)

    def _symbol(self, char: str, font: str) -> str:
        shown = symbol_of(char, font)
        if shown:
            return shown
        self.scope.note(f"符号字体 {font} 的字符 {ord(char):04X}（画成 {REPLACEMENT}）", self.place)
        return REPLACEMENT
