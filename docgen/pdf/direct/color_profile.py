"""Colour profile: what the colours of a document mean (sRGB), as an ICC profile computed from its definition."""

from __future__ import annotations

import struct
from functools import lru_cache
from typing import Any

from docgen.pdf.direct.syntax import stream, text_string

_NAME = "sRGB IEC61966-2.1"
_STEPS = 1024
# The primaries of IEC 61966-2-1, adapted to the D50 of the profile's connection space.
_WHITE = (0.9642, 1.0, 0.8249)
_PRIMARIES = {"rXYZ": (0.4361, 0.2225, 0.0139), "gXYZ": (0.3851, 0.7169, 0.0971), "bXYZ": (0.1431, 0.0606, 0.7141)}


def add_output_intent(pdf: Any) -> None:
    """State, as PDF/A wants it, that the colours are sRGB."""
    import pydyf

    profile = stream(srgb_profile(), N=3)
    pdf.add_object(profile)
    intent = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": text_string(_NAME),
        "Info": text_string(_NAME),
        "DestOutputProfile": profile.reference,
    }
    pdf.catalog["OutputIntents"] = pydyf.Array([pydyf.Dictionary(intent)])


@lru_cache(maxsize=1)
def srgb_profile() -> bytes:
    """The profile, in version 2 of the format, which every viewer reads."""
    curve = b"curv" + bytes(4) + struct.pack(f">I{_STEPS}H", _STEPS, *map(_linear, range(_STEPS)))
    tags = {"desc": _description(), "cprt": b"text" + bytes(4) + b"No copyright\0", "wtpt": _xyz(_WHITE)}
    tags |= {tag: _xyz(values) for tag, values in _PRIMARIES.items()}
    tags |= dict.fromkeys(("rTRC", "gTRC", "bTRC"), curve)
    table, body, places = b"", b"", dict[bytes, int]()
    start = 128 + 4 + 12 * len(tags)
    for tag, content in tags.items():
        if content not in places:
            places[content] = start + len(body)
            body += content + bytes(-len(content) % 4)
        table += tag.encode("ascii") + struct.pack(">II", places[content], len(content))
    size = start + len(body)
    return _header(size) + struct.pack(">I", len(tags)) + table + body


def _header(size: int) -> bytes:
    # The date is that of the standard: a profile has to have one.
    date = struct.pack(">6H", 1999, 10, 1, 0, 0, 0)
    head = struct.pack(">I4sI4s4s4s", size, bytes(4), 0x02100000, b"mntr", b"RGB ", b"XYZ ") + date + b"acsp"
    head += bytes(28) + _fixed(_WHITE)
    return head.ljust(128, b"\0")


def _description() -> bytes:
    name = _NAME.encode("ascii") + b"\0"
    return b"desc" + bytes(4) + struct.pack(">I", len(name)) + name + bytes(4 + 4 + 2 + 1 + 67)


def _xyz(values: tuple[float, ...]) -> bytes:
    return b"XYZ " + bytes(4) + _fixed(values)


def _fixed(values: tuple[float, ...]) -> bytes:
    return struct.pack(">3i", *(round(value * 65536) for value in values))


def _linear(step: int) -> int:
    """The linear light of a value, by the curve of the standard."""
    value = step / (_STEPS - 1)
    light = value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
    return round(light * 65535)
