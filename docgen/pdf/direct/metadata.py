"""Metadata: title, author, subject, keywords and date, in the information dictionary and, the same, in XMP."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from docgen import __version__
from docgen.pdf.direct.syntax import text_string
from docgen.pdf.pages import Pages
from docgen.pdf.writing import WriteOptions

_PRODUCER = f"docgen {__version__}"
_OPENING = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
_SPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
    'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'
)


def add_metadata(pdf: Any, pages: Pages, options: WriteOptions) -> None:
    """Describe the document."""
    import pydyf

    date = _date(pages.created)
    info = {"Title": pages.title, "Author": pages.author, "Subject": pages.subject, "Keywords": pages.keywords}
    for key, value in info.items():
        if value:
            pdf.info[key] = text_string(value)
    if date is not None:
        pdf.info["CreationDate"] = text_string(pdf_date(date))
    pdf.info["Producer"] = text_string(_PRODUCER)
    # Not packed, so that software without a PDF reader finds it.
    packet = pydyf.Stream([_packet(pages, options, date).encode("utf-8")], {"Type": "/Metadata", "Subtype": "/XML"})
    pdf.add_object(packet)
    pdf.catalog["Metadata"] = packet.reference
    if pages.language:
        pdf.catalog["Lang"] = text_string(pages.language)
    if pages.title:
        pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})


def _date(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value) if value else None
    except ValueError:
        return None


def pdf_date(date: datetime) -> str:
    """A date as a PDF writes it."""
    offset = date.strftime("%z")
    zone = "" if not offset else "Z" if offset == "+0000" else f"{offset[:3]}'{offset[3:5]}'"
    return f"D:{date:%Y%m%d%H%M%S}{zone}"


def _packet(pages: Pages, options: WriteOptions, date: datetime | None) -> str:
    parts = [f"<pdf:Producer>{escape(_PRODUCER)}</pdf:Producer>"]
    if options.pdfa:
        parts.append(f"<pdfaid:part>{options.part}</pdfaid:part>")
        parts.append(f"<pdfaid:conformance>{options.conformance}</pdfaid:conformance>")
    if pages.title:
        parts.append(f"<dc:title>{_alternatives(pages.title)}</dc:title>")
    if pages.author:
        parts.append(f"<dc:creator><rdf:Seq><rdf:li>{escape(pages.author)}</rdf:li></rdf:Seq></dc:creator>")
    if pages.subject:
        parts.append(f"<dc:description>{_alternatives(pages.subject)}</dc:description>")
    if pages.keywords:
        parts.append(f"<pdf:Keywords>{escape(pages.keywords)}</pdf:Keywords>")
    if date is not None:
        parts.append(f"<xmp:CreateDate>{date.isoformat()}</xmp:CreateDate>")
    return (
        f'{_OPENING}<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {_SPACES}>{"".join(parts)}</rdf:Description></rdf:RDF></x:xmpmeta>'
        '<?xpacket end="r"?>'
    )


def _alternatives(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'
