"""From campaign and facts to documents: for each its template, its context of plain data, its file name."""
