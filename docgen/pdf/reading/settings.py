"""Settings of the whole document: word/settings.xml and docProps/core.xml (ECMA-376 Part 1, 17.15; Part 2, 11)."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.pdf.reading.wordml import Element, child, children, is_switched_on, points, text_attribute, whole

_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the pages need of the settings; `default_tab` in points."""

    even_and_odd: bool = False
    default_tab: float = 36.0
    compatibility: int = 12
    east_asian_theme: str = ""
    undrawn: tuple[str, ...] = ()


def settings(root: Element | None) -> Settings:
    """The settings; Word's own where the part or an element is missing."""
    return Settings(
        even_and_odd=is_switched_on(root, "evenAndOddHeaders"),
        default_tab=points(text_attribute(child(root, "defaultTabStop")), 36.0),
        compatibility=_compatibility(child(root, "compat")),
        east_asian_theme=text_attribute(child(root, "themeFontLang"), "eastAsia"),
        undrawn=tuple(
            feature
            for name, feature in (
                ("bookFoldPrinting", "书籍折页"),
                ("printTwoOnOne", "拼页"),
            )
            if is_switched_on(root, name)
        ),
    )


def _compatibility(compat: Element | None) -> int:
    for item in children(compat, "compatSetting"):
        if text_attribute(item, "name") == "compatibilityMode":
            return whole(text_attribute(item), 12)
    # A file that says nothing was made by the rules of Word 2007.
    return 12


@dataclass(frozen=True, slots=True)
class Card:
    """The document's title, author and the like."""

    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    created: str = ""


def card(core: Element | None) -> Card:
    """The core properties; "" for each that is missing."""
    names = {
        "title": (_DC, "title"),
        "author": (_DC, "creator"),
        "subject": (_DC, "subject"),
        "keywords": (_CORE, "keywords"),
        "created": (_TERMS, "created"),
    }
    found = {key: child(core, name, space) for key, (space, name) in names.items()}
    return Card(**{key: (item.text or "").strip() for key, item in found.items() if item is not None})
