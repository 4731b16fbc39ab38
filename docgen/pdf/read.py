"""Read a .docx: bytes → Source, every property resolved, everything that is not drawn told as a warning."""

from __future__ import annotations

from docgen.errors import FileError
from docgen.pdf.reading.fields import OpenFields, unpaired_marks
from docgen.pdf.reading.package import Package, Part
from docgen.pdf.reading.scope import Facts, Scope
from docgen.pdf.reading.sections import read_sections
from docgen.pdf.reading.settings import Settings, card, settings
from docgen.pdf.reading.story import read_blocks
from docgen.pdf.reading.styles import StyleSheet
from docgen.pdf.reading.theme import theme_fonts
from docgen.pdf.reading.undrawn import Undrawn
from docgen.pdf.reading.wordml import Element, child
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
    for feature in chosen.undrawn:
        if feature != "页面背景" or child(main.root, "background") is not None:
            scope.note(feature, "全文")
    about = card(package.core_properties())
    return Source(
        sections=() if body is None else read_sections(body, scope, gutter_at_top=chosen.gutter_at_top),
        even_and_odd=chosen.even_and_odd,
        default_tab=chosen.default_tab,
        compress_punctuation=chosen.compress_punctuation,
        title=about.title,
        author=about.author,
        subject=about.subject,
        keywords=about.keywords,
        created=about.created,
        language=facts.styles.run_defaults.get("lang", {}).get("eastAsia", "") or "zh-CN",
        warnings=facts.undrawn.all(),
    )


def _facts(package: Package, main: Part) -> tuple[Facts, Settings]:
    chosen = settings(_root(package, main, "settings"))
    sheet = StyleSheet(_root(package, main, "styles"))
    language = chosen.east_asian_theme or sheet.run_defaults.get("lang", {}).get("eastAsia", "")
    theme = theme_fonts(_root(package, main, "theme"), language)
    return Facts(package, sheet, theme, Undrawn(), chosen.compatibility), chosen


def _root(package: Package, main: Part, kind: str) -> Element | None:
    part = package.related(main, kind)
    return None if part is None else part.root
