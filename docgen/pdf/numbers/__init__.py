"""Numbers: of lists, pages and notes, in every format that Word knows."""
