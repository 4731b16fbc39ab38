"""Results of the fidelity benchmark: each case measured as it is, and with the settings that LibreOffice can follow."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.fidelity_cases import Case
from benchmarks.fidelity_compare import END_MARKS, Comparison, compare
from benchmarks.fidelity_lines import Reading, ink, read_pdf
from benchmarks.fidelity_office import OfficeRun, office_pdfs
from benchmarks.fidelity_ours import Ours, our_pdfs
from benchmarks.fidelity_probe import Findings
from benchmarks.fidelity_settings import followed


@dataclass(frozen=True, slots=True)
class Pair:
    """Both PDFs of a file and what comparing them gave; `fault` tells why there is nothing to compare."""

    ours: Ours
    theirs: bytes | None
    comparison: Comparison | None
    fault: str = ""
    other_fonts: tuple[str, ...] = ()
    lost: str = ""  # what the file says, ours shows, and LibreOffice's PDF lacks


@dataclass(frozen=True, slots=True)
class Result:
    """A case with both measurements; `followed` is `as_is` where no setting had to be changed."""

    case: Case
    as_is: Pair
    followed: Pair

    @property
    def apart(self) -> str:
        """Why the file does not count: a known weakness of LibreOffice, or text that it lost; "" if it counts."""
        lost = self.as_is.lost or self.followed.lost
        return self.case.apart or (f"LibreOffice's PDF lacks text of the file: {lost[:30]}" if lost else "")

    @property
    def badness(self) -> float:
        """The order of the report: the worst file first."""
        found = self.followed.comparison
        if self.followed.ours.crash:
            return 1e9
        if found is None:
            return 1e6
        largest = found.largest.size if found.largest else 0.0
        lost = 100 * (1 - found.equal_ends / found.ends) if found.ends else 0.0
        return 1000 * (not found.pages_equal) + 300 * (not found.text_equal) + lost + min(largest, 100)


@dataclass(slots=True)
class Times:
    """Seconds and pages of all conversions: CPU of both engines."""

    ours: float = 0.0
    our_pages: int = 0
    theirs: float = 0.0
    their_pages: int = 0

    def per_page(self) -> tuple[float, float]:
        """Seconds a page: ours, theirs."""
        return self.ours / max(self.our_pages, 1), self.theirs / max(self.their_pages, 1)


@dataclass(slots=True)
class Bench:
    """Runs the comparison of many cases; both engines see every file once as it is and, if need be, once adapted."""

    folder: Path
    jobs: int
    findings: Findings
    times: Times = field(default_factory=Times)

    def results(self, cases: Sequence[Case]) -> list[Result]:
        """Measure all cases, the worst first."""
        plain = {str(number): case.docx for number, case in enumerate(cases)}
        as_is = self._pairs(plain, plain)
        for_ours = self.findings.changes
        for_theirs = replace(for_ours, turn_overflow=self.findings.overflow_reversed)
        ours = {key: followed(word, for_ours) for key, word in plain.items()}
        theirs = {key: followed(word, for_theirs) for key, word in plain.items()}
        changed = [key for key, word in plain.items() if not (ours[key] == theirs[key] == word)]
        adapted = self._pairs({key: ours[key] for key in changed}, {key: theirs[key] for key in changed})
        found = [
            Result(case, as_is[str(number)], adapted.get(str(number), as_is[str(number)]))
            for number, case in enumerate(cases)
        ]
        return sorted(found, key=lambda result: (-result.badness, result.case.group, result.case.name))

    def _pairs(self, our_words: Mapping[str, bytes], their_words: Mapping[str, bytes]) -> dict[str, Pair]:
        if not our_words:
            return {}
        ours = our_pdfs(our_words, self.jobs)
        uses = [use for made in ours.values() for use in made.uses]
        run = office_pdfs(their_words, uses, self.folder)
        self.times.ours += sum(made.seconds for made in ours.values())
        self.times.our_pages += sum(made.pages for made in ours.values())
        self.times.theirs += run.cpu_seconds
        pairs = {key: _pair(made, run, key) for key, made in ours.items()}
        self.times.their_pages += sum(pair.comparison.pages[1] for pair in pairs.values() if pair.comparison)
        return pairs


def _pair(ours: Ours, run: OfficeRun, key: str) -> Pair:
    theirs = run.pdfs.get(key)
    if ours.pdf is None:
        return Pair(ours, theirs, None, ours.fault or ours.crash)
    if theirs is None:
        return Pair(ours, None, None, f"LibreOffice: {run.faults.get(key, '')}")
    one, two = read_pdf(ours.pdf), read_pdf(theirs)
    lost = _lost(ours.said, one, two)
    others = {_plain(name) for name in two.fonts} - {_plain(name) for name in one.fonts}
    return Pair(ours, theirs, compare(one, two), other_fonts=tuple(sorted(others)), lost=lost)


def _lost(said: str, ours: Reading, theirs: Reading) -> str:
    """Text of the file that LibreOffice leaves out although ours has it, hanging marks apart: it loses some."""
    wanted = Counter(ink(said))
    gone = wanted - Counter(theirs.text)
    for mark in END_MARKS:
        gone.pop(mark, None)
    return "" if wanted - Counter(ours.text) else "".join(sorted(gone.elements()))


def _plain(font: str) -> str:
    """A font's name without what its PDF maker put before or behind it, and without the weight."""
    name = font.removeprefix("docgen-").split("-")[0].replace(" ", "").lower()
    return re.sub(r"(cjk)(sc|tc|jp|hk|kr)$", r"\1", name)
