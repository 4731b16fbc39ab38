"""Charts: what a c:chart part says → a shape of outlines and texts (ECMA-376 Part 1, 21.2)."""
