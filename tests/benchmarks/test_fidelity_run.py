from __future__ import annotations

import json
import shutil

import pytest

from benchmarks.fidelity import main

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]


def test_three_files_are_measured_printed_and_kept(tmp_path, capsys):
    names = "^(段落-按长度缩进|表格-固定列宽|段落-字符网格)$"
    report = tmp_path / "report.json"
    call = [
        "--only",
        "corpus",
        "--match",
        names,
        "--keep",
        str(tmp_path / "kept"),
        "--json",
        str(report),
        "--worst",
        "1",
    ]
    assert main([*call, "--jobs", "1"]) == 0
    files = {file["name"]: file for file in json.loads(report.read_text("utf-8"))["files"]}
    for name, pages in (("段落-按长度缩进", 3), ("表格-固定列宽", 4)):
        found = files[name]["followed"]
        assert found["pages"] == [pages, pages]
        assert found["text_equal"]
        assert found["line_ends"][0] / found["line_ends"][1] > 0.95
        assert found["largest_mm"] < 1
        assert found["fonts_of_libreoffice_alone"] == []
    assert files["段落-字符网格"]["apart"].startswith("docGrid linesAndChars")
    kept = sorted(path.name for path in (tmp_path / "kept" / "corpus").iterdir())
    assert kept[:3] == ["段落-字符网格.docx", "段落-字符网格.lo.pdf", "段落-字符网格.ours.pdf"]
    assert len(list((tmp_path / "kept" / "worst").glob("*.png"))) == 1
    printed = capsys.readouterr().out
    assert "corpus: 2 files" in printed
    assert "Not counted: LibreOffice is no reference for Word here" in printed
    assert "tracebacks 0" in printed
    assert "w:overflowPunct on: the mark that does not fit" in printed
