"""The direct writer: page records → the objects of a PDF file."""
