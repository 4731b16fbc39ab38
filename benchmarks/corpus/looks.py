"""Cases about the looks of characters: width, spacing, position, lines under and through, colours, hidden text."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from benchmarks.corpus.package import normal, package
from benchmarks.corpus.wordml import BODY, fonts, p, r, size
from benchmarks.corpus.words import SENTENCES, prose


def _looks(values: Iterable[str], repeat: int = 3) -> bytes:
    """A paragraph for each look, with plain text around it."""
    body = ""
    for number, rpr in enumerate([*values] * repeat):
        body += p(r(prose(number, 1)) + r(prose(number + 3, 1), rpr) + r(prose(number + 7, 2)), BODY)
    return package(body)


def scaled() -> bytes:
    """Width of characters: 50 % to 150 %."""
    return _looks(f'<w:w w:val="{value}"/>' for value in (50, 80, 95, 120, 150))


def spaced() -> bytes:
    """Spacing between characters, wider and narrower."""
    return _looks(f'<w:spacing w:val="{value}"/>' for value in (-20, -5, 10, 40))


def kerned() -> bytes:
    """Kerning of Latin pairs from 1 point on."""
    return _looks(['<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:kern w:val="2"/>'], 8)


def raised() -> bytes:
    """Characters raised and lowered, on lines of exact and of free pitch."""
    return _looks(('<w:position w:val="12"/>', '<w:position w:val="-12"/>', '<w:position w:val="24"/>'))


def scripts() -> bytes:
    """Superscripts and subscripts."""
    high, low = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
    body = "".join(
        p(
            r(prose(n, 1))
            + r("面积120m")
            + r("2", high)
            + r("，浓度H")
            + r("2", low)
            + r("O，说明")
            + r("[3]", high)
            + r(prose(n + 2, 2)),
            BODY,
        )
        for n in range(9)
    )
    return package(body)


def underlined() -> bytes:
    """All kinds of underlines, also under spaces."""
    kinds = ("single", "double", "thick", "dotted", "dash", "dotDash", "wave", "words", "wavyDouble")
    body = "".join(
        p(r(prose(n, 1)) + r(f"姓名：        {SENTENCES[n + 1]}", f'<w:u w:val="{kind}"/>') + r(prose(n + 2, 1)), BODY)
        for n, kind in enumerate(kinds)
    )
    return package(body)


def emphasised() -> bytes:
    """着重号: dots, circles, commas."""
    return _looks((f'<w:em w:val="{kind}"/>' for kind in ("dot", "comma", "circle", "underDot")), 2)


def struck() -> bytes:
    """Struck out once and twice."""
    return _looks(("<w:strike/>", "<w:dstrike/>"), 4)


def marked() -> bytes:
    """Highlights, shading, borders around characters, colours."""
    return _looks((
        '<w:highlight w:val="yellow"/>',
        '<w:color w:val="C00000"/><w:shd w:val="clear" w:color="auto" w:fill="D9E2F3"/>',
        '<w:bdr w:val="single" w:sz="4" w:space="0" w:color="auto"/>', '<w:color w:val="0070C0"/>',
    ), 2)  # fmt: skip


def bold_and_italic() -> bytes:
    """Bold of a font that has none (仿宋), of one that has (宋体), italic, both."""
    return _looks(("<w:b/>", fonts("宋体") + "<w:b/>", "<w:i/>", "<w:b/><w:i/>"), 2)


def capitals() -> bytes:
    """All and small capitals."""
    body = "".join(
        p(r(prose(n, 1)) + r("Gis Platform and app 12", f"<w:{kind}/>") + r(prose(n + 1, 2)), BODY)
        for n, kind in enumerate(["caps", "smallCaps"] * 4)
    )
    return package(body)


def hidden() -> bytes:
    """Hidden text, hidden paragraphs."""
    body = ""
    for number in range(8):
        body += p(r(prose(number, 1)) + r("（内部掌握，不印发）", "<w:vanish/>") + r(prose(number + 1, 2)), BODY)
        body += p(r("整段隐藏的文字", "<w:vanish/>"), "<w:rPr><w:vanish/></w:rPr>")
    return package(body)


def outlined() -> bytes:
    """Outlined, shadowed, embossed characters."""
    return _looks(("<w:outline/>", "<w:shadow/>", "<w:emboss/>", "<w:imprint/>"), 2)


def rare_characters() -> bytes:
    """Characters that the font lacks: another one lends them."""
    texts = (f"村民王垚、李堨、赵䶮等{n + 3}户，㛃石村、埇桥村各一户。{prose(n, 3)}" for n in range(8))
    return package("".join(p(text, BODY) for text in texts))


def grown() -> bytes:
    """Type sizes from 小六 to 初号 with single spacing."""
    sizes = (6.5, 7.5, 9, 10.5, 12, 14, 15, 16, 18, 22, 24, 26, 36, 42)
    body = "".join(p(prose(n, 1), "", size(points)) for n, points in enumerate(sizes))
    return package(body, styles=normal(ppr=""))


def text_alignment() -> bytes:
    """文本对齐方式 of lines with two type sizes: top, center, baseline, bottom."""
    body = "".join(
        p(r(prose(n, 1)) + r("大字", size(30)) + r(prose(n + 1, 1)), f'<w:textAlignment w:val="{kind}"/>' + BODY)
        for n, kind in enumerate(("top", "center", "baseline", "bottom", "auto"))
    )
    return package(body, styles=normal(ppr=""))


CASES: dict[str, Callable[[], bytes]] = {
    "字形-字符缩放": scaled,
    "字形-字符间距": spaced,
    "字形-字距调整": kerned,
    "字形-升降": raised,
    "字形-上下标": scripts,
    "字形-下划线": underlined,
    "字形-着重号": emphasised,
    "字形-删除线": struck,
    "字形-突出显示与底纹": marked,
    "字形-粗体斜体": bold_and_italic,
    "字形-大写": capitals,
    "字形-隐藏文字": hidden,
    "字形-空心阴影": outlined,
    "字形-缺字补字": rare_characters,
    "字形-各种字号": grown,
    "字形-文本对齐方式": text_alignment,
}
