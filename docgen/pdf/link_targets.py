"""Link targets: which places a document has, and the addresses of its links as a PDF writes them."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from docgen.pdf.pages import Link, Pages, Target, all_items

_SCHEMES = ("http", "https", "ftp", "mailto", "tel", "file")
# What an address may hold as it is; a `%` in it stands for itself already.
_KEPT = "%/:?#[]@!$&'()*+,;=~-._"


def known_targets(pages: Pages) -> frozenset[str]:
    """The names of all places."""
    return frozenset(item.name for page in pages.pages for item in all_items(page.items) if isinstance(item, Target))


def lost_links(pages: Pages) -> list[str]:
    """A sentence for each link that leads nowhere, so that nobody looks for it in the PDF."""
    known = known_targets(pages)
    links = [item.target for page in pages.pages for item in all_items(page.items) if isinstance(item, Link)]
    lost = dict.fromkeys(target for target in links if not followed(target, known))
    return [f"链接“{target}”指向的位置不存在或地址不能用，PDF 中没有这个链接" for target in lost]


def followed(target: str, known: frozenset[str]) -> str:
    """The target as it is written: `#name`, or an address in plain ASCII; "" when it leads nowhere."""
    if target.startswith("#"):
        return target if target[1:] in known else ""
    try:
        scheme = urlsplit(target).scheme.lower()
    except ValueError:
        return ""
    return quote(target, safe=_KEPT) if scheme in _SCHEMES else ""
