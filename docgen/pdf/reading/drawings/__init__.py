"""Drawings: DrawingML and VML → shapes of the source records, every guide, colour and style worked out."""

DRAWINGS = frozenset({"drawing", "pict", "object"})
"""The elements of a run that are drawings."""
