"""The codes of cross-checks, RULE-001 …: the one registry; docs/errors.md is made from it."""

from __future__ import annotations

from dataclasses import replace

from docgen.diagnostics import Code, Diagnostic, Place, Severity

CODES: dict[str, Code] = {
    "RULE-001": Code("同一乡镇里重名", "同一乡镇（街道）里两个村或两个安置点同名", "改掉其中一个，或删掉重复的一行"),
    "RULE-002": Code(
        "挂牌原因不在挂牌条件里",
        "督战村的“挂牌原因”应从基本信息的“挂牌条件”里选",
        "改成挂牌条件里的说法，或补充挂牌条件",
    ),
    "RULE-003": Code("入住户数超过安置户数", "“已入住户数”不应多于“户数”", "核对两个数"),
    "RULE-004": Code("阶段的起止日期颠倒", "工作阶段的结束日期早于开始日期", "核对两个日期"),
    "RULE-005": Code("阶段重叠或次序颠倒", "后一阶段应在前一阶段结束之后开始", "改日期，或调整各行的先后"),
    "RULE-006": Code(
        "阶段之间有空档", "前一阶段结束与后一阶段开始之间有几天不属于任何阶段", "确有空档可不改；否则改日期"
    ),
    "RULE-007": Code("阶段超出督战时间", "工作阶段应在起始月份和结束月份之内", "改阶段的日期，或改督战的起止月份"),
    "RULE-008": Code("督战起止月份颠倒", "结束月份早于起始月份", "核对两个月份"),
    "RULE-009": Code("清零时限超出督战时间", "清零时限应在起始月份和结束月份之内", "改清零时限，或改督战的起止月份"),
    "RULE-010": Code(
        "没有目标与清零时限一致", "目标任务写了完成时限，却没有一个与清零时限相同", "核对清零时限和目标的完成时限"
    ),
    "RULE-011": Code("目标的时限超出督战时间", "目标任务的完成时限晚于督战结束的月份", "改完成时限，或改结束月份"),
    "RULE-012": Code(
        "时限表述与完成时限不符",
        "正文里说的时限与任务分解表里的时限不是同一天",
        "改成一致；“时限表述”不填就由完成时限写成",
    ),
    "RULE-013": Code("数与行数不符", "填写的数与名单的行数不同", "改这个数，或补齐名单；不填就按行数"),
    "RULE-014": Code("有名单却写占位符", "名单已经有了，数还写着占位符，正文会印占位符", "清空这一格，就按名单的行数"),
    "RULE-015": Code("没有挂牌村数", "既没有督战村名单，也没有写挂牌村数", "填“督战村”，或在“挂牌村数”里写数"),
    "RULE-016": Code("名称与类别不符", "乡镇（街道）的名称应以它的类别结尾", "改名称或类别"),
    "RULE-017": Code(
        "没有督查内容", "一项督战内容既没有写督查内容，也没有分方面", "填“督查内容”，或在“督战方面”里分方面写"
    ),
    "RULE-018": Code("督查内容写了两处", "一项督战内容既写了督查内容，又分了方面，正文只能写一种", "只留一处"),
    "RULE-019": Code("印发日期早于成文日期", "公文签发之后才印发（GB/T 9704-2012，7.4.3）", "核对两个日期"),
    "RULE-020": Code("上行文没有签发人", "上行文应标注签发人姓名（GB/T 9704-2012，7.2.6）", "填签发人，或改行文方向"),
    "RULE-021": Code("版头的要素没有填", "红头或套打的公文，版头离不开这一项", "填上，或把版头改成“无版头”"),
    "RULE-022": Code("署名的要素没有填", "署名的公文要有发文机关和成文日期", "填上，或把署名改成“不署名”"),
    "RULE-023": Code("涉密公文没有份号", "涉密公文应标注份号（GB/T 9704-2012，7.2.1）", "填六位份号"),
    "RULE-024": Code(
        "份号不是六位数字",
        "份号一般用六位阿拉伯数字（GB/T 9704-2012，7.2.1）",
        "补足六位，如 000001；单元格设成文本格式",
    ),
    "RULE-025": Code("紧急程度不对", "紧急公文只标“特急”或“加急”", "填“特急”或“加急”，不紧急就不填"),
    "RULE-026": Code(
        "密级和保密期限写法不对", "先写密级，再写★和期限（GB/T 9704-2012，7.2.2）", "写成“秘密★1年”的样子"
    ),
    "RULE-027": Code("牵头单位又列为配合单位", "同一单位同时是牵头单位和配合单位", "从配合单位里去掉它"),
    "RULE-028": Code("两个乡镇的机关代字相同", "各机关的代字应不同", "核对机关代字"),
    "RULE-029": Code("还有占位符", "文字里还有 XX、×××、待定、TODO 一类的占位符，会照样印出来", "定下来以后填上"),
    "RULE-030": Code("与正文自带的字重复", "这一栏的开头或末尾，正文会自动加上", "去掉它"),
    "RULE-031": Code("末尾缺标点", "这一栏的末尾要自己写标点，正文不再加", "补上标点"),
    "RULE-032": Code("年度与督战时间不符", "年度不在督战的起止月份之内", "核对年度和起止月份"),
    "RULE-033": Code(
        "填了版头标注，却没有版头",
        "份号、密级和紧急程度印在版头里（GB/T 9704-2012，7.2），没有版头就印不出来",
        "把版头改成“红头”或“套打”，或清空这一格",
    ),
    "RULE-034": Code("附件没有内容", "选了这个附件，它的名单却是空的", "补上名单，或从“附件”里去掉它"),
    "RULE-035": Code("发文机关标志排不下", "发文机关标志排成一行，太长会压得看不清", "用规范化简称，或改用“套打”"),
    "RULE-036": Code(
        "标题里的词比一行还长", "标题分行应当词意完整（GB/T 9704-2012，7.3.1），太长的词只能从中间断开", "缩短工作名称"
    ),
    "RULE-037": Code("版记排不下", "主送和抄送太多，版记占了大半页", "合并成统称，如“各乡镇人民政府、街道办事处”"),
    "RULE-038": Code(
        "看不出是县、市、区还是旗", "正文里“我县”“县级”的县字取自县名的最后一字", "县名写到县、市、区或旗为止"
    ),
}
"""Code → title, meaning, general remedy; a single diagnostic may carry a more exact remedy."""


def report(
    code: str, place: Place, found: str, expected: str = "", remedy: str = "", severity: Severity = Severity.ERROR
) -> Diagnostic:
    """A diagnostic with the code's own remedy where no better one is given."""
    return Diagnostic(code, place, found, expected, remedy or CODES[code].remedy, severity)


def warn(code: str, place: Place, found: str, expected: str = "", remedy: str = "") -> Diagnostic:
    """A diagnostic that is told while the work goes on."""
    return report(code, place, found, expected, remedy, Severity.WARNING)


def inside(place: Place) -> str:
    """Another place of the same file, for a message: without the file's name."""
    return str(replace(place, file=""))
