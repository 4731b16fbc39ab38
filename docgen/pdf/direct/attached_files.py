"""Attached files: what a document was made from, inside of its PDF."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from docgen.pdf.direct.syntax import sort_key, stream, text_string
from docgen.pdf.writing import Attachment


def attach(pdf: Any, files: Iterable[Attachment]) -> Any:
    """The name tree of the files, which are listed as sources of the document; None without any."""
    import pydyf

    made = sorted((sort_key(one.name), text_string(one.name), _attached(pdf, one)) for one in files)
    if not made:
        return None
    pdf.catalog["AF"] = pydyf.Array([one.reference for *_, one in made])
    names = pydyf.Dictionary({"Names": pydyf.Array([part for _, name, one in made for part in (name, one.reference)])})
    pdf.add_object(names)
    return names


def _attached(pdf: Any, one: Attachment) -> Any:
    import pydyf

    checksum = hashlib.md5(one.data, usedforsecurity=False).hexdigest()
    parameters = {"Size": len(one.data), "CheckSum": f"<{checksum}>"}
    if "CreationDate" in pdf.info:
        parameters["ModDate"] = pdf.info["CreationDate"]
    content = stream(
        one.data,
        Type="/EmbeddedFile",
        Subtype=pydyf.name(one.mime).decode("ascii"),
        Params=pydyf.Dictionary(parameters),
    )
    pdf.add_object(content)
    file = {
        "Type": "/Filespec",
        "F": text_string(one.name),
        "UF": text_string(one.name),
        "EF": pydyf.Dictionary({"F": content.reference, "UF": content.reference}),
        "AFRelationship": "/Source",
    }
    if one.description:
        file["Desc"] = text_string(one.description)
    made = pydyf.Dictionary(file)
    pdf.add_object(made)
    return made
