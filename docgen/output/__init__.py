"""From bytes to files: safe names, atomic writes, the manifest of what was written."""
