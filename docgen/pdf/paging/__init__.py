"""Paging: blocks as strips, and strips over columns and pages, with their notes, frames, headers and footers."""
