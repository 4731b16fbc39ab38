"""The notice of data/state-council says the source text, character for character, in Word and PDF.

The source itself is not part of the tests: here stand, for each section, its length without white space and its
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
from accept_guidance import STATE_COUNCIL, issued
from accept_pages import NUMBER, sheets

from docgen.pdf.reread import page_texts
from docgen.word.reread import body_text

SECTIONS = {
    "国务院": (143, "7e23fe1337b05be36d22e13abc0e5b419e688e50859d9512a7f2bce01f1973bc"),
    "关于开展挂牌督战工作的指导意见为": (77, "760eebbeb7754580057c691030c12fdcd3a991b9ded7a9326965ba0dae14ca69"),
    "一、督战目的": (120, "ab40b1d6f3c05963fbff81520b94f88eb8a3523afaf5706372771ff2a44c532f"),
    "二、督战范围": (79, "c4af4742150cf20a87d5e0bf39684c7dd0eea216d091fbe9b9e872f3e2c53e0c"),
    "三、督战内容": (226, "62c2f29fba01e6d9eada936eb8622193439e81117d8126c1400e2c46a17a1e6c"),
    "四、督战方式": (491, "9a85c9b6c5da93eaa289cb7d8ba285f9df7720e5105cb5b79a7b8edc467f89b1"),
    "五、督战要求": (378, "1f0c072ff429899f6f8a2f159033347fd35ce6958ed82671db572081187db0fc"),
    "各地区落实": (81, "f5356630152bff4f4e468483ce6859298ed486e92cd4f40ad648d1dd321aa5d0"),
    "附件1脱": (373, "9adc3ea320a8af185b7ce9866fbfeaadddbc63f459d7fb30102f64be0a4c6efc"),
    "附件2脱": (133, "56bfadf6454baca383bff66e5dd30b140a3fe6a38bdac028894d702234a5f56d"),
}
"""How a section begins → its length and digest. The second begins with the opinion's title, the eighth with its last
paragraph and the 附件说明."""
WHOLE = (2101, "9102870c4955a83fd27bdb19093e1e918284c59fd5a1209dbccf9e4aaf6ade19")


@pytest.fixture(scope="module")
def notice(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return issued(STATE_COUNCIL, tmp_path_factory.mktemp("state-council"))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def in_word(built: Built) -> str:
    return body_text(built.word.read_bytes(), built.word.name)


def in_word_as_others_read_it(built: Built) -> str:
    body = docx.Document(str(built.word)).element.body
    return squeezed("".join(node.text or "" for node in body.iter("{*}t")))


def in_pdf(built: Built) -> str:
    pages = page_texts(built.pdf.read_bytes())
    return squeezed("".join(re.sub(rf"{NUMBER.pattern}\s*$", "", page) for page in pages))


@pytest.mark.parametrize("said_in", [in_word, in_word_as_others_read_it, in_pdf])
def test_the_notice_says_the_source_text_section_by_section(notice: Built, said_in) -> None:
    said = said_in(notice)
    edges = [said.find(beginning) for beginning in SECTIONS] + [len(said)]
    assert edges == sorted(edges), f"sections missing or out of order: {edges}"
    assert edges[0] == 0
    for (beginning, (length, digest)), (start, end) in zip(SECTIONS.items(), pairwise(edges), strict=True):
        section = said[start:end]
        assert len(section) == length, f"{beginning}: {len(section)} characters, not {length}: {section}"
        assert hashlib.sha256(section.encode()).hexdigest() == digest, f"{beginning} differs from the source: {section}"
    assert (len(said), hashlib.sha256(said.encode()).hexdigest()) == WHOLE


def test_the_pdf_prints_every_character_of_the_source_wherever_a_table_puts_it(notice: Built) -> None:
    printed = "".join(line.said for sheet in sheets(notice.pdf) for line in sheet.body)
    assert sorted(printed) == sorted(in_word(notice))


def test_the_file_is_named_after_the_title_of_the_notice(notice: Built) -> None:
    assert notice.word.stem == "国务院扶贫开发领导小组印发关于开展挂牌督战工作的指导意见的通知"


def test_the_same_data_gives_the_same_bytes(notice: Built, folder: Path) -> None:
    again = issued(STATE_COUNCIL, folder)
    assert again.word.read_bytes() == notice.word.read_bytes()
    assert again.pdf.read_bytes() == notice.pdf.read_bytes()
