"""Cases: a seed and a number → files in a folder and the command that reads them; the same ones each time."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random

from lxml import etree

from benchmarks.fuzzing import bases, cells, nodes, octets, texts, values, zips

DATA, OUT = "in", "out"


@dataclass(frozen=True, slots=True)
class Case:
    """What is written below the folder `in`, what is called there, and which file holds the cells."""

    number: int
    kind: str
    how: str
    files: dict[str, bytes]
    command: tuple[str, ...]
    data: str = ""

    def write(self, folder: Path) -> None:
        """Lay the files down."""
        for name, content in self.files.items():
            path = folder / DATA / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def case(seed: int, number: int) -> Case:
    """The case of a number. A mutation that its library refuses to write is drawn again."""
    makers, weights = zip(*_MAKERS, strict=True)
    for attempt in count():
        random = Random(f"{seed}:{number}:{attempt}")
        with suppress(ValueError, TypeError, AttributeError, LookupError, etree.LxmlError):
            return random.choices(makers, weights)[0](number, random)
    raise AssertionError  # count() has no end


def _reading(random: Random, data: str) -> tuple[str, ...]:
    """A command that reads data."""
    if random.random() < 0.4:
        return ("validate", f"{DATA}/{data}", *(("--json",) if random.random() < 0.3 else ()))
    return ("plan", f"{DATA}/{data}", "--format", "word", "-o", OUT)


def _office(random: Random, data: bytes, more: tuple[Callable[[Random, bytes], bytes], ...]) -> tuple[str, bytes]:
    """An office file spoiled in one of the ways, and which."""
    change = random.choice((*more, octets.spoiled, zips.spoiled, nodes.spoiled, nodes.spoiled))
    return change.__module__.rpartition(".")[2], change(random, data)


def _workbook(number: int, random: Random) -> Case:
    how, content = _office(random, bases.workbook(), (cells.spoiled, cells.spoiled))
    return Case(number, "workbook", how, {"督战数据.xlsx": content}, _reading(random, "督战数据.xlsx"), "督战数据.xlsx")


def _yaml(number: int, random: Random) -> Case:
    content = texts.spoiled(random, bases.yaml_text(), "yaml")
    return Case(number, "YAML", "texts", {"督战数据.yaml": content}, _reading(random, "督战数据.yaml"), "督战数据.yaml")


def _json(number: int, random: Random) -> Case:
    content = texts.spoiled(random, bases.json_text(), "json")
    return Case(number, "JSON", "texts", {"督战数据.json": content}, _reading(random, "督战数据.json"), "督战数据.json")


def _csv(number: int, random: Random) -> Case:
    content = texts.spoiled(random, bases.LEDGER, "csv")
    files = {"督战数据.yaml": bases.yaml_text().encode(), "问题台账.csv": content}
    command = ("ledger", DATA, "--month", "2024-03", "--format", "word", "-o", OUT)
    return Case(number, "CSV", "texts", files, random.choice((("validate", DATA), command)), "问题台账.csv")


def _template(number: int, random: Random) -> Case:
    how, content = _office(random, bases.template(), (_tags, _tags, _tags))
    files = {"督战数据.yaml": bases.yaml_text().encode(), "模板.docx": content}
    command = ("plan", f"{DATA}/督战数据.yaml", "--format", "word", "--template", f"{DATA}/模板.docx", "-o", OUT)
    return Case(number, "template", how, files, command)


def _tags(random: Random, data: bytes) -> bytes:
    return nodes.spoiled(random, data, values.TAGS)


def _word(number: int, random: Random) -> Case:
    how, content = _office(random, random.choice(bases.word_files()), ())
    chosen = random.random()
    command = ("pdf", f"{DATA}/a.docx", "-o", OUT, "--engine", "direct" if chosen < 0.5 else "weasyprint")
    if chosen > 0.75:
        command = ("preview", f"{DATA}/a.docx", "-o", OUT, "--dpi", "30", "--pages", "1", "--engine", "direct")
    return Case(number, "docx", how, {"a.docx": content}, command)


_MAKERS: tuple[tuple[Callable[[int, Random], Case], int], ...] = (
    (_workbook, 24), (_yaml, 14), (_json, 8), (_csv, 10), (_template, 18), (_word, 26),
)  # fmt: skip
