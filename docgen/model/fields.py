"""How a field is declared: once, with its Chinese name, its explanation and an example.

From this one declaration come the workbook's column heading, the YAML key, the name in a Word template,
the validation, the blank workbook and the glossary.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

from docgen.diagnostics import Place
from docgen.model.references import REFERENCES


class Kind(Enum):
    """What a cell holds; `intake.convert` has one converter for each."""

    TEXT = "文字"
    PROSE = "成段文字，可分段，可引用 {年度} 等名称"
    COUNT = "非负整数"
    STATED_COUNT = "非负整数，或 XX 一类的占位符"
    DAY = "日期"
    MONTH = "月份"
    MOMENT = "日期和几点几分"
    PERCENT = "百分数"
    PHONE = "电话号码"
    NAMES = "名单，用顿号隔开"
    CHOICE = "选项"
    CHOICES = "选项，可多选，用顿号隔开"
    YES_NO = "是或否"


class Choice(StrEnum):
    """Base of the closed lists that a cell offers as a drop-down."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a field is in the workbook.

    `refers_to` names the sheet whose records the cell must name, or several, joined by the 顿号; `width` is the
    column's width in half-width characters; `unique` says that no two rows may share the value.
    """

    kind: Kind
    width: int = 14
    refers_to: str = ""
    unique: bool = False


def column(
    alias: str,
    description: str,
    kind: Kind,
    *,
    example: str,
    default: Any = ...,
    width: int = 14,
    refers_to: str = "",
    unique: bool = False,
    ge: float | None = None,
    le: float | None = None,
) -> Any:
    """Declare a field: `alias` is the heading, `description` one Chinese sentence, `example` as a writer types it."""
    extra: dict[str, Any] = {"column": Column(kind, width, refers_to, unique)}
    return Field(
        default,
        alias=alias,
        description=description,
        examples=[example],
        ge=ge,
        le=le,
        json_schema_extra=extra,
    )


def column_of(field: FieldInfo) -> Column:
    """The `Column` of a field declared with `column()`."""
    extra = field.json_schema_extra
    assert isinstance(extra, dict)
    found = extra["column"]
    assert isinstance(found, Column)
    return found


class Record(BaseModel):
    """A row of the workbook, frozen; it knows the cells it came from.

    `sheet` is the sheet's name and the YAML key, `purpose` its one-sentence explanation, `single` says that the
    sheet is a form (one record, a line per field) and not a table; `references` are the names that its long texts may
    refer to.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)

    sheet: ClassVar[str]
    purpose: ClassVar[str]
    single: ClassVar[bool] = False
    references: ClassVar[Mapping[str, str]] = REFERENCES

    # pydantic's private attributes cost a dict and two Python calls a record; a long ledger has 100,000 of them.
    __slots__ = ("_places",)

    def located(self, places: Mapping[str, Place]) -> Self:
        """Remember where each field stands (attribute → place; "" → the row). Called once, by the builder."""
        object.__setattr__(self, "_places", places)
        # Records that have the same fields filled share the set of their names, which is larger than a record.
        object.__setattr__(self, "__pydantic_fields_set__", _one_set(frozenset(self.model_fields_set)))
        return self

    def __copy__(self) -> Self:
        """A copy stands where the record does."""
        copy = super().__copy__()
        object.__setattr__(copy, "_places", self._known_places())
        return copy

    def overruled(self, attribute: str, value: Any, place: Place) -> Self:
        """A copy with another value for one field, which stands at `place`."""
        copy = self.model_copy(update={attribute: value})
        object.__setattr__(copy, "_places", {**self._known_places(), attribute: place})
        return copy

    def _known_places(self) -> Mapping[str, Place]:
        found: Mapping[str, Place] = getattr(self, "_places", {})
        return found

    def place(self, attribute: str = "") -> Place:
        """Where the field stands; the row, then the sheet, when the cell is unknown."""
        places = self._known_places()
        return places.get(attribute) or places.get("") or Place(section=self.sheet)

    @classmethod
    def heading(cls, attribute: str) -> str:
        """The Chinese name of an attribute."""
        alias = cls.model_fields[attribute].alias
        assert alias is not None
        return alias


@cache
def _one_set(names: frozenset[str]) -> set[str]:
    return set(names)
