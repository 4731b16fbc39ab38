"""Composites: 拼音指南 and what EQ fields and formulas show; each stands in a line as one thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from docgen.pdf.source.looks import RunFormat
from docgen.pdf.source.texts import Text


@dataclass(frozen=True, slots=True)
class Ruby:
    """拼音指南: small text above its base, `rise` points from baseline to baseline.

    `align`: spread letters leave no room at the ends (0-1-0), spread spaces leave half (1-2-1).
    """

    base: tuple[Text, ...]
    above: tuple[Text, ...]
    rise: float
    align: Literal["left", "center", "right", "letters", "spaces"]
    format: RunFormat


@dataclass(frozen=True, slots=True)
class Overlay:
    """Things drawn over one another (EQ field, overstrike): 带圈字符, 合并字符."""

    layers: tuple[tuple[EquationPart, ...], ...]
    align: Literal["left", "center", "right", "spread"] = "center"


@dataclass(frozen=True, slots=True)
class Raised:
    """A part that stands higher, or lower."""

    content: tuple[EquationPart, ...]
    rise: float


@dataclass(frozen=True, slots=True)
class Fraction:
    """A fraction with its line."""

    above: tuple[EquationPart, ...]
    below: tuple[EquationPart, ...]
    format: RunFormat


@dataclass(frozen=True, slots=True)
class Root:
    """A root: its sign over the content, the degree in its hook."""

    content: tuple[EquationPart, ...]
    degree: tuple[EquationPart, ...]
    format: RunFormat


@dataclass(frozen=True, slots=True)
class Fenced:
    """A part between brackets that are as high as it is."""

    begin: Text
    content: tuple[EquationPart, ...]
    end: Text


EquationPart = Text | Overlay | Raised | Fraction | Root | Fenced


@dataclass(frozen=True, slots=True)
class Equation:
    """What an EQ field or a part of a formula shows; it stands in the line as one character."""

    parts: tuple[EquationPart, ...]
    format: RunFormat
