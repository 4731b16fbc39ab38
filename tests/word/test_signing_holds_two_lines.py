"""A page that shows the signature shows two lines of the body at least (GB/T 9704-2012, 7.3.5.5)."""

from __future__ import annotations

import pytest
from lxml import etree

from docgen.word.ooxml import NAMESPACES, namespaces
from docgen.word.signing import keep_with_signature
from docgen.word.styles import NAMES

W = "{" + NAMESPACES["w"] + "}"
BLANK = f'<w:p><w:pPr><w:pStyle w:val="{NAMES["署名前空行"].identifier}"/></w:pPr></w:p>'


def signed(before: str) -> list[list[str]]:
    """The properties of the paragraphs of a body that ends with two blank lines of a signature."""
    body = etree.fromstring(f"<w:body {namespaces('w')}>{before}{BLANK}{BLANK}</w:body>")
    keep_with_signature(body)
    return [
        [child.tag.removeprefix(W) for child in paragraph.iterfind(f"{W}pPr/*")] for paragraph in body.iter(f"{W}p")
    ]


def test_the_last_paragraph_stays_with_the_signature_by_two_lines() -> None:
    assert signed("<w:p/>")[0] == ["keepNext", "widowControl"]


def test_the_properties_keep_the_order_of_the_schema_and_stand_once() -> None:
    own = '<w:pStyle w:val="BodyText"/><w:widowControl w:val="0"/><w:jc w:val="both"/>'
    assert signed(f"<w:p><w:pPr>{own}</w:pPr></w:p>")[0] == ["pStyle", "keepNext", "widowControl", "jc"]


def test_only_the_last_paragraph_is_held() -> None:
    found = signed("<w:p/><w:p/>")
    assert (found[0], found[1]) == ([], ["keepNext", "widowControl"])
    assert found[2:] == [["pStyle"], ["pStyle"]]


@pytest.mark.parametrize("carrier", ["<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"])
def test_a_section_break_is_left_alone(carrier: str) -> None:
    assert signed(carrier)[0] == ["sectPr"]
