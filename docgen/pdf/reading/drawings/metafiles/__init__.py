"""Metafiles: the lines, areas and texts of EMF and WMF pictures → a shape ([MS-EMF] 2.3, [MS-WMF] 2.3)."""
