"""Ranking: the townships by 销号率."""

from __future__ import annotations

from docgen.model.facts import MonthProgress, Standing


def ranking(progress: MonthProgress) -> tuple[Standing, ...]:
    """Every township, the highest 销号率 first; equal rates share a rank and the next is left out (1, 2, 2, 4).

    Ties stand in the order of the workbook; townships where nothing was found come last, without a rank.
    """
    ranks = _ranks(progress)
    last = _ranks(progress.previous) if progress.previous else {}
    unranked = [name for name in progress.townships if name not in ranks]
    return tuple(Standing(progress.townships[name], ranks.get(name), last.get(name)) for name in (*ranks, *unranked))


def _ranks(progress: MonthProgress) -> dict[str, int]:
    """Township → rank, in the order of the ranks."""
    rated = [(name, rate) for name, item in progress.townships.items() if (rate := item.rate) is not None]
    rated.sort(key=lambda pair: -pair[1])
    rates = [rate for _, rate in rated]
    first = {rate: rates.index(rate) + 1 for rate in set(rates)}
    return {name: first[rate] for name, rate in rated}
