"""Theme fonts: what `minorEastAsia` and the like stand for (ECMA-376 Part 1, 20.1.4.1.16 and 17.15.1.88)."""

from __future__ import annotations

from docgen.pdf.reading.wordml import A, Element, child, children, descendants

_SCRIPTS = {"zh-tw": "Hant", "zh-hk": "Hant", "zh-mo": "Hant", "ja": "Jpan", "ko": "Hang"}
_SLOTS = {"Ascii": "latin", "HAnsi": "latin", "EastAsia": "ea", "Bidi": "cs"}


def theme_fonts(root: Element | None, east_asian_language: str) -> dict[str, str]:
    """Theme value (majorHAnsi, minorEastAsia …) → font name; a slot without a font is left out, all without a theme."""
    if root is None:
        return {}
    fonts: dict[str, str] = {}
    for prefix in ("major", "minor"):
        scheme = next(descendants(root, f"{prefix}Font", A), None)
        for suffix, slot in _SLOTS.items():
            name = _face(scheme, slot, east_asian_language)
            if name:
                fonts[prefix + suffix] = name
    return fonts


def _face(scheme: Element | None, slot: str, language: str) -> str:
    found = child(scheme, slot, A)
    name = "" if found is None else found.get("typeface", "")
    if name or slot != "ea":
        return name
    # An empty East Asian slot means: the font of the document's language.
    script = _script(language)
    faces = {item.get("script", ""): item.get("typeface", "") for item in children(scheme, "font", A)}
    return faces.get(script, "")


def _script(language: str) -> str:
    tag = language.lower()
    return _SCRIPTS.get(tag) or _SCRIPTS.get(tag.split("-")[0]) or "Hans"
