"""Lint finds tags where nobody looks, and what a template must not carry along."""

from __future__ import annotations

import pytest
from small_lint import found, told
from small_template import p

from docgen.diagnostics import Severity
from docgen.errors import FileError
from docgen.word.codes import CODES

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = f'<w:styles xmlns:w="{W}"><w:style w:styleId="藏"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
TAG = "{{ 县名 }}"


def _run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def _relations(*items: tuple[str, str, bool]) -> str:
    made = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if external else ''}/>"
        for number, (kind, target, external) in enumerate(items)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{made}</Relationships>'


def _box(new: str, old: str) -> str:
    choice = f'<mc:Choice Requires="wps"><w:drawing><w:txbxContent>{new}</w:txbxContent></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><w:txbxContent>{old}</w:txbxContent></w:pict></mc:Fallback>"
    return f"<w:p><w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r></w:p>"


def _remedy(code: str) -> str:
    return CODES[code].remedy


@pytest.mark.parametrize(
    "inside",
    [
        "<w:del><w:r><w:delText>{{ 县</w:delText></w:r><w:r><w:delText>名 }}</w:delText></w:r></w:del>",
        f"<w:moveFrom>{_run(TAG)}</w:moveFrom>",
    ],
)
def test_a_tag_in_deleted_or_moved_text_is_an_error(inside: str) -> None:
    first, second = found(f"<w:p>{inside}</w:p>")
    assert (first.code, first.found, first.remedy) == ("TPL-014", f"删掉或移走的文字里写着“{TAG}”", _remedy("TPL-014"))
    assert (second.code, second.found, second.severity) == ("TPL-024", "有 1 处修订没有接受或拒绝", Severity.WARNING)


@pytest.mark.parametrize("properties", ["<w:vanish/>", '<w:rStyle w:val="藏"/>'])
def test_a_tag_in_hidden_text_is_a_warning(properties: str) -> None:
    body = f"<w:p>{_run('甲')}{_run(TAG, properties)}</w:p>"
    assert told(body, **{"word/styles.xml": STYLES}) == [
        f"TPL-015提醒 正文 第1段“甲{TAG}”：隐藏的文字里写着“{TAG}” → {_remedy('TPL-015')}"
    ]


@pytest.mark.parametrize(
    "properties", ['<w:vanish w:val="0"/>', '<w:vanish w:val="false"/>', '<w:rStyle w:val="别的"/>']
)
def test_text_that_is_not_hidden_is_fine(properties: str) -> None:
    assert told(f"<w:p>{_run(TAG, properties)}</w:p>", **{"word/styles.xml": STYLES}) == []


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (f'<w:r><w:instrText>HYPERLINK "{TAG}"</w:instrText></w:r>', f'域代码里写着“HYPERLINK "{TAG}"”'),
        (f'<w:fldSimple w:instr="QUOTE {TAG}"/>', f"域代码里写着“QUOTE {TAG}”"),
        (
            f'<w:r><w:drawing><wp:docPr id="1" name="图" descr="{TAG}的图"/></w:drawing></w:r>',
            f"图的说明文字里写着“{TAG}的图”",
        ),
        (f'<w:bookmarkStart w:id="1" w:name="{TAG}"/>', f"名称里写着“{TAG}”"),
        (f'<m:oMath xmlns:m="{MATH}"><m:r><m:t>{TAG}</m:t></m:r></m:oMath>', f"公式里写着“{TAG}”"),
    ],
)
def test_a_tag_that_is_not_in_the_text_is_an_error(inside: str, said: str) -> None:
    assert told(f"<w:p>{_run('甲')}{inside}</w:p>") == [f"TPL-016 正文 第1段“甲”：{said} → {_remedy('TPL-016')}"]


def test_a_fault_in_a_text_box_is_told_once_though_word_keeps_two_copies() -> None:
    assert told(_box(p("{{ 县铭 }}"), p("{{ 县铭 }}"))) == [
        "TPL-007 正文 第2段“{{ 县铭 }}”：“县铭”在数据里没有 → 是不是“县名”？"
    ]


def test_two_copies_of_a_text_box_that_say_different_things_are_a_warning() -> None:
    (line,) = told(_box(p(TAG), p("{{ 版头 }}")))
    assert line.split("：", 1)[1] == f"新的一份里是“{TAG}”，旧的一份里是“{{{{ 版头 }}}}” → {_remedy('TPL-017')}"
    (line,) = told(_box(p(TAG), p("县名")))
    assert "旧的一份里是没有标签" in line


