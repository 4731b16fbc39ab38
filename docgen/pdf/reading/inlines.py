"""The content of a paragraph: runs, fields, breaks and drawings in order (ECMA-376 Part 1, 17.3.3 and 17.16)."""

from __future__ import annotations

from dataclasses import dataclass, field

from docgen.pdf.reading.alternate import chosen, is_alternate
from docgen.pdf.reading.drawings import drawing
from docgen.pdf.reading.fields import Code, OpenField, OpenFields, number_switch
from docgen.pdf.reading.properties import properties
from docgen.pdf.reading.run_format import by_font, is_hidden, other_latin, run_format
from docgen.pdf.reading.scope import Scope
from docgen.pdf.reading.styles import run_properties
from docgen.pdf.reading.wordml import Element, M, Properties, W, child, children, name_of, space_of, text_attribute
from docgen.pdf.source import Break, Inline, PageField, Tab, Text

# Elements around runs whose content is shown as it stands.
_THROUGH = frozenset(
    """hyperlink smartTag sdt sdtContent customXml dir bdo ins moveTo""".split()  # noqa: SIM905
)
_REVISION = frozenset({"ins", "moveTo", "del", "moveFrom"})
_DELETED = frozenset({"del", "moveFrom"})
REVISED = "修订（按接受后的样子画）"
# Marks without ink.
_SILENT = frozenset(
    """pPr rPr sdtPr sdtEndPr smartTagPr customXmlPr rubyPr rt proofErr permStart permEnd bookmarkStart bookmarkEnd
    commentRangeStart commentRangeEnd moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd
    customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd
    customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd
    lastRenderedPageBreak delText delInstrText softHyphen annotationRef fldData footnoteRef endnoteRef separator
    continuationSeparator""".split()  # noqa: SIM905
)
_FEATURES = {
    "sym": "符号字体的符号",
    "footnoteReference": "脚注",
    "endnoteReference": "尾注",
    "commentReference": "批注",
    "object": "嵌入的对象",
    "pict": "旧式图形（VML）",
    "pgNum": "旧式页码",
    "dayShort": "旧式日期",
    "dayLong": "旧式日期",
    "monthShort": "旧式日期",
    "monthLong": "旧式日期",
    "yearShort": "旧式日期",
    "yearLong": "旧式日期",
    "contentPart": "墨迹",
    "subDoc": "子文档",
}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CHARACTERS = {"noBreakHyphen": "\u2011"}


