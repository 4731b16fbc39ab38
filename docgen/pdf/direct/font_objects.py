"""Font objects: the faces of a document as composite fonts of a PDF, with their programs, widths and texts."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from docgen.pdf.decimals import number
from docgen.pdf.direct.face_readers import Metrics, Subset
from docgen.pdf.direct.syntax import stream
from docgen.pdf.direct.used_faces import UsedFace

_BATCH = 100  # entries of a character map that may stand in one block


def embed(pdf: Any, used: UsedFace) -> list[Any]:
    """The fonts of a face, one for each layer of texts; they share everything but the texts."""
    import pydyf

    if used.subset is None:
        return []
    name = f"{_prefix(used.subset)}+{used.reader.name}"
    below = _descendant(pdf, used, used.subset, name)
    fonts = []
    for layer in used.layers:
        texts = to_unicode(layer, digits=4)
        pdf.add_object(texts)
        font = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": f"/{name}",
            "Encoding": "/Identity-H",
            "DescendantFonts": pydyf.Array([below.reference]),
            "ToUnicode": texts.reference,
        }
        fonts.append(pydyf.Dictionary(font))
        pdf.add_object(fonts[-1])
    return fonts


def to_unicode(texts: Mapping[int, str], digits: int) -> Any:
    """The stream that gives each code of `digits` hexadecimal digits its text."""
    rows = [f"<{code:0{digits}x}> <{text.encode('utf-16-be').hex()}>" for code, text in sorted(texts.items())]
    blocks = []
    for start in range(0, len(rows), _BATCH):
        block = rows[start : start + _BATCH]
        blocks.append(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n")
    return stream(
        (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            f"1 begincodespacerange\n<{'0' * digits}> <{'f' * digits}>\nendcodespacerange\n{''.join(blocks)}"
            "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
        ).encode("ascii")
    )


def _prefix(subset: Subset) -> str:
    """Six capitals that tell this subset from others of the same font."""
    digest = hashlib.sha256(subset.program).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _descendant(pdf: Any, used: UsedFace, subset: Subset, name: str) -> Any:
    import pydyf

    if subset.is_cff:
        program = stream(subset.program, Subtype="/CIDFontType0C")
    else:
        program = stream(subset.program, Length1=len(subset.program))
    pdf.add_object(program)
    descriptor = pydyf.Dictionary(_descriptor(used.reader.metrics, name))
    descriptor["FontFile3" if subset.is_cff else "FontFile2"] = program.reference
    pdf.add_object(descriptor)
    system = {"Registry": pydyf.String("Adobe"), "Ordering": pydyf.String("Identity"), "Supplement": 0}
    font = {
        "Type": "/Font",
        "Subtype": "/CIDFontType0" if subset.is_cff else "/CIDFontType2",
        "BaseFont": f"/{name}",
        "CIDSystemInfo": pydyf.Dictionary(system),
        "FontDescriptor": descriptor.reference,
        "DW": 1000,
        "W": _widths(used.widths),
    }
    if not subset.is_cff:
        font["CIDToGIDMap"] = "/Identity"
    below = pydyf.Dictionary(font)
    pdf.add_object(below)
    return below


def _descriptor(metrics: Metrics, name: str) -> dict[str, Any]:
    import pydyf

    flags = 4 | (1 if metrics.fixed_pitch else 0) | (64 if metrics.italic_angle else 0)
    return {
        "Type": "/FontDescriptor",
        "FontName": f"/{name}",
        "Flags": flags,
        "FontBBox": pydyf.Array([round(value) for value in metrics.box]),
        "ItalicAngle": round(metrics.italic_angle),
        "Ascent": round(metrics.ascent),
        "Descent": round(metrics.descent),
        "CapHeight": round(metrics.cap_height),
        "StemV": 80 if metrics.weight < 600 else 140,
    }


def _widths(widths: Mapping[int, float]) -> str:
    """The widths that are not 1000, neighbouring codes together."""
    parts: list[str] = []
    last = -2
    for code, width in sorted(widths.items()):
        if width == 1000:
            continue
        parts.append(number(width) if code == last + 1 else f"{']' if parts else ''}{code}[{number(width)}")
        last = code
    return f"[{' '.join(parts)}]]" if parts else "[]"
