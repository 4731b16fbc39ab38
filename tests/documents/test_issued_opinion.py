"""The notice, the opinion and its two attachments, composed from records and filled into the template."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from docgen import assets
from docgen.documents.issued_opinion import DERIVED, compose
from docgen.model.guidance import Guidance
from docgen.model.listed import County, Tally
from docgen.model.opinion import Level, Marks, Notice, Passage
from docgen.model.settings import Head, Signature
from docgen.word.template import compile_template

TEXT = """\
一、督战目的
对{挂牌县数}个县、{挂牌村数}个村（{贫困人口村数}＋{贫困发生率村数}）督战。
（一）加强领导。各地要重视。"""


def guidance(**changes: Any) -> Guidance:
    parts: dict[str, Any] = {
        "passages": (Passage(text=TEXT), Passage(text="各地要报告。")),
        "counties": (
            County(region="云江省", prefecture="青州市", name="石桥县"),
            County(region="东海省", name="白水县"),
            County(region="云江省", prefecture="黑水州", name="上河县"),
            County(region="云江省", prefecture="青州市", name="下河县"),
        ),
        "tallies": (
            Tally(region="云江省", total=48, populous=4, poor=44),
            Tally(region="东海省", populous=10, poor=289),
        ),
    }
    rows = {name: changes.pop(name) for name in parts if name in changes}
    notice: dict[str, Any] = {
        "issuer": "云岭省领导小组",
        "organ_code": "云扶组",
        "serial": 2,
        "issue_date": date(2024, 1, 25),
        "title": "云岭省领导小组印发|关于开展挂牌督战工作的|指导意见的通知",
        "addressees": "各市县领导小组",
        "body": "现将《{意见标题}》印发你们。\n请贯彻落实。",
        "opinion_title": "关于开展挂牌督战工作的|指导意见",
    }
    return Guidance(Notice(**(notice | changes)), **(parts | rows))


def made(found: Guidance) -> Document:
    name = "issued_opinion.docx"
    composed = compose(found)
    template = compile_template((assets.folder("templates") / name).read_bytes(), name, known=composed.context)
    rendered = template.render(composed.context, author=composed.author, day=composed.day)
    return docx.Document(BytesIO(rendered.data))


def said(document: Document) -> list[str]:
    return [paragraph.text.replace("\n", "") for paragraph in document.paragraphs if paragraph.text.strip()]


def styles(document: Document) -> dict[str, str]:
    return {paragraph.text: paragraph.style.name for paragraph in document.paragraphs}


def test_notice_opinion_and_attachments_follow_each_other() -> None:
    assert said(made(guidance())) == [
        "云岭省领导小组文件",
        "云扶组〔2024〕2号",
        "云岭省领导小组印发关于开展挂牌督战工作的指导意见的通知",
        "各市县领导小组：",
        "现将《关于开展挂牌督战工作的指导意见》印发你们。",
        "请贯彻落实。",
        "云岭省领导小组",
        "2024年1月25日",
        "关于开展挂牌督战工作的指导意见",
        "一、督战目的",
        "对4个县、347个村（14＋333）督战。",
        "（一）加强领导。各地要重视。",
        "各地要报告。",
        "附件：1.\t挂牌督战县名单",
        "2.\t挂牌督战村数量",
        "附件1",
        "挂牌督战县名单",
        "（共4个）",
        "一、云江省（3个）",
        "青州市石桥县、下河县，黑水州上河县",
        "二、东海省（1个）",
        "白水县",
        "附件2",
        "挂牌督战村数量",
        "单位：个",
    ]


def test_the_table_has_two_rows_of_heads_the_sums_first_and_a_row_for_each_province() -> None:
    (table,) = made(guidance()).tables
    assert [[cell.text.replace("\n", "") for cell in row.cells] for row in table.rows] == [
        ["序号", "省份", "挂牌村数量", "挂牌村数量", "挂牌村数量"],
        ["序号", "省份", "合计", "贫困人口超过1千人的村", "贫困发生率超过10%的村"],
        ["", "", "347", "14", "333"],
        ["1", "云江省", "48", "4", "44"],
        ["2", "东海省", "299", "10", "289"],
    ]
    heads = [row for row in table.rows if row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
    assert len(heads) == 2


def test_the_opinion_begins_a_page_and_so_does_each_attachment() -> None:
    document = made(guidance())
    breaking = [
        paragraph.text
        for paragraph in document.paragraphs
        if paragraph.paragraph_format.page_break_before or paragraph.style.paragraph_format.page_break_before
    ]
    assert breaking == ["关于开展挂牌督战工作的指导意见", "附件1", "附件2"]


def test_headings_have_their_type_and_what_follows_them_is_in_body_type() -> None:
    document = made(guidance())
    found = styles(document)
    assert found["一、督战目的"] == "Heading 1"
    assert found["各地要报告。"] == "Body Text"
    (mixed,) = (paragraph for paragraph in document.paragraphs if paragraph.text.startswith("（一）"))
    assert mixed.style.name == "自成一段的二级标题"
    runs = [(run.text, run._r.style) for run in mixed.runs if run.text]
    assert runs == [("（一）加强领导。", None), ("各地要重视。", "BodyInLine")]


def test_half_width_marks_are_used_only_where_the_program_sets_them() -> None:
    full, half = said(made(guidance())), said(made(guidance(marks=Marks.HALF)))
    assert {new for old, new in zip(full, half, strict=True) if old != new} == {
        "附件:1.\t挂牌督战县名单",
        "(共4个)",
        "一、云江省(3个)",
        "青州市石桥县、下河县,黑水州上河县",
        "二、东海省(1个)",
        "单位:个",
    }


def test_an_attachment_without_rows_is_not_carried_and_a_single_one_has_no_number() -> None:
    document = made(guidance(tallies=()))
    text = said(document)
    assert text[text.index("附件：挂牌督战县名单") + 1 :][:2] == ["附件", "挂牌督战县名单"]
    assert document.tables == []
    neither = said(made(guidance(tallies=(), counties=())))
    assert neither[-1] == "各地要报告。"


@pytest.mark.parametrize("kind", [Signature.SEALED, Signature.PLAIN])
def test_a_date_alone_stands_where_it_stands_below_the_organ(kind: Signature) -> None:
    alone, below = (made(guidance(signed=value, signature=kind)) for value in (False, True))
    assert (said(below).count("云岭省领导小组"), said(alone).count("云岭省领导小组")) == (1, 0)
    places = [
        next(index for index, paragraph in enumerate(document.paragraphs) if paragraph.text == "2024年1月25日")
        for document in (alone, below)
    ]
    assert places[0] == places[1]
    assert said(made(guidance(signature=Signature.NONE))).count("2024年1月25日") == 0


def test_without_head_neither_mark_nor_number_is_printed() -> None:
    assert said(made(guidance(head=Head.NONE)))[0] == "云岭省领导小组印发关于开展挂牌督战工作的指导意见的通知"


def test_the_imprint_is_there_where_a_printing_organ_is_given() -> None:
    (_, imprint) = made(guidance(printing_organ="省领导小组办公室", copies="省委办公厅")).tables
    assert [row.cells[0].text for row in imprint.rows] == [
        "抄送：省委办公厅。",
        "省领导小组办公室\t2024年1月25日印发",
    ]


def test_addressees_too_many_for_page_1_are_said_with_and_without_an_imprint() -> None:
    many = "、".join(f"第{number}市精准扶贫工作领导小组" for number in range(60))
    assert f"{many}：" in said(made(guidance(addressees=many)))
    with_imprint = made(guidance(addressees=many, printing_organ="省领导小组办公室"))
    assert f"{many}：" not in said(with_imprint)
    assert with_imprint.tables[-1].rows[0].cells[0].text == f"主送：{many}。"


def test_a_stated_number_is_what_the_text_and_the_list_say() -> None:
    text = said(made(guidance(county_count=4, village_count=347, passages=(Passage(text="{挂牌县数}与{挂牌村数}。"),))))
    assert "4与347。" in text


def test_a_level_that_the_writer_states_is_followed() -> None:
    found = styles(made(guidance(passages=(Passage(text="总体要求", level=Level.FIRST), Passage(text="完。")))))
    assert found["总体要求"] == "Heading 1"


def test_every_derived_name_is_in_the_context() -> None:
    assert set(DERIVED) <= set(compose(guidance()).context)


def test_the_last_paragraphs_stay_with_what_closes_the_notice_and_the_opinion() -> None:
    paragraphs = made(guidance()).paragraphs
    kept = [item.text for item in paragraphs if item.paragraph_format.keep_with_next and item.text]
    assert kept == ["请贯彻落实。", "各地要报告。"]


def test_what_is_composed_says_who_issued_it_under_which_number_and_when() -> None:
    composed = compose(guidance())
    assert (composed.name, composed.author, composed.number, composed.day) == (
        "印发通知",
        "云岭省领导小组",
        "云扶组〔2024〕2号",
        date(2024, 1, 25),
    )
