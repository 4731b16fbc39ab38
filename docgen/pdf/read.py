"""Read a .docx: bytes → Source, every property resolved, everything that is not drawn told as a warning."""

from __future__ import annotations

from docgen.errors import FileError
from docgen.pdf.reading.drawings.colors import palette
from docgen.pdf.reading.fields import OpenFields, unpaired_marks
from docgen.pdf.reading.flow_settings import flow_settings
from docgen.pdf.reading.notes import Notes
from docgen.pdf.reading.numbering import Numbering
from docgen.pdf.reading.package import Package, Part
from docgen.pdf.reading.run_looks import RunLooks
from docgen.pdf.reading.scope import Facts, Scope
from docgen.pdf.reading.sections import read_sections
from docgen.pdf.reading.settings import Settings, card, settings
from docgen.pdf.reading.story import read_blocks
from docgen.pdf.reading.styles import StyleSheet
from docgen.pdf.reading.theme import theme_fonts
from docgen.pdf.reading.theme_colors import theme_colors
from docgen.pdf.reading.typography import hyphenates, typography
from docgen.pdf.reading.undrawn import Undrawn
from docgen.pdf.reading.wordml import Element, attributes, child
from docgen.pdf.source import Source


def read(data: bytes) -> Source:
    """The source records of a .docx.

    Raises FileError for a file that is broken, encrypted or no .docx.
    """
    try:
        return _read(Package(data))
    except RecursionError as error:
        raise FileError("这个 Word 文档里的表格或内容控件套得太深，读不了", "在 Word 里减少嵌套后再试") from error


def _read(package: Package) -> Source:
    main = package.main()
    facts, chosen = _facts(package, main)
    body = child(main.root, "body")
    scope = Scope(facts, main, OpenFields(unpaired_marks(main.root)), read_blocks, "正文", numbered=True)
    for feature in (*chosen.undrawn, *(("宏",) if package.macros else ())):
        scope.note(feature, "全文")
    flow = facts.flow
    language = facts.styles.run_defaults.get("lang", {}).get("eastAsia", "") or "zh-CN"
    if hyphenates(_root(package, main, "settings"), body):
        scope.note("西文自动断字（整词换行）", "全文")
    about = card(package.core_properties())
    return Source(
        sections=() if body is None else read_sections(body, scope),
        even_and_odd=chosen.even_and_odd,
        mirrored=flow.mirrored,
        balanced=flow.balanced,
        space_after_break=flow.space_after_break,
        footnote_separators=facts.notes.separators("footnote", scope),
        endnote_separators=facts.notes.separators("endnote", scope),
        default_tab=chosen.default_tab,
        typography=typography(_root(package, main, "settings"), language),
        title=about.title,
        author=about.author,
        subject=about.subject,
        keywords=about.keywords,
        created=about.created,
        language=language,
        warnings=facts.undrawn.all(),
    )


def _facts(package: Package, main: Part) -> tuple[Facts, Settings]:
    root = _root(package, main, "settings")
    chosen = settings(root)
    sheet = StyleSheet(_root(package, main, "styles"))
    language = chosen.east_asian_theme or sheet.run_defaults.get("lang", {}).get("eastAsia", "")
    themes = _root(package, main, "theme")
    theme = theme_fonts(themes, language) | theme_colors(themes, attributes(child(root, "clrSchemeMapping")))
    notes, flow = Notes(package, main), flow_settings(root)
    numbering = Numbering(_root(package, main, "numbering"))
    colors = palette(themes, theme)
    looks = RunLooks(sheet, theme)
    return Facts(package, sheet, theme, Undrawn(), notes, flow, looks, chosen.compatibility, numbering, colors), chosen


def _root(package: Package, main: Part, kind: str) -> Element | None:
    part = package.related(main, kind)
    return None if part is None else part.root
