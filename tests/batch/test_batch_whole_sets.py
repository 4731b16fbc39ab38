"""Whole sets: one PDF per kind with bookmarks, one zip; the same bytes for the same files."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pikepdf
import pytest
from batch_jobs import DIRECT, wanted

from docgen.batch import merging
from docgen.batch.carry import Handling, carried_out
from docgen.batch.crews import Here
from docgen.batch.merging import Part, merge
from docgen.batch.packing import pack
from docgen.batch.standing import survey
from docgen.batch.whole_sets import WholeSets
from docgen.errors import ChangedError, FileError
from docgen.output.files import Outcome, Written
from docgen.output.folder import opened


def pdf(path: Path, pages: int, text: str = "", link: str = "") -> Path:
    """A PDF whose pages say which they are; with a link on its first page."""
    made = pikepdf.new()
    for number in range(pages):
        page = made.add_blank_page(page_size=(100, 100 + number))
        page.Contents = made.make_stream(f"% {text} {number}".encode())
        page.StructParents = number
    if link:
        marks = {"/Type": pikepdf.Name.Annot, "/Subtype": pikepdf.Name.Link, "/Rect": [0, 0, 9, 9]}
        if link == "inside":
            marks["/Dest"] = pikepdf.Array([made.pages[-1].obj, pikepdf.Name.Fit])
        else:
            marks["/A"] = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="http://a.example/")
        made.pages[0].Annots = pikepdf.Array([made.make_indirect(pikepdf.Dictionary(marks))])
    made.save(path)
    return path


def merged(parts: list[Part]) -> bytes:
    stream = io.BytesIO()
    merge(parts, "简报", stream)
    return stream.getvalue()


def bookmarks(data: bytes) -> list[tuple[str, int]]:
    with pikepdf.open(io.BytesIO(data)) as found, found.open_outline() as outline:
        pages = [page.obj.objgen for page in found.pages]
        return [(item.title, pages.index(item.destination[0].objgen)) for item in outline.root]


@pytest.mark.parametrize("at_a_time", [64, 2])
def test_all_pages_follow_in_order_and_a_bookmark_leads_to_each_document(
    at_a_time: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merging, "_AT_A_TIME", at_a_time)
    sizes = {"甲": 2, "乙": 1, "丙": 3, "丁": 1, "戊": 2}
    parts = [Part(f"{name}简报", pdf(tmp_path / f"{name}.pdf", size, name)) for name, size in sizes.items()]
    data = merged(parts)
    assert bookmarks(data) == [("甲简报", 0), ("乙简报", 2), ("丙简报", 3), ("丁简报", 6), ("戊简报", 7)]
    with pikepdf.open(io.BytesIO(data)) as found:
        said = [page.Contents.read_bytes().decode() for page in found.pages]
        assert str(found.docinfo["/Title"]) == "简报"
    assert said == [f"% {name} {number}" for name, size in sizes.items() for number in range(size)]
    assert merged(parts) == data


def test_links_that_lead_nowhere_after_the_merge_are_left_out_and_others_stay(tmp_path: Path) -> None:
    parts = [Part(name, pdf(tmp_path / f"{name}.pdf", 2, link=name)) for name in ("inside", "outside")]
    with pikepdf.open(io.BytesIO(merged(parts))) as found:
        assert [len(page.obj.get("/Annots", [])) for page in found.pages] == [0, 0, 1, 0]
        assert not any("/StructParents" in page.obj for page in found.pages)


def test_what_is_no_pdf_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"no pdf")
    with pytest.raises(FileError) as caught:
        merged([Part("甲", tmp_path / "a.pdf")])
    assert caught.value.message == f"{tmp_path / 'a.pdf'} 不是完好的 PDF，合并不了"


def test_a_zip_holds_every_file_under_its_name_and_says_nothing_of_when(tmp_path: Path) -> None:
    names = ["2024-04/简报/简报.docx", "清单.xlsx"]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(name.encode() * 1000)
    packed = []
    for _ in range(2):
        stream = io.BytesIO()
        pack([tmp_path / name for name in names], tmp_path, stream)
        packed.append(stream.getvalue())
        (tmp_path / names[0]).touch()
    assert packed[0] == packed[1]
    with zipfile.ZipFile(io.BytesIO(packed[0])) as found:
        assert [(item.filename, item.date_time) for item in found.infolist()] == [
            (name, (1980, 1, 1, 0, 0, 0)) for name in names
        ]
        assert [found.read(name) for name in names] == [name.encode() * 1000 for name in names]
        assert found.testzip() is None


def made(folder: Path, force: bool = False) -> list[Written | Exception]:
    handling = Handling(force, "1")
    with opened(folder) as open_folder:
        states = survey([wanted(unit, pdf=DIRECT) for unit in ("甲镇", "乙镇")], folder, open_folder.manifest)
        done = list(carried_out(states, open_folder, Here(), handling))
        sets = WholeSets(open_folder, handling)
        found = list(sets.merged(done))
        return [*found, *sets.zipped([path for item in done for path in item.standing])]


def test_sets_of_the_same_files_are_not_made_again_and_changed_ones_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = made(tmp_path)
    names = [item.path.relative_to(tmp_path).as_posix() for item in first if isinstance(item, Written)]
    assert names == ["合并/通知.pdf", "整套文件.zip"]
    assert bookmarks((tmp_path / "合并" / "通知.pdf").read_bytes()) == [("甲镇通知", 0), ("乙镇通知", 1)]
    with monkeypatch.context() as patch:
        patch.setattr("docgen.batch.whole_sets.merge", lambda *_: pytest.fail("made again"))
        assert [item.outcome for item in made(tmp_path) if isinstance(item, Written)] == [Outcome.UNCHANGED] * 2
    (tmp_path / "合并" / "通知.pdf").write_bytes(b"with my notes")
    kept, packed = made(tmp_path)
    assert isinstance(kept, ChangedError)
    assert isinstance(packed, Written)
    assert (tmp_path / "合并" / "通知.pdf").read_bytes() == b"with my notes"
    again = made(tmp_path, force=True)
    assert [item.outcome for item in again if isinstance(item, Written)] == [Outcome.UPDATED, Outcome.UNCHANGED]
    assert (tmp_path / "原件" / "通知.1.pdf").read_bytes() == b"with my notes"
