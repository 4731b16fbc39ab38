"""Mutations of the XML in an office file: nodes gone, doubled, moved, nested; attributes and texts changed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from lxml import etree

from benchmarks.fuzzing import values
from benchmarks.fuzzing.zips import members, packed

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
_OUTSIDE = (
    b'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" '
    b'Target="%s" TargetMode="External"/>'
)
_WORDS = (
    "p", "r", "t", "tbl", "tr", "tc", "sectPr", "pPr", "rPr", "drawing", "pict", "fldChar", "instrText", "hyperlink",
    "br", "tab", "sdt", "sdtContent", "altChunk", "object", "footnoteReference", "numPr", "tblGrid", "gridCol",
    "vMerge", "gridSpan", "framePr", "del", "ins",
)  # fmt: skip


def spoiled(random: Random, data: bytes, texts: tuple[str, ...] = values.TEXTS) -> bytes:
    """A few changes in one XML part; the big ones more often."""
    found = members(data)
    parts = [at for at, (name, _) in enumerate(found) if name.endswith((".xml", ".rels"))]
    weights = [1 + len(found[at][1]) ** 0.5 / 10 for at in parts]
    at = random.choices(parts, weights)[0]
    name, content = found[at]
    found[at] = (name, _raw(random, content) if random.random() < 0.12 else _tree(random, content, texts))
    return packed(found)


def _raw(random: Random, content: bytes) -> bytes:
    """What a tree cannot hold."""
    start = content.find(b"?>") + 2 if content.startswith(b"<?xml") else 0
    match random.randrange(6):
        case 0:
            return content[:start] + _DOCTYPE + content[start:].replace(b">", b">&b;", 2)
        case 1:
            return content.decode("utf-8", "replace").encode(
                random.choice(("utf-16", "gb18030", "utf-8-sig", "utf-32"))
            )
        case 2:
            return content.replace(
                b"UTF-8", random.choice((b"UTF-7", b"gbk", b"x-none", b"utf-16", b"EBCDIC-CP-US")), 1
            )
        case 3:
            kind = random.choice(
                (b"image", b"attachedTemplate", b"aFChunk", b"oleObject", b"hyperlink", b"subDocument", b"header")
            )
            target = random.choice(
                (b"http://127.0.0.1:9/x", b"file:///etc/passwd", b"\\\\host\\share\\x", b"../../x", b"")
            )
            return content.replace(b"</Relationships>", _OUTSIDE % (kind, target) + b"</Relationships>")
        case 4:
            deep = random.choice((50, 300, 3000))
            return content.replace(
                b"</w:body>",
                b"<w:tbl><w:tr><w:tc>" * deep + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * deep + b"</w:body>",
            )
        case _:
            return content.replace(b"<w:p>", b"<w:p>" + b"<w:r><w:t>" + "长".encode() * 20_000 + b"</w:t></w:r>", 1)


def _tree(random: Random, content: bytes, texts: tuple[str, ...]) -> bytes:
    root = etree.fromstring(content)
    for _ in range(random.choice((1, 1, 1, 2, 3, 8))):
        every = list(root.iter(etree.Element))
        random.choice(_CHANGES)(random, random.choice(every), root, texts)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _drop(random: Random, node: etree._Element, root: etree._Element, texts: tuple[str, ...]) -> None:
    if (parent := node.getparent()) is not None:
        parent.remove(node)


def _double(random: Random, node: etree._Element, root: etree._Element, texts: tuple[str, ...]) -> None:
    from copy import deepcopy

    if (parent := node.getparent()) is not None and len(node) < 200:
        for _ in range(random.choice((1, 1, 3, 40))):
            parent.insert(parent.index(node), deepcopy(node))


def _move(random: Random, node: etree._Element, root: etree._Element, texts: tuple[str, ...]) -> None:
    goal = random.choice(list(root.iter(etree.Element)))
    if node is not root and node not in goal.iterancestors() and goal is not node:
        goal.insert(random.randrange(len(goal) + 1), node)


def _rename(random: Random, node: etree._Element, root: etree._Element, texts: tuple[str, ...]) -> None:
    node.tag = random.choice(
        (f"{{{_W}}}{random.choice(_WORDS)}", "x", random.choice(list(root.iter(etree.Element))).tag)
    )


def _attribute(random: Random, node: etree._Element, root: etree._Element, texts: tuple[str, ...]) -> None:
    holders = [item for item in root.iter(etree.Element) if item.attrib]
    if not holders:
        return
    item = random.choice(holders)
    name = random.choice(list(item.attrib))
    chosen = random.random()
    if chosen < 0.15:
        del item.attrib[name]
    else:
        others = [value for holder in random.sample(holders, min(len(holders), 20)) for value in holder.attrib.values()]
        pool = values.NUMBERS if chosen < 0.6 else others if chosen < 0.85 else texts
        item.set(name, _possible(random.choice(pool)))


def _text(random: Random, node: etree._Element, root: etree._Element, texts: tuple[str, ...]) -> None:
    said = [item for item in root.iter(etree.Element) if item.text and item.text.strip()]
    if said:
        item = random.choice(said)
        at = random.randrange(len(item.text or "") + 1)
        value = _possible(random.choice(texts))
        item.text = random.choice((value, (item.text or "")[:at] + value + (item.text or "")[at:]))


def _wrap(random: Random, node: etree._Element, root: etree._Element, texts: tuple[str, ...]) -> None:
    parent = node.getparent()
    if parent is None:
        return
    at, outer = parent.index(node), etree.Element(node.tag)
    parent.insert(at, outer)
    for _ in range(random.choice((1, 5, 100))):
        outer.append(inner := etree.Element(node.tag))
        outer = inner
    outer.append(node)


def _possible(text: str) -> str:
    """The characters that XML can hold."""
    return "".join(
        char
        for char in text
        if char in "\t\n\r" or (char >= " " and not "\ud800" <= char <= "\udfff" and char not in "\ufffe\uffff")
    )


_CHANGES: tuple[Callable[[Random, etree._Element, etree._Element, tuple[str, ...]], None], ...] = (
    _drop, _double, _move, _rename, _attribute, _attribute, _attribute, _text, _text, _wrap,
)  # fmt: skip
