"""版头 and 署名: where things stand that depend on how long they are (GB/T 9704-2012, 7.2.4, 7.2.6, 7.3.5)."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from docgen import standard
from docgen.model.settings import Signature
from docgen.standard import SIZES
from docgen.wording.titles import width

_ROOM = standard.TEXT_WIDTH.length.pt
_BODY = SIZES["三号"].pt
_CELL = _BODY + standard.TRACKING.length.pt  # one character with its tracking
_MARK_MARGIN = 12.0  # pt left free beside the widest mark
_MARK_LARGEST = 52.0  # pt
_MARK_NARROWED, _MARK_NARROWEST = 0.75, 0.5
"""A long name is narrowed to three quarters; then its type gets smaller, down to 小初; then it is narrowed to a half;
then its type gets smaller still."""
_BASELINE, _INK = 0.8, 0.805
"""In an exact line the baseline lies at 80 % of the height. The ink of 小标宋 rises 76 % (FandolSong) to 85 % (Noto
Serif) of its size above it: midway, either stands within 1 mm of its place."""


@dataclass(frozen=True, slots=True)
class Mark:
    """发文机关标志: its text, type size (pt), character scale (%) and line height (pt)."""

    text: str
    size: float
    scale: float
    pitch: float


def mark(issuer: str, ending: str = "文件") -> Mark:
    """The mark `发文机关＋文件`, or with another `ending`, as large as the 版心 lets it be.

    Its ink begins 35 mm below the 版心's upper edge: above it stand the three lines of 份号, 密级 and 紧急程度, and the
    height of its own line makes up the rest.
    """
    text = f"{issuer}{ending}" if issuer else ""
    count = max(width(text), 1)
    room = _ROOM - _MARK_MARGIN
    wanted = max(SIZES["小初"].pt, min(_MARK_LARGEST, room / count / _MARK_NARROWED))
    size = floor(min(wanted, room / count / _MARK_NARROWEST) * 2) / 2
    scale = min(100, floor(room / (count * size) * 100))
    above = standard.MARK_TOP.length.pt - 3 * standard.LINE_PITCH.length.pt
    return Mark(text, size, scale, (above + _INK * size) / _BASELINE)


@dataclass(frozen=True, slots=True)
class SignaturePlace:
    """Left and right indents (pt) of the organ's line, left indent of the date's."""

    organ_left: float = 0.0
    organ_right: float = 0.0
    date_left: float = 0.0


def signature_place(kind: Signature, organ: str, day: str) -> SignaturePlace:
    """Where 署名 and 成文日期 stand.

    Without seal (7.3.5.2): the organ ends two 字 from the right, the date begins two 字 right of it; a date that is too
    long ends two 字 from the right and the organ moves in. With seal (7.3.5.1): the organ is centred over the date,
    which ends four 字 from the right; an organ too wide for that ends at the right edge.
    """
    organ_width, day_width = width(organ) * _CELL, width(day) * _CELL
    if kind is Signature.SEALED:
        centre = _ROOM - 4 * _BODY - day_width / 2
        # A centred paragraph is centred between its indents: shift the left one until the middle is the date's.
        left = max(2 * centre - _ROOM, 0.0)
        overhang = centre + organ_width / 2 > _ROOM
        return SignaturePlace(max(_ROOM - organ_width - 1, 0.0) if overhang else left)
    last_date_left = _ROOM - 2 * _BODY - day_width
    organ_left = max(min(_ROOM - 2 * _BODY - organ_width, last_date_left - 2 * _BODY), 0.0)
    return SignaturePlace(organ_left, 0.0, min(organ_left + 2 * _BODY, last_date_left))


_NAME_WIDTH = 3  # 字: two-character names are spread over it


def signer_lines(names: tuple[str, ...]) -> list[str]:
    """签发人, two a line; a name of two characters is spread to three, so that the columns stand under each other."""
    spread = [name[0] + "　" + name[1] if len(name) == 2 else name.ljust(_NAME_WIDTH, "　") for name in names]
    return ["　".join(spread[index : index + 2]).rstrip("　") for index in range(0, len(spread), 2)]


def too_many_addressees(addressees: str, title: float, signers: int, pitch: float) -> bool:
    """Whether 主送机关 would push the body off page 1 and must move into the 版记 (7.3.2).

    `title` is the title's width in 字, about; `signers` the lines of 签发人; `pitch` the height (pt) of the mark.
    Above the title stand three lines, the mark, two blank lines, the number's, the rule and two blank lines; one below.
    """
    line = standard.LINE_PITCH.length.pt
    rule = standard.RULE_BELOW_NUMBER.length.pt
    # Broken at its words, a title fills its lines to three quarters or so.
    title_lines = ceil(title / (standard.TITLE_CHARACTERS * 0.75))
    used = (3 + 2 + max(signers, 1) + 2 + title_lines + 1) * line + pitch + rule
    room = floor((standard.TEXT_HEIGHT.length.pt - used) / line)
    return ceil((width(addressees) + 1) / standard.CHARACTERS_PER_LINE) > room - _BODY_LINES


_BODY_LINES = 2  # of body that page 1 shows at least
