"""Probe: one small file per question, by which LibreOffice shows how it reads 标点溢出边界 and 中西文间距."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.corpus.breaking import probe
from benchmarks.fidelity_lines import Reading

OVERFLOW = {"on": "<w:overflowPunct/>", "off": '<w:overflowPunct w:val="0"/>', "absent": ""}
GAPS = {
    "on": "<w:autoSpaceDE/><w:autoSpaceDN/>",
    "off": '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>',
}
FILES = {f"probe-overflow-{state}": probe(xml, GAPS["on"]) for state, xml in OVERFLOW.items()}
FILES |= {f"probe-gaps-{state}": probe(OVERFLOW["off"], xml) for state, xml in GAPS.items()}


@dataclass(frozen=True, slots=True)
class Findings:
    """What the probes told: does a mark hang, and does a gap stand, for each way of setting it?"""

    hangs: Mapping[str, bool]
    gap: Mapping[str, bool]

    @property
    def overflow_reversed(self) -> bool:
        """Whether 标点溢出边界 is read the wrong way round: 关 hangs, 开 does not."""
        return self.hangs["off"] and not self.hangs["on"]

    @property
    def gaps_ignored(self) -> bool:
        """Whether the gap beside Latin letters and digits is set although the file switches it off."""
        return self.gap["off"]

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
        if self.overflow_reversed:
            said.append("so LibreOffice reads 标点溢出边界 (w:overflowPunct) the wrong way round")
        if self.gaps_ignored:
            said.append("so LibreOffice ignores that 中西文间距, 中文数字间距 (w:autoSpaceDE/DN) are switched off")
        return said


def findings(readings: Mapping[str, Reading]) -> Findings:
    """What the readings of the probes' PDFs tell."""
    return Findings(
        {state: readings[f"probe-overflow-{state}"].lines[0].text.endswith((",", "，")) for state in OVERFLOW},
        {state: _has_gap(readings[f"probe-gaps-{state}"]) for state in GAPS},
    )


def _has_gap(reading: Reading) -> bool:
    """Whether the figure of the last line, 共2, stands further right than the width of the 汉字 (16 points)."""
    return reading.lines[-1].length > 16.5
