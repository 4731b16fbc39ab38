"""Zips packed anew: the same members, nothing of when and where."""

from __future__ import annotations

import io
import zipfile

from docgen.zipped import QUICK, SMALL, archive, member, plain_member, rezipped


def packed(year: int, system: int) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in (("b.xml", "<b/>"), ("a.xml", "<a/>" * 100_000)):
            info = zipfile.ZipInfo(name, (year, 2, 3, 4, 5, 6))
            info.create_system, info.external_attr = system, year << 16
            archive.writestr(info, text)
    return content.getvalue()


def test_archives_that_differ_in_time_rights_and_system_become_the_same() -> None:
    assert packed(2020, 0) != packed(2024, 3)
    assert rezipped(packed(2020, 0)) == rezipped(packed(2024, 3))


def test_members_keep_their_order_and_content_and_are_deflated() -> None:
    with zipfile.ZipFile(io.BytesIO(rezipped(packed(2024, 3)))) as archive:
        assert archive.namelist() == ["b.xml", "a.xml"]
        assert archive.read("a.xml") == b"<a/>" * 100_000
        info = archive.getinfo("a.xml")
    assert (info.date_time, info.create_system, info.external_attr >> 16) == ((1980, 1, 1, 0, 0, 0), 0, 0o600)
    assert info.compress_size < 10_000


def test_a_change_is_made_to_its_member_alone() -> None:
    changes = {"b.xml": lambda stream: [b"<!--", stream.read(), b"-->"]}
    with zipfile.ZipFile(io.BytesIO(rezipped(packed(2024, 3), changes.get))) as archive:
        assert archive.read("b.xml") == b"<!--<b/>-->"
        assert archive.read("a.xml").startswith(b"<a/>")


def test_a_plain_member_is_deflated_with_fixed_traits() -> None:
    info = plain_member("x")
    assert (info.filename, info.date_time, info.create_system) == ("x", (1980, 1, 1, 0, 0, 0), 0)


def test_an_archive_of_packed_members_is_read_by_everybody() -> None:
    files = {"甲.xml": b"<a/>" * 1000, "a.txt": b"", "图.png": b"\x89PNG" + bytes(1000)}
    packed = archive(member(name, data) for name, data in files.items())
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        assert opened.testzip() is None
        assert {name: opened.read(name) for name in opened.namelist()} == files
        kinds = [info.compress_type for info in opened.infolist()]
    assert kinds == [zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED]


def test_packing_quickly_or_small_changes_the_size_and_not_the_content() -> None:
    data = b"".join(b"<a n='%d'/>" % (number**3) for number in range(5000))
    quick, small = member("a", data, QUICK), member("a", data, SMALL)
    assert len(small.packed) < len(quick.packed) < len(data) / 2
    for item in (quick, small):
        with zipfile.ZipFile(io.BytesIO(archive([item]))) as opened:
            assert opened.read("a") == data
