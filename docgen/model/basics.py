"""基本信息: who runs the campaign, when, how often, and who issues its documents."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from docgen.model.fields import Choice, Kind, Record, column

DIVISIONS = ("县", "市", "区", "旗")
"""区划: what a county-level place can be; the last character of its name says which."""


class Rhythm(Choice):
    """督战频次: how often each target of supervision is visited."""

    MONTHLY = "每月"
    HALF_MONTHLY = "每半月"
    TEN_DAYS = "每旬"
    WEEKLY = "每周"
    QUARTERLY = "每季度"


class Basics(Record):
    """基本信息: the campaign's own facts, one of each."""

    sheet: ClassVar[str] = "基本信息"
    purpose: ClassVar[str] = "这次挂牌督战本身的情况：县、年度、组织、时间和发文要素，每项一行"
    single: ClassVar[bool] = True

    county: str = column("县名", "县（市、区、旗）的名称", Kind.TEXT, example="云岭县")
    year: int = column("年度", "开展工作的年份，四位数字", Kind.COUNT, example="2024", ge=2000, le=2100)
    theme: str = column("工作主题", "督战的是什么工作", Kind.TEXT, example="脱贫攻坚")
    campaign: str = column("工作名称", "整项工作的名称，用于标题", Kind.TEXT, example="脱贫攻坚挂牌督战", width=24)
    year_position: str = column(
        "年度定位", "本年度是什么之年，用于引言", Kind.TEXT, example="脱贫攻坚收官之年", width=24
    )
    listing_reasons: tuple[str, ...] = column(
        "挂牌条件",
        "什么样的村要挂牌；督战村的“挂牌原因”从这里选",
        Kind.NAMES,
        example="巩固脱贫成果任务较重、脱贫难度较大",
        width=40,
    )
    leading_group: str = column(
        "领导小组", "负责组织的领导小组全称", Kind.TEXT, example="县精准扶贫工作领导小组", width=30
    )
    office: str = column(
        "办公室", "领导小组办公室全称，工作进度报到这里", Kind.TEXT, example="县精准扶贫工作领导小组办公室", width=34
    )
    commander_post: str = column("总指挥长职务", "督战总指挥长由谁担任", Kind.TEXT, example="县委副书记", width=20)
    commander: str = column(
        "总指挥长姓名", "填了姓名，正文写“职务＋姓名＋同志”", Kind.TEXT, example="江示例", default=""
    )
    deputy_commander_post: str = column(
        "副总指挥长职务", "副总指挥长由谁担任", Kind.TEXT, example="县政府分管副县长", width=20
    )
    deputy_commander: str = column(
        "副总指挥长姓名", "填了姓名，正文写“职务＋姓名＋同志”", Kind.TEXT, example="何示例", default=""
    )
    inspection_team: str = column(
        "督战队伍", "县督战队伍由哪些人组成", Kind.TEXT, example="县脱贫攻坚常态化联点督导组成员", width=34
    )
    start_month: date = column("起始月份", "督战从哪个月开始", Kind.MONTH, example="2024-02")
    end_month: date = column("结束月份", "督战到哪个月结束", Kind.MONTH, example="2024-12")
    rhythm: Rhythm = column("督战频次", "多久督战一次", Kind.CHOICE, example="每月")
    report_day: int = column("报送日", "每月几日报送工作进度", Kind.COUNT, example="28", ge=1, le=31)
    card_threshold: int = column("约谈门槛", "连续几次“黄牌”警告后约谈", Kind.COUNT, example="2", ge=1, le=12)
    clearing_deadline: date = column("清零时限", "挂牌单位的问题全部销号的最后日期", Kind.DAY, example="2024-06-30")
    means: tuple[str, ...] = column(
        "督战手段", "行业部门怎样督战", Kind.NAMES, example="实地了解、视频调度、明查暗访", width=34
    )
    village_count: int | str | None = column(
        "挂牌村数", "不填就按“督战村”的行数；没有名单时在这里写数", Kind.STATED_COUNT, example="40", default=None
    )
    site_count: int | str | None = column(
        "安置点数", "不填就按“安置点”的行数；没有名单时在这里写数", Kind.STATED_COUNT, example="6", default=None
    )
    site_township_count: int | str | None = column(
        "安置点乡镇数", "有安置点的乡镇（街道）个数；不填就按“安置点”计算", Kind.STATED_COUNT, example="5", default=None
    )
    issuer: str = column(
        "发文机关", "署名和版头用的机关全称", Kind.TEXT, example="云岭县精准扶贫工作领导小组", default="", width=34
    )
    organ_code: str = column("机关代字", "发文字号里的代字", Kind.TEXT, example="云扶组", default="")
    serial: int | None = column("发文顺序号", "发文字号里的号数，不编虚位", Kind.COUNT, example="3", default=None, ge=1)
    signers: tuple[str, ...] = column("签发人", "上行文必填，几位用顿号隔开", Kind.NAMES, example="江示例", default=())
    addressees: str = column(
        "主送",
        "主送机关，末尾不写冒号",
        Kind.TEXT,
        example="各乡镇人民政府、街道办事处，县直有关单位",
        default="",
        width=44,
    )
    copies: str = column(
        "抄送", "抄送机关，末尾不写句号", Kind.TEXT, example="县委办公室，县人大常委会办公室", default="", width=44
    )
    printing_organ: str = column(
        "印发机关", "版记里的印发机关", Kind.TEXT, example="云岭县精准扶贫工作领导小组办公室", default="", width=34
    )
    printing_date: date | None = column("印发日期", "不早于成文日期", Kind.DAY, example="2024-02-26", default=None)
    issue_date: date | None = column("成文日期", "负责人签发的日期", Kind.DAY, example="2024-02-26", default=None)
    contact: str = column("联系人", "公文联系人", Kind.TEXT, example="文示例", default="")
    phone: str = column("联系电话", "联系人的电话", Kind.PHONE, example="0000-1234567", default="", width=18)
