"""MissingName: a name that the data does not have, noted when it is used, then silent: the others are found too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jinja2 import Undefined
from jinja2.exceptions import SecurityError

from docgen.word import naming
from docgen.word.collecting import known_names, note

NOT_ALLOWED = "标签要做的事不被允许：模板只能用数据和列出的过滤器"


class MissingName(Undefined):
    """Jinja's undefined value; whatever is done with it, the fault is noted and nothing is printed."""

    def _note(self, *_: Any, **__: Any) -> None:
        name, owner = self._undefined_name, self._undefined_obj
        if issubclass(self._undefined_exception, SecurityError):
            note("TPL-009", NOT_ALLOWED)
        elif name is None:
            note("TPL-008", "取不到值：这张表是空的")
        else:
            note("TPL-007", *_told(owner, name))

    def __getattr__(self, name: str) -> Any:
        if name[:2] == "__":
            raise AttributeError(name)
        self._note()
        return self

    def __getitem__(self, _: Any) -> MissingName:  # type: ignore[override]
        self._note()
        return self

    def __call__(self, *_: Any, **__: Any) -> MissingName:  # type: ignore[override]
        """Whatever a missing name is called with."""
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

    def __int__(self) -> int:  # type: ignore[override]
        self._note()
        return 0

    def __float__(self) -> float:  # type: ignore[override]
        self._note()
        return 0.0


def _told(owner: Any, name: Any) -> tuple[str, str, str]:
    """What is found, the name, and what to do, of a name or key that is not there."""
    if isinstance(owner, Mapping):
        return f"“{name}”在这里的数据里没有", str(name), naming.remedy(str(name), [str(key) for key in owner])
    if isinstance(owner, Sequence) and not isinstance(owner, str):
        if isinstance(name, int):
            found, way = f"没有第 {name + 1} 项", "先用 if 判断有没有这一项，或用 for 逐条写"
        else:
            found, way = f"“{name}”是一条记录里的，这里是整张表", f'用 for 逐条写，或用 列("{name}") 取各条的这一项'
        return f"{found}，这张表有 {len(owner)} 项", str(name), way
    if isinstance(name, str) and _is_missing(owner):
        return naming.told(name), name, naming.remedy(name, known_names())
    return f"“{name}”前面是一个值，不是一条记录", str(name), f"去掉“{name}”，只写它前面的名称"


def _is_missing(owner: Any) -> bool:
    """Whether a name was looked up in the data itself and not in something found there."""
    from jinja2.utils import missing

    return owner is missing
