r"""EQ fields: overstrikes, raised parts, fractions and roots (ECMA-376 Part 1, 17.16.5.19).

What offices make with them: 带圈字符 `\o\ac(○,文)`, 合并字符 `\o\ad(\s\up 9(甲乙),\s\do 3(丙丁))`, `\f(1,2)`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from docgen.pdf.reading.inline_writer import InlineWriter
from docgen.pdf.reading.wordml import Properties
from docgen.pdf.source import Equation, EquationPart, Fraction, Overlay, Raised, Root, RunFormat, Text

Align = Literal["left", "center", "right", "spread"]
_GENERAL = re.compile(r'\\\*\s*("[^"]*"|\S+)\s*')
_NAME = re.compile(r"\s*eq\b", re.IGNORECASE)
_OPTION = re.compile(r"\s*\\([a-z]{2})\s*(-?\d{0,4}(?:\.\d{1,2})?)\s*", re.IGNORECASE)
_BLANKS = re.compile(r"\s*")
_ENDS = ",;)"
_ALIGNS: dict[str, Align] = {
    "al": "left",
    "ac": "center",
    "ar": "right",
    "ad": "spread",
}
_DEEPEST = 20
_DEGREE = 0.6  # of the type size
_SCRIPT = 3.0  # points that Word raises or lowers by when an \s says nothing


def write_equation(pieces: Sequence[tuple[str, Properties]], found: Properties, out: InlineWriter) -> None:
    """Write what an EQ field shows; `pieces` are its instruction with the formats of its runs."""
    text = "".join(piece for piece, _ in pieces)
    formats = [out.format(format_) for piece, format_ in pieces for _ in piece]
    for _, format_ in pieces:
        out.scope.facts.undrawn.run(format_, out.place)
    reader = _Reader(text, formats, _start(text))
    parts = reader.row("")
    if reader.unknown:
        out.scope.note(f"公式域 EQ 的 {'、'.join(dict.fromkeys(reader.unknown))}（排成一行文字）", out.place)
    if parts:
        out.inlines.append(Equation(parts, out.format(found)))


def _start(text: str) -> int:
    """Where the equation begins: behind the name and the general switches."""
    match = _NAME.match(text)
    place = match.end() if match else 0
    while (blanks := _BLANKS.match(text, place)) and (match := _GENERAL.match(text, blanks.end())):
        place = match.end()
    return place


@dataclass(slots=True)
class _Reader:
    """Reads an instruction from `at` on. `unknown` gathers the switches whose meaning is not drawn."""

    text: str
    formats: list[RunFormat]
    at: int
    unknown: list[str] = field(default_factory=list)
    _depth: int = 0

    def row(self, ends: str) -> tuple[EquationPart, ...]:
        """Parts up to one of the characters `ends`, or the end of the instruction."""
        parts: list[EquationPart] = []
        while self.at < len(self.text) and self.text[self.at] not in ends:
            if self.text[self.at] == "\\":
                self._switch(parts)
            else:
                self._letter(parts)
        return _trimmed(parts)

    def _letter(self, parts: list[EquationPart]) -> None:
        char, how = self.text[self.at], self.formats[self.at]
        self.at += 1
        last = parts[-1] if parts else None
        if isinstance(last, Text) and last.format == how:
            parts[-1] = Text(last.text + char, how)
        else:
            parts.append(Text(char, how))

    def _switch(self, parts: list[EquationPart]) -> None:
        how, name = self.formats[self.at], self.text[self.at + 1 : self.at + 2].lower()
        if name.isascii() and name.isalpha():
            self.at += 2
            parts.extend(self._raised() if name == "s" else self._drawn(name, how))
            return
        self.at += 1  # \, \( and \\ stand for the character itself
        if self.at < len(self.text):
            self._letter(parts)

    def _drawn(self, name: str, how: RunFormat) -> list[EquationPart]:
        options = self._options()
        arguments = self._arguments()
        if name == "o":
            return [Overlay(tuple(arguments), _align(options))] if arguments else []
        if name == "f" and len(arguments) == 2:
            return [Fraction(arguments[0], arguments[1], how)]
        if name == "r" and arguments:
            degree = tuple(_smaller(part) for part in arguments[0]) if len(arguments) > 1 else ()
            return [Root(arguments[-1], degree, how)]
        self.unknown.append(f"\\{name}")
        return [part for argument in arguments for part in argument]

    def _raised(self) -> list[EquationPart]:
        r"""`\s\up 9(甲)\do 3(乙)`: each with its own distance."""
        parts: list[EquationPart] = []
        while True:
            options = self._options()
            arguments = self._arguments()
            if not options and not arguments:
                return parts
            rise = _SCRIPT if not options else 0.0
            for option, amount in options:
                if option in ("up", "do"):
                    distance = amount if amount is not None else _SCRIPT
                    rise = distance if option == "up" else -distance
                else:
                    self.unknown.append(f"\\s\\{option}")
            parts.extend(Raised(argument, rise) for argument in arguments)
            if not arguments:
                return parts

    def _options(self) -> list[tuple[str, float | None]]:
        found: list[tuple[str, float | None]] = []
        while match := _OPTION.match(self.text, self.at):
            found.append((match[1].lower(), float(match[2]) if match[2].strip("-") else None))
            self.at = match.end()
        return found

    def _arguments(self) -> list[tuple[EquationPart, ...]]:
        """The parts in brackets, between separators; nothing where no bracket follows."""
        if self.text[self.at : self.at + 1] != "(" or self._depth > _DEEPEST:
            return []
        self.at += 1
        self._depth += 1
        found = [self.row(_ENDS)]
        while self.at < len(self.text) and self.text[self.at] != ")":
            self.at += 1
            found.append(self.row(_ENDS))
        self.at += 1
        self._depth -= 1
        return found


def _smaller(part: EquationPart) -> EquationPart:
    """A part of a root's degree, which Word sets in small type."""
    if not isinstance(part, Text):
        return part
    return replace(part, format=replace(part.format, size=part.format.size * _DEGREE))


def _align(options: list[tuple[str, float | None]]) -> Align:
    for option, _ in options:
        if option in _ALIGNS:
            return _ALIGNS[option]
    return "center"


def _trimmed(parts: list[EquationPart]) -> tuple[EquationPart, ...]:
    """The parts without the blanks that an instruction has at its ends."""
    if parts and isinstance(parts[0], Text):
        parts[0] = Text(parts[0].text.lstrip(" "), parts[0].format)
    if parts and isinstance(parts[-1], Text):
        parts[-1] = Text(parts[-1].text.rstrip(" "), parts[-1].format)
    return tuple(part for part in parts if not isinstance(part, Text) or part.text)
