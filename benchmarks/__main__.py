"""Run every benchmark: `make bench` or `python -m benchmarks`."""

from benchmarks import pdf, start, word_engine

for module in (word_engine, pdf, start):
    module.main()
