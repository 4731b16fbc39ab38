"""From files to a Campaign: read (file → tables of cells), build (tables → records and diagnostics)."""
