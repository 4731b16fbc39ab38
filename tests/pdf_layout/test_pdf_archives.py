"""PDF/A, tags and attachments, by what the objects of the file say."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from io import BytesIO
from xml.etree import ElementTree

import pytest
from page_records import every_record, one_page, piece, png, structured
from pdf_objects import Opened, plain, shares_of_differing_pixels, text_of, texts
from pdfminer.pdftypes import resolve1
from PIL import Image as Made
from PIL import ImageCms

from docgen.pdf.direct.color_profile import srgb_profile
from docgen.pdf.direct.metadata import pdf_date
from docgen.pdf.pages import Image, Line, Page, Pages, Rule
from docgen.pdf.writing import Attachment, WriteOptions, writer, writer_names

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SOURCE = Attachment("方案.docx", WORD, b"PK\x03\x04 the Word file", "生成这份 PDF 的 Word 文件")
SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
}

every_writer = pytest.mark.parametrize("name", writer_names())


def made(name, pages, **options):
    return Opened(writer(name).written(pages, WriteOptions(**options)).pdf)


def described(opened) -> dict[str, str | None]:
    """The statements of the XMP packet."""
    (packet,) = [one["data"].get_data() for one in opened.all() if one.get("Subtype") == "XML"]
    root = ElementTree.fromstring(packet.split(b"?>", 1)[1].rsplit(b"<?xpacket", 1)[0])
    found: dict[str, str | None] = {}
    for one in root.iter(f"{{{SPACES['rdf']}}}Description"):
        found |= {key: value for key, value in one.attrib.items() if "about" not in key}
        for child in one:
            items = list(child.iter(f"{{{SPACES['rdf']}}}li"))
            found[child.tag] = items[0].text if items else child.text
    return {_short(key): value for key, value in found.items()}


def _short(key: str) -> str:
    space, _, rest = key[1:].partition("}")
    return f"{next(short for short, long in SPACES.items() if long == space)}:{rest}"


@every_writer
@pytest.mark.parametrize(
    "level, part, conformance", [("pdf/a-2u", "2", "U"), ("pdf/a-3u", "3", "U"), ("pdf/a-3a", "3", "A")]
)
def test_the_metadata_name_the_level_and_say_what_the_information_says(machine_fonts, name, level, part, conformance):
    opened = made(name, every_record(machine_fonts), pdfa=level)
    found = described(opened)
    assert (found["pdfaid:part"], found["pdfaid:conformance"]) == (part, conformance)
    assert found["dc:title"] == opened.info["Title"] == "题目（一）"
    assert found["dc:creator"] == opened.info["Author"] == "办公室"
    assert found["dc:description"] == opened.info["Subject"] == "主题 a<b"
    assert found["pdf:Keywords"] == opened.info["Keywords"] == "甲, 乙"
    assert found["pdf:Producer"] == opened.info["Producer"]
    assert found["xmp:CreateDate"] in ("2024-02-26T08:30:00Z", "2024-02-26T08:30:00+00:00")
    assert opened.info["CreationDate"] == "D:20240226083000Z"


@every_writer
def test_every_font_is_embedded_and_gives_the_text_of_its_glyphs(machine_fonts, name):
    opened = made(name, every_record(machine_fonts), pdfa="pdf/a-2u")
    fonts = opened.fonts()
    assert len(fonts) >= 4
    for font in fonts:
        descriptor = font["below"]["FontDescriptor"]
        assert {"FontFile2", "FontFile3"} & set(descriptor)
        assert re.fullmatch(r"[A-Z]{6}\+.+", font["BaseFont"])
        shown = resolve1(font["ToUnicode"]).get_data().decode("ascii")
        given = re.findall(r"<[0-9a-f]+> <([0-9a-f]+)>", shown.split("beginbfchar", 1)[1])
        assert given
        assert not {"0000", "feff", "fffe"} & set(given)


@every_writer
def test_the_colours_have_a_profile_and_the_file_an_identity(machine_fonts, name):
    opened = made(name, every_record(machine_fonts), pdfa="pdf/a-2u")
    (intent,) = opened.catalog["OutputIntents"]
    intent = plain(intent, depth=1)
    assert intent["S"] == "GTS_PDFA1"
    profile = resolve1(intent["DestOutputProfile"])
    assert profile.attrs["N"] == 3
    assert profile.get_data()[12:20] == b"mntrRGB "
    (trailer,) = [xref.trailer for xref in opened.document.xrefs if "ID" in xref.trailer]
    assert len(trailer["ID"]) == 2
    assert all(len(one) >= 16 for one in trailer["ID"])


@every_writer
def test_nothing_is_in_the_file_that_an_archive_may_not_hold(machine_fonts, name):
    opened = made(name, every_record(machine_fonts), pdfa="pdf/a-2u")
    assert opened.bytes.startswith(b"%PDF-1.7\n%")
    assert min(opened.bytes[10:14]) > 127
    for one in opened.all():
        assert one.get("Interpolate", False) is False
        assert "JS" not in one
        if one.get("Subtype") == "Link":
            assert one["F"] == 4
    assert "OutputIntents" not in made(name, every_record(machine_fonts)).catalog


@every_writer
def test_an_attachment_is_the_source_of_the_document(machine_fonts, name):
    pages = every_record(machine_fonts)
    opened = made(name, pages, pdfa="pdf/a-3u", attachments=(SOURCE,))
    (file,) = [one for one in opened.all() if one.get("Type") == "Filespec"]
    assert file["AFRelationship"] == "Source"
    assert text_of(file["UF"]) == "方案.docx"
    assert text_of(file["Desc"]) == "生成这份 PDF 的 Word 文件"
    content = resolve1(file["EF"]["F"])
    assert content.get_data() == SOURCE.data
    assert plain(content.attrs)["Subtype"] == WORD
    parameters = plain(content.attrs)["Params"]
    assert parameters["Size"] == len(SOURCE.data)
    assert parameters["CheckSum"] == hashlib.md5(SOURCE.data, usedforsecurity=False).digest()
    assert parameters["ModDate"] == b"D:20240226083000Z"
    assert len(opened.catalog["AF"]) == 1
    assert texts(opened.bytes) == texts(made(name, pages).bytes)


@every_writer
def test_a_document_without_a_date_gives_its_attachment_none(machine_fonts, name):
    line = Line(60, 80, (piece(machine_fonts, "国"),))
    opened = made(name, one_page(line), attachments=(SOURCE,))
    (file,) = [one for one in opened.all() if one.get("Type") == "EmbeddedFile"]
    assert set(file["Params"]) == {"Size", "CheckSum"}
    assert "CreationDate" not in opened.info


def tree(opened: Opened) -> list[str]:
    """The elements that hold marked content or links, by their kind, with their page and words for a picture."""
    found: list[str] = []

    def walk(element, kind: str) -> None:
        element = plain(element)
        own = element["S"]
        kind = own if own in ("P", "H1", "H2", "Figure", "Link") else kind
        if own in ("P", "H1", "H2", "Figure", "Link"):
            found.append(f"{own}:{text_of(element['Alt'])}" if "Alt" in element else own)
        kids = element.get("K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            kid = plain(kid)
            if isinstance(kid, dict) and kid.get("Type") == "StructElem":
                walk(kid, kind)

    root = plain(opened.catalog["StructTreeRoot"])
    for kid in root["K"] if isinstance(root["K"], list) else [root["K"]]:
        walk(kid, "")
    return found


KINDS = [
    *("H1", "P", "P", "P", "P", "P"),
    *("Figure:图片", "Figure:印章", "Figure:照片", "Figure:图"),
    *("P", "P", "P", "Link", "P", "Link", "P", "H2", "P", "H1"),
]


@every_writer
def test_tags_tell_headings_paragraphs_figures_and_links_and_leave_out_the_rest(machine_fonts, name):
    opened = made(name, every_record(machine_fonts), tagged=True)
    assert tree(opened) == KINDS
    assert opened.catalog["MarkInfo"] == {"Marked": True}


@every_writer
def test_headers_and_footers_are_marked_as_such(machine_fonts, name):
    opened = made(name, every_record(machine_fonts), tagged=True)
    for content in opened.contents:
        assert content.count(b"/Pagination") >= 1
        assert content.count(b"BDC") + content.count(b"BMC") == content.count(b"EMC")
    assert "— 1 —" in texts(opened.bytes)[0]


@every_writer
def test_each_mark_of_a_page_belongs_to_one_element(machine_fonts, name):
    opened = made(name, every_record(machine_fonts), tagged=True)
    parents = plain(plain(opened.catalog["StructTreeRoot"])["ParentTree"])["Nums"]
    by_number = dict(zip(parents[::2], parents[1::2], strict=True))
    for page, content in zip(opened.pages, opened.contents, strict=True):
        marks = sorted(int(one) for one in re.findall(rb"/MCID\s+(\d+)", content))
        assert len(marks) == len(set(marks))
        elements = by_number[page["StructParents"]]
        for mark in marks:
            assert plain(elements[mark])["Type"] == "StructElem"


def test_a_paragraph_on_two_pages_is_one_element(machine_fonts):
    foot = Rule(60, 780, 500, 780, 1)
    first = (Line(60, 700, (piece(machine_fonts, "前"),)), foot)
    second = (Line(60, 80, (piece(machine_fonts, "后"),), goes_on=True), foot)
    pages = Pages((Page(595.3, 841.9, first, 1), Page(595.3, 841.9, second, 1)))
    opened = made("direct", structured(pages), tagged=True)
    assert tree(opened) == ["P"]
    (element,) = [one for one in opened.all() if one.get("S") == "P"]
    one, two = element["K"]
    assert one == 0
    assert plain(two)["MCID"] == 0


@every_writer
def test_tags_do_not_change_what_is_seen(machine_fonts, name):
    pages = every_record(machine_fonts)
    one, two = made(name, pages), made(name, pages, tagged=True)
    assert max(shares_of_differing_pixels(one.bytes, two.bytes)) < 0.0005
    assert texts(one.bytes) == texts(two.bytes)


@every_writer
def test_untagged_content_has_no_marks(machine_fonts, name):
    opened = made(name, every_record(machine_fonts))
    assert "StructTreeRoot" not in opened.catalog
    assert not any(b"BDC" in content or b"BMC" in content for content in opened.contents)


def test_a_picture_in_a_header_is_no_figure(machine_fonts):
    picture = Image(60, 20, 30, 30, png(), "image/png", alt="徽标")
    for name in writer_names():
        pages = structured(one_page(Line(60, 80, (piece(machine_fonts, "文"),)), picture, furniture=1))
        opened = made(name, pages, tagged=True)
        assert tree(opened) == ["P"], name


@every_writer
def test_what_a_header_draws_behind_the_text_is_no_part_of_it(machine_fonts, name):
    mark = Line(60, 300, (piece(machine_fonts, "样本"),))
    text, number = (Line(60, y, (piece(machine_fonts, word),)) for y, word in ((80, "文"), (800, "1")))
    pages = Pages((Page(595.3, 841.9, (mark, text, number), furniture=2, backdrop=1),))
    opened = made(name, structured(pages), tagged=True)
    assert tree(opened) == ["P"]
    assert opened.contents[0].count(b"/Pagination") == 2
    assert opened.contents[0].count(b"/MCID") == 1


def test_the_profile_is_srgb_and_whole():
    profile = srgb_profile()
    assert int.from_bytes(profile[:4], "big") == len(profile)
    opened = ImageCms.ImageCmsProfile(BytesIO(profile))
    assert ImageCms.getProfileDescription(opened).strip() == "sRGB IEC61966-2.1"
    transform = ImageCms.buildTransform(opened, ImageCms.createProfile("sRGB"), "RGB", "RGB")
    for color in ((0, 0, 0), (255, 255, 255), (200, 30, 120), (10, 128, 250)):
        found = ImageCms.applyTransform(Made.new("RGB", (1, 1), color), transform).getpixel((0, 0))
        assert all(abs(one - two) <= 1 for one, two in zip(found, color, strict=True))


def test_dates_keep_their_zone():
    assert pdf_date(datetime.fromisoformat("2024-02-26T08:30:00+08:00")) == "D:20240226083000+08'00'"
    assert pdf_date(datetime.fromisoformat("2024-02-26T08:30:00")) == "D:20240226083000"
