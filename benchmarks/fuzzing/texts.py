"""Mutations of YAML, JSON and CSV: lines, values, signs, encodings."""

from __future__ import annotations

from random import Random

from benchmarks.fuzzing import octets, values

_SIGNS = {
    "yaml": (
        "&甲 ", "*甲", "!!python/object/apply:os.system ['id']", "!甲 ", "---\n", "...\n", "\t", "? ", "- ", "[",
        "]", "{", "}", ": ", "：", "|\n", ">-\n", "<<: *甲\n", "%YAML 9.9\n", "#", "'", '"', "`", "@", "[" * 5000,
        "{甲: " * 200, "null", "~", "\\x00", "\ufeff", "? [甲, 乙]\n: 丙\n",
    ),
    "json": (
        "NaN", "-Infinity", "1e999", "null", "[", "]", "{", "}", ",", ":", '"', "'", "//x\n", "[" * 5000,
        '{"甲":' * 500, "\\ud800", '"\\ud800"', '"\\u0000"', "\x00", "\ufeff", "true", "012",
        '{"县名": 1, "县名": 2}', "1" * 5000,
    ),
    "csv": (
        '"', '""', ",", ";", "\t", "\n", "\r", "\r\n", "\x00", ",,,,,,,,,,", '"甲\n乙"', '="001"', "," * 5000,
        "甲" * 200_000, "'", "|", "\ufeff", "\n" * 5000, '"' * 999,
    ),
}  # fmt: skip
_CODECS = (
    "utf-8",
    "utf-8-sig",
    "gb18030",
    "gbk",
    "utf-16",
    "utf-16-le",
    "utf-32",
    "big5",
    "shift-jis",
    "latin-1",
    "utf-7",
    "euc-kr",
)


def spoiled(random: Random, text: str, kind: str) -> bytes:
    """A few mutations of a text, then perhaps of its encoding or its bytes."""
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        text = random.choice((_line, _value, _value, _sign))(random, text, kind)
    chosen = random.random()
    if chosen < 0.15:
        return text.encode(random.choice(_CODECS), "replace")
    data = text.encode("utf-8", "surrogatepass")
    return octets.spoiled(random, data) if chosen < 0.3 else data


def _line(random: Random, text: str, kind: str) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    match random.randrange(5):
        case 0:
            del lines[at]
        case 1:
            lines[at:at] = [lines[at]] * random.choice((1, 1, 20, 2000))
        case 2:
            lines.insert(at, lines.pop(random.randrange(len(lines))))
        case 3:
            lines[at] = random.choice((" ", "  ", "\t", "        ")) + lines[at]
        case _:
            lines[at] = lines[at].lstrip()
    return "\n".join(lines)


def _value(random: Random, text: str, kind: str) -> str:
    """The end of a line, or a piece between commas, replaced by a value."""
    lines = text.split("\n")
    at = random.randrange(len(lines))
    mark = "," if kind == "csv" else ": "
    head, found, tail = lines[at].rpartition(mark) if random.random() < 0.5 else lines[at].partition(mark)
    value = values.text(random)
    if kind == "json" and random.random() < 0.8:
        import json

        value = json.dumps(value, ensure_ascii=random.random() < 0.5) + ("," if tail.endswith(",") else "")
    lines[at] = head + found + value
    return "\n".join(lines)


def _sign(random: Random, text: str, kind: str) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(_SIGNS[kind]) + text[at:]
