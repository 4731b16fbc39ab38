"""文号登记.csv: the register of all numbers given, kept in the data folder; office writers may read and complete it.

One run at a time works with it (a lock file beside it); new numbers are on disk before the documents that bear them.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby, pairwise
from pathlib import Path

from docgen.diagnostics import Diagnostic, Place, Severity
from docgen.errors import DataError, FileError
from docgen.model.numbers import Number, Numbers, Occasion
from docgen.model.settings import DocumentKind
from docgen.output.atomic import drop_leftovers, read, write_atomically
from docgen.output.file_locks import locked, released
from docgen.output.register_codes import CODES
from docgen.wording.numbering import issue_number
from docgen.wording.numerals import document_number

NAME = "文号登记.csv"
HEADS = ("代字", "年份", "序号", "文号", "文件", "月份", "单位")
_LOCK = ".文号登记.lock"
_MARK = "register"  # of the temporary file: nobody else writes one while the lock is held
_WAIT = 60  # seconds that a second run waits for the first
_MONTH = re.compile(r"(\d{4}-(0[1-9]|1[0-2]))?")


@contextmanager
def register(folder: Path) -> Iterator[Numbers]:
    """The numbers of a data folder; what is new in them is written when the block ends without an error.

    Raises DataError with every clash that an edit has made, FileError when the file cannot be read or written.
    """
    with _locked(folder):
        drop_leftovers(folder, _MARK)
        numbers = Numbers(checked(folder))
        yield numbers
        if numbers.given:
            write_atomically(folder / NAME, _text(numbers).encode("utf-8-sig"), _MARK)


@contextmanager
def unwritten(folder: Path) -> Iterator[Numbers]:
    """The numbers as `register` gives them; nothing is locked or written, so the next run gives the same again."""
    yield Numbers(checked(folder))


def checked(folder: Path) -> list[Number]:
    """The numbers given so far. Raises DataError with every fault of the file."""
    known, found = examine(folder)
    if any(item.severity is Severity.ERROR for item in found):
        raise DataError(f"{NAME} 被改得前后矛盾，没有编号，也没有生成文件", "按上面各条改好再运行", found)
    return known


def examine(folder: Path) -> tuple[list[Number], list[Diagnostic]]:
    """The numbers and the faults of a folder's register; nothing of both where there is none."""
    path = folder / NAME
    if not path.is_file():
        return [], []
    try:
        lines = list(csv.reader(io.StringIO(read(path, "文号登记").decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error) as error:
        raise FileError(f"{path} 读不出来", "用 Excel 打开，另存为“CSV UTF-8”") from error
    if not lines or tuple(lines[0]) != HEADS:
        return [], [
            _fault("REG-001", 1, f"第一行是“{'，'.join(lines[0] if lines else ())}”", f"应为“{'，'.join(HEADS)}”")
        ]
    rows = [(line, row) for line, row in enumerate(lines[1:], 2) if any(cell.strip() for cell in row)]
    return _numbers(rows)


def written(number: Number) -> str:
    """A number as the register shows it: a 文号, or the 期号 of a briefing."""
    if number.occasion.kind == DocumentKind.MONTHLY_BRIEFING:
        return issue_number(number.year, number.serial)
    return document_number(number.series, number.year, number.serial)


def _numbers(rows: list[tuple[int, list[str]]]) -> tuple[list[Number], list[Diagnostic]]:
    found: list[Diagnostic] = []
    numbers: list[tuple[int, Number]] = []
    for line, row in rows:
        number = _number(row)
        if number is None:
            found.append(_fault("REG-002", line, f"这一行是“{'，'.join(row)}”", "年份、序号应为数字"))
            continue
        numbers.append((line, number))
        if row[3].strip() != written(number):
            found.append(_fault("REG-005", line, f"文号是“{row[3].strip()}”", f"应为“{written(number)}”"))
    found += [*_clashes(numbers), *_twice(numbers), *_gaps(numbers)]
    return [number for _, number in numbers], sorted(found, key=lambda item: (item.place, item.code))


def _number(row: list[str]) -> Number | None:
    cells = [cell.strip() for cell in row]
    if len(cells) != len(HEADS) or not (cells[1].isdecimal() and cells[2].isdecimal() and _MONTH.fullmatch(cells[5])):
        return None
    return Number(cells[0], int(cells[1]), int(cells[2]), Occasion(cells[4], cells[5], cells[6]))


def _clashes(numbers: Iterable[tuple[int, Number]]) -> Iterator[Diagnostic]:
    first: dict[tuple[str, int, int], int] = {}
    for line, number in numbers:
        key = (number.series, number.year, number.serial)
        if key in first:
            yield _fault(
                "REG-003", line, f"{written(number)} 给了“{number.occasion}”", f"第{first[key]}行已经用了这个号"
            )
        first.setdefault(key, line)


def _twice(numbers: Iterable[tuple[int, Number]]) -> Iterator[Diagnostic]:
    first: dict[tuple[str, Occasion], int] = {}
    for line, number in numbers:
        key = (number.series, number.occasion)
        if key in first:
            yield _fault("REG-004", line, f"“{number.occasion}”又登记了一次", f"第{first[key]}行已经登记了它")
        first.setdefault(key, line)


def _gaps(numbers: list[tuple[int, Number]]) -> Iterator[Diagnostic]:
    """Missing numbers in the middle (a warning): the first of a year may have been given before docgen came."""
    ordered = sorted(numbers, key=lambda item: (item[1].series, item[1].year, item[1].serial))
    for _, group in groupby(ordered, key=lambda item: (item[1].series, item[1].year)):
        for (_, before), (line, after) in pairwise(group):
            if after.serial > before.serial + 1:
                found = f"{written(before)} 之后是 {written(after)}"
                yield _fault("REG-006", line, found, "中间缺号", Severity.WARNING)


def _fault(code: str, line: int, found: str, expected: str, severity: Severity = Severity.ERROR) -> Diagnostic:
    place = Place(NAME, (9999, line), "", f"第{line}行")
    return Diagnostic(code, place, found, expected, CODES[code].remedy, severity)


def contradicted(stated: Number, known: Number, place: Place) -> Diagnostic:
    """The diagnostic for a number of the data that the register contradicts (see `Numbers.reserve`)."""
    same = stated.occasion == known.occasion
    registered = f"{NAME} 里登记的是 {written(known)}" if same else f"{NAME} 里已经给了“{known.occasion}”"
    found = f"“{stated.occasion}”写的是 {written(stated)}"
    return Diagnostic("REG-007", place, found, registered, CODES["REG-007"].remedy)


def _text(numbers: Numbers) -> str:
    """The file in the order of series, year, number."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADS)
    for number in sorted(numbers):
        writer.writerow([
            number.series, number.year, number.serial, written(number),
            number.occasion.kind, number.occasion.month, number.occasion.party,
        ])  # fmt: skip
    return out.getvalue()


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Held while numbers are given. A folder that nobody may write to needs none: there the writing will tell."""
    path, busy = folder / _LOCK, f"另一个 docgen 正在 {folder} 里编号"
    try:
        file = locked(path, _WAIT, busy)
    except OSError:
        yield
        return
    if file is None:
        raise FileError(busy, "等它做完再运行")
    try:
        yield
    finally:
        released(file, path)
