"""印发通知 and 意见正文: what is written of a 指导意见 that is issued under a notice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from docgen.model.fields import Choice, Kind, Record, column
from docgen.model.settings import Head, Signature

QUOTED: dict[str, str] = {
    "意见标题": "印发通知的意见标题",
    "挂牌县数": "印发通知的挂牌县数；没有填的是“挂牌县”的行数",
    "挂牌村数": "印发通知的挂牌村数；没有填的是“挂牌村数量”的合计",
    "贫困人口村数": "印发通知的贫困人口村数；没有填的是“挂牌村数量”那一列的合计",
    "贫困发生率村数": "印发通知的贫困发生率村数；没有填的是“挂牌村数量”那一列的合计",
}
"""What the long texts of a 指导意见 may refer to in braces: name → what it stands for."""


class Marks(Choice):
    """附件标点: the width of the brackets, commas and colons that stand in the attachments beside the data."""

    FULL = "全角"
    HALF = "半角"


class Level(Choice):
    """层次: how a paragraph of the opinion is set."""

    NUMBERED = "按序数"
    BODY = "正文"
    FIRST = "一级标题"
    SECOND = "二级标题"
    THIRD = "三级标题"


class Notice(Record):
    """印发通知: the notice that carries the opinion, and what is said once for the whole document."""

    sheet: ClassVar[str] = "印发通知"
    purpose: ClassVar[str] = "通知本身，以及意见和附件的标题、总数，每项一行"
    single: ClassVar[bool] = True
    references: ClassVar[Mapping[str, str]] = QUOTED

    issuer: str = column(
        "发文机关", "署名和版头用的机关全称", Kind.TEXT, example="云岭省精准扶贫工作领导小组", width=34
    )
    head: Head = column("版头", "红头、无版头，或套打（版头印好的纸）", Kind.CHOICE, example="红头", default=Head.RED)
    organ_code: str = column("机关代字", "发文字号里的代字", Kind.TEXT, example="云扶组", default="")
    serial: int | None = column("发文顺序号", "发文字号里的号数，不编虚位", Kind.COUNT, example="2", default=None, ge=1)
    issue_date: date = column("成文日期", "负责人签发的日期", Kind.DAY, example="2024-01-25")
    title: str = column(
        "标题", "通知的标题，可以换行的地方写 |", Kind.TEXT, width=44,
        example="云岭省精准扶贫工作领导小组印发|关于开展挂牌督战工作的|指导意见的通知",
    )  # fmt: skip
    addressees: str = column(
        "主送", "主送机关，末尾不写冒号", Kind.TEXT, example="各市、县精准扶贫工作领导小组", default="", width=44
    )
    body: str = column(
        "通知正文", "通知自己的话，可以分段", Kind.PROSE, example="现将《{意见标题}》印发你们。", width=60
    )
    signature: Signature = column(
        "署名", "不署名、不盖章，或盖章（给印章留位置）", Kind.CHOICE, example="盖章", default=Signature.SEALED
    )
    signed: bool = column(
        "印机关名", "成文日期上面印不印发文机关；不印的只有日期和印章", Kind.YES_NO, example="是", default=True
    )
    opinion_title: str = column(
        "意见标题", "意见的标题，可以换行的地方写 |", Kind.TEXT, example="关于开展挂牌督战工作的|指导意见", width=34
    )
    county_title: str = column(
        "县名单标题", "列出挂牌县的附件叫什么", Kind.TEXT, example="挂牌督战县名单", default="挂牌督战县名单", width=24
    )
    village_title: str = column(
        "村数量标题", "列出挂牌村数量的附件叫什么", Kind.TEXT, example="挂牌督战村数量", default="挂牌督战村数量",
        width=24,
    )  # fmt: skip
    marks: Marks = column(
        "附件标点", "附件里由程序加的括号、逗号、冒号用全角还是半角；规范写法是全角", Kind.CHOICE, example="全角",
        default=Marks.FULL,
    )  # fmt: skip
    county_count: int | None = column(
        "挂牌县数", "不填就按“挂牌县”的行数；填了就与它核对", Kind.COUNT, example="52", default=None
    )
    village_count: int | None = column(
        "挂牌村数", "不填就按“挂牌村数量”的合计；填了就与它核对", Kind.COUNT, example="1113", default=None
    )
    populous_count: int | None = column(
        "贫困人口村数", "其中贫困人口超过1千人的村，填了就与“挂牌村数量”核对", Kind.COUNT, example="88", default=None
    )
    poor_count: int | None = column(
        "贫困发生率村数", "其中贫困发生率超过10%的村，填了就与“挂牌村数量”核对", Kind.COUNT, example="1025",
        default=None,
    )  # fmt: skip
    copies: str = column("抄送", "抄送机关，末尾不写句号", Kind.TEXT, example="省委办公厅", default="", width=44)
    printing_organ: str = column(
        "印发机关", "版记里的印发机关；不填就没有版记", Kind.TEXT, example="云岭省精准扶贫工作领导小组办公室",
        default="", width=34,
    )  # fmt: skip
    printing_date: date | None = column("印发日期", "不早于成文日期", Kind.DAY, example="2024-01-25", default=None)


class Passage(Record):
    """意见正文: a paragraph of the opinion, or several that belong together."""

    sheet: ClassVar[str] = "意见正文"
    purpose: ClassVar[str] = "意见的全文，按先后一行一段，也可以一行写几段"
    references: ClassVar[Mapping[str, str]] = QUOTED

    text: str = column(
        "文字", "照原样写，序数（一、 （一） 1.）也写；可以分段", Kind.PROSE, example="一、督战目的", width=100
    )
    level: Level = column(
        "层次", "不填就按段首的序数认；认得不对的在这里写明", Kind.CHOICE, example="按序数", default=Level.NUMBERED
    )
