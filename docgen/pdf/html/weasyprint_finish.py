"""WeasyPrint's PDF before it is written: what its options do not cover, done on the objects of the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.pdf.pages import Pages
from docgen.pdf.writing import WriteOptions

# HTML elements as WeasyPrint tags them: `article` holds what is no part of the text, `svg` is a stroked piece of it.
_BESIDE, _STROKED = "/Art", "/Figure"


def finish(pdf: Any, pages: Pages, options: WriteOptions) -> None:
    """Complete the objects of a PDF."""
    import pydyf

    if pages.title:
        pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    if options.pdfa:
        _leave_images_as_they_are(pdf)
    if "AF" in pdf.catalog:
        # WeasyPrint lists each file twice.
        pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])
    if options.attachments and not pages.created:
        _leave_out_dates(pdf)
    if options.has_tags:
        _Structure(pdf).clean()


def _leave_images_as_they_are(pdf: Any) -> None:
    """PDF/A forbids smoothing by the viewer."""
    for one in pdf.objects:
        extra = getattr(one, "extra", {})
        if extra.get("Subtype") == "/Image" and "Interpolate" in extra:
            extra["Interpolate"] = "false"


def _leave_out_dates(pdf: Any) -> None:
    """A document without a date: WeasyPrint dates the files inside it all the same."""
    for one in pdf.objects:
        params = getattr(one, "extra", {}).get("Params", {})
        for key in ("CreationDate", "ModDate"):
            params.pop(key, None)


class _Structure:
    """The tree of tags of a PDF."""

    def __init__(self, pdf: Any) -> None:
        self._objects = pdf.objects
        self._root = self._object(pdf.catalog["StructTreeRoot"])
        self._pages = [self._object(reference) for reference in pdf.page_references]
        self._numbers = self._object(self._root["ParentTree"])["Nums"]

    def clean(self) -> None:
        """Take out what is no part of the text, and the elements that hold nothing."""
        for reference in self._root["K"]:
            self._clean(self._object(reference))

    def _clean(self, element: Any) -> None:
        kept = []
        for kid in element["K"]:
            child = self._object(kid)
            if child is None or child.get("Type") != "/StructElem":
                kept.append(kid)
                continue
            if child["S"] == _BESIDE:
                self._take_out(child)
                continue
            if child["S"] == _STROKED and "Alt" not in child:
                self._name_span(child)
            self._clean(child)
            if child["K"] or child["S"] != "/NonStruct":
                kept.append(kid)
        element["K"][:] = kept

    def _name_span(self, element: Any) -> None:
        """A stroked piece of text is no figure."""
        element["S"] = "/Span"
        element.pop("A", None)
        for page, mark in self._marks(element):
            self._rename(page, mark, ["/Span"])

    def _take_out(self, element: Any) -> None:
        import pydyf

        for page, mark in self._marks(element):
            self._rename(page, mark, ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"})])
            self._numbers[2 * page + 1][mark] = "null"

    def _marks(self, element: Any) -> Iterator[tuple[int, int]]:
        """(page, number of marked content) of all that an element holds."""
        for kid in element["K"]:
            if isinstance(kid, int):
                yield self._object(element["Pg"])["StructParents"], kid
            else:
                child = self._object(kid)
                if child is not None and child.get("Type") == "/StructElem":
                    yield from self._marks(child)

    def _rename(self, page: int, mark: int, new: list[Any]) -> None:
        """Open marked content of a page with another tag (and other properties)."""
        content = self._object(self._pages[page]["Contents"]).stream
        for place, one in enumerate(content):
            if isinstance(one, dict) and one.get("MCID") == mark:
                content[place - 1 : place - 1 + len(new)] = new
                return

    def _object(self, reference: Any) -> Any:
        """The object of a reference; None for what is none."""
        if not isinstance(reference, (bytes, str)):
            return None
        number = reference.split()[0]
        return self._objects[int(number)]
