"""The codes of what is checked in a 指导意见 alone, GUIDE-001 …; docs/errors.md is made from them.

What a campaign's data is checked for, too, has the same RULE code here.
"""

from __future__ import annotations

from docgen.diagnostics import Code, Diagnostic, Place, Severity

CODES: dict[str, Code] = {
    "GUIDE-001": Code(
        "村数量加不拢", "每一行的合计应是后两栏之和，每一列相加应是总数", "核对这几格；合计和总数也可以不填，由程序算"
    ),
    "GUIDE-002": Code("总数与各行之和不符", "印发通知里写的总数与“挂牌村数量”那一列相加不同", "核对总数和各行的数"),
    "GUIDE-003": Code("县重复", "同一市州里两个县同名", "删掉重复的一行，或改掉其中一个"),
    "GUIDE-004": Code("省份写法不一", "两张表里同一个省份的写法应相同", "改成一样的全称"),
    "GUIDE-005": Code(
        "半角标点",
        "汉字旁边的逗号、分号、冒号、问号、叹号和括号用全角（GB/T 15834-2011）",
        "改成全角；要与原文一字不差的，可不改",
    ),
    "GUIDE-006": Code("序数不连续", "同一层次的序数应依次编（GB/T 9704-2012，7.3.3）", "核对序数，或补上缺的一项"),
    "GUIDE-007": Code("提到的附件没有", "正文提到的附件号比附件的件数大", "改附件号，或填上那件附件的名单"),
    "GUIDE-008": Code("通知没有提到意见的标题", "印发通知的正文应写明印发的是什么", "在通知正文里写《{意见标题}》"),
    "GUIDE-009": Code(
        "成文日期上面没有机关名",
        "加盖印章的公文，发文机关署名在成文日期之上（GB/T 9704-2012，7.3.5.1）",
        "把“印机关名”改成“是”；要与原文一字不差的，可不改",
    ),
    "GUIDE-010": Code(
        "填了版记的内容，却没有版记",
        "抄送和印发日期印在版记里（GB/T 9704-2012，7.4），有版头又填了印发机关才有版记",
        "填印发机关，或清空这一格",
    ),
}
"""Code → title, meaning, general remedy; a single diagnostic may carry a more exact remedy."""


def report(code: str, place: Place, found: str, expected: str = "", remedy: str = "") -> Diagnostic:
    """An error, with the code's own remedy where no better one is given."""
    return Diagnostic(code, place, found, expected, remedy or CODES[code].remedy)


def warn(code: str, place: Place, found: str, expected: str = "", remedy: str = "") -> Diagnostic:
    """A diagnostic that is told while the work goes on."""
    return Diagnostic(code, place, found, expected, remedy or CODES[code].remedy, Severity.WARNING)
