"""Head, signature, attachments and imprint of the plan, as 文件设置 says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from docgen.documents.head import mark, signature_place, signer_lines, too_many_addressees
from docgen.documents.implementation_plan import compose
from docgen.model.campaign import Campaign
from docgen.model.settings import Attachment, Direction, DocumentKind, Head, Signature
from docgen.standard import SIZES, TEXT_WIDTH

Plan = Callable[..., list[str]]
Setting = Callable[..., Campaign]

ROOM = TEXT_WIDTH.length.pt
CELL = 16 - 0.25
ISSUE = {
    "issuer": "云岭县领导小组",
    "organ_code": "云扶组",
    "serial": 3,
    "addressees": "各乡镇",
    "copies": "县委办",
    "printing_organ": "县领导小组办公室",
    "issue_date": date(2024, 2, 26),
    "signers": ("江示例", "何例", "欧阳示例"),
}
TITLE = "云岭县2024年脱贫攻坚挂牌督战工作实施方案"


def before_title(said: list[str]) -> list[str]:
    return said[: said.index(TITLE)]


def test_a_plan_without_setting_has_neither_head_nor_signature(campaign: Campaign, plan: Plan) -> None:
    said = plan(campaign)
    assert (said[0], said[-1]) == (TITLE, "不走过场。")


def test_a_red_head_shows_mark_and_number(with_setting: Setting, plan: Plan) -> None:
    said = plan(with_setting(ISSUE, head=Head.RED))
    assert before_title(said) == ["云岭县领导小组文件", "云扶组〔2024〕3号"]
    assert said[said.index(TITLE) + 1] == "各乡镇："


def test_preprinted_paper_leaves_out_the_mark_and_keeps_the_number(with_setting: Setting, plan: Plan) -> None:
    assert before_title(plan(with_setting(ISSUE, head=Head.PREPRINTED))) == ["云扶组〔2024〕3号"]


def test_the_head_asked_for_wins_over_the_setting(with_setting: Setting, plan: Plan) -> None:
    campaign = with_setting(ISSUE, head=Head.RED)
    assert before_title(plan(campaign.with_head(DocumentKind.IMPLEMENTATION_PLAN, Head.NONE))) == []


def test_labels_stand_above_the_mark_in_their_order(with_setting: Setting, plan: Plan) -> None:
    said = plan(with_setting(ISSUE, head=Head.RED, copy_number="000001", secrecy="秘密★1年", urgency="加急"))
    assert before_title(said)[:3] == ["000001", "秘密★1年", "加急"]


@pytest.mark.parametrize(
    ("labels", "blank"),
    [({}, 3), ({"urgency": "特急"}, 2), ({"copy_number": "000001", "secrecy": "秘密", "urgency": "加急"}, 0)],
)
def test_labels_that_are_not_there_leave_their_lines_empty(
    with_setting: Setting, labels: dict[str, str], blank: int
) -> None:
    assert compose(with_setting(ISSUE, head=Head.RED, **labels), {}).context["标注空行"] == blank


def test_one_signer_stands_on_the_line_of_the_number(with_setting: Setting, plan: Plan) -> None:
    said = plan(with_setting(ISSUE | {"signers": ("江示例",)}, head=Head.RED, direction=Direction.UP))
    assert before_title(said)[1:] == ["云扶组〔2024〕3号\t签发人：江示例"]


def test_several_signers_stand_two_a_line_and_the_number_on_the_last(with_setting: Setting, plan: Plan) -> None:
    said = plan(with_setting(ISSUE, head=Head.RED, direction=Direction.UP))
    assert before_title(said)[1:] == ["\t签发人：江示例　何　例", "云扶组〔2024〕3号\t　　　　欧阳示例"]


def test_only_upward_documents_show_signers(with_setting: Setting) -> None:
    context = compose(with_setting(ISSUE, head=Head.RED, direction=Direction.LEVEL), {}).context
    assert (context["签发人"], context["签发人行"]) == ([], [])


@pytest.mark.parametrize(
    ("names", "lines"),
    [
        ((), []),
        (("江示例",), ["江示例"]),
        (("何例",), ["何　例"]),
        (("何例", "江示例"), ["何　例　江示例"]),
        (("江示例", "何例", "文例"), ["江示例　何　例", "文　例"]),
        (("欧阳示例", "何例"), ["欧阳示例　何　例"]),
    ],
)
def test_signers_stand_in_columns(names: tuple[str, ...], lines: list[str]) -> None:
    assert signer_lines(names) == lines


def test_without_serial_there_is_no_number(with_setting: Setting) -> None:
    assert compose(with_setting(ISSUE | {"serial": None}, head=Head.RED), {}).context["发文字号"] == ""


@pytest.mark.parametrize(("day", "number"), [(date(2023, 12, 28), "云扶组〔2023〕3号"), (None, "云扶组〔2024〕3号")])
def test_the_number_has_the_year_of_issue(with_setting: Setting, day: date | None, number: str) -> None:
    campaign = with_setting(ISSUE | {"serial": 3, "issue_date": day}, head=Head.RED)
    assert compose(campaign, {}).context["发文字号"] == number


@pytest.mark.parametrize("kind", [Signature.PLAIN, Signature.SEALED])
def test_a_signature_shows_organ_and_date(with_setting: Setting, plan: Plan, kind: Signature) -> None:
    assert plan(with_setting(ISSUE, signature=kind))[-2:] == ["云岭县领导小组", "2024年2月26日"]


def test_the_issue_date_is_the_documents_date_and_without_it_the_campaigns_first_day(with_setting: Setting) -> None:
    assert compose(with_setting(ISSUE, signature=Signature.PLAIN), {}).day == date(2024, 2, 26)
    assert compose(with_setting({}, signature=Signature.PLAIN), {}).day == date(2024, 2, 1)


def test_the_imprint_is_at_the_end_with_copies_only_when_there_are_some(with_setting: Setting, plan: Plan) -> None:
    settings = {"head": Head.RED, "signature": Signature.SEALED}
    assert plan(with_setting(ISSUE, **settings))[-2:] == ["抄送：县委办。", "县领导小组办公室\t2024年2月26日印发"]
    assert plan(with_setting(ISSUE | {"copies": ""}, **settings))[-2:] == [
        "2024年2月26日",
        "县领导小组办公室\t2024年2月26日印发",
    ]
    later = with_setting(ISSUE | {"printing_date": date(2024, 2, 28)}, **settings)
    assert plan(later)[-1] == "县领导小组办公室\t2024年2月28日印发"


@pytest.mark.parametrize(
    ("basics", "values"),
    [
        ({}, {"head": Head.NONE, "signature": Signature.SEALED}),
        ({"printing_organ": ""}, {"head": Head.RED, "signature": Signature.SEALED}),
    ],
)
def test_where_there_is_no_issue_there_is_no_imprint(
    with_setting: Setting, basics: dict[str, object], values: dict[str, object]
) -> None:
    assert compose(with_setting(ISSUE | basics, **values), {}).context["版记"] is False


def test_addressees_that_leave_page_1_without_body_move_above_the_copies(with_setting: Setting, plan: Plan) -> None:
    settings = {"head": Head.RED, "signature": Signature.SEALED}
    most = "乡" * (6 * 28 - 1)  # of eight lines below the head two are left to the body
    said = plan(with_setting(ISSUE | {"addressees": most}, **settings))
    assert f"{most}：" in said
    assert not any("主送：" in text for text in said)
    said = plan(with_setting(ISSUE | {"addressees": most + "镇"}, **settings))
    assert f"{most}镇：" not in said
    assert said[-2] == f"主送：{most}镇。\n抄送：县委办。"


def test_one_attachment_is_not_numbered(with_setting: Setting, plan: Plan) -> None:
    said = plan(with_setting(ISSUE, attachments=(Attachment.VILLAGES,), signature=Signature.PLAIN))
    assert [text for text in said if text.startswith("附件")] == ["附件：云岭县脱贫攻坚督战村名单", "附件"]


def test_several_attachments_are_numbered_in_note_and_label(with_setting: Setting, plan: Plan) -> None:
    said = plan(with_setting(ISSUE, attachments=(Attachment.TASKS, Attachment.PAIRING), signature=Signature.PLAIN))
    titles = ["云岭县脱贫攻坚任务分解表", "云岭县脱贫攻坚包联安排表"]
    note = [text for text in said if text.startswith(("附件：", "2."))]
    assert note == [f"附件：1.\t{titles[0]}", f"2.\t{titles[1]}"]
    labels = [text for text in said if text in ("附件1", "附件2", *titles)]
    assert labels == ["附件1", titles[0], "附件2", titles[1]]


def test_the_tables_say_the_records(with_setting: Setting, plan: Plan) -> None:
    said = plan(with_setting({}, attachments=tuple(Attachment)))
    assert said[-8:] == [
        "序号｜乡镇\n（街道）｜县级\n督战领导｜职务｜督战单位｜专班成员｜乡镇\n责任人｜联系人｜联系电话",
        "1｜青石镇｜江示例｜县委副书记｜县委督查室｜石示例、甘示例、路示例｜乔示例\n闻示例｜柳示例｜13800000000",
        "序号｜类别｜任务内容｜指标｜目标值｜牵头\n领导｜牵头单位｜配合单位｜完成时限",
        "1｜｜问题清零｜｜｜｜县发展和改革局｜县教育局、卫健局｜2024年6月30日",
        "序号｜乡镇\n（街道）｜村｜挂牌原因｜未脱贫\n户数｜未脱贫\n人数｜贫困\n发生率｜第一书记",
        "1｜青石镇｜石桥村｜难度较大｜12｜38｜2.3%｜",
        "2｜青石镇｜上河村｜任务较重、难度较大｜｜｜｜",
        "合计｜合计｜2个村｜2个村｜12｜38｜｜",
    ]


@pytest.mark.parametrize(
    "issuer",
    [
        "县",
        "云岭县领导小组",
        "云岭县精准扶贫工作领导小组",
        "云岭土家族苗族自治县脱贫攻坚挂牌督战工作领导小组办公室",
        "云岭土家族苗族自治县巩固拓展脱贫攻坚成果同乡村振兴衔接领导小组办公室",
    ],
)
def test_the_mark_fits_the_text_area_and_its_ink_begins_at_35_mm(issuer: str) -> None:
    made = mark(issuer)
    assert made.text == f"{issuer}文件"
    assert SIZES["二号"].pt < made.size <= 52
    assert made.scale >= 49
    assert len(made.text) * made.size * made.scale / 100 <= ROOM - 12
    assert made.size * 2 == int(made.size * 2)
    # Three lines above; in the exact line the baseline lies at 80 %; the ink of 小标宋 is 76 to 85 % of its size high.
    top = [(3 * 28.95 + 0.8 * made.pitch - ink * made.size) / 72 * 25.4 for ink in (0.76, 0.85)]
    assert top[1] <= 35 <= top[0]
    assert top[0] - top[1] < 2


def test_a_short_mark_is_large_and_a_long_one_is_condensed() -> None:
    assert (mark("县").size, mark("县").scale) == (52, 100)
    assert mark("云岭土家族苗族自治县脱贫攻坚挂牌督战工作领导小组办公室").scale < 75
    assert mark("").text == ""


SHORT, LONG = "县委", "云岭县精准扶贫工作领导小组"
DAY = "2024年2月26日"  # 6½ 字 wide


def test_without_seal_a_long_organ_ends_two_characters_from_the_right_and_the_date_begins_two_after_it() -> None:
    place = signature_place(Signature.PLAIN, LONG, DAY)
    assert place.organ_left + 13 * CELL == pytest.approx(ROOM - 32)
    assert place.date_left == pytest.approx(place.organ_left + 32)
    assert place.date_left + 6.5 * CELL <= ROOM - 32


def test_without_seal_a_short_organ_moves_in_and_the_date_ends_two_characters_from_the_right() -> None:
    place = signature_place(Signature.PLAIN, SHORT, DAY)
    assert place.date_left + 6.5 * CELL == pytest.approx(ROOM - 32)
    assert place.organ_left == pytest.approx(place.date_left - 32)


def test_without_seal_an_organ_as_wide_as_the_page_still_has_its_date_two_characters_in() -> None:
    place = signature_place(Signature.PLAIN, "云" * 30, DAY)
    assert (place.organ_left, place.date_left) == (0, 32)


def test_with_seal_the_organ_is_centred_over_the_date_that_ends_four_characters_from_the_right() -> None:
    place = signature_place(Signature.SEALED, "云岭县领导小组", DAY)
    assert (place.organ_left + ROOM - place.organ_right) / 2 == pytest.approx(ROOM - 64 - 6.5 * CELL / 2)


def test_with_seal_an_organ_too_wide_to_be_centred_ends_at_the_right_edge() -> None:
    place = signature_place(Signature.SEALED, "云" * 24, DAY)
    assert place.organ_left + 24 * CELL == pytest.approx(ROOM, abs=1.5)


@pytest.mark.parametrize("kind", list(Signature))
@pytest.mark.parametrize("organ", ["", SHORT, LONG, "云" * 40])
@pytest.mark.parametrize("day", ["", DAY])
def test_no_indent_is_ever_negative(kind: Signature, organ: str, day: str) -> None:
    place = signature_place(kind, organ, day)
    assert min(place.organ_left, place.organ_right, place.date_left) >= 0


@pytest.mark.parametrize(
    ("characters", "title", "signers", "moved"),
    [
        (6 * 28 - 1, 20, 1, False),
        (6 * 28, 20, 1, True),
        (3 * 28 - 1, 20, 4, False),  # each line of 签发人 and of the title takes one from the addressees
        (3 * 28, 20, 4, True),
        (5 * 28 - 1, 40, 1, False),
        (5 * 28, 40, 1, True),
    ],
)
def test_addressees_move_when_page_1_would_have_less_than_two_lines_of_body(
    characters: int, title: float, signers: int, moved: bool
) -> None:
    assert too_many_addressees("乡" * characters, title, signers, mark(LONG).pitch) is moved
