"""Warnings of the layout: what of the source is not drawn as Word would, each once, with its place."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class WarningLog:
    """Collects (feature, place) pairs in the order in which they were met."""

    found: dict[tuple[str, str], None] = field(default_factory=dict)

    def add(self, feature: str, place: str) -> None:
        """Note a feature that is not drawn, or not in full."""
        self.found[feature, place] = None

    def all(self) -> tuple[tuple[str, str], ...]:
        """The warnings, each once."""
        return tuple(self.found)
