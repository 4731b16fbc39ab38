"""Draw: the figures of a document → pictures for it. Labels are set in a font file that the caller names."""
