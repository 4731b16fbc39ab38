"""文件设置: how each document is headed, signed and what it carries."""

from __future__ import annotations

from typing import ClassVar

from docgen.model.fields import Choice, Kind, Record, column


class DocumentKind(Choice):
    """文件: the documents of a campaign."""

    IMPLEMENTATION_PLAN = "实施方案"
    TOWNSHIP_PLAN = "专项实施方案"
    COVERING_NOTICE = "印发通知"
    MONTHLY_BRIEFING = "简报"
    PROGRESS_REPORT = "工作进度报告"
    YELLOW_CARD_NOTICE = "黄牌警告通知书"
    CARD_CIRCULAR = "黄牌通报"
    INTERVIEW_NOTICE = "约谈通知书"
    INTERVIEW_RECORD = "约谈记录"
    ESCALATION_REPORT = "追责问责报告"
    RECTIFICATION_NOTICE = "整改通知"
    CLOSING_CONFIRMATION = "销号确认单"
    LEDGER = "问题台账"


class Head(Choice):
    """版头 (GB/T 9704-2012, 7.2): printed red, left out, or left blank on preprinted paper (套打)."""

    RED = "红头"
    NONE = "无版头"
    PREPRINTED = "套打"


class Direction(Choice):
    """行文方向: an upward document shows its 签发人 (7.2.6)."""

    DOWN = "下行"
    LEVEL = "平行"
    UP = "上行"


class Signature(Choice):
    """署名 (7.3.5): none, without seal, or with room for a seal."""

    NONE = "不署名"
    PLAIN = "不盖章"
    SEALED = "盖章"


class Attachment(Choice):
    """附件 that the implementation plan can carry."""

    PAIRING = "包联安排表"
    TASKS = "任务分解表"
    VILLAGES = "督战村名单"


class Setting(Record):
    """文件设置: the form of one document."""

    sheet: ClassVar[str] = "文件设置"
    purpose: ClassVar[str] = (
        "每种文件一行：版头、署名、附件怎么安排；不写的文件用无版头、无附件，实施方案不署名，别的文件留盖章的位置"
    )

    document: DocumentKind = column("文件", "哪一种文件", Kind.CHOICE, example="实施方案", unique=True)
    head: Head = column("版头", "红头、无版头，或套打（版头印好的纸）", Kind.CHOICE, example="红头", default=Head.NONE)
    direction: Direction = column("行文方向", "上行文要写签发人", Kind.CHOICE, example="下行", default=Direction.DOWN)
    signature: Signature = column(
        "署名", "不署名、不盖章，或盖章（给印章留位置）", Kind.CHOICE, example="盖章", default=Signature.NONE
    )
    attachments: tuple[Attachment, ...] = column(
        "附件", "按先后写，用顿号隔开", Kind.CHOICES, example="包联安排表、任务分解表、督战村名单", default=(), width=40
    )
    copy_number: str = column("份号", "六位数字；涉密公文必填", Kind.TEXT, example="000001", default="")
    secrecy: str = column("密级和保密期限", "如 机密★1年", Kind.TEXT, example="秘密★1年", default="", width=18)
    urgency: str = column("紧急程度", "特急或加急", Kind.TEXT, example="加急", default="")
    issuer: str = column(
        "发文机关",
        "这种文件自己的发文机关；不填就用基本信息（乡镇文件用乡镇）的",
        Kind.TEXT,
        example="云岭县督战办公室",
        default="",
        width=30,
    )
    organ_code: str = column(
        "代字",
        "这种文件自己的代字；不填就用基本信息（乡镇文件用乡镇）的机关代字",
        Kind.TEXT,
        example="云督黄",
        default="",
    )
    addressees: str = column(
        "主送",
        "这种文件自己的主送；不填就用基本信息的",
        Kind.TEXT,
        example="县精准扶贫工作领导小组",
        default="",
        width=30,
    )
    copies: str = column(
        "抄送", "这种文件自己的抄送；不填就用基本信息的", Kind.TEXT, example="县纪委监委", default="", width=30
    )

    @property
    def headed(self) -> bool:
        """Whether the document has a 版头, printed by us or on its paper already."""
        return self.head is not Head.NONE


class Bulletin(Record):
    """简报设置: the head and foot of the monthly briefing (practice: the standard has no layout for it)."""

    sheet: ClassVar[str] = "简报设置"
    purpose: ClassVar[str] = "简报的报头和报尾，只写一行；不写就用默认的刊名和基本信息"

    masthead: str = column("刊名", "报头的大字；不填就是“督战工作简报”", Kind.TEXT, example="督战工作简报", default="")
    editor: str = column("编印单位", "不填就是印发机关", Kind.TEXT, example="县督战办公室", default="", width=30)
    notice: str = column("密级提示", "报头左上角的话", Kind.TEXT, example="内部资料　注意保存", default="", width=20)
    first_total: int | None = column(
        "总期数起点", "第一期简报的总期数；不填就不写总期数", Kind.COUNT, example="13", default=None, ge=1
    )
    reported_to: str = column(
        "报", "报尾“报：”后面的单位，末尾不写句号", Kind.TEXT, example="市督战办公室", default="", width=30
    )
    sent_to: str = column(
        "送", "报尾“送：”后面的单位", Kind.TEXT, example="县委办公室，县政府办公室", default="", width=30
    )
    issued_to: str = column("发", "报尾“发：”后面的单位", Kind.TEXT, example="各乡镇、街道", default="", width=30)
    copies: int | None = column("印数", "共印多少份", Kind.COUNT, example="60", default=None, ge=1)
    remarks: str = column("编者按", "每期简报开头的编者按，可不填", Kind.PROSE, example="", default="", width=40)
