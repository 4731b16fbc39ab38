"""EMF: the lines, areas and texts of an enhanced metafile → a shape ([MS-EMF] 2.3)."""
