"""Zips that say nothing of when, where and on what machine they were packed: same members, same bytes."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable, Iterable
from typing import IO

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can hold."""

Change = Callable[[IO[bytes]], Iterable[bytes]]
"""What becomes of a member: its bytes as a stream → its new bytes, piece by piece."""


def plain_member(name: str) -> zipfile.ZipInfo:
    """A member as it is entered: deflated, with fixed time, rights and system."""
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    info.create_system = 0
    return info


def rezipped(content: bytes, change_of: Callable[[str], Change | None] = lambda _: None) -> bytes:
    """The same archive packed anew, member after member in its order, without holding one unpacked as a whole.

    `change_of` gives the change of a member by its name, None where there is none.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in source.infolist():
            change = change_of(member.filename)
            with source.open(member) as stream, archive.open(plain_member(member.filename), "w") as packed:
                if change is None:
                    shutil.copyfileobj(stream, packed)
                else:
                    packed.writelines(change(stream))
    return target.getvalue()
