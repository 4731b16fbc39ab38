"""Canonical form: plain data → text that is the same whenever the data is, in any process on any machine."""

from __future__ import annotations

import json
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from pydantic import BaseModel


def canonical(value: Any) -> str:
    """The canonical text of dicts, lists, text, numbers, dates, decimals, fractions, dataclasses, records.

    Order counts, as it does in a template. Raises TypeError for anything else: what an object of an unknown kind says
    of itself may hold its address in memory.
    """
    return _ENCODER.encode(value)


def digest(*parts: Any) -> str:
    """The SHA-256 of the canonical form."""
    return sha256(canonical(parts).encode()).hexdigest()


def _tagged(value: Any) -> Any:
    """What JSON does not know, as a mapping under a name that no data has."""
    name = f"\0{type(value).__qualname__}"
    if isinstance(value, datetime | date | time):
        return {name: value.isoformat()}
    if isinstance(value, Decimal | Fraction | PurePath):
        return {name: str(value)}
    if isinstance(value, Enum):
        return {name: value.name}
    if isinstance(value, bytes):
        return {name: sha256(value).hexdigest()}
    if isinstance(value, AbstractSet):
        return {name: sorted(map(canonical, value))}
    if is_dataclass(value) and not isinstance(value, type):
        return {name: {part.name: getattr(value, part.name) for part in fields(value)}}
    if isinstance(value, BaseModel):
        return {name: value.__dict__}
    raise TypeError(f"no canonical form for {type(value).__qualname__}")


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_tagged)
