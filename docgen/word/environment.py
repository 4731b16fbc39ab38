"""The Jinja environment of templates: sandboxed, strict about names, everything escaped, Chinese filters.

Faults of one rendering are collected, not raised at the first one: a writer sees them all at once.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jinja2 import Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen.diagnostics import closest
from docgen.standard import TITLE_CHARACTERS
from docgen.wording.dates import long_date
from docgen.wording.lists import enumerate_with_dun
from docgen.wording.numerals import chinese
from docgen.wording.titles import WORD_BREAK, title_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

PARAGRAPH = "\u2029"
"""Stands for a newline in the data until the rendered paragraph is split there."""
LINE = "\u2028"
"""Stands for a line break inside a paragraph."""
LAYOUT_OPEN, LAYOUT_CLOSE = "\ue000", "\ue001"
"""Enclose what `版式()` asks of its paragraph."""
_SOFT_BREAK, _DATA_BAR = "\u200b", "\ue002"

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": None, "\n": PARAGRAPH, WORD_BREAK: _DATA_BAR, LAYOUT_OPEN: None, LAYOUT_CLOSE: None}
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of one rendering: code, what was found, the line of the compiled source, the name meant perhaps."""

    code: str
    found: str
    line: int | None
    name: str = ""
    meant: str | None = None


@dataclass(slots=True)
class _Rendering:
    faults: dict[Fault, None] = field(default_factory=dict)
    names: Iterable[str] = ()


_rendering: ContextVar[_Rendering] = ContextVar("rendering")


@contextmanager
def rendering(names: Iterable[str]) -> Iterator[_Rendering]:
    """Collect the faults of what is rendered inside; `names` are the known names."""
    state = _Rendering(names=names)
    token = _rendering.set(state)
    try:
        yield state
    finally:
        _rendering.reset(token)


class MissingName(Undefined):
    """A name that the data does not have: noted when it is used, then silent, so that the others are found too."""

    def _note(self, *_: Any, **__: Any) -> None:
        state = _rendering.get()
        name = str(self._undefined_name)
        owner = self._undefined_obj
        known = list(owner) if isinstance(owner, Mapping) else list(state.names)
        where = "这里的数据" if isinstance(owner, Mapping) else "数据"
        found = f"“{name}”在{where}里没有"
        state.faults[Fault("TPL-007", found, _line(), name, closest(name, [str(item) for item in known]))] = None

    def __getattr__(self, name: str) -> Any:
        if name[:2] == "__":
            raise AttributeError(name)
        self._note()
        return self

    def __getitem__(self, _: Any) -> MissingName:
        self._note()
        return self

    def __call__(self, *_: Any, **__: Any) -> MissingName:  # type: ignore[override]
        self._note()
        return self

    def __str__(self) -> str:
        self._note()
        return ""

    def __iter__(self) -> Iterator[Any]:
        self._note()
        return iter(())

    def __len__(self) -> int:
        self._note()
        return 0

    def __bool__(self) -> bool:
        self._note()
        return False

    def __eq__(self, other: object) -> bool:
        self._note()
        return isinstance(other, Undefined)

    def __hash__(self) -> int:
        return id(type(self))

    def _absorb(self, *_: Any) -> MissingName:
        self._note()
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _absorb  # type: ignore[assignment]
    __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = __pos__ = __neg__ = __pow__ = __rpow__ = _absorb  # type: ignore[assignment]

    def _false(self, *_: Any) -> bool:
        self._note()
        return False

    __lt__ = __le__ = __gt__ = __ge__ = __contains__ = _false  # type: ignore[assignment]

    def __int__(self) -> int:
        self._note()
        return 0

    def __float__(self) -> float:
        self._note()
        return 0.0


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Plain data only; a record's own keys win over the methods of a dictionary (`row.items`)."""

    def __init__(self) -> None:
        super().__init__(undefined=MissingName, finalize=printed, autoescape=False)
        self.filters.update(FILTERS)
        self.globals["版式"] = layout

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`记录.名称`: the key, before any attribute."""
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


def printed(value: Any) -> Any:
    """What a tag prints: text escaped, newlines marked; anything that is not plain data is a fault."""
    if isinstance(value, str):
        text = str(value)
        if _ILLEGAL.search(text):
            note("TPL-008", f"“{_ILLEGAL.sub('□', text)}”里有不能写进 Word 的控制字符")
            return _ILLEGAL.sub("", text).translate(_ESCAPES)
        return text if isinstance(value, _Layout) else text.translate(_ESCAPES)
    if isinstance(value, Undefined):
        return value
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float | Decimal):
        return str(value)
    if isinstance(value, date):
        return long_date(value)
    note("TPL-008", "没有值" if value is None else "得到的是一整张表或一条记录，不是一个值")
    return ""


def note(code: str, found: str) -> None:
    """Collect a fault of the rendering that is going on."""
    _rendering.get().faults[Fault(code, found, _line())] = None


class _Layout(str):
    """What `版式()` prints: marks for the paragraph, not text; never escaped."""

    __slots__ = ()


LAYOUT_NAMES = ("左空", "右空", "首行", "字号", "行距", "缩放")


def layout(**wishes: float) -> str:
    """`版式(左空=…)`: set this paragraph's indents, type size, line pitch (points) or character scale (percent) from data."""
    for name in wishes:
        if name not in LAYOUT_NAMES:
            note("TPL-005", f"版式里没有“{name}”，能用的是{enumerate_with_dun(LAYOUT_NAMES)}")
    known = {name: value for name, value in wishes.items() if name in LAYOUT_NAMES and isinstance(value, int | float)}
    return _Layout(LAYOUT_OPEN + ";".join(f"{name}={value:g}" for name, value in known.items()) + LAYOUT_CLOSE)


def broken_title(text: str) -> str:
    """标题分行: a title at its word breaks, put on as few lines as it needs (GB/T 9704-2012, 7.3.1)."""
    marked = text.replace(_SOFT_BREAK, WORD_BREAK)
    return LINE.join(title_lines(marked, TITLE_CHARACTERS))


def broken_after(text: str, head: str) -> str:
    """断词: allow a title to break after `head` where the text begins with it."""
    return f"{head}{_SOFT_BREAK}{text[len(head) :]}" if head and text.startswith(head) and text != head else text


def column(rows: Sequence[Mapping[str, Any]], name: str) -> list[Any]:
    """列: one named value of every record."""
    return [row[name] if name in row else MissingName(obj=row, name=name) for row in rows]


FILTERS: dict[str, Callable[..., Any]] = {
    "中文数字": chinese,
    "日期": long_date,
    "顿号": enumerate_with_dun,
    "标题分行": broken_title,
    "断词": broken_after,
    "列": column,
}
"""Filter → function; docs/glossary.md lists them."""


def restored(xml: str) -> str:
    """The rendered XML without the marks that only the filters needed."""
    if _DATA_BAR in xml:
        xml = xml.replace(_DATA_BAR, WORD_BREAK)
    return xml.replace(_SOFT_BREAK, "") if _SOFT_BREAK in xml else xml


def _line() -> int | None:
    """The line of the compiled source that is being rendered; each paragraph begins a line."""
    frame: Any = sys._getframe(1)
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            line: int = template.get_corresponding_lineno(frame.f_lineno)
            return line
        frame = frame.f_back
    return None