def test_a_tag_in_a_content_control_that_word_fills_itself_is_an_error() -> None:
    control = "<w:sdt><w:sdtPr>绑定</w:sdtPr><w:sdtContent>" + p(TAG) + "</w:sdtContent></w:sdt>"
    assert told(control.replace("绑定", '<w:dataBinding w:xpath="/x"/>')) == [
        f"TPL-025 正文 第1段“{TAG}”：内容控件里写着“{TAG}” → {_remedy('TPL-025')}"
    ]
    assert told(control.replace("绑定", "")) == []


def test_comments_are_told_and_their_tags_are_not_filled() -> None:
    comments = f'<w:comments xmlns:w="{W}"><w:comment>{p("改成" + TAG)}</w:comment></w:comments>'
    assert told(p("x"), **{"word/comments.xml": comments}) == [
        f"TPL-011 批注 第1段：写的是“改成{TAG}” → {_remedy('TPL-011')}",
        f"TPL-024提醒 批注 ：有 1 条批注 → {_remedy('TPL-024')}",
    ]


@pytest.mark.parametrize(
    "changed",
    [
        "<w:p><w:pPr><w:pPrChange w:author='张三'><w:pPr/></w:pPrChange></w:pPr></w:p>",
        "<w:p><w:r><w:rPr><w:rPrChange w:author='张三'><w:rPr/></w:rPrChange></w:rPr><w:t>x</w:t></w:r></w:p>",
        "<w:tbl><w:tr><w:tc><w:tcPr><w:cellIns w:author='张三'/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
        "<w:tbl><w:tblPr><w:tblPrChange w:author='张三'><w:tblPr/></w:tblPrChange></w:tblPr></w:tbl>",
    ],
)
def test_a_changed_look_is_a_revision_that_names_its_author_too(changed: str) -> None:
    last = told(changed + p("x"))[-1]
    assert last == f"TPL-024提醒 正文 ：有 1 处修订没有接受或拒绝 → {_remedy('TPL-024')}"


def test_tags_in_charts_footnotes_and_headers_are_found() -> None:
    chart = (
        f'<c xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:r><a:t>{TAG}</a:t></a:r></a:p></c>'
    )
    notes = f'<w:footnotes xmlns:w="{W}"><w:footnote>{p("{{ 县铭 }}")}</w:footnote></w:footnotes>'
    parts = {"word/charts/chart1.xml": chart, "word/footnotes.xml": notes}
    assert [line.split("：")[0] for line in told(p("x"), footer1=p("{{ 村书 }}"), **parts)] == [
        "TPL-007 页脚 第1段“{{ 村书 }}”",
        "TPL-007 脚注 第1段“{{ 县铭 }}”",
        f"TPL-011 图表 第1段“{TAG}”",
    ]


def test_macros_links_and_objects_are_told_all_at_once_with_the_tags() -> None:
    relations = _relations(
        ("vbaProject", "vbaProject.bin", False),
        ("image", "file:///C:/章.png", True),
        ("oleObject", "embeddings/a.bin", False),
        ("hyperlink", "http://example.com/", True),
        ("printerSettings", "printerSettings/1.bin", False),
    )
    assert [line.split(" → ")[0] for line in told(p("{{ 县铭 }}"), **{"word/_rels/document.xml.rels": relations})] == [
        "TPL-007 正文 第1段“{{ 县铭 }}”：“县铭”在数据里没有",
        "TPL-021 正文 ：有宏（word/document.xml）",
        "TPL-022 正文 ：有链接在外面的图片（word/document.xml）",
        "TPL-023 正文 ：有嵌入或链接的对象（OLE）（word/document.xml）",
        "TPL-030提醒 正文 ：有打印机设置（word/document.xml）",
    ]


def test_a_template_that_is_attached_is_a_warning() -> None:
    relations = _relations(("attachedTemplate", "file:///C:/Normal.dotm", True))
    assert told(p("x"), **{"word/_rels/settings.xml.rels": relations}) == [
        f"TPL-030提醒 设置 ：有附加的模板（word/settings.xml） → {_remedy('TPL-030')}"
    ]


def test_a_part_that_is_no_xml_is_told_and_the_others_are_checked() -> None:
    assert told(p("{{ 县铭 }}"), **{"word/fontTable.xml": "<a>"}) == [
        "TPL-007 正文 第1段“{{ 县铭 }}”：“县铭”在数据里没有 → 是不是“县名”？",
        f"TPL-028 字体表 ：word/fontTable.xml 不是正确的 XML → {_remedy('TPL-028')}",
    ]


def test_what_is_no_word_file_is_refused() -> None:
    from docgen.word.lint import lint

    with pytest.raises(FileError) as raised:
        lint(b"PK\x03\x04", "模板.docx", {})
    assert raised.value.message.startswith("模板.docx 不是完整的 Word 文档（.docx）")


def test_the_parts_that_lint_takes_for_filled_are_those_that_are_filled() -> None:
    from docgen.word import tags, template

    assert template.FILLED is tags.FILLED
