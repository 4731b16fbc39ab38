"""From text to Word: typeset templates, compile them once, render them many times, pack the same bytes."""
