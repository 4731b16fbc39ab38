"""Apart: where LibreOffice 7.4 is no reference for Word. Such files are measured and listed, but not counted."""

from __future__ import annotations

# Name of a corpus file → why it does not count.
REASONS = {
    "段落-字符网格": "docGrid linesAndChars: LibreOffice sets half as many characters a line",
    "段落-只按字符缩进": "w:firstLineChars without twips beside it: LibreOffice 7.4 sets no indent at all",
    "断行-不避头尾": "w:kinsoku off: LibreOffice still keeps closing marks from a line's start by its own rules",
    "表格-标点溢出边界": "LibreOffice hangs no mark beyond the edge of a cell's text",
    "修订-按接受后": "LibreOffice prints deleted text struck out; ours shows the revisions as accepted",
    "编号-条连续编": "w:lvlRestart 0: LibreOffice 7.4 starts the level again all the same",
    "页-节页数": "SECTIONPAGES: LibreOffice prints the stored result",
    "页-页码带横线": "w:pgNumType numberInDash: LibreOffice 7.4 prints the bare number",
    "页-奇偶页分节": "LibreOffice leaves the empty pages before odd and even sections out of the PDF",
    "编号-少见格式": "LibreOffice 7.4 numbers these formats otherwise (一〇 as 十) or not at all",
    "域-日期": "DATE: LibreOffice prints today's date",
    "断行-标点压缩": "characterSpacingControl: LibreOffice 7.4 does not bring neighbouring marks together in the PDF",
    "断行-允许切断单词": "w:wordWrap off: LibreOffice never cuts a word",
    "表格-只按内容列宽": "autofit without stored widths: LibreOffice takes the columns of w:tblGrid",
    "表格-浮动到版心底": "tblpYSpec bottom: LibreOffice 7.4 leaves the table where its anchor stands",
    "页-页面垂直居中": "w:vAlign of a section: LibreOffice does not centre the page",
    "段落-段中分页": "a page break inside a paragraph: LibreOffice starts a new paragraph, with its indent",
    "断行-网址邮箱": "LibreOffice breaks an address behind each slash, Word behind hyphens only",
    "断行-行首标点压缩": "w:topLinePunct: LibreOffice has no such setting",
    "行内-合并字符": "the field EQ: LibreOffice shows nothing",
    "注-孤行控制": "w:widowControl in a note: LibreOffice leaves a single line of it overleaf",
    "注-尾注": "LibreOffice starts the endnotes on a page of their own",
    "字形-上下标": "LibreOffice sets raised figures at 58 % of the type size, Word at about two thirds",
    "图形-随文字变宽的框": "a box that grows and does not wrap: LibreOffice 7.4 keeps the width that the file stores",
    "断行-省略号": "LibreOffice breaks between the two halves of ……; Word keeps them together",
}


def reason_apart(name: str) -> str:
    """Why a file is not counted; "" for one that is."""
    return REASONS.get(name, "")