@dataclass(slots=True)
class InlineReader:
    """Reads one paragraph's content. `style_run` are the run properties of the paragraph's style."""

    scope: Scope
    style_run: Properties
    place: str
    inlines: list[Inline] = field(default_factory=list)

    @property
    def _fields(self) -> OpenFields:
        return self.scope.fields

    def read(self, element: Element) -> tuple[Inline, ...]:
        """Everything that the children of `element` show."""
        for item in element:
            self._item(item)
        return tuple(self.inlines)

    def _item(self, item: Element) -> None:
        name = name_of(item)
        if is_alternate(item):
            for branch in chosen(item):
                self._item(branch)
        elif space_of(item) == M:
            self.scope.note("公式", self.place)
        elif space_of(item) != W:
            self.scope.facts.undrawn.note_once(f"元素 {item.prefix or '?'}:{name}", self.place)
        elif name == "r":
            self._run(item)
        elif name == "fldSimple":
            self._simple_field(item)
        elif name in _THROUGH or name in _DELETED:
            self._through(item, name)
        else:
            self._other(item, name, {})

    def _through(self, item: Element, name: str) -> None:
        if name in _REVISION:
            self.scope.note(REVISED, self.place)
        if name not in _DELETED:
            for inner in item:
                self._item(inner)

    def _simple_field(self, item: Element) -> None:
        self._fields.begin()
        self._fields.instruct(text_attribute(item, "instr"))
        self._fields.separate()
        for inner in item:
            self._item(inner)
        self._ended(self._fields.end(), self._run_properties({}))

    def _run(self, run: Element) -> None:
        direct = properties(child(run, "rPr"))
        found = self._run_properties(direct)
        if any(name in direct for name in ("rPrChange", "ins")):
            self.scope.note(REVISED, self.place)
        if is_hidden(found):
            # Field marks count even when they are hidden, or the text after them would be lost.
            for mark in run:
                if name_of(mark) in ("fldChar", "instrText"):
                    self._content(mark, found)
            return
        for item in run:
            self._content(item, found)

    def _run_properties(self, direct: Properties) -> Properties:
        sheet = self.scope.facts.styles
        character = sheet.character(direct["rStyle"].get("val", "")).run if "rStyle" in direct else {}
        return run_properties(sheet, (self.scope.table_run, self.style_run, character), direct)

    def _content(self, item: Element, found: Properties) -> None:
        name = name_of(item)
        if name == "fldChar":
            self._field_mark(item, found)
        elif name == "instrText":
            self._fields.instruct(item.text or "")
        elif name in _SILENT:
            return
        elif is_alternate(item):
            for branch in chosen(item):
                self._content(branch, found)
        else:
            self._fields.showed(found)
            if self._fields.visible:
                self._visible(item, name, found)
            elif name == "t" and self._fields.in_instruction:
                self.scope.note("域代码里的文字", self.place)

    def _visible(self, item: Element, name: str, found: Properties) -> None:
        if name == "t":
            self._stored(item, found)
        elif name in _CHARACTERS:
            self._text(_CHARACTERS[name], found)
        elif name == "tab":
            self.inlines.append(Tab(run_format(found, self.scope.facts.theme)))
        elif name in ("br", "cr"):
            self._break(item, found)
        elif name == "ptab":
            # Without its own place it still keeps the texts on both sides apart.
            self.scope.note("对齐制表位", self.place)
            self.inlines.append(Tab(run_format(found, self.scope.facts.theme)))
        elif name == "drawing":
            shown = drawing(item, self.scope, self.place)
            self.inlines.extend([shown] if shown else [])
        elif name == "ruby":
            self.scope.note("拼音指南", self.place)
            for base in children(item, "rubyBase"):
                self.read(base)
        else:
            self._other(item, name, found)

    def _other(self, item: Element, name: str, found: Properties) -> None:
        if name in _FEATURES:
            self.scope.note(_FEATURES[name], self.place)
        elif name and name not in _SILENT:
            self.scope.facts.undrawn.note_once(f"元素 {item.prefix or 'w'}:{name}", self.place)

    def _stored(self, item: Element, found: Properties) -> None:
        # Without xml:space="preserve" the white space at both ends does not count; a tab inside is one all the same.
        text = (item.text or "").replace("\r", " ").replace("\n", " ")
        text = text if item.get(_SPACE) == "preserve" else text.strip(" \t")
        for number, piece in enumerate(text.split("\t")):
            if number:
                self.inlines.append(Tab(run_format(found, self.scope.facts.theme)))
            self._text(piece, found)

    def _text(self, text: str, found: Properties) -> None:
        if not text:
            return
        theme = self.scope.facts.theme
        self.scope.facts.undrawn.run(found, self.place)
        for piece, format_ in by_font(text, run_format(found, theme), other_latin(found, theme)):
            last = self.inlines[-1] if self.inlines else None
            # Word cuts runs at every revision mark; one format is one text.
            if isinstance(last, Text) and last.format == format_:
                self.inlines[-1] = Text(last.text + piece, format_)
            else:
                self.inlines.append(Text(piece, format_))

    def _break(self, item: Element, found: Properties) -> None:
        kind = text_attribute(item, "type", default="textWrapping")
        format_ = run_format(found, self.scope.facts.theme)
        if kind == "page":
            self.inlines.append(Break("page", format_))
        elif kind == "column":
            self.inlines.append(Break("column", format_))
        else:
            self.inlines.append(Break("line", format_))

    def _field_mark(self, mark: Element, found: Properties) -> None:
        if mark in self._fields.unpaired:
            self.scope.note("不成对的域标记", self.place)
            return
        kind = text_attribute(mark, "fldCharType")
        if kind == "begin":
            self._fields.begin()
        elif kind == "separate":
            self._fields.separate()
        elif kind == "end":
            self._ended(self._fields.end(), found)

    def _ended(self, ended: OpenField | None, found: Properties) -> None:
        if ended is None:
            return
        if ended.code is not None and ended.shown:
            self._page_number(ended, ended.code, found)
        elif ended.lacks_result:
            self.scope.note(f"没有存结果的域 {ended.name}".rstrip(), self.place)

    def _page_number(self, ended: OpenField, code: Code, found: Properties) -> None:
        used = ended.format or found
        if number_switch(ended.instruction):
            self.scope.note(f"页码的数字格式 {number_switch(ended.instruction)}", self.place)
        self.scope.facts.undrawn.run(used, self.place)
        self._fields.showed(used)
        self.inlines.append(PageField(code, run_format(used, self.scope.facts.theme)))
