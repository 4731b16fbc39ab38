"""The content of a paragraph: runs, fields, breaks and drawings in order (ECMA-376 Part 1, 17.3.3 and 17.16)."""

from __future__ import annotations

from dataclasses import dataclass, field

from docgen.pdf.reading.alternate import chosen, is_alternate
from docgen.pdf.reading.bookmarks import bookmark
from docgen.pdf.reading.field_codes import is_followed
from docgen.pdf.reading.field_results import show_field
from docgen.pdf.reading.fields import OpenField, OpenFields
from docgen.pdf.reading.formula_parts import DISPLAY, INLINE, FormulaReader
from docgen.pdf.reading.inline_writer import InlineWriter
from docgen.pdf.reading.rubies import ruby_setting
from docgen.pdf.reading.run_content import show
from docgen.pdf.reading.run_format import is_hidden
from docgen.pdf.reading.scope import Scope
from docgen.pdf.reading.undrawn import REVISED
from docgen.pdf.reading.wordml import (
    Element,
    M,
    Properties,
    R,
    W,
    child,
    name_of,
    space_of,
    text_attribute,
)
from docgen.pdf.source import Equation, Inline, Ruby, Text

# Elements around runs whose content is shown as it stands.
_THROUGH = frozenset(
    """smartTag sdt sdtContent customXml dir bdo ins moveTo""".split()  # noqa: SIM905
)
_REVISION = frozenset({"ins", "moveTo", "del", "moveFrom"})
_DELETED = frozenset({"del", "moveFrom"})
SILENT = frozenset(
    """pPr rPr sdtPr sdtEndPr smartTagPr customXmlPr rubyPr rt proofErr permStart permEnd bookmarkEnd
    commentRangeStart commentRangeEnd moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd
    customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd
    customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd
    lastRenderedPageBreak delText delInstrText annotationRef fldData""".split()  # noqa: SIM905
)
"""Elements without ink."""
_FEATURES = {
    "commentReference": "批注",
    "dayShort": "旧式日期",
    "dayLong": "旧式日期",
    "monthShort": "旧式日期",
    "monthLong": "旧式日期",
    "yearShort": "旧式日期",
    "yearLong": "旧式日期",
    "contentPart": "墨迹",
    "subDoc": "子文档",
}


