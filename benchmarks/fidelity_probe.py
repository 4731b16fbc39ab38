"""Probe: small files, one a question, by which LibreOffice shows how it reads some settings of Word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.corpus.breaking import probe, probe_of_keeping, probe_of_numbers
from benchmarks.fidelity_lines import Reading
from benchmarks.fidelity_settings import Changes

OVERFLOW = {"on": "<w:overflowPunct/>", "off": '<w:overflowPunct w:val="0"/>', "absent": ""}
GAPS = {
    "on": "<w:autoSpaceDE/><w:autoSpaceDN/>",
    "off": '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>',
}
LANGUAGES = ("zh-CN", "en-US")
KEEP = {"on": "<w:keepNext/>", "absent": ""}
FILES = {f"probe-overflow-{state}": probe(xml, GAPS["on"]) for state, xml in OVERFLOW.items()}
FILES |= {f"probe-gaps-{state}": probe(OVERFLOW["off"], xml) for state, xml in GAPS.items()}
FILES |= {f"probe-number-{language}": probe_of_numbers(language) for language in LANGUAGES}
FILES |= {f"probe-keep-{state}": probe_of_keeping(xml) for state, xml in KEEP.items()}


@dataclass(frozen=True, slots=True)
class Findings:
    """What the probes told.

    Does a mark hang, and does a gap stand, for each way of setting it? Is a number cut, for each language of Latin
    text? Of two lines that find room on a page, how many stay there, the paragraph being kept with the next one or not?
    """

    hangs: Mapping[str, bool]
    gap: Mapping[str, bool]
    cut: Mapping[str, bool]
    stay: Mapping[str, int]

    @property
    def overflow_reversed(self) -> bool:
        """Whether 标点溢出边界 is read the wrong way round: 关 hangs, 开 does not."""
        return self.hangs["off"] and not self.hangs["on"]

    @property
    def gaps_ignored(self) -> bool:
        """Whether the gap beside Latin letters and digits is set although the file switches it off."""
        return self.gap["off"]

    @property
    def numbers_cut(self) -> bool:
        """Whether numbers are cut in Latin text that is marked as Chinese, and in no other."""
        return self.cut["zh-CN"] and not self.cut["en-US"]

    @property
    def kept_whole(self) -> bool:
        """Whether a paragraph that is kept with the next one goes overleaf whole, as if its lines were kept together.

        `w:keepNext` asks that it is “at least partly” on the page of the next (ECMA-376 Part 1, 17.3.1.15).
        """
        return self.stay["on"] == 0 and self.stay["absent"] == 2

    @property
    def changes(self) -> Changes:
        """What the copies for both engines say otherwise."""
        return Changes(gaps_on=self.gaps_ignored, keep_whole=self.kept_whole, latin=self.numbers_cut)

    def lines(self) -> list[str]:
        """The findings in words."""
        hung = {True: "hangs beyond the edge", False: "goes to the next line"}
        said = [
            f"w:overflowPunct {state}: the mark that does not fit {hung[value]}" for state, value in self.hangs.items()
        ]
        said += [
            f"w:autoSpaceDE/DN {state}: {'a' if value else 'no'} gap beside GIS and 24"
            for state, value in self.gap.items()
        ]
        said += [
            f"w:lang w:val {language}: a number that does not fit is {'cut' if value else 'kept whole'}"
            for language, value in self.cut.items()
        ]
        said += [f"w:keepNext {state}: {count} of two lines stay on the page" for state, count in self.stay.items()]
        return said + [f"so LibreOffice {what}" for what in self._conclusions()]

    def _conclusions(self) -> list[str]:
        found = {
            "reads 标点溢出边界 (w:overflowPunct) the wrong way round": self.overflow_reversed,
            "ignores that 中西文间距, 中文数字间距 (w:autoSpaceDE/DN) are switched off": self.gaps_ignored,
            "cuts numbers in Latin text that is marked as Chinese": self.numbers_cut,
            "takes a paragraph that is kept with the next one (w:keepNext) overleaf whole": self.kept_whole,
        }
        return [what for what, is_so in found.items() if is_so]


def findings(readings: Mapping[str, Reading]) -> Findings:
    """What the readings of the probes' PDFs tell."""
    return Findings(
        {state: readings[f"probe-overflow-{state}"].lines[0].text.endswith((",", "，")) for state in OVERFLOW},
        {state: _has_gap(readings[f"probe-gaps-{state}"]) for state in GAPS},
        {state: _is_cut(readings[f"probe-number-{state}"]) for state in LANGUAGES},
        {state: _staying(readings[f"probe-keep-{state}"]) for state in KEEP},
    )


def _has_gap(reading: Reading) -> bool:
    """Whether the figure of the last line, 共2, stands further right than the width of the 汉字 (16 points)."""
    return reading.lines[-1].length > 16.5


def _is_cut(reading: Reading) -> bool:
    return not any("2024" in line.text for line in reading.lines)


def _staying(reading: Reading) -> int:
    """How many lines of the long paragraph stand on the first page."""
    return sum("试" in line.text for line in reading.lines if line.page == 0)
