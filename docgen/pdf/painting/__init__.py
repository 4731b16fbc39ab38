"""Painting: what stands on a page → the items of its record: text, borders, shapes, page borders."""
