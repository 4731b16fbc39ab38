"""Preset shapes: the geometries that Word knows by name, as functions of size and adjust values."""
