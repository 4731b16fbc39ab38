"""Theme colours: what `accent1`, `text2` and the like stand for (ECMA-376 Part 1, 20.1.6.2, 17.15.1.20, 17.18.97)."""

from __future__ import annotations

from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls

from docgen.pdf.reading.wordml import A, Element, child, color, descendants, name_of

# The colours of a theme by the name that settings and documents use; DrawingML says the short one.
_SCHEME = {
    "dark1": "dk1",
    "light1": "lt1",
    "dark2": "dk2",
    "light2": "lt2",
    "accent1": "accent1",
    "accent2": "accent2",
    "accent3": "accent3",
    "accent4": "accent4",
    "accent5": "accent5",
    "accent6": "accent6",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
# What w:clrSchemeMapping maps, where that element is missing.
_MAPPED = {"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2"}
_ALIASES = {
    "t1": ("text1", "tx1"),
    "t2": ("text2", "tx2"),
    "bg1": ("background1", "bg1"),
    "bg2": ("background2", "bg2"),
}


def theme_colors(root: Element | None, mapping: Mapping[str, str]) -> dict[str, str]:
    """Name → `#rrggbb`, for Word's names (text1, accent1) and DrawingML's (tx1, dk1); {} without a theme.

    `mapping`: the attributes of w:clrSchemeMapping.
    """
    scheme = None if root is None else next(descendants(root, "clrScheme", A), None)
    if scheme is None:
        return {}
    own = {name: found for name, short in _SCHEME.items() if (found := _own(child(scheme, short, A)))}
    colors = {**own, **{_SCHEME[name]: value for name, value in own.items()}}
    for slot, target in {**_MAPPED, **mapping}.items():
        if target in own:
            colors.update(dict.fromkeys(_ALIASES.get(slot, (slot,)), own[target]))
    return colors


def _own(element: Element | None) -> str:
    for inner in () if element is None else element:
        name = name_of(inner)
        if name in ("srgbClr", "sysClr"):
            return color(inner.get("lastClr" if name == "sysClr" else "val"), "")
    return ""


def themed(values: Mapping[str, str], theme: Mapping[str, str], name: str = "color", default: str = "#000000") -> str:
    """The colour that an element's attributes give: a theme colour with its tint or shade, else the attribute `name`.

    `name` is `val` (w:color), `color` (borders, underlines, patterns) or `fill` (shading).
    """
    prefix = "theme" if name in ("val", "color") else f"theme{name.capitalize()}"
    base = theme.get(values.get("themeColor" if prefix == "theme" else prefix, ""), "")
    if not base:
        return color(values.get(name), default)
    tint, shade = _share(values.get(f"{prefix}Tint")), _share(values.get(f"{prefix}Shade"))
    return lightened(shaded(base, shade), tint)


def lightened(base: str, share: float) -> str:
    """A tint (17.3.2.6): `share` of the colour's luminance, the rest white."""
    return base if share >= 1 else with_luminance(base, share, 1 - share)


def shaded(base: str, share: float) -> str:
    """A shade: `share` of the colour's luminance, the rest black."""
    return base if share >= 1 else with_luminance(base, share, 0.0)


def with_luminance(base: str, factor: float, more: float) -> str:
    """The colour with its luminance times `factor` plus `more` (lumMod and lumOff of DrawingML)."""
    red, green, blue = (part / 255 for part in bytes.fromhex(base[1:]))
    hue, luminance, saturation = rgb_to_hls(red, green, blue)
    parts = hls_to_rgb(hue, min(max(luminance * factor + more, 0.0), 1.0), saturation)
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def mixed(front: str, back: str, share: float) -> str:
    """A colour of which `share` is the one, the rest the other."""
    pairs = zip(bytes.fromhex(front[1:]), bytes.fromhex(back[1:]), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def _share(text: str | None) -> float:
    """A tint or shade, two hexadecimal digits, as a share of 1."""
    try:
        return min(max(int(text or "ff", 16) / 255, 0.0), 1.0)
    except ValueError:
        return 1.0
