"""The switches of a document's form, each tried on the example county: same text in both files, all in its place."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from accept_build import Built, Data, built, variant
from accept_pages import MM, Sheet, face, ink, sheets, text_of

PITCH = 28.95 / MM
LEFT, RIGHT, BOTTOM = 28.0, 184.0, 262.0
ZI = 16 / MM


def form(data: Data, **settings: str) -> None:
    data["文件设置"][0].update(settings)


def basics(data: Data, **values: str) -> None:
    data["基本信息"].update(values)


def without_attachments(data: Data) -> None:
    data["文件设置"][0].pop("附件", None)


def shortened(data: Data) -> None:
    """A body of about two pages and no attachments: quick to set, and still with every kind of paragraph."""
    without_attachments(data)
    for name in ("乡镇任务", "问题台账", "督战记录", "月度评估", "约谈", "约谈要求"):
        del data[name]
    for name in ("督战内容", "工作要求", "督战方式", "工作阶段"):
        data[name] = data[name][:2]
    data["督战方面"] = [row for row in data["督战方面"] if row["督战事项"] == data["督战内容"][1]["简称"]]


def words(built: Built) -> list[str]:
    """Paragraphs and cells of the .docx, without white space, empty ones left out."""
    body = docx.Document(str(built.word)).element.body
    said = ("".join(node.text or "" for node in p.iter(W + "t")) for p in body.iter(W + "p"))
    return [text for text in (re.sub(r"\s", "", text) for text in said) if text]


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def assert_same_text(built: Built) -> None:
    """Both files say the same, page numbers aside."""
    assert "".join(words(built)) == text_of(built.pdf)


def signed(built: Built) -> Sheet:
    (sheet,) = (sheet for sheet in sheets(built.pdf) if sheet.has("2024年2月26日") and not sheet.has("附件1"))
    return sheet


def test_on_preprinted_paper_the_head_is_left_blank_and_everything_keeps_its_place(
    folder: Path, example: Built
) -> None:
    bare = variant(folder, lambda data: form(data, 版头="套打"))
    assert ink(bare.pdf, 1, (0, 0, 210, 297), red=True) is None
    assert not sheets(bare.pdf)[0].has("云岭县精准扶贫工作领导小组文件")
    assert not [bar for bar in sheets(bare.pdf)[0].bars if bar.bottom < 150]
    printed = {line.said: line.baseline for line in sheets(example.pdf)[0].lines}
    kept = {line.said: line.baseline for line in sheets(bare.pdf)[0].lines}
    printed.pop("云岭县精准扶贫工作领导小组文件")
    assert kept == pytest.approx(printed, abs=0.05)
    assert len(sheets(bare.pdf)) == len(sheets(example.pdf))


def test_the_command_line_chooses_the_head_over_the_data(folder: Path) -> None:
    from accept_build import EXAMPLE_YAML, changed

    data = changed(EXAMPLE_YAML, folder / "数据.yaml", shortened)
    plain = built(data, folder / "无版头", "--head", "无版头")
    assert sheets(plain.pdf)[0].body[0].said == "云岭县2024年"
    assert ink(plain.pdf, 1, (0, 0, 210, 297), red=True) is None
    assert not sheets(plain.pdf)[0].has("各乡镇人民政府")
    assert not any(sheet.has("抄送：") for sheet in sheets(plain.pdf))
    assert_same_text(plain)


def test_an_upward_document_has_its_number_on_the_left_and_its_signer_on_the_right(folder: Path) -> None:
    def change(data: Data) -> None:
        shortened(data)
        form(data, 行文方向="上行")
        basics(data, 签发人="江一鸣")

    made = variant(folder, change)
    line = sheets(made.pdf)[0].line("云扶组")
    assert line.said == "云扶组〔2024〕3号签发人：江一鸣"
    assert line.left - LEFT == pytest.approx(ZI, abs=0.3)
    assert RIGHT - line.right == pytest.approx(ZI, abs=0.6)
    assert set(line.fonts) == {face("仿宋_GB2312"), face("楷体_GB2312")}
    assert_same_text(made)


def test_three_signers_stand_two_a_line_with_the_number_on_the_line_of_the_last(folder: Path) -> None:
    def change(data: Data) -> None:
        shortened(data)
        form(data, 行文方向="上行")
        basics(data, 签发人="江一鸣、苏禾、何以安")

    made = variant(folder, change)
    first = sheets(made.pdf)[0]
    upper, lower = first.line("签发人：江一鸣"), first.line("云扶组")
    assert upper.said == "签发人：江一鸣苏禾"
    assert lower.said == "云扶组〔2024〕3号何以安"
    assert lower.baseline - upper.baseline == pytest.approx(PITCH, abs=0.05)
    assert RIGHT - upper.right == pytest.approx(ZI, abs=0.6)
    assert lower.left - LEFT == pytest.approx(ZI, abs=0.3)
    # Turned lines are aligned with the first name: 何 stands under 江.
    starts = [starting(made, 1, name) for name in ("江", "何")]
    assert starts[1] == pytest.approx(starts[0], abs=0.5)
    (rule,) = (bar for bar in first.bars if bar.color == (1.0, 0.0, 0.0))
    box = ink(made.pdf, 1, (LEFT, lower.baseline - 8, RIGHT, rule.top - 0.3))
    assert box is not None
    assert rule.top - box[3] == pytest.approx(4, abs=0.7)


def starting(built: Built, page: int, char: str) -> float:
    """Left edge of the first `char` of 16 pt 楷体 on a page."""
    import pdfplumber

    with pdfplumber.open(built.pdf) as pdf:
        return min(
            c["x0"] / MM
            for c in pdf.pages[page - 1].chars
            if c["text"] == char and face("楷体_GB2312") in c["fontname"]
        )


@pytest.mark.parametrize("issuer", ["云岭县人民政府", "云岭县精准扶贫工作领导小组"])
def test_without_a_seal_the_organ_ends_two_characters_in_and_the_date_begins_two_after_it(
    folder: Path, issuer: str
) -> None:
    def change(data: Data) -> None:
        shortened(data)
        form(data, 署名="不盖章")
        basics(data, 发文机关=issuer)

    made = variant(folder, change)
    sheet = signed(made)
    day = sheet.line("2024年2月26日")
    organ = next(line for line in sheet.lines if line.said == issuer)
    assert day.baseline - organ.baseline == pytest.approx(PITCH, abs=0.05)
    if day.right < RIGHT - 2 * ZI - 1:  # the organ is the longer one
        assert RIGHT - organ.right == pytest.approx(2 * ZI, abs=0.6)
    else:
        assert RIGHT - day.right == pytest.approx(2 * ZI, abs=0.6)
    assert day.left - organ.left == pytest.approx(2 * ZI, abs=0.3)
    above = [line for line in sheet.body if line.baseline < organ.baseline][-1]
    assert organ.baseline - above.baseline == pytest.approx(2 * PITCH, abs=0.05)
    assert_same_text(made)


def test_a_date_longer_than_the_organ_ends_two_characters_in_and_the_organ_moves(folder: Path) -> None:
    def change(data: Data) -> None:
        shortened(data)
        form(data, 署名="不盖章")
        basics(data, 发文机关="县政府")

    sheet = signed(variant(folder, change))
    day, organ = sheet.line("2024年2月26日"), next(line for line in sheet.lines if line.said == "县政府")
    assert RIGHT - day.right == pytest.approx(2 * ZI, abs=0.6)
    assert day.left - organ.left == pytest.approx(2 * ZI, abs=0.3)


def test_without_attachments_there_is_no_note_and_the_imprint_stands_below_the_signature(folder: Path) -> None:
    made = variant(folder, shortened)
    last = sheets(made.pdf)[-1]
    assert not any(sheet.has("附件") for sheet in sheets(made.pdf))
    assert max(bar.bottom for bar in last.bars) == pytest.approx(BOTTOM, abs=0.3)
    assert_same_text(made)


def test_a_single_attachment_has_no_number_in_note_or_label(folder: Path) -> None:
    def change(data: Data) -> None:
        shortened(data)
        form(data, 附件="督战村名单")

    made = variant(folder, change)
    (noted,) = (sheet for sheet in sheets(made.pdf) if sheet.has("附件：云岭县"))
    name = noted.line("附件：云岭县").said.removeprefix("附件：")
    (begun,) = (sheet for sheet in sheets(made.pdf) if sheet.body[0].said == "附件")
    assert begun.body[1].said == name
    assert name.endswith("督战村名单")


def test_a_landscape_attachment_at_the_end_is_followed_by_the_imprint_on_an_upright_page(folder: Path) -> None:
    def change(data: Data) -> None:
        shortened(data)
        form(data, 附件="督战村名单、包联安排表")

    made = variant(folder, change)
    pages = sheets(made.pdf)
    assert pages[-2].landscape
    assert not pages[-1].landscape
    assert pages[-1].has("抄送：")
    assert max(bar.bottom for bar in pages[-1].bars) == pytest.approx(BOTTOM, abs=0.3)
    assert pages[-1].number.text.strip() == f"— {len(pages)} —"


def test_without_copies_the_imprint_has_two_rules_and_one_line(folder: Path) -> None:
    def change(data: Data) -> None:
        shortened(data)
        data["基本信息"].pop("抄送")

    made = variant(folder, change)
    last = sheets(made.pdf)[-1]
    assert not last.has("抄送：")
    upper, lower = [bar for bar in last.bars if bar.length > 150]
    assert [round(bar.thickness, 2) for bar in (upper, lower)] == [0.35, 0.35]
    assert lower.bottom == pytest.approx(BOTTOM, abs=0.3)
    assert [line.said for line in last.body if upper.bottom < line.baseline] == [
        "云岭县精准扶贫工作领导小组办公室2024年2月26日印发"
    ]
    assert_same_text(made)


@pytest.mark.parametrize(
    "labels",
    [
        {"份号": "000012", "密级和保密期限": "机密★1年", "紧急程度": "特急"},
        {"份号": "000012"},
        {"份号": "000012", "密级和保密期限": "秘密★1年"},
        {"紧急程度": "加急"},
    ],
    ids=["all", "copy number", "secret", "urgent"],
)
def test_copy_number_secrecy_and_urgency_stand_in_order_from_the_first_line(
    folder: Path, labels: dict[str, str], example: Built
) -> None:
    def change(data: Data) -> None:
        shortened(data)
        form(data, **labels)

    made = variant(folder, change)
    first = sheets(made.pdf)[0]
    wanted = list(labels.values())
    shown = first.body[: len(wanted)]
    assert [line.said for line in shown] == wanted
    for place, line in enumerate(shown):
        assert line.baseline == pytest.approx(37 + (place + 0.8) * PITCH, abs=0.5)
        assert line.left == pytest.approx(LEFT, abs=0.2)
        assert line.fonts == ((face("仿宋_GB2312"),) if "0" in line.said else (face("黑体"),))
    # Whatever stands above it, the mark keeps its place.
    mark = "云岭县精准扶贫工作领导小组文件"
    assert first.line(mark).baseline == pytest.approx(sheets(example.pdf)[0].line(mark).baseline, abs=0.05)
    assert_same_text(made)


@pytest.mark.parametrize(
    "issuer", ["云岭县", "云岭县委云岭县人民政府脱贫攻坚工作领导小组办公室"], ids=["short", "long"]
)
def test_a_mark_of_any_length_begins_72_mm_from_the_top_and_keeps_inside_the_type_area(
    folder: Path, issuer: str
) -> None:
    def change(data: Data) -> None:
        shortened(data)
        basics(data, 发文机关=issuer)

    made = variant(folder, change)
    mark = sheets(made.pdf)[0].line(f"{issuer}文件")
    red = ink(made.pdf, 1, (5, 20, 205, mark.baseline + 6), red=True)
    assert red is not None
    assert red[1] == pytest.approx(72, abs=1)
    assert red[0] >= LEFT
    assert red[2] <= RIGHT
    assert_same_text(made)


def test_the_text_of_a_document_with_attachments_is_the_same_in_both_files(example: Built) -> None:
    said = words(example)
    begun = said.index("附件1")
    assert text_of(example.pdf).startswith("".join(said[:begun]))
    shown = text_of(example.pdf)
    for text in said[begun:]:
        missing = [char for char in set(text) if char not in shown]
        assert missing == [], text
    # A head that is repeated on the next page comes on top; nothing else does.
    counted = {char: shown.count(char) - "".join(said).count(char) for char in set(shown)}
    heads = "".join(cell.text for table in docx.Document(str(example.word)).tables[:-1] for cell in table.rows[0].cells)
    assert {char for char, more in counted.items() if more} <= set(heads)
    assert all(more >= 0 for more in counted.values())
