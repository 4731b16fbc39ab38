"""Markup compatibility: which branch of an mc:AlternateContent is read (ECMA-376 Part 3)."""

from __future__ import annotations

from docgen.pdf.reading.wordml import MC, Element, child, children

_UNDERSTOOD = frozenset({"wps", "wpg", "wpc", "w14", "w15", "w16", "wp14", "a14", "cx", "cx1", "m", "v"})


def chosen(alternate: Element) -> list[Element]:
    """The children of the first Choice that is understood, else of the Fallback."""
    choices = children(alternate, "Choice", MC)
    for choice in choices:
        if all(prefix in _UNDERSTOOD for prefix in choice.get("Requires", "").split()):
            return list(choice)
    fallback = child(alternate, "Fallback", MC)
    if fallback is not None:
        return list(fallback)
    return list(choices[0]) if choices else []


def is_alternate(element: Element) -> bool:
    """Whether the element is an mc:AlternateContent."""
    return element.tag == f"{{{MC}}}AlternateContent"
