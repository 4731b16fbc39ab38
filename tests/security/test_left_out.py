"""What a template carries that no page shows is left out of its documents, and told; of an object its picture stays."""

from __future__ import annotations

import pytest
from strange_files import (
    RELATIONS,
    WORD_TYPE,
    W,
    document,
    relation,
    relationships,
    types_of,
    word,
    word_parts,
)

from docgen.errors import FileError
from docgen.opening.outside import outside
from docgen.word.package import carried, read_parts
from docgen.word.reread import body_text
from docgen.word.template import compile_template

RELS = "word/_rels/document.xml.rels"
PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0:~\x9bU"
    b"\0\0\0\nIDATx\x9cc`\0\0\0\2\0\1H\xaf\xa4q\0\0\0\0IEND\xaeB`\x82"
)
"""One black pixel."""

LINKS = (
    relation("attachedTemplate", "http://x/evil.dotm", external=True),
    relation("hyperlink", "http://y", external=True, identity="rId1"),
)
ATTACHED = {
    "word/_rels/settings.xml.rels": relationships(*LINKS),
    "word/settings.xml": f'<w:settings xmlns:w="{W}" xmlns:q="{RELATIONS}">'
    '<w:attachedTemplate q:id="rId9"/><w:zoom/></w:settings>',
}


def test_the_template_that_a_file_is_attached_to_is_left_out_and_its_links_stay() -> None:
    parts = read_parts(word(**ATTACHED), "模板.docx")
    assert b"evil" not in b"".join(parts.values())
    assert b"rId1" in parts["word/_rels/settings.xml.rels"]
    assert b"attachedTemplate" not in parts["word/settings.xml"]
    assert b"zoom" in parts["word/settings.xml"]


@pytest.mark.parametrize("name", ["word/_rels/settings.xml.RELS", "word/_RELS/settings.xml.rels"])
def test_names_of_parts_are_the_same_in_capitals(name: str) -> None:
    given = {name: ATTACHED["word/_rels/settings.xml.rels"], "word/settings.xml": ATTACHED["word/settings.xml"]}
    parts = read_parts(word(**given), "模板.docx")
    assert b"evil" not in b"".join(parts.values())
    assert b"rId1" in parts[name]
    assert b"attachedTemplate" not in parts["word/settings.xml"]


def test_relationships_that_belong_to_nothing_or_stand_where_none_should_hinder_nobody() -> None:
    nowhere = relationships(relation("attachedTemplate", "http://x/nowhere.dotm", external=True))
    deeper = nowhere.replace("<Relationship ", "<x><Relationship ").replace("</Relationships>", "</x></Relationships>")
    given = {**ATTACHED, "word/settings.rels": nowhere, "word/_rels/footer1.xml.rels": deeper}
    parts = read_parts(word(**given), "模板.docx")
    assert b"evil" not in b"".join(parts.values())
    assert b"nowhere" not in parts["word/_rels/footer1.xml.rels"]


def test_a_document_made_of_an_attached_template_is_attached_to_none() -> None:
    made = compile_template(word(**ATTACHED), "模板.docx").render({}).data
    assert body_text(made, "成品") == "甲"
    assert list(outside(read_parts(made, "成品"))) == []
    assert b"evil" not in b"".join(read_parts(made, "成品").values())


SETTINGS = f'<w:settings xmlns:w="{W}" xmlns:r="{RELATIONS}" xmlns:sl="http://x/schemaLibrary">%s<w:zoom/></w:settings>'
SETTINGS_RELS = "word/_rels/settings.xml.rels"
MICROSOFT = "http://schemas.microsoft.com/office"


def of_microsoft(kind: str, target: str, identity: str = "rId9") -> str:
    return f'<Relationship Id="{identity}" Type="{MICROSOFT}/{kind}" Target="{target}"/>'


