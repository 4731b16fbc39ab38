"""Cases about what stands in a line: fields, links, bookmarks, symbols, ruby, revisions, controls, notes."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.corpus.package import normal, package, style
from benchmarks.corpus.wordml import BODY, CENTER, TAB, field, fonts, p, ps, r, size
from benchmarks.corpus.words import SENTENCES, paragraphs, prose


def stored_fields() -> bytes:
    """REF as stored."""
    body = "".join(
        p(r("按照") + field("REF 附件一 \\h", "附件1") + r(f"第{n}项的要求，" + prose(n, 2)), BODY) for n in range(8)
    )
    mark = '<w:bookmarkStart w:id="1" w:name="附件一"/>' + r("附件1") + '<w:bookmarkEnd w:id="1"/>'
    return package(body + p(mark))


def dates() -> bytes:
    """DATE as stored (no LibreOffice reference)."""
    stored = field('DATE \\@ "yyyy年M月d日"', "2024年3月5日")
    return package("".join(p(r("填报日期：") + stored + r("。" + prose(n, 2)), BODY) for n in range(6)))


def contents() -> bytes:
    """A table of contents as stored, with leaders and page numbers."""
    tabs = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8834"/></w:tabs>'
    styles = (
        normal()
        + style("目录1", based="Normal", ppr=tabs)
        + style("标题1", based="Normal", ppr='<w:outlineLvl w:val="0"/>', rpr=fonts("黑体"))
    )
    heads = ("一、总体要求", "二、主要任务", "三、保障措施", "四、附则")
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-1" \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    body = p("目  录", CENTER)
    for number, head in enumerate(heads):
        page = field(f"PAGEREF _Toc{number}", str(number + 1))
        line = f'<w:hyperlink w:anchor="_Toc{number}">{r(head)}{TAB}{page}</w:hyperlink>'
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if number == len(heads) - 1 else ""
        body += p((begin if not number else "") + line + end, '<w:pStyle w:val="目录1"/>')
    for number, head in enumerate(heads):
        mark = f'<w:bookmarkStart w:id="{number}" w:name="_Toc{number}"/>{r(head)}<w:bookmarkEnd w:id="{number}"/>'
        body += p(mark, '<w:pStyle w:val="标题1"/><w:pageBreakBefore/>') + ps(paragraphs(3, number), BODY)
    return package(body, styles=styles)


def links() -> bytes:
    """Hyperlinks to pages and to bookmarks."""
    blue = '<w:color w:val="0563C1"/><w:u w:val="single"/>'
    body = ""
    for number in range(8):
        far = f'<w:hyperlink r:id="far">{r("县政府门户网站", blue)}</w:hyperlink>'
        near = f'<w:hyperlink w:anchor="附件一">{r("附件1", blue)}</w:hyperlink>'
        body += p(r(prose(number, 1)) + far + r("，详见") + near + r(prose(number + 1, 2)), BODY)
    body += p('<w:bookmarkStart w:id="1" w:name="附件一"/>' + r("附件1") + '<w:bookmarkEnd w:id="1"/>')
    return package(body, links={"far": "https://www.example.gov.cn/"})


def symbols() -> bytes:
    """Symbols of symbol fonts and of plain text, no-break hyphens and spaces."""
    box = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'
    tick = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    body = "".join(
        p(tick + r("同意  ") + box + r("不同意  □其他　√合格 ★重点 №18 ℃ ") + r("云政")
          + "<w:r><w:noBreakHyphen/></w:r>" + r(f"18号\u00a0{prose(n, 2)}"), BODY)
        for n in range(8)
    )  # fmt: skip
    return package(body)


def ruby() -> bytes:
    """拼音指南 above 汉字."""

    def word(base: str, reading: str) -> str:
        return (
            '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="14"/><w:hpsRaise w:val="30"/>'
            f'<w:hpsBaseText w:val="32"/><w:lid w:val="zh-CN"/></w:rubyPr><w:rt>{r(reading, size(7))}</w:rt>'
            f"<w:rubyBase>{r(base)}</w:rubyBase></w:ruby></w:r>"
        )

    body = "".join(
        p(r(prose(n, 1)) + word("云", "yún") + word("岭", "lǐng") + r("村" + prose(n + 1, 2)), BODY) for n in range(6)
    )
    return package(body, styles=normal(ppr='<w:spacing w:line="700" w:lineRule="exact"/>'))


def two_in_one() -> bytes:
    """双行合一: two organs before one word, as joint red heads have it."""
    pair = '<w:eastAsianLayout w:id="1" w:combine="1"/>'
    body = "".join(
        p(r(prose(n, 1)) + r("县委办公室政府办公室", pair) + r("联合印发。" + prose(n + 1, 2)), BODY) for n in range(6)
    )
    return package(body)


def joined_characters() -> bytes:
    """合并字符: the EQ field that Word writes for it (no LibreOffice reference)."""
    joined = field("EQ \\o\\ad(\\s\\up 9(县委),\\s\\do 4(政府))")
    return package("".join(p(r("经") + joined + r("同意，" + prose(n, 3)), BODY) for n in range(6)))


def revisions() -> bytes:
    """Tracked changes: inserted and deleted runs, deleted and inserted paragraph marks, moved text."""
    who = 'w:author="审核" w:date="2024-03-05T08:00:00Z"'
    body = ""
    for number in range(8):
        inserted = f'<w:ins w:id="{number}1" {who}>{r("（新增的一句话。）")}</w:ins>'
        deleted = f'<w:del w:id="{number}2" {who}><w:r><w:delText>删去的文字，不再出现。</w:delText></w:r></w:del>'
        body += p(r(prose(number, 1)) + inserted + deleted + r(prose(number + 1, 2)), BODY)
    return package(body)


def controls() -> bytes:
    """Content controls around runs, paragraphs and cells."""

    def run(text: str) -> str:
        return f'<w:sdt><w:sdtPr><w:alias w:val="单位"/></w:sdtPr><w:sdtContent>{r(text)}</w:sdtContent></w:sdt>'

    body = "".join(p(r("填报单位：") + run("云岭县乡村建设办公室") + r("。" + prose(n, 2)), BODY) for n in range(4))
    body += f"<w:sdt><w:sdtPr/><w:sdtContent>{ps(paragraphs(4, 2), BODY)}</w:sdtContent></w:sdt>"
    return package(body)


def note(kind: str, number: int, text: str, *, widows: bool = False) -> str:
    """A note's story: its mark and its text. `widows`: it never leaves a line alone, as far as a program heeds that."""
    mark = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Ref/></w:r>'
    ppr = f'<w:widowControl w:val="{int(widows)}"/><w:spacing w:line="300" w:lineRule="exact"/>'
    return f'<w:{kind} w:id="{number}">{p(mark + r(" " + text, size(10.5)), ppr)}</w:{kind}>'


