"""Report of the fidelity benchmark: a line for each file, totals of each group, everything as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.fidelity_compare import Comparison
from benchmarks.fidelity_results import Pair, Result, Times

HEAD = "  pages   first lines  ends as is  ends followed  text  largest mm  95% mm  warned  file"


@dataclass(frozen=True, slots=True)
class Totals:
    """What a group of files came to, all in shares of one but the offsets (mm) and counts."""

    files: int
    pages: float
    first_lines: float
    ends: float
    text: float
    in_order: float
    within: float  # share of the lines that stand within 1 mm
    displaced: int  # lines that a stretch with more lines on their page puts elsewhere
    largest: float
    crashes: int


def lines_of(results: Sequence[Result]) -> Iterable[str]:
    """The table of all files."""
    yield HEAD
    for result in results:
        yield _line(result)


def _line(result: Result) -> str:
    found, plain = result.followed.comparison, result.as_is.comparison
    if found is None:
        return f"  {_failure(result.followed)}: {result.case.name}"
    largest = found.largest
    warned = Counter(feature for feature, _ in result.followed.ours.warnings)
    return (
        f"  {found.pages[0]:3}/{found.pages[1]:<3} {found.first_lines[0]:5}/{found.first_lines[1]:<5}"
        f" {_share(plain):>10} {_share(found):>13} {'=' if found.text_equal else '≠':>6}"
        f" {largest.size if largest else 0:10.2f} {found.offset_at(0.95):8.2f} {len(warned):6}  {result.case.name}"
        + (f"  text {found.text_differs[:60]}" if not found.text_equal else "")
        + (f"  [{'、'.join(warned)}]" if warned else "")
        + (
            f"  fonts of LibreOffice alone: {', '.join(result.followed.other_fonts)}"
            if result.followed.other_fonts
            else ""
        )
    )


def _failure(pair: Pair) -> str:
    """Why there is no PDF, in a line: of a traceback the innermost place and the exception."""
    if not pair.ours.crash:
        return f"no PDF ({pair.fault})"
    lines = pair.ours.crash.strip().splitlines()
    place = next((line.strip() for line in reversed(lines) if line.lstrip().startswith("File ")), "")
    return f"TRACEBACK {lines[-1]} at {place.rsplit('/', 1)[-1]}"


def _share(found: Comparison | None) -> str:
    return "–" if found is None else f"{100 * found.equal_ends / max(found.ends, 1):.1f} %"


def totals(pairs: Sequence[Pair]) -> Totals:
    """Add up a group. A file without a comparison counts as wholly unequal."""
    found = [pair.comparison for pair in pairs if pair.comparison]
    files = max(len(pairs), 1)
    offsets = [offset.size for one in found for offset in one.offsets]
    return Totals(
        files=len(pairs),
        pages=sum(one.pages_equal for one in found) / files,
        first_lines=_ratio(one.first_lines for one in found),
        ends=_ratio((one.equal_ends, one.ends) for one in found),
        text=sum(one.text_equal for one in found) / files,
        in_order=sum(one.in_order for one in found) / files,
        within=sum(size <= 1 for size in offsets) / max(len(offsets), 1),
        displaced=sum(len(one.displaced) for one in found),
        largest=max(offsets, default=0.0),
        crashes=sum(bool(pair.ours.crash) for pair in pairs),
    )


def _ratio(parts: Iterable[tuple[int, int]]) -> float:
    equal, whole = map(sum, zip(*parts, strict=True)) if (parts := list(parts)) else (0, 0)
    return equal / max(whole, 1)


def total_lines(group: str, results: Sequence[Result]) -> Iterable[str]:
    """The totals of a group, as it is and with the settings that LibreOffice can follow."""
    yield f"{group}: {len(results)} files"
    for label, pairs in (
        ("as they are", [result.as_is for result in results]),
        ("settings LibreOffice can follow", [result.followed for result in results]),
    ):
        one = totals(pairs)
        yield (
            f"  {label}: page counts {one.pages:.1%}, first lines {one.first_lines:.1%}, line ends {one.ends:.2%},"
            f" text equal {one.text:.1%} (in order {one.in_order:.1%}), lines within 1 mm {one.within:.2%},"
            f" largest offset {one.largest:.2f} mm, displaced lines {one.displaced}, tracebacks {one.crashes}"
        )


def warning_lines(results: Sequence[Result]) -> Iterable[str]:
    """Which features were warned about, and in how many files."""
    warned = Counter(feature for result in results for feature in {name for name, _ in result.as_is.ours.warnings})
    for feature, count in sorted(warned.items(), key=lambda item: (-item[1], item[0])):
        yield f"  {count:4} × {feature}"


def time_line(times: Times) -> str:
    """Seconds a page of both engines."""
    ours, theirs = times.per_page()
    return (
        f"CPU seconds a page: ours {ours:.3f} (layout and PDF, warm; {times.our_pages} pages),"
        f" LibreOffice {theirs:.3f} (in batches, with its start; {times.their_pages} pages)"
    )


def as_json(results: Sequence[Result], times: Times) -> dict[str, Any]:
    """Everything that was measured."""
    ours, theirs = times.per_page()
    return {
        "seconds_per_page": {"ours": round(ours, 4), "libreoffice": round(theirs, 4)},
        "files": [
            {
                "group": result.case.group,
                "name": result.case.name,
                "apart": result.apart,
                "as_is": _pair_json(result.as_is),
                "followed": _pair_json(result.followed),
            }
            for result in results
        ],
    }


def _pair_json(pair: Pair) -> dict[str, Any]:
    found = pair.comparison
    plain: dict[str, Any] = {
        "fault": pair.fault,
        "seconds": round(pair.ours.seconds, 4),
        "warnings": [list(warning) for warning in pair.ours.warnings],
        "fonts_of_libreoffice_alone": list(pair.other_fonts),
    }
    if found is None:
        return plain
    largest = found.largest
    return plain | {
        "pages": list(found.pages),
        "first_lines": list(found.first_lines),
        "line_ends": [found.equal_ends, found.ends],
        "text_equal": found.text_equal,
        "text_differs": found.text_differs,
        "lost_marks_of_libreoffice": found.lost_marks,
        "displaced_lines": len(found.displaced),
        "in_order": round(found.in_order, 5),
        "offset_95_mm": round(found.offset_at(0.95), 3),
        "largest_mm": round(largest.size, 3) if largest else 0.0,
        "largest": [largest.page + 1, round(largest.x, 3), round(largest.y, 3), largest.text] if largest else [],
        "odd_lines": [[page + 1, text] for page, text in found.odd_lines],
    }
