"""Documents whose names come to one safe file name stand beside each other; none overwrites another."""

from __future__ import annotations

from pathlib import Path

from docgen.cli.deliver import put
from docgen.cli.parcels import Order, Parcel


def parcel(title: str, *names: str) -> Parcel:
    return Parcel("通知", title, {name: title.encode() for name in names})


def test_the_second_of_two_equal_names_is_numbered_in_all_its_formats(tmp_path: Path) -> None:
    both = [parcel("甲", "通知.docx", "通知.pdf"), parcel("乙", "通知.docx", "通知.pdf"), parcel("丙", "别的.docx")]
    done = put(both, Order(tmp_path), "文件")
    assert [[file.path.name for file in item.written] for item in done] == [
        ["通知.docx", "通知.pdf"],
        ["通知（2）.docx", "通知（2）.pdf"],
        ["别的.docx"],
    ]
    assert (tmp_path / "文件" / "通知（2）.pdf").read_text(encoding="utf-8") == "乙"


def test_names_that_differ_by_case_only_are_told_apart(tmp_path: Path) -> None:
    done = put([parcel("甲", "A镇.docx"), parcel("乙", "a镇.docx"), parcel("丙", "A镇.docx")], Order(tmp_path))
    assert [item.written[0].path.name for item in done] == ["A镇.docx", "a镇（2）.docx", "A镇（3）.docx"]


def test_nothing_to_write_makes_no_folder(tmp_path: Path) -> None:
    assert put([], Order(tmp_path / "out")) == []
    assert not (tmp_path / "out").exists()
