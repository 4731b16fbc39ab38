"""Cases about breaking lines: 避头尾, 标点溢出边界, 标点压缩, 中西文间距, words, numbers, addresses."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.corpus.package import package
from benchmarks.corpus.wordml import BODY, p, ps
from benchmarks.corpus.words import paragraphs, prose

_MARKS = (
    "各乡镇、各部门、各单位，要求：第一，（一）摸清底数；（二）列出清单；第二，《方案》《办法》；"
    "第三，如实上报！是否完成？"
)


def _texts(count: int = 10) -> list[str]:
    """Texts with many marks: each starts one character later, so that every mark meets a line's end."""
    return ["填" * number + _MARKS + prose(number, 2) for number in range(count)]


def kinsoku_on() -> bytes:
    """避头尾 on: no closing mark at a line's start, no opening one at its end."""
    return package(ps(_texts(), '<w:kinsoku/><w:overflowPunct w:val="0"/>' + BODY))


def kinsoku_off() -> bytes:
    """避头尾 off: lines break anywhere."""
    return package(ps(_texts(), '<w:kinsoku w:val="0"/><w:overflowPunct w:val="0"/>' + BODY))


def hanging() -> bytes:
    """标点溢出边界 on, as Word has it by default: a comma or full stop may stand beyond the edge."""
    return package(ps(_texts(), "<w:overflowPunct/>" + BODY))


def line_start_marks() -> bytes:
    """行首标点压缩: an opening mark at a line's start takes half its width."""
    return package(ps(_texts(), '<w:overflowPunct w:val="0"/><w:topLinePunct/>' + BODY))


def compressed() -> bytes:
    """标点压缩 of the whole document."""
    return package(ps(_texts(), '<w:overflowPunct w:val="0"/>' + BODY), compress=True)


def gaps_on() -> bytes:
    """中西文间距 and 中文数字间距 on: a gap beside Latin letters and digits."""
    texts = [f"{text}使用GIS系统和APP共24个，A类3项、B类12项。" for text in paragraphs(9, 2)]
    return package(ps(texts, '<w:overflowPunct w:val="0"/><w:autoSpaceDE/><w:autoSpaceDN/>' + BODY))


def gaps_off() -> bytes:
    """Both gaps off."""
    texts = [f"{text}使用GIS系统和APP共24个，A类3项、B类12项。" for text in paragraphs(9, 2)]
    ppr = '<w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' + BODY
    return package(ps(texts, ppr))


def numbers() -> bytes:
    """Numbers with units and signs, dates, fractions: what stays on one line."""
    tail = (
        "面积15.6公顷，单价￥1,280.50，增长-3.2%，气温25℃，比例1/3，时间2024年3月5日8:30，编号〔2024〕18号，合计100%。"
    )
    return package(ps(["数" * number + tail + prose(number, 1) + tail for number in range(10)], BODY))


def long_words() -> bytes:
    """Latin words of several lengths between 汉字: they go to the next line whole."""
    tail = "采用international、standardization和infrastructure等术语，依据Environmental Impact Assessment报告执行。"
    return package(ps(["词" * number + tail + prose(number, 1) + tail for number in range(9)], BODY))


def addresses() -> bytes:
    """Addresses of pages and mail boxes, longer than a line can take at its end."""
    tail = "详见https://www.example.gov.cn/zwgk/2024/03/05/notice-18.html，或发邮件至office.rural-2024@example.gov.cn咨询。"
    return package(ps(["网" * number + tail + prose(number, 1) for number in range(9)], '<w:jc w:val="left"/>'))


def words_cut() -> bytes:
    """西文在单词中间换行 allowed (w:wordWrap off)."""
    tail = "采用international、standardization和infrastructure等术语，依据Environmental Impact Assessment报告执行。"
    return package(
        ps(["切" * number + tail + prose(number, 1) for number in range(9)], '<w:wordWrap w:val="0"/>' + BODY)
    )


def distributed() -> bytes:
    """Distributed lines: the last one is stretched as well."""
    return package(ps([*paragraphs(6, 3), "县乡村建设办公室", "云岭县"], '<w:jc w:val="distribute"/>'))


def justified() -> bytes:
    """Justified text of plain 汉字 and marks, over pages."""
    return package(ps(paragraphs(20, 7), '<w:overflowPunct w:val="0"/>' + BODY))


def quotes_and_dashes() -> bytes:
    """Quotes and dashes at the ends of lines."""
    tail = "坚持“两不愁三保障”标准——不降低、不拔高，确保“真脱贫、脱真贫”，做到“四个不摘”。"
    return package(ps(["引" * number + tail + prose(number, 1) for number in range(10)], BODY))


def ellipses() -> bytes:
    """Ellipses at the ends of lines: both halves stay together (no LibreOffice reference)."""
    tail = "道路、水利、电网……逐项核对，污水、垃圾、厕所……逐户走访，确保数据真实……"
    return package(ps(["省" * number + tail + prose(number, 1) for number in range(10)], BODY))


def full_width() -> bytes:
    """Full-width letters and digits, circled numbers, spaces of a 汉字."""
    tail = "项目编号Ａ１２３－４５６，包括①道路②水利③电网三类，　　其中Ⅰ类５项、Ⅱ类８项。"
    return package(ps(["全" * number + tail + prose(number, 1) for number in range(9)], BODY))


CASES: dict[str, Callable[[], bytes]] = {
    "断行-避头尾": kinsoku_on,
    "断行-不避头尾": kinsoku_off,
    "断行-标点溢出边界": hanging,
    "断行-行首标点压缩": line_start_marks,
    "断行-标点压缩": compressed,
    "断行-中西文间距开": gaps_on,
    "断行-中西文间距关": gaps_off,
    "断行-数字与单位": numbers,
    "断行-长单词": long_words,
    "断行-网址邮箱": addresses,
    "断行-允许切断单词": words_cut,
    "断行-分散对齐": distributed,
    "断行-两端对齐": justified,
    "断行-引号破折号": quotes_and_dashes,
    "断行-省略号": ellipses,
    "断行-全角字符": full_width,
}


def probe(overflow: str, gaps: str) -> bytes:
    """One paragraph whose line end tells how 标点溢出边界 and 中西文间距 are read: see `fidelity_probe`."""
    ppr = f'{overflow}{gaps}<w:jc w:val="left"/>'
    return package(p("测" * 27 + "，" + "试" * 10, ppr) + p("共2", ppr))


def probe_of_numbers(language: str) -> bytes:
    """A number at the end of a line, where two of its four digits find room; `language` is that of Latin text."""
    ppr = '<w:overflowPunct w:val="0"/><w:jc w:val="left"/>'
    return package(p("测" * 26 + "2024年", ppr, f'<w:lang w:val="{language}" w:eastAsia="zh-CN"/>'))


def probe_of_keeping(keep: str) -> bytes:
    """A paragraph of five lines of which two find room on the first page; `keep`: what keeps it with the next one."""
    free = '<w:widowControl w:val="0"/>'
    return package(ps(["测"] * 20, free) + p("试" * 5 * 27, keep + free) + p("末", free))
