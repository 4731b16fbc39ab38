"""挂牌县 and 挂牌村数量: what the attachments of a 指导意见 list."""

from __future__ import annotations

from typing import ClassVar

from docgen.model.fields import Kind, Record, column


class County(Record):
    """挂牌县: a listed county."""

    sheet: ClassVar[str] = "挂牌县"
    purpose: ClassVar[str] = "一行一个县；同一省份、同一市州的按先后归在一起，县数由程序数"

    region: str = column("省份", "省、自治区、直辖市全称", Kind.TEXT, example="云岭省", width=24)
    prefecture: str = column("市州", "所在的市、州、地区；省直管县不填", Kind.TEXT, example="云江州", default="")
    name: str = column("县名", "名单里怎样称呼", Kind.TEXT, example="青石县")


class Tally(Record):
    """挂牌村数量: how many villages of a province are listed, and for which reason."""

    sheet: ClassVar[str] = "挂牌村数量"
    purpose: ClassVar[str] = "一行一个省份；各列的合计由程序算，不写合计行"

    region: str = column("省份", "省、自治区、直辖市全称", Kind.TEXT, example="云岭省", unique=True, width=24)
    total: int | None = column("合计", "后两栏之和；不填由程序算，填了就核对", Kind.COUNT, example="48", default=None)
    populous: int = column("贫困人口超过1千人的村", "个", Kind.COUNT, example="4", width=24)
    poor: int = column("贫困发生率超过10%的村", "个", Kind.COUNT, example="44", width=24)

    @property
    def whole(self) -> int:
        """合计 as stated, or the sum."""
        return self.populous + self.poor if self.total is None else self.total
