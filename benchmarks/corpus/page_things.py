"""Cases about pages: sections, columns, headers and footers, page numbers, turned pages, borders of the page."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.corpus.package import package
from benchmarks.corpus.wordml import BODY, CENTER, COLUMN_BREAK, ended, field, p, ps, r, section, size
from benchmarks.corpus.words import paragraphs, prose

_EXACT = '<w:spacing w:line="300" w:lineRule="exact"/>'


def _story(text: str, *codes: str) -> str:
    """A head or foot with page fields behind its text."""
    runs = r(text, size(10.5)) if text else ""
    return p(runs + "".join(field(code, "1", size(10.5)) + r(" ", size(10.5)) for code in codes), _EXACT + CENTER)


def _reference(kind: str, which: str, identity: str) -> str:
    return f'<w:{kind}Reference w:type="{which}" r:id="{identity}"/>'


def heads_and_feet() -> bytes:
    """First, odd and even heads and feet of their own."""
    names = [(kind, which) for kind in ("header", "footer") for which in ("default", "even", "first")]
    references, stories = "", {}
    for number, (kind, which) in enumerate(names, 1):
        identity = f"{kind}{number}"
        references += _reference(kind, which, identity)
        label = {"default": "单页", "even": "双页", "first": "首页"}[which]
        stories[identity] = _story(
            f"{label}的{'页眉' if kind == 'header' else '页脚'}", *(["PAGE"] if kind == "footer" else [])
        )
    last = section("<w:titlePg/>", references=references)
    return package(ps(paragraphs(20), BODY), settings="<w:evenAndOddHeaders/>", stories=stories, last_section=last)


def numbers_of_pages() -> bytes:
    """PAGE and NUMPAGES in feet, through two sections."""
    references = _reference("footer", "default", "footer1")
    small = size(10.5)
    inner = (
        r("第", small) + field("PAGE", "1", small) + r("页 共", small) + field("NUMPAGES", "9", small) + r("页", small)
    )
    stories = {"footer1": p(inner, CENTER)}
    first = ended(ps(paragraphs(8), BODY), section(references=references))
    last = section(kind="nextPage", references=references)
    return package(first + ps(paragraphs(12, 3), BODY), stories=stories, last_section=last)


def pages_of_a_section() -> bytes:
    """SECTIONPAGES in the foot (no LibreOffice reference)."""
    references = _reference("footer", "default", "footer1")
    foot = r("本节共", size(10.5)) + field("SECTIONPAGES", "9", size(10.5)) + r("页", size(10.5))
    body = ended(ps(paragraphs(8), BODY), section(references=references)) + ps(paragraphs(12, 3), BODY)
    return package(
        body, stories={"footer1": p(foot, CENTER)}, last_section=section(kind="nextPage", references=references)
    )


def formats_of_numbers() -> bytes:
    """Page numbers in Roman and Chinese figures and letters, with dashes typed beside them."""
    references = _reference("footer", "default", "footer1")
    stories = {"footer1": p(r("— ", size(14)) + field("PAGE", "1", size(14)) + r(" —", size(14)), CENTER)}
    body = ended(
        ps(paragraphs(6), BODY), section('<w:pgNumType w:fmt="upperRoman" w:start="1"/>', references=references)
    )
    body += ended(
        ps(paragraphs(6, 2), BODY), section('<w:pgNumType w:fmt="chineseCounting" w:start="1"/>', kind="nextPage")
    )
    body += ps(paragraphs(6, 4), BODY)
    return package(
        body, stories=stories, last_section=section('<w:pgNumType w:fmt="lowerLetter" w:start="1"/>', kind="nextPage")
    )


def numbers_in_dashes() -> bytes:
    """Page numbers of the format - 1 - (no LibreOffice reference)."""
    stories = {"footer1": p(field("PAGE", "1", size(14)), CENTER)}
    last = section('<w:pgNumType w:fmt="numberInDash"/>', references=_reference("footer", "default", "footer1"))
    return package(ps(paragraphs(8), BODY), stories=stories, last_section=last)


def turned_pages() -> bytes:
    """Upright, turned, upright again."""
    body = ended(ps(paragraphs(5), BODY), section())
    body += ended(ps(paragraphs(7, 2), BODY), section(kind="nextPage", landscape=True))
    return package(body + ps(paragraphs(5, 4), BODY), last_section=section(kind="nextPage"))


def section_kinds() -> bytes:
    """Sections that start on the next page, and in the middle of one."""
    body = ""
    for number, kind in enumerate(("", "nextPage", "continuous")):
        body += ended(ps(paragraphs(4, number), BODY), section(kind=kind))
    return package(body + ps(paragraphs(4, 4), BODY), last_section=section(kind="continuous"))


def odd_and_even() -> bytes:
    """Sections that start on an odd and on an even page: an empty page stands before them where it has to."""
    body = ""
    for number, kind in enumerate(("", "oddPage", "evenPage")):
        body += ended(ps(paragraphs(4, number), BODY), section(kind=kind))
    return package(body + ps(paragraphs(4, 4), BODY), last_section=section(kind="oddPage"))


def columns() -> bytes:
    """Two columns with a line between, balanced before a section that goes on."""
    two = '<w:cols w:num="2" w:space="425" w:sep="1"/>'
    body = ended(p("工作简报", CENTER, size(22)), section(kind="continuous"))
    body += ended(ps(paragraphs(9), BODY), section(two, kind="continuous"))
    return package(body + ps(paragraphs(3, 3), BODY), last_section=section(kind="continuous"))


def columns_over_pages() -> bytes:
    """Two columns over several pages, with a column break; behind it LibreOffice would set an indent once more."""
    broken = p(COLUMN_BREAK + r(prose(2, 3)), '<w:jc w:val="both"/>')
    body = ps(paragraphs(10), BODY) + broken + ps(paragraphs(9, 3), BODY)
    return package(body, last_section=section('<w:cols w:num="2" w:space="425"/>'))


def unequal_columns() -> bytes:
    """A narrow and a wide column; three columns on a turned page."""
    unequal = '<w:cols w:num="2" w:equalWidth="0"><w:col w:w="3000" w:space="425"/><w:col w:w="5420"/></w:cols>'
    body = ended(ps(paragraphs(6), BODY), section(unequal))
    last = section('<w:cols w:num="3" w:space="425"/>', kind="nextPage", landscape=True)
    return package(body + ps(paragraphs(6, 2), BODY), last_section=last)


def tall_head() -> bytes:
    """A head taller than the margin pushes the text down."""
    stories = {"header1": "".join(_story(f"页眉第{n + 1}行文字") for n in range(6))}
    last = section(references=_reference("header", "default", "header1"))
    return package(ps(paragraphs(12), BODY), stories=stories, last_section=last)


def page_borders() -> bytes:
    """A border around the page."""
    edges = "".join(
        f'<w:{e} w:val="double" w:sz="6" w:space="24" w:color="auto"/>' for e in ("top", "left", "bottom", "right")
    )
    return package(
        ps(paragraphs(8), BODY), last_section=section(f'<w:pgBorders w:offsetFrom="page">{edges}</w:pgBorders>')
    )


def centred_page() -> bytes:
    """A title page whose text stands in the middle of its height."""
    body = ps(["云岭县乡村建设项目管理办法汇编", "云岭县乡村建设办公室", "2024年3月"], CENTER, size(22))
    body = ended(body, section('<w:vAlign w:val="center"/>'))
    return package(body + ps(paragraphs(5), BODY), last_section=section(kind="nextPage"))


def line_numbers() -> bytes:
    """Numbered lines; without a distance each program has its own."""
    numbered = '<w:lnNumType w:countBy="5" w:distance="360" w:restart="newPage"/>'
    return package(ps(paragraphs(8), BODY), last_section=section(numbered))


CASES: dict[str, Callable[[], bytes]] = {
    "页-首页单双页眉脚": heads_and_feet,
    "页-页码域": numbers_of_pages,
    "页-页码格式": formats_of_numbers,
    "页-节页数": pages_of_a_section,
    "页-页码带横线": numbers_in_dashes,
    "页-横向节": turned_pages,
    "页-分节符种类": section_kinds,
    "页-奇偶页分节": odd_and_even,
    "页-分栏平衡": columns,
    "页-分栏跨页": columns_over_pages,
    "页-不等宽栏": unequal_columns,
    "页-高页眉": tall_head,
    "页-页面边框": page_borders,
    "页-页面垂直居中": centred_page,
    "页-行号": line_numbers,
}
