"""Workbooks: figures and rows → .xlsx bytes, made for office use: to read, filter, go on with and print."""
