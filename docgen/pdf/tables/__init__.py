"""Tables: widths of columns, rows and their heights, cells, and what is painted of them."""
