"""Items: borders and waves → items of a page; an item → the same at another place."""
