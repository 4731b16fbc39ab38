"""Source records: what a .docx says, every property resolved; plain data between `read` and the layout.

All lengths are points, all colours `#rrggbb`. Inheritance (docDefaults, styles, direct properties) is gone here.
"""

from docgen.pdf.source.document import Source, Typography
from docgen.pdf.source.equations import Equation, EquationPart, Fenced, Fraction, Overlay, Raised, Root, Ruby
from docgen.pdf.source.looks import NO_BORDERS, Border, Borders, Fit, Joint, RunFormat
from docgen.pdf.source.notes import (
    ENDNOTE_RULES,
    FOOTNOTE_RULES,
    Note,
    NoteNumber,
    NoteReference,
    NoteRules,
    NoteSeparators,
    Separator,
)
from docgen.pdf.source.paragraphs import (
    Alignment,
    DropCap,
    Frame,
    Inline,
    Label,
    LineSpacing,
    Listed,
    Paragraph,
    ParagraphFormat,
    TabStop,
)
from docgen.pdf.source.sections import CharacterGrid, Column, HeaderFooter, LineNumbers, PageBorders, Section
from docgen.pdf.source.shapes import Anchor, Area, Floating, Part, Picture, Shape, ShapeText
from docgen.pdf.source.tables import Block, Cell, Row, Table, Width
from docgen.pdf.source.texts import Bookmark, Break, PageField, PositionTab, Tab, Text

__all__ = [
    "ENDNOTE_RULES",
    "FOOTNOTE_RULES",
    "NO_BORDERS",
    "Alignment",
    "Anchor",
    "Area",
    "Block",
    "Bookmark",
    "Border",
    "Borders",
    "Break",
    "Cell",
    "CharacterGrid",
    "Column",
    "DropCap",
    "Equation",
    "EquationPart",
    "Fenced",
    "Fit",
    "Floating",
    "Fraction",
    "Frame",
    "HeaderFooter",
    "Inline",
    "Joint",
    "Label",
    "LineNumbers",
    "LineSpacing",
    "Listed",
    "Note",
    "NoteNumber",
    "NoteReference",
    "NoteRules",
    "NoteSeparators",
    "Overlay",
    "PageBorders",
    "PageField",
    "Paragraph",
    "ParagraphFormat",
    "Part",
    "Picture",
    "PositionTab",
    "Raised",
    "Root",
    "Row",
    "Ruby",
    "RunFormat",
    "Section",
    "Separator",
    "Shape",
    "ShapeText",
    "Source",
    "Tab",
    "TabStop",
    "Table",
    "Text",
    "Typography",
    "Width",
]
