"""The plan of data/xx-county says the source text, character for character.

The source itself is not part of the project: here stand, for each section, its length without white space and its
SHA-256.
"""

from __future__ import annotations

import hashlib
import re
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from accept_build import Built
from accept_pages import NUMBER, text_of

from docgen.pdf.reread import page_texts

SECTIONS = {
    "引言": (107, "4be69468b58794df4cba1105c04ee7dff337f64c7667671ac691769bb51fce01"),
    "一、挂牌督战目的": (247, "2d5f4cb36cf9a2641e0c2c1fa3eb99b126c04527bfbd9d6ed2979ea28d51dbf7"),
    "二、挂牌督战范围": (124, "a3cc1db75652e1e2b37b0c7fe7712c99e491f3686ebd35027b8f943eee3f3117"),
    "三、挂牌督战内容": (1669, "066ca79acacaeaebd1aedcc9f2c4d8afad2609cbe14f671d20faf7a517f07474"),
    "四、挂牌督战方式": (496, "37af529715e736b04d1f73e9e1170df5273b24f815943bc1c00248ba52c995c4"),
    "五、挂牌督战组织": (185, "81dbb2d581f944727c443c35cd649da9407a7150e0bb9297896604d7a65f1178"),
    "六、挂牌督战步骤": (301, "a154f7039f82d24437992929eed6f1350564ec58b752f871a45ff255d4837e7f"),
    "七、挂牌督战要求": (633, "0114078f4eb61f02ce991e6665abf04a6cea7b5dc5714074afa0521e4dfc5c1a"),
}
WHOLE = (3762, "5594d1b546f79ed80d563f95cd114d77fe374caa1651a5cd9511d71806a60349")


def in_word(built: Built) -> str:
    return squeezed("".join(paragraph.text for paragraph in docx.Document(str(built.word)).paragraphs))


def in_pdf(built: Built) -> str:
    return text_of(built.pdf)


def in_pdf_as_docgen_rereads_it(built: Built) -> str:
    pages = page_texts(Path(built.pdf).read_bytes())
    return squeezed("".join(re.sub(rf"{NUMBER.pattern}\s*$", "", page) for page in pages))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("said_in", [in_word, in_pdf, in_pdf_as_docgen_rereads_it])
def test_the_plan_says_the_source_text_section_by_section(xx: Built, said_in) -> None:
    said = said_in(xx)
    edges = [0, *(said.find(heading) for heading in list(SECTIONS)[1:]), len(said)]
    assert edges == sorted(edges), f"headings missing or out of order: {edges}"
    for (heading, (length, digest)), (start, end) in zip(SECTIONS.items(), pairwise(edges), strict=True):
        section = said[start:end]
        assert len(section) == length, f"{heading}: {len(section)} characters, not {length}: {section}"
        assert hashlib.sha256(section.encode()).hexdigest() == digest, f"{heading} differs from the source: {section}"
    assert (len(said), hashlib.sha256(said.encode()).hexdigest()) == WHOLE


def test_the_word_file_carries_nothing_beside_its_paragraphs_that_would_be_printed(xx: Built) -> None:
    document = docx.Document(str(xx.word))
    assert document.tables == []
    assert len(document.inline_shapes) == 0
    (section,) = document.sections
    assert squeezed("".join(p.text for p in section.header.paragraphs)) == ""
