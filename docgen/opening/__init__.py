"""The guard: a file from outside is known by its content, bounded and checked before anybody reads it."""
