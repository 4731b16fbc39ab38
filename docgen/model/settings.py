"""文件设置: how each document is headed, signed and what it carries."""

from __future__ import annotations

from typing import ClassVar

from docgen.model.fields import Choice, Kind, Record, column


class DocumentKind(Choice):
    """文件: the documents of a campaign."""

    IMPLEMENTATION_PLAN = "实施方案"


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
    purpose: ClassVar[str] = "每种文件一行：版头、署名、附件怎么安排；不写的文件用无版头、不署名、无附件"

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

    @property
    def headed(self) -> bool:
        """Whether the document has a 版头, printed by us or on its paper already."""
        return self.head is not Head.NONE
