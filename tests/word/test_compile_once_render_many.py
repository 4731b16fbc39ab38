"""The same template and data give the same bytes, whatever was rendered before, beside or in another process."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from small_template import docx, lines, p, part, table

from docgen.errors import TemplateError
from docgen.word.template import compile_template

ROOT = Path(__file__).resolve().parents[2]
BODY = (
    p("{%p set 计 = namespace(数=0) %}")
    + table(
        (p("{%tr for 镇 in 乡镇 %}"),),
        (p("{% set 计.数 = 计.数 + 1 %}{{ 镇.名称 }}{{ 计.数 }}"),),
        (p("{%tr endfor %}"),),
    )
    + p("{{ 县名 }}")
)
_SCRIPT = """
import hashlib, pathlib, sys
from datetime import date
from docgen.word.template import compile_template
template = compile_template(pathlib.Path(sys.argv[1]).read_bytes(), "模板.docx")
data = {"县名": "云岭县", "乡镇": [{"名称": "甲"}, {"名称": "乙"}]}
made = template.render(data, author="机关", day=date(2024, 2, 26))
print(hashlib.sha256(made.data).hexdigest())
"""


def context(county: str, count: int) -> dict[str, object]:
    return {"县名": county, "乡镇": [{"名称": f"{county}{n}镇"} for n in range(count)]}


def test_the_same_data_give_the_same_bytes() -> None:
    once, again = (
        compile_template(docx(BODY), "模板.docx").render(context("甲县", 3), day=date(2024, 2, 26)) for _ in range(2)
    )
    assert once.data == again.data


def test_two_processes_with_other_hash_seeds_give_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "模板.docx"
    path.write_bytes(docx(BODY))
    sums = {
        subprocess.run(
            [sys.executable, "-c", _SCRIPT, str(path)],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "TZ": zone},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai"))
    }
    here = compile_template(docx(BODY), "模板.docx").render(
        {"县名": "云岭县", "乡镇": [{"名称": "甲"}, {"名称": "乙"}]}, author="机关", day=date(2024, 2, 26)
    )
    assert sums == {hashlib.sha256(here.data).hexdigest() + "\n"}


def test_no_time_of_the_machine_is_in_the_zip() -> None:
    made = compile_template(docx(p("x")), "模板.docx").render({}).data
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]
        assert archive.testzip() is None


def test_one_rendering_leaves_nothing_to_the_next() -> None:
    template = compile_template(docx(BODY), "模板.docx")
    first = template.render(context("甲县", 3)).data
    template.render(context("乙县", 1))
    with pytest.raises(TemplateError):
        template.render({"县名": "丙县"})
    assert template.render(context("甲县", 3)).data == first
    assert lines(part(first)) == ["甲县0镇1", "甲县1镇2", "甲县2镇3", "甲县"]


def test_rendering_does_not_change_the_data() -> None:
    data = context("甲县", 2)
    compile_template(docx(BODY), "模板.docx").render(data)
    assert data == context("甲县", 2)


def test_faults_of_one_rendering_are_not_told_of_another() -> None:
    template = compile_template(docx(p("{{ 甲 }}{{ 乙 }}")), "模板.docx")
    counts = []
    for data in ({}, {"甲": 1}, {"甲": 1, "乙": None}, {}):
        with pytest.raises(TemplateError) as caught:
            template.render(data)
        counts.append(len(caught.value.diagnostics))
    assert counts == [2, 1, 1, 2]


def test_many_threads_render_one_template_without_mixing() -> None:
    template = compile_template(docx(BODY + p("{{ 记录.有 }}")), "模板.docx")

    def make(n: int) -> list[str]:
        if n % 3 == 0:
            with pytest.raises(TemplateError) as caught:
                template.render(context(f"{n}县", 1) | {"记录": {"没": 1}})
            return [caught.value.diagnostics[0].found]
        return lines(part(template.render(context(f"{n}县", 20) | {"记录": {"有": n}}).data))

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(make, range(48)))
    for n, found in enumerate(made):
        expected = [*(f"{n}县{i}镇{i + 1}" for i in range(20)), f"{n}县", str(n)]
        assert found == (["“有”在这里的数据里没有"] if n % 3 == 0 else expected)


def test_the_names_that_a_template_uses_are_known() -> None:
    template = compile_template(
        docx(p("{{ 甲.乙 }}{% for 丙 in 丁 %}{{ 丙 | 顿号 }}{% endfor %}"), header1=p("{{ 戊 }}")), "模板.docx"
    )
    assert template.names == {"甲", "丁", "戊"}
