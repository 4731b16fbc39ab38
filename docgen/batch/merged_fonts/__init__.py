"""Merged fonts: the subsets of one face that many PDFs carry, as one font program that they share."""
