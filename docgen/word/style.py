"""What a Word style is, and the properties that styles are made of."""

from __future__ import annotations

from dataclasses import dataclass, field

from docgen import standard
from docgen.standard import SIZES, Length, Pt
from docgen.word.ooxml import element, fonts, paragraph_properties, run_properties

PITCH = standard.LINE_PITCH.length.twips
ZI = SIZES["三号"].twips  # one 字 of body type, without the tracking
ZI_SMALL = SIZES["四号"].twips
WIDTH = standard.TEXT_WIDTH.length.twips
NO_TRACKING = Pt(0)
KEEP = {"keepNext": "<w:keepNext/>"}
WHOLE = {**KEEP, "keepLines": "<w:keepLines/>"}
"""A heading: never cut in two, never the last line of a page."""
FREE = {name: element(name, {"val": 0}) for name in WHOLE}
"""What stands like a heading and is a paragraph of text."""


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: `name` is what Word shows and finds it by, `identifier` what the XML uses."""

    identifier: str
    name: str
    based_on: str = "Normal"
    following: str = ""
    paragraph: dict[str, str] = field(default_factory=dict)
    run: dict[str, str] = field(default_factory=dict)
    character: bool = False

    def xml(self) -> str:
        """The `w:style` element."""
        kind = "character" if self.character else "paragraph"
        default = ' w:default="1"' if self.identifier == "Normal" else ""
        base = f'<w:basedOn w:val="{self.based_on}"/>' if self.identifier != "Normal" and not self.character else ""
        following = f'<w:next w:val="{self.following}"/>' if self.following else ""
        return (
            f'<w:style w:type="{kind}"{default} w:styleId="{self.identifier}"><w:name w:val="{self.name}"/>'
            f"{base}{following}<w:qFormat/>{paragraph_properties(self.paragraph)}{run_properties(self.run)}</w:style>"
        )


def exact(twips: int) -> dict[str, str]:
    """Exact line pitch, no space around."""
    return spaced(twips, "exact")


def spaced(line: int, rule: str, before: int = 0, after: int = 0) -> dict[str, str]:
    """Line pitch by a rule (exact, atLeast; auto: 240 is single), space above and below in twips."""
    return {"spacing": element("spacing", {"before": before, "after": after, "line": line, "lineRule": rule})}


def border(side: str, thickness: Length, color: str = "000000", space: int = 0) -> str:
    """One edge of a paragraph's border; `space` in points."""
    return element(side, {"val": "single", "sz": thickness.eighths, "space": space, "color": color})


def typed(font: str, size: Length, tracking: Length = standard.TRACKING.length) -> dict[str, str]:
    """Font, tracking and size of a run."""
    return {
        "rFonts": fonts(font),
        "spacing": element("spacing", {"val": tracking.twips}),
        "sz": element("sz", {"val": size.half_points}),
        "szCs": element("szCs", {"val": size.half_points}),
    }


def indented(**attributes: int) -> dict[str, str]:
    """Indents: left, right, firstLine, hanging (twips), and their …Chars (hundredths of a 字)."""
    return {"ind": element("ind", attributes)}


def justified(value: str) -> dict[str, str]:
    """Alignment: left, center, right or both."""
    return {"jc": element("jc", {"val": value})}


def outlined(level: int) -> dict[str, str]:
    """Outline level, from 0."""
    return {"outlineLvl": element("outlineLvl", {"val": level})}


def tabbed(kind: str, position: int) -> dict[str, str]:
    """One tab stop."""
    return {"tabs": f"<w:tabs>{element('tab', {'val': kind, 'pos': position})}</w:tabs>"}


TWO_IN = indented(firstLineChars=200, firstLine=2 * ZI)
"""Level headings and body alike begin two 字 in (7.3.3); both units are given, characters win in Word."""
