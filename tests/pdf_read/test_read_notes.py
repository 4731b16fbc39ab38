"""Footnotes and endnotes."""

import pytest
from note_parts import mark, note, with_notes
from small_docx import p, paragraphs, plain, r

from docgen.pdf.read import read
from docgen.pdf.source import NoteNumber, NoteReference, NoteRules, Separator, Text

SECTION = "<w:sectPr>{}</w:sectPr>"


def references(found):
    return [one for block in paragraphs(found) for one in block.inlines if isinstance(one, NoteReference)]


def test_a_reference_holds_its_note_and_the_note_its_number():
    found = read(with_notes(p(r("甲") + mark("7") + r("乙")), notes={"7": note("见附件。")}))
    reference = paragraphs(found)[0].inlines[1]
    assert isinstance(reference, NoteReference)
    assert (reference.note.kind, reference.note.number, reference.custom) == ("footnote", 1, False)
    number, text = reference.note.blocks[0].inlines
    assert isinstance(number, NoteNumber)
    assert text == Text("见附件。", text.format)
    assert found.warnings == ()


def test_notes_are_counted_in_the_order_of_their_references_kind_by_kind():
    body = p(mark("2") + mark("1"))
    found = read(with_notes(body, notes={"1": note("一"), "2": note("二")}))
    assert [(one.note.number, plain(one.note.blocks)) for one in references(found)] == [(1, "二"), (2, "一")]


def test_a_custom_mark_follows_as_text():
    body = p(mark("1", more=' w:customMarkFollows="1"') + r("*"))
    found = read(with_notes(body, notes={"1": p(r("* 注"))}))
    reference, sign = paragraphs(found)[0].inlines
    assert reference.custom
    assert sign.text == "*"


def test_places_in_notes_name_the_note():
    content = p("<w:r><w:object/></w:r>")
    found = read(with_notes(p(mark("1") + mark("2")), notes={"1": note("一"), "2": content}))
    assert found.warnings == (("嵌入的对象", "脚注2"),)


@pytest.mark.parametrize(
    "notes, feature",
    [({}, "没有内容的脚注"), ({"1": p(mark("1"))}, "注释里的脚注")],
)
def test_a_reference_that_leads_nowhere_is_told(notes, feature):
    found = read(with_notes(p(r("甲") + mark("1")), notes=notes))
    assert [name for name, _ in found.warnings] == [feature]
    assert plain(paragraphs(found)[0]) == "甲"


def test_separators_are_stories_of_their_own():
    rule, long = "<w:r><w:separator/></w:r>", "<w:r><w:continuationSeparator/></w:r>"
    notes = {"separator": p(rule), "continuationSeparator": p(long), "continuationNotice": p(r("续")), "1": note("一")}
    whole = read(with_notes(p(mark("1")), notes=notes))
    found = whole.footnote_separators
    assert [mark.long for mark in found.short[0].inlines if isinstance(mark, Separator)] == [False]
    assert [mark.long for mark in found.long[0].inlines if isinstance(mark, Separator)] == [True]
    assert whole.warnings == (("脚注接续页上的说明文字", "全文"),)


def test_rules_of_the_section_go_over_those_of_the_file():
    own = '<w:footnotePr><w:numFmt w:val="chineseCounting"/><w:numRestart w:val="eachPage"/></w:footnotePr>'
    whole = '<w:footnotePr><w:pos w:val="beneathText"/><w:numStart w:val="3"/></w:footnotePr>'
    body = p("", SECTION.format(own)) + p() + SECTION.format("")
    first, second = read(with_notes(body, notes={}, settings=whole)).sections
    assert first.footnotes == NoteRules("chineseCounting", 3, "page", "text")
    assert second.footnotes == NoteRules("decimal", 3, "never", "text")
    assert second.endnotes == NoteRules("lowerRoman", 1, "never", "document")


def test_endnotes_stand_at_the_end_of_sections_when_the_file_says_so():
    whole = '<w:endnotePr><w:pos w:val="sectEnd"/></w:endnotePr>'
    found = read(
        with_notes(p(mark("1", "endnote")), notes={"1": note("一", "endnote")}, kind="endnote", settings=whole)
    )
    assert found.sections[0].endnotes.place == "section"
    assert references(found)[0].note.kind == "endnote"
