"""What documents are made with: whatever has a say in their bytes is known by its version."""

from __future__ import annotations

import zlib
from importlib import metadata

import pytest

from docgen.batch import fingerprints


def both() -> tuple[str, str]:
    """Of the code and of the machine, asked anew."""
    return fingerprints.of_code.__wrapped__(), fingerprints.of_machine.__wrapped__()


def changed(before: tuple[str, str]) -> list[bool]:
    return [now != then for now, then in zip(both(), before, strict=True)]


def test_nothing_new_is_no_change() -> None:
    assert changed(both()) == [False, False]


def test_another_zlib_is_a_change(monkeypatch: pytest.MonkeyPatch) -> None:
    before = both()
    monkeypatch.setattr(zlib, "ZLIB_RUNTIME_VERSION", "1.3.1.zlib-ng")
    assert changed(before) == [True, True]


@pytest.mark.parametrize("library", ["lxml", "pillow"])
def test_another_version_of_a_library_is_a_change(monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    before, plain = both(), metadata.version
    monkeypatch.setattr(metadata, "version", lambda name: "0" if name == library else plain(name))
    assert changed(before) == [True, True]
