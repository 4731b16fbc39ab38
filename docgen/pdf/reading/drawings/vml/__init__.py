"""VML: the drawings of Word before 2010, still written by many programs (ECMA-376 Part 4, 19)."""
