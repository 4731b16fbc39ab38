"""The tags of a PDF read back: its structure tree as text, and which mark each painting operator stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pdfplumber
import pikepdf

PAINTING = frozenset(["Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "BI"])
_TOLD = ("/Scope", "/ColSpan", "/RowSpan", "/ListNumbering")


@dataclass(slots=True)
class Tag:
    """A structure element: its type, its attributes, and what it holds: (page, number) of a mark, a link, elements."""

    role: str
    said: dict[str, str]
    object: Any
    kids: list[Any] = field(default_factory=list)

    def all(self) -> Iterator[Tag]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.all()

    def marks(self) -> Iterator[tuple[int, int]]:
        """The marks in it, in the order of the tree."""
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.marks()
            elif isinstance(kid, tuple):
                yield kid


class Tagged:
    """A tagged PDF."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(pdf))
        self.numbers = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}
        self.texts: dict[tuple[int, int], str] = {}
        self.artifacts = ""
        with pdfplumber.open(BytesIO(pdf)) as opened:
            for number, page in enumerate(opened.pages):
                for char in page.chars:
                    self._add(number, char)
        top = self.pdf.Root.StructTreeRoot.K
        self.root = self._read(top[0] if isinstance(top, pikepdf.Array) else top, 0)

    def _add(self, page: int, char: dict[str, Any]) -> None:
        if char.get("mcid") is None:
            self.artifacts += char["text"]
        else:
            key = page, char["mcid"]
            self.texts[key] = self.texts.get(key, "") + char["text"]

    def _read(self, element: Any, page: int) -> Tag:
        page = self.numbers[element.Pg.objgen] if "/Pg" in element else page
        attributes = element.get("/A", {})
        said = {key[1:]: str(attributes[key]).lstrip("/") for key in _TOLD if key in attributes}
        if "/Alt" in element:
            said["Alt"] = str(element.Alt)
        tag = Tag(str(element.S)[1:], said, element)
        kids = element.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                tag.kids.append((page, kid))
            elif kid.get("/Type") == "/MCR":
                tag.kids.append((self.numbers[kid.Pg.objgen], int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                tag.kids.append(kid.Obj)
            else:
                assert kid.P.objgen == element.objgen
                tag.kids.append(self._read(kid, page))
        return tag

    def text(self, tag: Tag) -> str:
        """What a tag shows, in the order of the tree."""
        return "".join(self.texts.get(mark, "") for mark in tag.marks())

    def outline(self) -> list[str]:
        """What is in the document, a line for each tag: its type, what it says, its own text."""
        return [line for kid in self.root.kids if isinstance(kid, Tag) for line in self._lines(kid, 0)]

    def _lines(self, tag: Tag, depth: int) -> list[str]:
        own = "".join(self.texts.get(kid, "") for kid in tag.kids if isinstance(kid, tuple))
        said = "".join(f" {key}={value}" for key, value in tag.said.items())
        lines = [f"{' ' * depth}{tag.role}{said}{f' {own}' if own else ''}"]
        for kid in tag.kids:
            if isinstance(kid, Tag):
                lines += self._lines(kid, depth + 1)
        return lines

    def roles(self, role: str) -> list[Tag]:
        """The tags of a type, in the order of the tree."""
        return [tag for tag in self.root.all() if tag.role == role]

    def painted(self) -> Iterator[tuple[int, str, int | str]]:
        """(page, operator, mark) of everything that is painted; the mark is a number, `artifact` or `unmarked`."""
        for number, page in enumerate(self.pdf.pages):
            opened: list[int | str] = []
            for operands, operator in pikepdf.parse_content_stream(page):
                name = str(operator)
                if name in ("BDC", "BMC"):
                    opened.append(_mark(operands))
                elif name == "EMC":
                    opened.pop()
                elif name in PAINTING:
                    yield number, name, next((mark for mark in opened if mark != ""), "unmarked")
            assert opened == [], number

    def openings(self) -> list[tuple[int, int]]:
        """Each (page, number) as often as a mark with it is opened."""
        return [
            (number, mark)
            for number, page in enumerate(self.pdf.pages)
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "BDC" and isinstance(mark := _mark(operands), int)
        ]

    def parents(self) -> dict[int, Any]:
        """The ParentTree: number → element, or the elements of a page's marks."""
        numbers = self.pdf.Root.StructTreeRoot.ParentTree.Nums
        return {int(numbers[place]): numbers[place + 1] for place in range(0, len(numbers), 2)}


def _mark(operands: Any) -> int | str:
    if operands[0] == "/Artifact":
        return "artifact"
    return int(operands[1].MCID) if len(operands) > 1 and "/MCID" in operands[1] else ""
