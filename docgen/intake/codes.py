"""The codes of faults in the data, DATA-001 …: the one registry; docs/errors.md is made from it."""

from __future__ import annotations

from docgen.diagnostics import Code, Diagnostic, Place

CODES: dict[str, Code] = {
    "DATA-001": Code("缺少工作表", "方案离不开的工作表整张没有", "补上这张表；用 docgen init 可以得到空白工作簿"),
    "DATA-002": Code("不认识的工作表", "工作表（或文本数据的大类）的名称不在约定之内", "改成约定的名称，或删掉这张表"),
    "DATA-003": Code("工作表重复", "同一张工作表出现了两次", "合并成一张"),
    "DATA-004": Code("不认识的栏目", "列名、项目名或键不在约定之内", "改成约定的名称，或删掉这一栏"),
    "DATA-005": Code("栏目重复", "同一张表里同一个列名、项目名或键出现了两次", "只留一个"),
    "DATA-006": Code("缺少必填栏目", "必填的列或项目整个没有", "补上这一栏并填写"),
    "DATA-007": Code("没有列名的内容", "有内容的一列，列名却是空的", "补上列名，或删掉这一列的内容"),
    "DATA-008": Code("找不到列名", "工作表里没有一行是约定的列名", "第一行写列名；用 docgen init 可以得到空白工作簿"),
    "DATA-009": Code("工作表没有内容", "方案离不开的工作表里一行内容也没有", "至少填一行"),
    "DATA-010": Code("必填的没有填", "必填的单元格是空的", "填上内容"),
    "DATA-011": Code(
        "公式没有结果",
        "公式没有缓存值：写出这个文件的程序没有计算过它",
        "用 Excel 或 WPS 打开文件再保存一次，或直接填数值",
    ),
    "DATA-012": Code("公式结果是错误", "单元格里是 #REF!、#N/A 一类的错误值", "改正公式，或直接填内容"),
    "DATA-013": Code("数据区有合并单元格", "合并单元格只有左上角有内容，其余各格是空的", "取消合并并逐行填写"),
    "DATA-014": Code("不是日期", "这一栏应填日期，内容认不出来", "填 2024-04-30 或 2024年4月30日"),
    "DATA-015": Code("没有这一天", "日期写法对，但日历上没有这一天", "核对年、月、日"),
    "DATA-016": Code("日期有歧义", "两位数的年份，或分不清月和日的写法", "年份写四位，按年、月、日的次序写"),
    "DATA-017": Code("不是月份", "这一栏应填月份，内容认不出来", "填 2024-02 或 2024年2月"),
    "DATA-018": Code("不是整数", "这一栏应填不带单位的非负整数", "只填数字"),
    "DATA-019": Code("不是整数或占位符", "这一栏应填非负整数，数未定时可填 XX 一类的占位符", "填数字，或填 XX"),
    "DATA-020": Code("不是百分数", "这一栏应填百分数，内容认不出来", "填 2.3% 这样的百分数"),
    "DATA-021": Code(
        "百分数有歧义",
        "没有百分号、又不大于 1 的数，可能是百分数，也可能是比例，差一百倍",
        "带上百分号填写，例如 2.3%",
    ),
    "DATA-022": Code("不是电话号码", "手机号为 11 位；固定电话写区号、连字符和号码", "填 13800000000 或 0000-1234567"),
    "DATA-023": Code("不在选项之内", "这一栏只能填列出的几个选项", "从选项里选一个"),
    "DATA-024": Code("名单里有重复", "同一格里同一项写了两次", "只留一个"),
    "DATA-025": Code("不是“是”或“否”", "这一栏只能填“是”或“否”", "填“是”或“否”"),
    "DATA-026": Code(
        "看不见的控制字符", "内容里夹着看不见的控制字符，多半是从别处粘贴来的", "删掉这一格的内容，重新用键盘输入"
    ),
    "DATA-027": Code("不能换行", "这一栏只能写一行", "去掉单元格里的换行"),
    "DATA-028": Code("不认识的引用", "花括号里的名称不在可引用的名称之内", "改成可引用的名称"),
    "DATA-029": Code(
        "花括号不能这样用", "花括号不成对，或用在不能引用的栏目里", "花括号只用来在成段文字里引用，如 {年度}"
    ),
    "DATA-030": Code(
        "应为文字", "这一栏应填文字，单元格里却是日期、时间或一串列表", "把单元格设成文本格式，再照原样填写"
    ),
    "DATA-031": Code("数字太长", "Excel 的数字只保留 15 位，末几位已经丢了", "把单元格设成文本格式，再重新填写"),
    "DATA-032": Code("超出范围", "数值不在允许的范围内", "核对数值"),
    "DATA-033": Code("不合要求", "内容不合这一栏的要求", "按这一栏的说明填写"),
    "DATA-034": Code("不能重复", "这一栏里各行不能相同，却有两行写了同样的内容", "改掉其中一行，或删掉重复的一行"),
    "DATA-035": Code("引用的名称不存在", "这一格应写另一张表里已有的名称", "改成那张表里的名称，或在那张表里补上一行"),
    "DATA-036": Code("表里有合计行", "合计由程序计算，数据里不要合计行", "删掉合计行"),
    "DATA-037": Code("文本数据写法有错", "YAML 或 JSON 的写法不合规则", "改正这一行的写法"),
    "DATA-038": Code("结构不对", "应该是一组“栏目: 内容”、一串列表或一个值，写成了别的", "参照 docgen init 得到的样例"),
    "DATA-039": Code(
        "不支持的 YAML 写法", "数据里不用锚点（&）、别名（*）、标签（!）和多个文档", "去掉这种写法，直接写内容"
    ),
    "DATA-040": Code(
        "不是日期和时间", "这一栏应填日期和几点几分，内容认不出来", "填 2024-05-10 15:00 或 2024年5月10日15时30分"
    ),
    "DATA-041": Code(
        "没有写几点", "这一栏要写到几点几分，只有日期，或写的是零点", "在日期后面写上时间，如 2024-05-10 15:00"
    ),
    "DATA-042": Code("没有这个时间", "日期写法对，但一天里没有这个时间", "核对几点几分，按 24 小时写"),
    "DATA-043": Code(
        "曾用名分不清指哪一个",
        "曾用名与另一行现在或从前的名称相同，引用它的地方分不清是哪一行",
        "改掉其中一个，或删掉它",
    ),
    "DATA-044": Code(
        "CSV 的引号不成对",
        "有一格开头有英文双引号，结尾没有，后面的内容分不清是哪一格的",
        "补上或删掉这个双引号；或用 Excel 打开核对，另存为“CSV UTF-8（逗号分隔）”",
    ),
    "DATA-045": Code(
        "CSV 的一行比列名长",
        "一行的栏数比列名多，内容错到别的栏里了",
        "内容里有逗号、引号或换行的，整格用英文双引号括起来；或用 Excel 打开核对，另存为“CSV UTF-8（逗号分隔）”",
    ),
    "DATA-046": Code(
        "文件没有读",
        "数据文件夹里有像数据的文件，名称不是以工作表名开头，或格式读不了",
        "名称以工作表名开头，如 问题台账.csv；不用的话移到别的文件夹",
    ),
    "DATA-047": Code(
        "文件正打开着",
        "数据文件正在 Excel、WPS 或 LibreOffice 里打开着，没有保存的改动读不到",
        "先在那里保存并关闭，再运行；已经关闭的话，删掉旁边名称以 ~$ 或 .~lock. 开头的文件",
    ),
}
"""Code → title, meaning, general remedy; a single diagnostic may carry a more exact remedy."""


def report(code: str, place: Place, found: str, expected: str = "", remedy: str = "") -> Diagnostic:
    """A diagnostic with the code's own remedy where no better one is given."""
    return Diagnostic(code, place, found, expected, remedy or CODES[code].remedy)


def shown(text: object, limit: int = 24) -> str:
    """A value quoted for a message, shortened: “四月底”."""
    words = str(text).replace("\n", " ")
    return f"“{words if len(words) <= limit else words[:limit] + '…'}”"


class Fault(Exception):
    """A cell that cannot be converted; `drafts` turns it into a diagnostic. `more` are further faults of the cell."""

    def __init__(self, code: str, found: str, expected: str = "", remedy: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.found = found
        self.expected = expected
        self.remedy = remedy
        self.more: tuple[Fault, ...] = ()

    def at(self, place: Place) -> Diagnostic:
        """The diagnostic at a place."""
        return report(self.code, place, self.found, self.expected, self.remedy)
