"""Fuzzing: seeded mutations of every kind of file that docgen opens, run through its own commands.

`bases` makes sound files; `octets`, `zips`, `nodes`, `texts` and `cells` spoil them; `cases` puts a mutated file and a
command together, the same for the same seed; `child` runs cases and watches what they do; `judge` says how they ended.
"""
