"""`make setup`'s own modules, on fonts and packages made here: no network, nothing installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "setup"))

import aliases  # noqa: E402
import apt  # noqa: E402
import environment  # noqa: E402
import fonts  # noqa: E402
import needs  # noqa: E402

needs_fontconfig = pytest.mark.skipif(shutil.which("fc-match") is None, reason="fontconfig is not installed")
needs_dpkg = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg is not installed")


def make_font(path: Path, family: str) -> None:
    """A font of one glyph that answers to `family`."""
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({ord("A"): "A"})
    builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in (".notdef", "A")})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "A": (500, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": path.stem})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)


def match(folder: Path, asked: str) -> str:
    """The family that fontconfig gives for `asked`, with the fonts in `folder` and our rules alone."""
    aliases.install(folder / "conf.d")
    config = folder / "fonts.conf"
    config.write_text(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig><dir>{folder}</dir>'
        f"<include>{folder / 'conf.d'}</include><cachedir>{folder / 'cache'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    environ = {**os.environ, "FONTCONFIG_FILE": str(config)}
    command = ["fc-match", "-f", "%{family[0]}", asked]
    return subprocess.run(command, env=environ, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def stand_ins(tmp_path: Path) -> Path:
    """A folder with one font for each stand-in."""
    for family in ("FandolFang", "FandolSong", "FandolKai", "FandolHei", "Noto Serif CJK SC", "DejaVu Sans"):
        make_font(tmp_path / f"{family.replace(' ', '')}.ttf", family)
    return tmp_path


@needs_fontconfig
@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("仿宋_GB2312", "FandolFang"),
        ("FangSong", "FandolFang"),
        ("方正小标宋简体", "FandolSong"),
        ("楷体_GB2312", "FandolKai"),
        ("黑体", "FandolHei"),
        ("宋体", "Noto Serif CJK SC"),
    ],
)
def test_a_missing_office_font_is_replaced_by_its_stand_in(stand_ins: Path, asked: str, given: str) -> None:
    assert match(stand_ins, asked) == given


@needs_fontconfig
def test_an_installed_office_font_wins_over_its_stand_in(stand_ins: Path) -> None:
    make_font(stand_ins / "office.ttf", "仿宋_GB2312")
    assert match(stand_ins, "仿宋_GB2312") == "仿宋_GB2312"


@needs_fontconfig
def test_without_fandol_the_next_stand_in_serves(stand_ins: Path) -> None:
    (stand_ins / "FandolFang.ttf").unlink()
    assert match(stand_ins, "仿宋_GB2312") == "Noto Serif CJK SC"


def test_the_rules_are_written_without_anything_installed(tmp_path: Path) -> None:
    code = f"import sys; sys.path.insert(0, {str(ROOT / 'setup')!r}); import aliases; print(aliases.document())"
    finished = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert finished.stdout.count("<alias ") >= 30


def test_rules_are_written_once(tmp_path: Path) -> None:
    assert [aliases.install(tmp_path), aliases.install(tmp_path)] == [True, False]


def make_package(folder: Path, names: tuple[str, ...]) -> Path:
    """A .deb that holds the named files in a `fandol` folder and one file elsewhere."""
    tree = folder / "tree"
    for path in [*(Path("share/fandol") / name for name in names), Path("share/other/FandolFang-Regular.otf")]:
        (tree / path).parent.mkdir(parents=True, exist_ok=True)
        (tree / path).write_text(f"{path}")
    (tree / "DEBIAN").mkdir()
    control = "Package: fonts-test\nVersion: 1\nArchitecture: all\nMaintainer: t <t@example.invalid>\nDescription: t\n"
    (tree / "DEBIAN" / "control").write_text(control)
    subprocess.run(["dpkg-deb", "--build", str(tree), str(folder / "t.deb")], check=True, capture_output=True)
    return folder / "t.deb"


@needs_dpkg
def test_only_the_wanted_faces_and_papers_are_unpacked(tmp_path: Path) -> None:
    package = make_package(tmp_path, (*fonts.FILES, *fonts.PAPERS, "FandolSong-Regular.otf"))
    target = tmp_path / "target"
    target.mkdir()
    fonts.unpack(package, target)
    assert sorted(path.name for path in target.iterdir()) == sorted((*fonts.FILES, *fonts.PAPERS))
    assert (target / "FandolFang-Regular.otf").read_text() == "share/fandol/FandolFang-Regular.otf"


@needs_dpkg
def test_a_package_without_a_face_is_refused_by_name(tmp_path: Path) -> None:
    package = make_package(tmp_path, fonts.FILES[1:])
    target = tmp_path / "target"
    target.mkdir()
    with pytest.raises(apt.SetupError, match=r"t\.deb 里没有 FandolFang-Regular\.otf"):
        fonts.unpack(package, target)


def test_faces_of_an_earlier_version_are_removed_and_no_package_is_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    folder = fonts.font_folder()
    folder.mkdir(parents=True)
    for name in (*fonts.FILES, "FandolSong-Regular.otf"):
        (folder / name).touch()
    assert [fonts.install(), fonts.install()] == [True, False]
    assert sorted(path.name for path in folder.iterdir()) == sorted(fonts.FILES)


def test_without_root_or_sudo_the_exact_commands_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "sudo" else f"/usr/bin/{name}")
    with pytest.raises(apt.SetupError) as told:
        apt.install(["libharfbuzz-subset0", "fontconfig"])
    lines = [line.strip() for line in str(told.value).splitlines()]
    assert lines[1:3] == ["apt-get update", "apt-get install --no-install-recommends libharfbuzz-subset0 fontconfig"]


def test_what_is_there_is_not_installed_and_what_is_missing_is(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    state = {"b": False}

    def install(packages: list[str]) -> None:
        asked.extend(packages)
        state["b"] = True

    monkeypatch.setattr(apt, "install", install)
    needs.require((needs.Need("甲", ("a",), lambda: True), needs.Need("乙", ("b", "c"), lambda: state["b"])))
    assert asked == ["b", "c"]


def test_what_only_tests_need_never_stops_the_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(packages: list[str]) -> None:
        raise apt.SetupError("没有网络")

    monkeypatch.setattr(apt, "install", refuse)
    needs.offer((needs.Need("甲", ("a",), lambda: False),))
    assert "提醒：没有网络" in capsys.readouterr().err


def test_the_stamp_follows_the_requirements(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    before = environment.fingerprint(tmp_path)
    assert environment.fingerprint(tmp_path) == before
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert environment.fingerprint(tmp_path) != before
