"""A run carried out: what is due is made, what stands is left, what fails or was changed stops nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from batch_jobs import DEADLY, DIRECT, deadly, template, wanted

from docgen.batch import carry, worker
from docgen.batch.carry import Handling, carried_out
from docgen.batch.crews import Here
from docgen.batch.delivered import Delivered
from docgen.batch.jobs import EXCEL, Job, Made, Wanted
from docgen.batch.processes import Processes
from docgen.batch.standing import survey
from docgen.batch.worker import Outcome, work
from docgen.errors import ChangedError, FileError, FolderError, OwnFault, TemplateError, WorkerError
from docgen.output import files
from docgen.output.folder import known, opened

UNITS = ("甲镇", "乙镇", "丙镇")


def run(
    documents: Sequence[Wanted], folder: Path, *, task: carry.Task = work, **how: bool
) -> tuple[list[Delivered], list[str]]:
    """Carry out a run here; what became of the documents, and which were made."""
    made: list[str] = []

    def counted(lot: Sequence[Job]) -> tuple[Outcome, ...]:
        made.extend(job.composed.unit for job in lot)
        return task(lot)

    with opened(folder) as open_folder:
        states = survey(documents, folder, open_folder.manifest, **how)
        handling = Handling(how.get("force", False), "1")
        return list(carried_out(states, open_folder, Here(), handling, counted)), made


def outcomes(done: Sequence[Delivered]) -> list[str]:
    return ["".join(item.outcome[0] for item in found.written) or type(found.error).__name__ for found in done]


def test_each_document_is_written_and_the_second_run_makes_none(tmp_path: Path) -> None:
    documents = [wanted(unit, pdf=DIRECT) for unit in UNITS]
    first, made = run(documents, tmp_path)
    assert (outcomes(first), made) == (["新新"] * 3, list(UNITS))
    again, made = run(documents, tmp_path)
    assert (outcomes(again), made) == (["未未"] * 3, [])
    told = [(item.title, item.pages, item.fonts, item.warnings) for item in first]
    assert [(item.title, item.pages, item.fonts, item.warnings) for item in again] == told
    assert first[0].pages == 1


def test_documents_with_the_same_fonts_share_one_report(tmp_path: Path) -> None:
    documents = [wanted(unit, pdf=DIRECT) for unit in UNITS]
    for _ in ("made", "told by the manifest"):
        done, _ = run(documents, tmp_path)
        assert done[0].fonts is not None
        assert all(item.fonts is done[0].fonts for item in done)


@pytest.mark.parametrize("what", ["inputs", "printing"])
def test_what_was_made_of_something_else_is_made_again(what: str, tmp_path: Path) -> None:
    run([wanted(unit) for unit in UNITS], tmp_path)
    changed = [replace(wanted(unit), **{what: "other"}) if unit == "乙镇" else wanted(unit) for unit in UNITS]
    done, made = run(changed, tmp_path)
    assert (outcomes(done), made) == (["未"] * 3, ["乙镇"])
    assert run(changed, tmp_path)[1] == []


def test_a_document_that_is_always_made_is(tmp_path: Path) -> None:
    documents = [wanted("甲镇", inputs="")]
    run(documents, tmp_path)
    assert run(documents, tmp_path)[1] == ["甲镇"]


def test_a_file_that_is_gone_comes_back(tmp_path: Path) -> None:
    documents = [wanted(unit) for unit in UNITS]
    run(documents, tmp_path)
    (tmp_path / "通知（乙镇）.docx").unlink()
    done, made = run(documents, tmp_path)
    assert (outcomes(done), made) == (["未", "新", "未"], ["乙镇"])


def test_the_pdf_of_a_word_file_that_came_out_the_same_is_not_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from docgen import produce

    (first,), _ = run([wanted("甲镇", pdf=DIRECT)], tmp_path)

    def refuse(*_: object) -> None:
        pytest.fail("nothing is to be printed")

    monkeypatch.setattr(produce, "printed_document", refuse)
    (again,), made = run([wanted("甲镇", pdf=DIRECT, inputs="the same in other words")], tmp_path)
    assert (outcomes([again]), made) == (["未未"], ["甲镇"])
    assert (again.pages, again.fonts) == (first.pages, first.fonts)


def test_a_pdf_that_was_changed_or_made_by_other_means_is_made_again(tmp_path: Path) -> None:
    run([wanted("甲镇", pdf=DIRECT)], tmp_path)
    other = replace(wanted("甲镇", pdf=DIRECT, inputs="other"), printing="another engine")
    (done,), _ = run([other], tmp_path)
    assert done.error is None
    assert known(tmp_path).documents["通知，甲镇"].printing == "another engine"


def test_word_alone_for_once_does_not_forget_the_pdf(tmp_path: Path) -> None:
    run([wanted("甲镇", pdf=DIRECT)], tmp_path)
    run([replace(wanted("甲镇"), printing="no PDF")], tmp_path)
    assert run([wanted("甲镇", pdf=DIRECT)], tmp_path)[1] == []


def test_a_document_that_fails_is_told_with_its_reason_and_the_others_are_written(tmp_path: Path) -> None:
    documents = [wanted("甲镇"), wanted("乙镇", template=template("{{ 没有的 }}通知")), wanted("丙镇")]
    done, _ = run(documents, tmp_path)
    assert outcomes(done) == ["新", "TemplateError", "新"]
    assert isinstance(done[1].error, TemplateError)
    (failure,) = known(tmp_path).failed.values()
    assert (failure.title, failure.exit_code) == ("通知（乙镇）", 4)
    assert failure.reason == done[1].error.message
    again, made = run([wanted("甲镇"), wanted("乙镇"), wanted("丙镇")], tmp_path, only_failed=True)
    assert made == ["乙镇"]
    assert [item.left_out for item in again] == [True, False, True]
    assert known(tmp_path).failed == {}


def test_a_fault_of_our_own_in_one_document_comes_with_its_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = worker.filled

    def broken(composed: object, template: object) -> object:
        if composed.unit == "乙镇":  # type: ignore[attr-defined]
            raise ZeroDivisionError("boom")
        return real(composed, template)  # type: ignore[arg-type]

    monkeypatch.setattr(worker, "filled", broken)
    done, _ = run([wanted(unit) for unit in UNITS], tmp_path)
    assert outcomes(done) == ["新", "OwnFault", "新"]
    assert isinstance(done[1].error, OwnFault)
    assert "boom" in done[1].error.trace


def test_a_document_whose_worker_is_killed_twice_fails_and_the_others_stand(tmp_path: Path) -> None:
    documents = [wanted(unit) for unit in ("甲镇", DEADLY, "乙镇", "丙镇")]
    crew = Processes(2)
    with opened(tmp_path) as folder:
        states = survey(documents, tmp_path, folder.manifest)
        done = list(carried_out(states, folder, crew, Handling(), deadly))
    crew.close()
    assert outcomes(done) == ["新", "WorkerError", "新", "新"]
    assert isinstance(done[1].error, WorkerError)


def test_a_file_changed_by_hand_is_kept_and_reported_and_the_others_are_written(tmp_path: Path) -> None:
    run([wanted(unit, pdf=DIRECT) for unit in UNITS], tmp_path)
    (tmp_path / "通知（乙镇）.docx").write_bytes(b"by hand")
    pdf = (tmp_path / "通知（乙镇）.pdf").read_bytes()
    for text in ("请整改", "请尽快整改"):
        done, _ = run([wanted(unit, text, pdf=DIRECT) for unit in UNITS], tmp_path)
        assert [item.kept for item in done] == [False, True, False]
        error = done[1].error
        assert isinstance(error, ChangedError)
        assert error.names == ("通知（乙镇）.docx",)
        assert (tmp_path / "通知（乙镇）.docx").read_bytes() == b"by hand"
        assert (tmp_path / "通知（乙镇）.pdf").read_bytes() == pdf
    assert outcomes(done)[0] == outcomes(done)[2] == "更更"
    assert known(tmp_path).failed == {}
    forced, _ = run([wanted(unit, pdf=DIRECT) for unit in UNITS], tmp_path, force=True)
    assert [item.error for item in forced] == [None] * 3
    assert (tmp_path / "原件" / "通知（乙镇）.1.docx").read_bytes() == b"by hand"


def test_a_document_keeps_its_bytes_when_its_neighbours_name_changes(tmp_path: Path) -> None:
    both = [wanted("甲镇", stem="通知"), wanted("乙镇", stem="通知")]
    run(both, tmp_path)
    second = (tmp_path / "通知（2）.docx").read_bytes()
    done, made = run([wanted("甲镇", stem="别的", inputs="other"), both[1]], tmp_path)
    assert made == ["甲镇"]
    assert [item.written[0].path.name for item in done] == ["别的.docx", "通知.docx"]
    assert (tmp_path / "通知.docx").read_bytes() == second


def texts(folder: Path) -> dict[str, str]:
    """File name → the document that stands under it."""
    found = sorted(path for path in folder.glob("*.docx"))
    return {path.name: docx.Document(str(path)).paragraphs[0].text for path in found}


def named_alike(*units: str, **given: Any) -> list[Wanted]:
    return [wanted(unit, stem="通知", **given) for unit in units]


def test_documents_that_change_places_keep_their_bytes(tmp_path: Path) -> None:
    run(named_alike("甲镇", "乙镇", pdf=DIRECT), tmp_path)
    before = {path.read_bytes() for path in tmp_path.glob("通知*")}
    done, made = run(named_alike("乙镇", "甲镇", pdf=DIRECT), tmp_path)
    assert (made, texts(tmp_path)) == ([], {"通知.docx": "乙镇通知", "通知（2）.docx": "甲镇通知"})
    assert {path.read_bytes() for path in tmp_path.glob("通知*")} == before
    assert [item.pages for item in done] == [1, 1]
    assert run(named_alike("乙镇", "甲镇", pdf=DIRECT), tmp_path)[1] == []


def test_a_new_document_in_front_moves_the_others_and_overwrites_none(tmp_path: Path) -> None:
    run(named_alike("甲镇", "乙镇"), tmp_path)
    _, made = run(named_alike("丙镇", "甲镇", "乙镇"), tmp_path)
    assert made == ["丙镇"]
    assert texts(tmp_path) == {"通知.docx": "丙镇通知", "通知（2）.docx": "甲镇通知", "通知（3）.docx": "乙镇通知"}


def test_a_pdf_that_still_holds_moves_along_with_its_word_file(tmp_path: Path) -> None:
    run(named_alike("甲镇", "乙镇", pdf=DIRECT), tmp_path)
    first, second = ((tmp_path / name).read_bytes() for name in ("通知.pdf", "通知（2）.pdf"))
    assert first != second
    run(named_alike("乙镇", "甲镇", pdf=DIRECT, inputs="the same in other words"), tmp_path)
    assert [(tmp_path / name).read_bytes() for name in ("通知.pdf", "通知（2）.pdf")] == [second, first]


def test_a_run_that_ends_between_two_that_change_places_leaves_nothing_that_looks_changed_by_hand(
    tmp_path: Path,
) -> None:
    run(named_alike("甲镇", "乙镇"), tmp_path)
    turned = named_alike("乙镇", "甲镇")
    with opened(tmp_path) as folder:
        states = survey(turned, tmp_path, folder.manifest)
        next(carried_out(states, folder, Here(), Handling()))
    assert texts(tmp_path) == {"通知.docx": "乙镇通知", "通知（2）.docx": "乙镇通知"}
    done, made = run(turned, tmp_path)
    assert ([item.error for item in done], made) == ([None, None], ["甲镇"])
    assert texts(tmp_path) == {"通知.docx": "乙镇通知", "通知（2）.docx": "甲镇通知"}


def test_one_made_again_by_itself_takes_no_name_from_those_that_are_left_alone(tmp_path: Path) -> None:
    first = wanted("甲镇", template=template("{{ 没有的 }}"), stem="")
    run([replace(first, stem=""), *named_alike("乙镇")], tmp_path)
    mended = named_alike("甲镇", "乙镇")
    run(mended, tmp_path, only_failed=True)
    assert texts(tmp_path) == {"通知.docx": "乙镇通知", "通知（2）.docx": "甲镇通知"}
    done, made = run(mended, tmp_path)
    assert ([item.error for item in done], made) == ([None, None], [])
    assert texts(tmp_path) == {"通知.docx": "甲镇通知", "通知（2）.docx": "乙镇通知"}


def test_one_changed_by_hand_keeps_its_name_and_its_neighbours_pass_it_by(tmp_path: Path) -> None:
    run(named_alike("甲镇"), tmp_path)
    mine = docx.Document()
    mine.add_paragraph("我的")
    mine.save(str(tmp_path / "通知.docx"))
    done, _ = run(named_alike("乙镇", "甲镇"), tmp_path)
    assert [item.kept for item in done] == [False, True]
    assert texts(tmp_path) == {"通知.docx": "我的", "通知（2）.docx": "乙镇通知"}


def test_a_file_that_is_taken_away_while_the_run_lasts_stops_no_other(tmp_path: Path) -> None:
    run([wanted(unit) for unit in UNITS], tmp_path)

    def away(lot: Sequence[Job]) -> tuple[Outcome, ...]:
        (tmp_path / "通知（乙镇）.docx").unlink()
        return work(lot)

    done, made = run([wanted("甲镇", "请尽快整改"), *map(wanted, UNITS[1:])], tmp_path, task=away)
    assert (outcomes(done), made) == (["更", "FileError", "未"], ["甲镇"])
    assert outcomes(run([wanted("甲镇", "请尽快整改"), *map(wanted, UNITS[1:])], tmp_path)[0]) == ["未", "新", "未"]
    assert known(tmp_path).failed == {}


def test_a_failure_is_forgotten_when_the_document_stands_as_it_is_wanted_again(tmp_path: Path) -> None:
    run([wanted(unit) for unit in UNITS], tmp_path)
    run([wanted("甲镇", template=template("{{ 没有的 }}"), inputs="faulty"), *map(wanted, UNITS[1:])], tmp_path)
    assert list(known(tmp_path).failed) == ["通知，甲镇"]
    assert run([wanted(unit) for unit in UNITS], tmp_path)[1] == []
    assert known(tmp_path).failed == {}


def test_a_full_disk_stops_the_run_with_whole_files_and_the_next_run_makes_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = files.write_atomically

    def full(path: Path, data: bytes, mark: str = "") -> None:
        if "丙镇" in path.name:
            raise FolderError("写不了（磁盘满了）")
        real(path, data, mark)

    documents = [wanted(unit) for unit in UNITS]
    with monkeypatch.context() as patch:
        patch.setattr(files, "write_atomically", full)
        with pytest.raises(FolderError):
            run(documents, tmp_path)
    assert sorted(path.name for path in tmp_path.glob("*.docx")) == ["通知（乙镇）.docx", "通知（甲镇）.docx"]
    done, made = run(documents, tmp_path)
    assert (outcomes(done), made) == (["未", "未", "新"], ["丙镇"])


def test_one_file_that_is_open_elsewhere_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = files.write_atomically

    def locked(path: Path, data: bytes, mark: str = "") -> None:
        if "乙镇" in path.name:
            raise FileError("写不了（没有权限）")
        real(path, data, mark)

    monkeypatch.setattr(files, "write_atomically", locked)
    done, _ = run([wanted(unit) for unit in UNITS], tmp_path)
    assert outcomes(done) == ["新", "FileError", "新"]
    assert list(known(tmp_path).failed) == ["通知，乙镇"]


def test_a_workbook_is_made_in_its_turn_and_skipped_like_the_others(tmp_path: Path) -> None:
    made: list[str] = []

    def book() -> Made:
        made.append("台账")
        return Made("问题台账", {EXCEL: b"book"})

    documents = [wanted("甲镇"), Wanted("台账", "问题台账", (EXCEL,), "inputs", book=book, stem="台账")]
    done, _ = run(documents, tmp_path)
    assert [item.written[0].path.name for item in done] == ["通知（甲镇）.docx", "台账.xlsx"]
    assert outcomes(run(documents, tmp_path)[0]) == ["未", "未"]
    assert made == ["台账"]


def test_a_missing_engine_still_gives_the_word_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from docgen.errors import MissingError
    from docgen.pdf import direct_writer

    def missing() -> None:
        raise MissingError("缺程序库", "装上")

    monkeypatch.setattr(direct_writer, "check", missing)
    (done,), _ = run([wanted("甲镇", pdf=DIRECT)], tmp_path)
    assert [item.path.name for item in done.written] == ["通知（甲镇）.docx"]
    assert isinstance(done.error, MissingError)
    monkeypatch.undo()
    (again,), made = run([wanted("甲镇", pdf=DIRECT)], tmp_path)
    assert (outcomes([again]), made) == (["未新"], ["甲镇"])
