"""Cases about drawings: text boxes, lines, rectangles, pictures, red heads as offices draw them, seals, frames."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.corpus import drawing_parts as d
from benchmarks.corpus.package import package
from benchmarks.corpus.wordml import BODY, CENTER, field, fonts, p, ps, r, section, size
from benchmarks.corpus.words import SENTENCES, paragraphs, prose

_SMALL = '<w:spacing w:line="320" w:lineRule="exact"/>'
RED = "FF0000"


def boxes() -> bytes:
    """DrawingML text boxes with borders, fills, margins, text at top, middle, bottom, and turned."""
    body = ""
    for number, (look, attributes) in enumerate((
        ({"line": "000000"}, ""), ({"fill": "DDEBF7", "line": "0070C0"}, 'anchor="ctr"'),
        ({"line": RED, "kind": "roundRect"}, 'anchor="b"'),
        ({"line": "000000"}, 'vert="eaVert"'),
    )):  # fmt: skip
        text = p(SENTENCES[number][:24], _SMALL, size(12))
        box = d.anchored(
            d.shape(60, 25, text=text, body=attributes, **look),
            60,
            25,
            x=40,
            y=3,
            wrap="wrapTopAndBottom",
            number=number + 1,
        )
        body += p(box + r(prose(number, 3)), BODY)
    return package(body)


def wrapped() -> bytes:
    """A box and a picture with text around them."""
    box = d.anchored(
        d.shape(50, 30, line="000000", text=p(SENTENCES[2][:20], _SMALL, size(12))),
        50,
        30,
        x=106,
        y=5,
        wrap="wrapSquare",
    )
    image = d.floating_picture("a.png", 50, 25, x=0, y=2, wrap="wrapSquare", number=2)
    return package(
        p(box + r(prose(0, 5)), BODY) + p(image + r(prose(3, 6)), BODY) + ps(paragraphs(4), BODY),
        media={"a.png": d.bitmap("png")},
    )


def _red_head(line: str, mark: str) -> str:
    body = p("", "") * 1 + p(mark if mark.startswith("<") else "", CENTER)
    body += (
        p(line + r("云政办发〔2024〕18号"), CENTER)
        + p("")
        + p("关于做好乡村建设项目管理工作的通知", CENTER, fonts("方正小标宋简体") + size(22))
    )
    return body + p("") + ps(paragraphs(8), BODY)


def red_head_by_paragraph() -> bytes:
    """The red head as paragraphs, its rule as the border of one."""
    border = f'<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="6" w:color="{RED}"/></w:pBdr>'
    body = p(
        "云岭县人民政府办公室文件",
        '<w:spacing w:line="1200" w:lineRule="exact"/>' + CENTER,
        fonts("方正小标宋简体") + f'<w:color w:val="{RED}"/>' + size(48),
    )
    body += (
        p("云政办发〔2024〕18号", border + CENTER)
        + p("")
        + p("关于做好乡村建设项目管理工作的通知", CENTER, fonts("方正小标宋简体") + size(22))
    )
    return package(body + ps(paragraphs(8), BODY))


def red_head_by_drawing() -> bytes:
    """The mark in a DrawingML text box, the rule as a drawn line."""
    mark = p(
        "云岭县人民政府文件",
        '<w:spacing w:line="1400" w:lineRule="exact"/><w:jc w:val="distribute"/>',
        fonts("方正小标宋简体") + f'<w:color w:val="{RED}"/>' + size(54),
    )
    box = d.anchored(d.shape(156, 26, text=mark), 156, 26, x=28, y=36, across="page", down="page", number=3)
    line = d.anchored(d.shape(156, 0, kind="line", line=RED, thick=2.25), 156, 0, x=0, y=12, number=4)
    return package(_red_head(line, box))


def red_head_by_vml() -> bytes:
    """The mark in a VML box, the rule as a VML line."""
    mark = p(
        "云岭县人民政府文件",
        '<w:spacing w:line="1400" w:lineRule="exact"/><w:jc w:val="center"/>',
        fonts("方正小标宋简体") + f'<w:color w:val="{RED}"/>' + size(48),
    )
    box = d.vml_box(
        "left:0;margin-left:0;margin-top:0;width:442pt;height:74pt;mso-position-horizontal-relative:margin;mso-position-vertical-relative:margin",
        mark,
    )
    line = d.vml_line("0,34pt", "442pt,34pt", "red", "2.25pt")
    return package(_red_head(line, box))


def red_head_by_wps() -> bytes:
    """The same as WPS writes it: no kinds of shapes, and image data that names no picture in each of them."""
    mark = p(
        "云岭县人民政府文件",
        '<w:spacing w:line="1400" w:lineRule="exact"/><w:jc w:val="center"/>',
        fonts("方正小标宋简体") + f'<w:color w:val="{RED}"/>' + size(48),
    )
    about = 'coordsize="21600,21600"><v:path/><v:fill on="f" focussize="0,0"/>{}<v:imagedata o:title=""/>'
    box = d.vml(
        '<v:shape o:spt="202" type="#_x0000_t202" style="position:absolute;left:0pt;margin-left:0pt;margin-top:0pt;'
        'height:74pt;width:442pt;z-index:251660288;" filled="f" stroked="f" ' + about.format('<v:stroke on="f"/>')
        + f'<v:textbox inset="0mm,0mm,0mm,0mm"><w:txbxContent>{mark}</w:txbxContent></v:textbox></v:shape>'
    )  # fmt: skip
    pen = '<v:stroke weight="2.25pt" color="#FF0000" joinstyle="round"/>'
    line = d.vml(
        '<v:line o:spt="20" style="position:absolute;left:0pt;margin-left:0pt;margin-top:34pt;height:0pt;width:442pt;'
        f'z-index:251661312;" filled="f" stroked="t" {about.format(pen)}</v:line>'
    )
    return package(_red_head(line, box))


def page_number_boxes() -> bytes:
    """Page numbers in boxes that take the width of their text, as WPS makes them (no LibreOffice reference)."""
    number = p(r("— ") + field("PAGE", "1") + r(" —"), "", size(14))
    shape = d.shape(50.8, 50.8, text=number, body='wrap="none"', grows=True)
    foot = p(d.anchored(shape, 50.8, 50.8, across="margin", align="outside"))
    return package(
        ps(paragraphs(30), BODY),
        stories={"footer1": foot, "footer2": foot},
        settings="<w:evenAndOddHeaders/>",
        last_section=section(
            references='<w:footerReference w:type="default" r:id="footer1"/>'
            '<w:footerReference w:type="even" r:id="footer2"/>'
        ),
    )


def lines_and_shapes() -> bytes:
    """Lines, rectangles, ellipses, arrows, dashed and filled."""
    kinds = (
        ("line", ""),
        ("rect", "FFF2CC"),
        ("ellipse", "E2EFD9"),
        ("rightArrow", "DDEBF7"),
        ("roundRect", ""),
        ("triangle", "FBE5D6"),
    )
    body = ""
    for number, (kind, fill) in enumerate(kinds, 1):
        height = 0 if kind == "line" else 15
        look = d.shape(70, height, kind=kind, line="C00000", thick=number / 2, fill=fill)
        body += p(
            d.anchored(
                look,
                70,
                height,
                x=40,
                y=12,
                number=number,
                outline=number / 2,
                wrap="wrapTopAndBottom" if height else "wrapNone",
            )
            + r(prose(number, 2)),
            BODY,
        )
    return package(body)


def vml_shapes() -> bytes:
    """VML rectangles, ovals, lines and boxes with text."""
    body = ""
    texts = (SENTENCES[0][:18], "各乡镇盖章处", SENTENCES[2][:18])
    for number, (tag, text) in enumerate(zip(("rect", "oval", "roundrect"), texts, strict=True)):
        story = p(text, _SMALL, size(12))
        inner = f'<v:textbox inset="5pt,5pt,5pt,5pt"><w:txbxContent>{story}</w:txbxContent></v:textbox>'
        style = "position:absolute;margin-left:120pt;margin-top:20pt;width:160pt;height:60pt;z-index:1"
        made = d.vml(
            f'<v:{tag} style="{style}" fillcolor="#ffffcc" strokecolor="#c00000" strokeweight="1.5pt">{inner}'
            f'<w10:wrap type="topAndBottom"/></v:{tag}>'
        )
        body += p(made + r(prose(number, 3)), BODY)
    return package(body + p(d.vml_line("0,10pt", "400pt,10pt", "#0070c0", "1pt") + r(prose(4, 2)), BODY))


def inline_pictures() -> bytes:
    """PNG, JPEG, GIF, BMP and EMF in lines of free pitch."""
    kinds = ("png", "jpeg", "gif", "bmp")
    media = {f"a.{kind}": d.bitmap(kind) for kind in kinds} | {"a.emf": d.metafile()}
    free = '<w:spacing w:line="240" w:lineRule="auto"/>'
    body = "".join(
        p(d.inline_picture(name, 60, 30, n), free + CENTER) + p(prose(n, 2), BODY) for n, name in enumerate(media, 1)
    )
    return package(body, media=media)


def anchored_pictures() -> bytes:
    """Pictures behind and in front of the text, placed from page, margin and paragraph."""
    media = {"a.png": d.bitmap("png"), "b.jpeg": d.bitmap("jpeg")}
    body = p(
        d.floating_picture("a.png", 60, 30, x=75, y=40, across="page", down="page", behind=True) + r(prose(0, 4)), BODY
    )
    body += p(
        d.floating_picture("b.jpeg", 50, 25, align="right", y=5, across="margin", wrap="wrapSquare", number=2)
        + r(prose(2, 6)),
        BODY,
    )
    body += p(
        d.floating_picture("a.png", 60, 30, align="center", y=2, wrap="wrapTopAndBottom", number=3) + r(prose(4, 4)),
        BODY,
    )
    return package(body + ps(paragraphs(4), BODY), media=media)


def seal_over_date() -> bytes:
    """A seal over name and date."""
    sign = '<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>'
    stamp = d.floating_picture("seal.png", 42, 42, x=98, y=-22, behind=False)
    body = ps(paragraphs(3), BODY) + p("") + p("云岭县人民政府", sign) + p(stamp + r("2024年3月5日"), sign)
    return package(body, media={"seal.png": d.seal()})


def frames() -> bytes:
    """Text frames (w:framePr) beside the text and at fixed places."""

    def frame(attributes: str) -> str:
        return f"<w:framePr {attributes}/>" + _SMALL

    body = p(
        "印发范围",
        frame(
            'w:w="2000" w:hSpace="180" w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="right" w:y="200"'
        ),
        size(12),
    )
    body += ps(paragraphs(3), BODY)
    body += p(
        "页边的说明文字",
        frame(
            'w:w="1000" w:h="2000" w:hRule="exact" w:wrap="around" w:vAnchor="page" w:hAnchor="page"'
            ' w:x="400" w:y="5000"'
        ),
        size(10.5),
    )
    return package(body + ps(paragraphs(5, 2), BODY))


def alternate() -> bytes:
    """A box written twice, as Word does: DrawingML, and VML for old readers."""
    text = p("份号：000001", _SMALL, size(14))
    new = d.anchored(d.shape(50, 10, text=text), 50, 10, x=28, y=20, across="page", down="page")
    old = d.vml_box("margin-left:0;margin-top:0;width:140pt;height:28pt", text)
    inner = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{new[5:-6]}</mc:Choice>'
        f"<mc:Fallback>{old[5:-6]}</mc:Fallback></mc:AlternateContent>"
    )
    return package(p(d.run(inner) + r(prose(0, 3)), BODY) + ps(paragraphs(4, 1), BODY))


CASES: dict[str, Callable[[], bytes]] = {
    "图形-文本框": boxes,
    "图形-文字环绕": wrapped,
    "红头-段落边框": red_head_by_paragraph,
    "红头-文本框与直线": red_head_by_drawing,
    "红头-旧式图形": red_head_by_vml,
    "红头-WPS旧式图形": red_head_by_wps,
    "图形-随文字变宽的框": page_number_boxes,
    "图形-线条形状": lines_and_shapes,
    "图形-旧式形状": vml_shapes,
    "图片-嵌入": inline_pictures,
    "图片-浮动": anchored_pictures,
    "图片-印章压日期": seal_over_date,
    "图文框": frames,
    "图形-新旧两份": alternate,
}
