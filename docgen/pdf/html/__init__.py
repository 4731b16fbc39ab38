"""HTML in which everything has its place, for the WeasyPrint writer."""
