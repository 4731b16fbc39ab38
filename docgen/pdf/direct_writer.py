"""Direct writer: page records → PDF bytes without HTML and without Pango; several times as fast as WeasyPrint."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from docgen.errors import MissingError
from docgen.pdf.direct.attached_files import attach
from docgen.pdf.direct.canvas import Canvas, Resources
from docgen.pdf.direct.color_profile import add_output_intent
from docgen.pdf.direct.font_objects import embed
from docgen.pdf.direct.metadata import add_metadata
from docgen.pdf.direct.missing_glyphs import MissingGlyphs
from docgen.pdf.direct.navigation import add_bookmarks, annotate, headings, name_places
from docgen.pdf.direct.picture_objects import Pictures
from docgen.pdf.direct.syntax import stream
from docgen.pdf.direct.text_writer import TextWriter
from docgen.pdf.direct.used_faces import UsedFace, used_faces
from docgen.pdf.link_targets import lost_links
from docgen.pdf.pages import Face, Page, Pages
from docgen.pdf.writing import WriteOptions, Written

if TYPE_CHECKING:
    from docgen.pdf.direct.structure import Structure

_PLAIN = WriteOptions()


def check() -> None:
    """Raises MissingError when pydyf is not on this machine."""
    try:
        import pydyf  # noqa: F401
    except ImportError as error:
        raise MissingError("没有安装 pydyf，不能直接写出 PDF（Word 不受影响）", "pip install pydyf") from error


def written(pages: Pages, options: WriteOptions = _PLAIN) -> Written:
    """The PDF of some pages: same pages and options, same bytes. Raises MissingError without pydyf."""
    check()
    return _Document(pages, options).written()


class _Document:
    """A PDF in the making."""

    def __init__(self, pages: Pages, options: WriteOptions) -> None:
        import pydyf

        self._pages, self._options = pages, options
        self._pdf = pydyf.PDF()
        self._faces = used_faces(pages)
        self._missing = MissingGlyphs()
        self._pictures = Pictures(smooth=not options.pdfa)  # PDF/A forbids it
        self._text = TextWriter(self._faces, self._missing)
        self._resources = Resources(self._text, self._pictures)
        self._structure = _structure(pages) if options.has_tags else None

    def written(self) -> Written:
        """Draw the pages, and write everything."""
        pdf, options = self._pdf, self._options
        canvases = [self._drawn(page) for page in self._pages.pages]
        shared = self._shared()
        objects = [self._page(*one, shared) for one in zip(self._pages.pages, canvases, strict=True)]
        links = annotate(pdf, objects, canvases, tagged=options.has_tags)
        add_bookmarks(pdf, objects, headings(self._pages.pages))
        add_metadata(pdf, self._pages, options)
        self._name(Dests=name_places(pdf, objects, canvases), EmbeddedFiles=attach(pdf, options.attachments))
        if options.pdfa:
            add_output_intent(pdf)
        if self._structure is not None:
            from docgen.pdf.direct.structure_tree import write_structure

            write_structure(pdf, self._structure, objects, links)
        result = BytesIO()
        pdf.write(result, version="1.7", identifier=True, compress=True)
        notes = (*self._pictures.notes, *self._boxed(), *lost_links(self._pages))
        return Written(result.getvalue(), notes)

    def _boxed(self) -> list[str]:
        """What has to be said of fonts that hold coloured pictures instead of outlines."""
        return [
            f"{face.family}只有彩色字形，直接写出的 PDF 里这些字画成方框：{''.join(sorted(used.texts))}"
            for face, used in self._faces.items()
            if not used.reader.has_outlines
        ]

    def _drawn(self, page: Page) -> Canvas:
        tags = None if self._structure is None else self._structure.next_page()
        canvas = Canvas(self._resources, page.height, tags)
        for place, items in enumerate(page.parts()):
            if tags is not None:
                tags.furniture = place != 1
            canvas.draw(items)
        canvas.out.mark("")
        return canvas

    def _shared(self) -> Any:
        """The resources of all pages."""
        import pydyf

        fonts = {name: one.reference for face, used in self._faces.items() for name, one in self._fonts(face, used)}
        fonts |= {f"M{place}": one.reference for place, one in enumerate(self._missing.embed(self._pdf))}
        pictures = {name: one.reference for name, one in self._pictures.embed(self._pdf).items()}
        states = {name: pydyf.Dictionary({"ca": alpha, "CA": alpha}) for name, alpha in self._resources.alphas.items()}
        parts = {"Font": fonts, "XObject": pictures, "ExtGState": states}
        shared = pydyf.Dictionary({key: pydyf.Dictionary(part) for key, part in parts.items() if part})
        self._pdf.add_object(shared)
        return shared

    def _fonts(self, face: Face, used: UsedFace) -> list[tuple[str, Any]]:
        return [(self._text.font_name(face, layer), font) for layer, font in enumerate(embed(self._pdf, used))]

    def _page(self, page: Page, canvas: Canvas, shared: Any) -> Any:
        import pydyf

        content = stream(canvas.out.data())
        self._pdf.add_object(content)
        made = pydyf.Dictionary(
            {
                "Type": "/Page",
                "Parent": self._pdf.pages.reference,
                "MediaBox": pydyf.Array([0, 0, round(page.width, 3), round(page.height, 3)]),
                "Contents": content.reference,
                "Resources": shared.reference,
            }
        )
        self._pdf.add_page(made)
        return made

    def _name(self, **trees: Any) -> None:
        """Put the name trees that exist into the catalog."""
        import pydyf

        found = {key: tree.reference for key, tree in trees.items() if tree is not None}
        if found:
            self._pdf.catalog["Names"] = pydyf.Dictionary(found)


def _structure(pages: Pages) -> Structure:
    from docgen.pdf.direct.structure import Structure

    return Structure(pages.root)