SIGNED = relationships(
    relation("officeDocument", "word/document.xml", identity="rId1"),
    relation("digital-signature/origin", "_xmlsignatures/origin.sigs"),
)
ADD_IN = relationships(
    relation("officeDocument", "word/document.xml", identity="rId1"),
    of_microsoft("2011/relationships/webextensiontaskpanes", "word/webextensions/taskpanes.xml"),
)
RIBBON = relationships(
    relation("officeDocument", "word/document.xml", identity="rId1"),
    of_microsoft("2006/relationships/ui/extensibility", "customUI/customUI.xml"),
)
CHART = f'<c:chartSpace xmlns:c="http://c" xmlns:r="{RELATIONS}">%s<c:chart/></c:chartSpace>'


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (
            {
                SETTINGS_RELS: relationships(relation("mailMergeSource", "file:///C:/SECRET.xlsx", external=True)),
                "word/settings.xml": SETTINGS
                % '<w:mailMerge><w:connectString w:val="SECRET"/><w:dataSource r:id="rId9"/></w:mailMerge>',
            },
            "邮件合并的数据源（word/settings.xml）",
        ),
        (
            {"word/settings.xml": SETTINGS % '<w:mailMerge><w:query w:val="SECRET"/></w:mailMerge>'},
            "邮件合并的数据源（word/settings.xml）",
        ),
        (
            {
                "word/settings.xml": SETTINGS
                % '<sl:schemaLibrary><sl:schema sl:schemaLocation="SECRET"/></sl:schemaLibrary>'
            },
            "智能文档的架构库（word/settings.xml）",
        ),
        (
            {
                SETTINGS_RELS: relationships(relation("transform", "file:///C:/SECRET.xslt", external=True)),
                "word/settings.xml": SETTINGS % '<w:saveThroughXslt r:id="rId9"/>',
            },
            "保存时套用的转换（XSLT）（word/settings.xml）",
        ),
        (
            {
                RELS: relationships(relation("printerSettings", "printerSettings/1.bin")),
                "word/printerSettings/1.bin": b"SECRET",
                "word/document.xml": document("<w:r><w:t>甲</w:t></w:r>").replace(
                    "</w:body>", '<w:sectPr><w:printerSettings r:id="rId9"/></w:sectPr></w:body>'
                ),
            },
            "打印机设置（word/document.xml）",
        ),
        (
            {
                RELS: relationships(of_microsoft("2006/relationships/keyMapCustomizations", "customizations.xml")),
                "word/customizations.xml": "<SECRET/>",
                "word/_rels/customizations.xml.rels": relationships(
                    of_microsoft("2006/relationships/attachedToolbars", "attachedToolbars.bin")
                ),
                "word/attachedToolbars.bin": b"SECRET",
            },
            "自定义的快捷键和工具栏（word/document.xml）",
        ),
        (
            {
                "_rels/.rels": SIGNED,
                "_xmlsignatures/origin.sigs": b"",
                "_xmlsignatures/_rels/origin.sigs.rels": relationships(
                    relation("digital-signature/signature", "1.xml")
                ),
                "_xmlsignatures/1.xml": "<SECRET/>",
            },
            "数字签名（文件本身）",
        ),
        (
            {
                "_rels/.rels": ADD_IN,
                "word/webextensions/taskpanes.xml": "<SECRET/>",
                "word/webextensions/_rels/taskpanes.xml.rels": relationships(
                    of_microsoft("2011/relationships/webextension", "webextension1.xml")
                ),
                "word/webextensions/webextension1.xml": "<SECRET/>",
            },
            "网页加载项（文件本身）",
        ),
        ({"_rels/.rels": RIBBON, "customUI/customUI.xml": "<SECRET/>"}, "自定义的功能区（文件本身）"),
        (
            {
                "word/charts/_rels/chart1.xml.rels": relationships(relation("package", "../embeddings/a.xlsx")),
                "word/charts/chart1.xml": CHART % '<c:externalData r:id="rId9"/>',
                "word/embeddings/a.xlsx": b"SECRET",
            },
            "图表的数据表（word/charts/chart1.xml）",
        ),
        (
            {
                "word/charts/_rels/chart1.xml.rels": relationships(
                    relation("oleObject", "file:///C:/SECRET.xlsx", external=True)
                ),
                "word/charts/chart1.xml": CHART % '<c:externalData r:id="rId9"/>',
            },
            "图表的数据表（word/charts/chart1.xml）",
        ),
    ],
)
def test_what_no_page_shows_is_left_out_of_every_document_and_told(parts: dict[str, str], told: str) -> None:
    taken = carried(word(**parts), "模板.docx")
    assert [str(item) for item in taken.left_out] == [told]
    assert b"SECRET" not in b"".join(taken.parts.values()) + "".join(taken.parts).encode()
    assert list(outside(taken.parts)) == []
    assert not {item for item in taken.parts if item not in word_parts(**parts)}
    compiled = compile_template(word(**parts), "模板.docx")
    assert compiled.notes == (f"模板 模板.docx 里的{told}没有带进文件",)
    assert body_text(compiled.render({}).data, "成品") == "甲"
    assert list(outside(read_parts(compiled.render({}).data, "成品"))) == []


