"""The codes of faults in the register of numbers, REG-001 …; docs/errors.md is made from it."""

from __future__ import annotations

from docgen.diagnostics import Code

CODES: dict[str, Code] = {
    "REG-001": Code(
        "登记表的列名不对", "文号登记.csv 的第一行应是约定的列名", "恢复第一行，或把这个文件移走后重新生成"
    ),
    "REG-002": Code("登记的一行读不懂", "年份、序号应为数字，月份应为 2024-04 的样子", "照别的行改正"),
    "REG-003": Code("一个号给了两份文件", "同一代字、同一年里，一个序号只能给一份文件", "改正其中一行"),
    "REG-004": Code("一份文件登记了两个号", "同一份文件在同一代字下只能有一个号", "删掉多余的一行"),
    "REG-005": Code("文号与代字、年份、序号不符", "“文号”一栏由前三栏写成", "改成一致"),
    "REG-006": Code("序号不连续", "同一代字、同一年里的序号中间缺号", "手工编发的文件也登记一行；确实空号的可以不改"),
    "REG-007": Code(
        "数据里写的号与登记不符",
        "基本信息的发文顺序号已经给了别的文件，或方案登记的是另一个号",
        "改发文顺序号，或改登记表",
    ),
}
"""Code → title, meaning, general remedy."""
