"""Refusals: what was wanted, what is there instead, and what to do; every kind of file has its own sentence."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.errors import FileError
from docgen.opening.kinds import Kind


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader wants. `subject` stands in messages where the caller names the file itself."""

    noun: str
    subject: str
    again: str
    locked: str
    remedies: dict[Kind, str]

    def says(self, name: str, rest: str) -> str:
        """A sentence about a file; without its name when that is "": 这是…, 这个文件不是…, 这个 Word 文档…"""
        if name:
            return f"{name} {rest}"
        if rest.startswith("是"):
            return f"这{rest}"
        return f"{'这个文件' if rest.startswith(('不是', '里')) else self.subject}{rest}"

    def refused(self, name: str, rest: str, remedy: str = "") -> FileError:
        """The error that ends the reading; the usual remedy where there is no better one."""
        return FileError(self.says(name, rest), remedy or self.again)

    def refuses(self, kind: Kind, name: str) -> FileError:
        """The error for a file of another kind."""
        found = _FOUND.get((self.noun, kind)) or _FOUND_BY_ALL.get(kind) or f"是{kind.behind}，不是{self.noun}"
        return self.refused(name, found, self.remedies.get(kind) or _REMEDIES.get(kind, ""))


_BOOK_AGAIN = "用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”"
_WORD_AGAIN = "在 Word 里打开它，另存为“Word 文档（*.docx）”，再试一次"

WORKBOOK = Wanted(
    " Excel 工作簿",
    "这个工作簿",
    _BOOK_AGAIN,
    "设了密码",
    {
        Kind.ENCRYPTED: "在 Excel 或 WPS 里去掉密码后再存一次",
        Kind.XLSM: "另存为不带宏的“Excel 工作簿（.xlsx）”",
        Kind.PDF: "PDF 里的表格读不准：找到生成它的 Excel 工作簿（.xlsx），用那一个",
        Kind.HTML: "有的系统导出的“Excel 文件”其实是网页：用 Excel 或 WPS 打开核对，另存为“Excel 工作簿（.xlsx）”",
        Kind.DOCX: "数据要放在工作簿（.xlsx）里：用 docgen init 新建一个，把内容填进去",
        Kind.TEXT: f"文件可能没有传完或被改过后缀；{_BOOK_AGAIN}",
    },
)
WORD = Wanted(
    " Word 文档（.docx）",
    "这个 Word 文档",
    _WORD_AGAIN,
    "加了密码",
    {
        Kind.ENCRYPTED: "在 Word 里打开它，“文件 → 信息 → 保护文档”去掉密码后保存",
        Kind.DOCM: "在 Word 里打开它，另存为不带宏的“Word 文档（*.docx）”，再试一次",
        Kind.PDF: "PDF 转不回 Word：找到生成它的 Word 文件；只看页面用 docgen preview",
        Kind.HTML: "这是网页，只是用了 Word 的后缀：在 Word 里打开核对，另存为“Word 文档（*.docx）”",
        Kind.XLSX: "数据文件用 docgen validate 检查，用 docgen plan 等命令生成文件",
    },
)
_OFFICE_APPS = "用 WPS 或它原来的程序打开，另存为需要的格式"
_REMEDIES = {
    Kind.EMPTY: "重新取得这个文件",
    Kind.CUT_ZIP: "文件可能没有传完：重新取得完整的文件",
    Kind.ZIP: "先解压，再用里面的文件",
    Kind.PACKED: "先解压，再用里面的文件",
    Kind.IMAGE: "图片里的字读不出来：找到原来的文件",
    Kind.OFD: "OFD 是印好的版式：找到生成它的文件",
    Kind.OPEN_DOCUMENT: _OFFICE_APPS,
}
_FOUND_BY_ALL = {Kind.EMPTY: "是空文件"}
_FOUND = {
    (WORKBOOK.noun, Kind.ENCRYPTED): "设了密码，读不了",
    (WORKBOOK.noun, Kind.OLD_EXCEL): "是旧的 .xls 格式",
    (WORKBOOK.noun, Kind.OLD_OFFICE): "是旧的 .xls 格式",
    (WORKBOOK.noun, Kind.CUT_ZIP): "不是完整的 .xlsx 文件，后面一截没有了",
    (WORKBOOK.noun, Kind.TEXT): "不是完整的 .xlsx 文件",
    (WORKBOOK.noun, Kind.BINARY): "不是完整的 .xlsx 文件",
    (WORKBOOK.noun, Kind.ZIP): "里没有工作簿，不是 .xlsx 文件",
    (WORKBOOK.noun, Kind.DOCX): "里没有工作簿，是 Word 文档（.docx）",
    (WORD.noun, Kind.ENCRYPTED): "加了密码，读不了",
    (WORD.noun, Kind.OLD_WORD): "是旧版 Word 的 .doc 文件，不是 .docx",
    (WORD.noun, Kind.OLD_OFFICE): "是旧版 Word 的 .doc 文件，不是 .docx",
    (WORD.noun, Kind.CUT_ZIP): "不是完整的 Word 文档（.docx），后面一截没有了",
    (WORD.noun, Kind.TEXT): "不是 Word 文档（.docx），或者已经损坏",
    (WORD.noun, Kind.BINARY): "不是 Word 文档（.docx），或者已经损坏",
    (WORD.noun, Kind.ZIP): "里没有 Word 正文，不是 Word 文档",
    (WORD.noun, Kind.XLSX): "里没有 Word 正文，是 Excel 工作簿（.xlsx）",
}
