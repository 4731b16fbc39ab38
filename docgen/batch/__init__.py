"""Batches: from composed documents to files in a folder, with nothing made twice, nothing lost, memory bounded."""