OBJECT = (
    '<w:r><w:object w:dxaOrig="1" w:dyaOrig="2"><v:shape xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" id="x" style="width:20pt;height:10pt" o:ole="">{preview}'
    '</v:shape><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Embed" ProgID="Equation.DSMT4" '
    'ShapeID="x" DrawAspect="Content" ObjectID="_1" r:id="{identity}"/></w:object></w:r><w:r><w:t>甲</w:t></w:r>'
)
PREVIEW = '<v:imagedata r:id="rId5"/>'
OBJECT_RELS = relationships(
    relation("image", "media/image1.png", identity="rId5"),
    relation("oleObject", "embeddings/oleObject1.bin", identity="rId6"),
)
OBJECT_TYPES = types_of(WORD_TYPE).replace(
    "</Types>", '<Override PartName="/word/embeddings/oleObject1.bin" ContentType="x"/></Types>'
)


def with_object(*objects: str, rels: str = OBJECT_RELS) -> bytes:
    return word(**{
        "[Content_Types].xml": OBJECT_TYPES,
        RELS: rels,
        "word/document.xml": document("".join(objects)),
        "word/media/image1.png": PNG,
        "word/embeddings/oleObject1.bin": b"SECRET",
    })  # fmt: skip


def test_of_an_embedded_formula_its_picture_stays() -> None:
    data = with_object(OBJECT.format(preview=PREVIEW, identity="rId6"))
    compiled = compile_template(data, "模板.docx")
    assert compiled.notes == ("模板 模板.docx 里的嵌入的对象（只留下它的图）（word/document.xml）没有带进文件",)
    made = compiled.render({}).data
    parts = read_parts(made, "成品")
    assert parts["word/media/image1.png"] == PNG
    assert not [name for name in parts if "embeddings" in name]
    whole = b"".join(parts.values())
    assert not [word for word in (b"SECRET", b"OLEObject", b"oleObject", b"o:ole", b"w:object") if word in whole]
    assert b"<w:pict><v:shape" in parts["word/document.xml"]
    assert b'r:id="rId5"' in parts["word/document.xml"]

    from docgen.pdf.read import read

    picture, _ = read(made).sections[0].blocks[0].inlines
    assert (picture.width, picture.height) == (20, 10)


def test_an_object_that_no_picture_stands_for_is_refused() -> None:
    bare, shown = (OBJECT.format(preview=preview, identity="rId6") for preview in ("", PREVIEW))
    for objects in ((bare,), (bare, shown)):
        with pytest.raises(FileError, match=r"嵌入或链接的对象（OLE）（word/document\.xml）$") as caught:
            read_parts(with_object(*objects), "模板.docx")
        assert "“选择性粘贴”为图片" in caught.value.remedy


def test_an_object_whose_picture_lies_outside_is_refused() -> None:
    outer = OBJECT_RELS.replace('Target="media/image1.png"', 'Target="http://x/y.png" TargetMode="External"')
    with pytest.raises(FileError, match=r"链接在外面的图片（word/document\.xml）$"):
        read_parts(with_object(OBJECT.format(preview=PREVIEW, identity="rId6"), rels=outer), "模板.docx")


def test_what_tells_of_the_maker_is_left_out_without_a_word() -> None:
    package = relationships(
        relation("officeDocument", "word/document.xml", identity="rId1"),
        relation("custom-properties", "docProps/custom.xml", identity="rId2"),
        relation("metadata/thumbnail", "docProps/thumbnail.jpeg", identity="rId3"),
    )
    data = word(**{
        "_rels/.rels": package,
        "docProps/custom.xml": "<SECRET/>",
        "docProps/thumbnail.jpeg": b"SECRET",
        RELS: relationships(of_microsoft("2011/relationships/people", "people.xml")),
        "word/people.xml": "<SECRET/>",
    })  # fmt: skip
    taken = carried(data, "模板.docx")
    assert taken.left_out == ()
    assert set(taken.parts) == {*word_parts(), RELS}
    assert b"SECRET" not in b"".join(taken.parts.values())


def test_what_stays_as_it_is_in_a_template() -> None:
    parts = {
        "word/fonts/font1.odttf": b"x",
        "word/fontTable.xml": f'<w:fonts xmlns:w="{W}"/>',
        "word/_rels/fontTable.xml.rels": relationships(relation("font", "fonts/font1.odttf")),
        RELS: relationships(relation("customXml", "../customXml/item1.xml"), relation("fontTable", "fontTable.xml")),
        "customXml/item1.xml": "<x/>",
        "customXml/itemProps1.xml": '<ds:schemaRef xmlns:ds="http://d" ds:uri="http://x/y.xsd"/>',
    }
    taken = carried(word(**parts), "模板.docx")
    assert (taken.left_out, set(taken.parts)) == ((), set(word_parts(**parts)))
