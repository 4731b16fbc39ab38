"""From a Campaign to facts: counts and inconsistencies. Pure functions: no wording, no formats, no files."""
