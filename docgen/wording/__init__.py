"""How numbers, dates, lists and titles are said in official Chinese."""
