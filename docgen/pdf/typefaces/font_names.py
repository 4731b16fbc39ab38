"""Font names: which names of an office stand for which kind of type, and what stands in where a font is missing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of type of GB/T 9704: its names on office machines and its free substitutes, best first.

    A substitute is a family name and whether its bold face is meant.
    """

    name: str
    office: tuple[str, ...]
    substitutes: tuple[tuple[str, bool], ...]


# fmt: off
STANDARD_KINDS = (
    Kind(
        "仿宋",
        ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "方正仿宋_GBK", "方正仿宋_GB2312", "方正仿宋简体",
         "华文仿宋", "STFangsong"),
        (("FandolFang", False), ("FandolFang R", False), ("Noto Serif CJK SC", False)),
    ),
    Kind(
        "小标宋",
        ("方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "方正小标宋_GB2312",
         "华康标题宋"),
        (("FandolSong", True), ("Noto Serif CJK SC", True), ("Source Han Serif SC", True)),
    ),
    Kind(
        "黑体",
        ("黑体", "SimHei", "方正黑体_GBK", "方正黑体简体", "华文黑体", "STHeiti", "微软雅黑", "Microsoft YaHei"),
        (("FandolHei", False), ("Noto Sans CJK SC", False), ("Source Han Sans SC", False)),
    ),
    Kind(
        "楷体",
        ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "方正楷体_GBK", "方正楷体_GB2312", "方正楷体简体",
         "华文楷体", "STKaiti"),
        (("FandolKai", False), ("LXGW WenKai", False), ("Noto Serif CJK SC", False)),
    ),
    Kind(
        "宋体",
        ("宋体", "SimSun", "新宋体", "NSimSun", "方正书宋_GBK", "方正书宋简体", "华文宋体", "STSong",
         "宋体-简", "Songti SC"),
        (("Noto Serif CJK SC", False), ("Source Han Serif SC", False)),
    ),
)
# fmt: on

# Free fonts of equal (first) or similar widths for the Latin names that office files carry.
LATIN_SUBSTITUTES = {
    "arial": ("Liberation Sans", "Arimo", "DejaVu Sans"),
    "helvetica": ("Liberation Sans", "Arimo", "DejaVu Sans"),
    "calibri": ("Carlito", "Liberation Sans", "DejaVu Sans"),
    "cambria": ("Caladea", "Liberation Serif", "DejaVu Serif"),
    "times new roman": ("Liberation Serif", "Tinos", "DejaVu Serif"),
    "times": ("Liberation Serif", "Tinos", "DejaVu Serif"),
    "courier new": ("Liberation Mono", "Cousine", "DejaVu Sans Mono"),
    # Symbols are drawn as the characters of Unicode that look like them.
    "symbol": ("Segoe UI Symbol", "DejaVu Sans"),
    "wingdings": ("Segoe UI Symbol", "DejaVu Sans"),
    "wingdings 2": ("Segoe UI Symbol", "DejaVu Sans"),
    "wingdings 3": ("Segoe UI Symbol", "DejaVu Sans"),
    "webdings": ("Segoe UI Symbol", "DejaVu Sans"),
}

# For characters that a face lacks, before any other face is tried.
FALLBACKS = ("Noto Serif CJK SC", "Noto Sans CJK SC")

# Its descent is wrong: lines set in it stand too high.
UNUSABLE = ("FandolSong-Regular",)


def kind_of(name: str) -> Kind | None:
    """The kind of type that an office's font name asks for, None when the name is not one of theirs."""
    wanted = name.strip().lower()
    for kind in STANDARD_KINDS:
        if any(wanted == known.lower() for known in (kind.name, *kind.office)):
            return kind
    return None


def plain_kind() -> Kind:
    """宋体, which stands in for unknown names."""
    return next(kind for kind in STANDARD_KINDS if kind.name == "宋体")