def separators(kind: str) -> str:
    """The two separators that Word keeps among the notes; as low as LibreOffice's, which does not read their height."""
    plain = '<w:spacing w:line="113" w:lineRule="exact"/>'
    return "".join(
        f'<w:{kind} w:type="{name}" w:id="{number}">{p(f"<w:r><w:{name}/></w:r>", plain)}</w:{kind}>'
        for number, name in ((-1, "separator"), (0, "continuationSeparator"))
    )


def noted(kind: str, number: int, text: str) -> str:
    """A paragraph with the mark of a note in the middle."""
    reference = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'
    return p(r(prose(number, 2)) + reference + r(text), BODY)


def footnotes() -> bytes:
    """Footnotes on several pages, some longer than a line."""
    notes = separators("footnote") + "".join(note("footnote", n, prose(n, 1 + n % 2)) for n in range(1, 13))
    body = "".join(noted("footnote", n, prose(n + 2, 2)) for n in range(1, 13))
    return package(body, stories={"footnotes": notes})


def notes_without_widows() -> bytes:
    """Footnotes of three lines that go on overleaf with two at least (no LibreOffice reference)."""
    notes = separators("footnote") + "".join(
        note("footnote", n, prose(n, 1 + n % 2), widows=True) for n in range(1, 13)
    )
    body = "".join(noted("footnote", n, prose(n + 2, 2)) for n in range(1, 13))
    return package(body, stories={"footnotes": notes})


def endnotes() -> bytes:
    """Endnotes behind the text."""
    notes = separators("endnote") + "".join(note("endnote", n, prose(n, 1)) for n in range(1, 8))
    return package("".join(noted("endnote", n, prose(n + 2, 2)) for n in range(1, 8)), stories={"endnotes": notes})


def right_to_left_off() -> bytes:
    """Right-to-left switched off again where a style or a program left its marks."""
    body = "".join(
        p(r(prose(n, 1), '<w:rtl w:val="0"/>') + r(SENTENCES[n], '<w:cs w:val="0"/>'), '<w:bidi w:val="0"/>' + BODY)
        for n in range(10)
    )
    return package(body)


CASES: dict[str, Callable[[], bytes]] = {
    "域-引用": stored_fields,
    "域-日期": dates,
    "域-目录": contents,
    "行内-超链接书签": links,
    "行内-符号": symbols,
    "行内-拼音指南": ruby,
    "行内-双行合一": two_in_one,
    "行内-合并字符": joined_characters,
    "修订-按接受后": revisions,
    "内容控件": controls,
    "注-脚注": footnotes,
    "注-孤行控制": notes_without_widows,
    "注-尾注": endnotes,
    "文字方向-从右到左关": right_to_left_off,
}