@dataclass(slots=True)
class InlineReader:
    """Reads one paragraph's content. `style_run` are the run properties of the paragraph's style."""

    scope: Scope
    style_run: Properties
    place: str
    out: InlineWriter = field(init=False)
    _around: str = ""  # where the w:hyperlink around leads

    def __post_init__(self) -> None:
        self.out = InlineWriter(self.scope, self.style_run, self.place)

    @property
    def _fields(self) -> OpenFields:
        return self.scope.fields

    @property
    def inlines(self) -> list[Inline]:
        """What has been read so far."""
        return self.out.inlines

    def read(self, element: Element) -> tuple[Inline, ...]:
        """Everything that the children of `element` show."""
        self._relink()  # a field may have begun in a paragraph before
        for item in element:
            self._item(item)
        return tuple(self.inlines)

    def _item(self, item: Element) -> None:
        name = name_of(item)
        if is_alternate(item):
            for branch in chosen(item):
                self._item(branch)
        elif space_of(item) == M:
            self._formula(item)
        elif space_of(item) != W:
            self.scope.facts.undrawn.note_once(f"元素 {item.prefix or '?'}:{name}", self.place)
        elif name == "r":
            self._run(item)
        elif name == "fldSimple":
            self._simple_field(item)
        elif name == "hyperlink":
            self._hyperlink(item)
        elif name in _THROUGH or name in _DELETED:
            self._through(item, name)
        elif name == "bookmarkStart":
            self.inlines.extend(bookmark(item))
        else:
            self._other(item, name)

    def _through(self, item: Element, name: str) -> None:
        if name in _REVISION:
            self.scope.note(REVISED, self.place)
        if name not in _DELETED:
            for inner in item:
                self._item(inner)

    def _formula(self, item: Element) -> None:
        """A formula: its letters are text that lines may break, its other parts stand in the line as one thing each."""
        reader = FormulaReader(self.out)
        parts = reader.formula(item, DISPLAY if name_of(item) == "oMathPara" else INLINE)
        if reader.is_linear:
            self.scope.note("公式的一部分（排成一行文字）", self.place)
        if self._fields.visible:
            how = self.out.format(self.out.properties({}))
            self.inlines.extend(part if isinstance(part, Text) else Equation((part,), how) for part in parts)

    def _hyperlink(self, item: Element) -> None:
        relation = self.scope.part.relations.get(text_attribute(item, "id", R))
        place = text_attribute(item, "anchor") or text_attribute(item, "docLocation")
        target = (relation.target if relation else "") + (f"#{place}" if place else "")
        outer, self._around = self._around, self._followed(target)
        self._relink()
        for inner in item:
            self._item(inner)
        self._around = outer
        self._relink()

    def _relink(self) -> None:
        """The innermost link counts: that of a field, else that of the element around."""
        self.out.link = self._fields.link or self._around

    def _followed(self, target: str) -> str:
        """The target if it may be clicked; a warning if it may not."""
        if is_followed(target):
            return target
        if target:
            self.scope.note(f"不能点的链接 {target}（只支持网址、邮箱和文内书签）", self.place)
        return ""

    def _simple_field(self, item: Element) -> None:
        self._fields.begin()
        self._fields.instruct(text_attribute(item, "instr"))
        self._separate()
        for inner in item:
            self._item(inner)
        self._ended(self._fields.end(), self.out.properties({}))

    def _run(self, run: Element) -> None:
        look = self.scope.facts.looks.of(child(run, "rPr"), self.scope.table_run, self.style_run)
        direct, found = look.direct, look.found
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

    def _content(self, item: Element, found: Properties) -> None:
        name = name_of(item)
        if name == "fldChar":
            self._field_mark(item, found)
        elif name == "instrText":
            self._fields.instruct(item.text or "", found)
        elif name in SILENT:
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
        if name == "ruby":
            self._ruby(item, found)
        elif not show(item, found, self.out):
            self._other(item, name)

    def _ruby(self, item: Element, found: Properties) -> None:
        """Small text above its base; what is no text in either of them stands in the line."""
        parts: list[tuple[Text, ...]] = []
        for name in ("rubyBase", "rt"):
            inner = child(item, name)
            read = () if inner is None else InlineReader(self.scope, self.style_run, self.place).read(inner)
            parts.append(tuple(one for one in read if isinstance(one, Text)))
            self.inlines.extend(one for one in read if not isinstance(one, Text))
        if any(parts):
            self.inlines.append(Ruby(parts[0], parts[1], *ruby_setting(item), self.out.format(found)))

    def _other(self, item: Element, name: str) -> None:
        if name in _FEATURES:
            self.scope.note(_FEATURES[name], self.place)
        elif name and name not in SILENT:
            self.scope.facts.undrawn.note_once(f"元素 {item.prefix or 'w'}:{name}", self.place)

    def _field_mark(self, mark: Element, found: Properties) -> None:
        if mark in self._fields.unpaired:
            self.scope.note("不成对的域标记", self.place)
            return
        kind = text_attribute(mark, "fldCharType")
        if kind == "begin":
            self._fields.begin(child(mark, "ffData"))
        elif kind == "separate":
            self._separate()
        elif kind == "end":
            self._ended(self._fields.end(), found)

    def _separate(self) -> None:
        self._followed(self._fields.separate())
        self._relink()

    def _ended(self, ended: OpenField | None, found: Properties) -> None:
        if ended is None:
            return
        before = len(self.inlines)
        show_field(ended, found, self.out)
        self._relink()
        if len(self.inlines) > before:
            self._fields.showed(ended.format or found)
