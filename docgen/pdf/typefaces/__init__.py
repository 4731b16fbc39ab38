"""Typefaces: from a name in a document to a face of this machine, its widths, heights and kerning."""
